//go:build !windows

package terminal

import (
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/sys/unix"
)

// heed does in good order what signals ask for. The system would end or stop the
// program with the terminal in the middle of things. Bubble Tea heeds some of
// them, but hangs where two come at once, and forgets one that comes while
// another program has the terminal.
func (j *job) heed(p *tea.Program) (stop func()) {
	c := make(chan os.Signal, 8)
	j.signals = c
	signal.Notify(c, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGTSTP, syscall.SIGCONT)
	go func() {
		for s := range c {
			if msg := j.onSignal(s); msg != nil {
				go p.Send(msg) // once nobody else has the terminal
			}
		}
	}()
	return func() {
		signal.Stop(c)
		close(c)
	}
}

func (j *job) onSignal(s os.Signal) tea.Msg {
	lent := j.lent.Load()
	switch {
	case s == syscall.SIGTSTP && lent:
		syscall.Kill(os.Getpid(), syscall.SIGSTOP) // with the program in front
	case s == syscall.SIGTSTP:
		return stopping{}
	case s == syscall.SIGCONT && !j.wake() && !lent:
		return continued{}
	case s == syscall.SIGCONT, s == syscall.SIGINT && lent: // it may mean something else by that
	case s == syscall.SIGINT:
		return tea.InterruptMsg{}
	default:
		return tea.QuitMsg{}
	}
	return nil
}

// canStop reports whether there is a shell that could let a stopped program go
// on: one places its jobs in groups of their own, in its session.
func (j *job) canStop() bool {
	group, session := syscall.Getpgrp(), sessionOf(0)
	return group != session && sessionOf(os.Getppid()) == session
}

func sessionOf(pid int) int {
	session, err := unix.Getsid(pid)
	if err != nil {
		return -1
	}
	return session
}

// stopAll stops the program and all that was started with it, as the terminal
// itself does.
func (j *job) stopAll() {
	signal.Ignore(syscall.SIGTSTP)
	syscall.Kill(0, syscall.SIGTSTP)
	j.stop()
	signal.Notify(j.signals, syscall.SIGTSTP)
}

// stop stops the program alone. SIGTSTP would not do it once it was asked for.
func (j *job) stop() {
	j.stopped.Store(true)
	syscall.Kill(os.Getpid(), syscall.SIGSTOP)
	<-j.going
}
