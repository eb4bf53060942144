//go:build unix

// Package tty runs programs on a terminal of the system, for tests of what an
// emulator in the same process cannot have: signals, a keyboard that hangs up,
// settings of the line. It is no part of the program.
package tty

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// Terminal is one on which a program runs.
type Terminal struct {
	T   testing.TB
	Cmd *exec.Cmd
	// Shell tells that what was started is a shell, which starts the program.
	Shell bool

	line *os.File    // where the program's end of the terminal is looked at
	far  *os.File    // the other end: what is written there is typed
	was  *term.State // of the line before the program began

	mu       sync.Mutex
	emulator *vt.Emulator
	sent     bytes.Buffer
	ended    chan struct{}
	status   error
}

// Answers says how a terminal answers what it is asked: with the bytes of an
// answer, and type, which types them. Nil is a terminal that answers nothing.
type Answers func(answer []byte, type_ func([]byte))

// AtOnce is how most terminals answer.
func AtOnce(answer []byte, type_ func([]byte)) { type_(answer) }

// Slowly answers a byte at a time, with a pause before each: a poor line.
func Slowly(pause time.Duration) Answers {
	return func(answer []byte, type_ func([]byte)) {
		for i := range answer {
			time.Sleep(pause)
			type_(answer[i : i+1])
		}
	}
}

// Start runs a program on a terminal of w by h cells, which is its controlling
// one. What of its input and outputs is set already stays as it is.
func Start(t testing.TB, cmd *exec.Cmd, w, h int, answers Answers) *Terminal {
	t.Helper()
	far, line, err := open()
	if err != nil {
		t.Skipf("no terminal can be had here: %v", err)
	}
	s := &Terminal{T: t, Cmd: cmd, line: line, far: far, emulator: vt.NewEmulator(w, h), ended: make(chan struct{})}
	s.size(w, h)
	if s.was, err = term.GetState(line.Fd()); err != nil {
		t.Fatal(err)
	}
	s.join()
	go s.draw()
	go s.answer(answers)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		s.status = cmd.Wait()
		close(s.ended)
	}()
	t.Cleanup(s.close)
	return s
}

// open is a new terminal, whose far end can be closed while it is read.
func open() (far, line *os.File, err error) {
	made, line, err := pty.Open()
	if err != nil {
		return nil, nil, err
	}
	defer made.Close()
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	fd, err := syscall.Dup(int(made.Fd()))
	if err != nil {
		return nil, nil, err
	}
	syscall.CloseOnExec(fd)
	if err := syscall.SetNonblock(fd, true); err != nil {
		return nil, nil, err
	}
	return os.NewFile(uintptr(fd), "terminal"), line, nil
}

// join gives the program the terminal, by every stream that has nothing else.
func (s *Terminal) join() {
	if s.Cmd.Stdin == nil {
		s.Cmd.Stdin = s.line
	}
	if s.Cmd.Stdout == nil {
		s.Cmd.Stdout = s.line
	}
	if s.Cmd.Stderr == nil {
		s.Cmd.Stderr = s.line
	}
	at := 0
	for i, stream := range []any{s.Cmd.Stdin, s.Cmd.Stdout, s.Cmd.Stderr} {
		if stream == s.line {
			at = i
		}
	}
	s.Cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: at}
}

func (s *Terminal) size(w, h int) {
	if err := pty.Setsize(s.line, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)}); err != nil {
		s.T.Fatal(err)
	}
}

// draw takes in what the program writes.
func (s *Terminal) draw() {
	b := make([]byte, 64<<10)
	for {
		n, err := s.far.Read(b)
		if err != nil {
			return
		}
		s.mu.Lock()
		s.sent.Write(b[:n])
		s.emulator.Write(b[:n])
		s.mu.Unlock()
	}
}

func (s *Terminal) answer(answers Answers) {
	b := make([]byte, 4<<10)
	for {
		n, err := s.emulator.Read(b)
		if err != nil {
			return
		}
		if answers != nil {
			answers(b[:n], func(typed []byte) { s.far.Write(typed) })
		}
	}
}

func (s *Terminal) close() {
	s.Cmd.Process.Signal(syscall.SIGKILL)
	s.Cmd.Process.Signal(syscall.SIGCONT)
	<-s.ended
	s.HangUp()
	s.line.Close()
	if c, ok := s.emulator.InputPipe().(io.Closer); ok {
		c.Close()
	}
}

// HangUp takes the terminal away.
func (s *Terminal) HangUp() { s.far.Close() }

// Type types text, escape sequences among it.
func (s *Terminal) Type(text string) {
	s.T.Helper()
	if _, err := io.WriteString(s.far, text); err != nil {
		s.T.Fatal(err)
	}
}

// Resize changes the size and tells the program, as a terminal does. What is
// beyond 500 by 200 cells is not looked at.
func (s *Terminal) Resize(w, h int) {
	s.mu.Lock()
	s.emulator.Resize(min(w, 500), min(h, 200))
	s.mu.Unlock()
	s.size(w, h)
}

// Signal sends the program a signal from outside.
func (s *Terminal) Signal(sig syscall.Signal) {
	s.T.Helper()
	if err := syscall.Kill(s.Program(), sig); err != nil {
		s.T.Fatal(err)
	}
}

// Program is the process of the program: the one that was started, or if that is
// a shell, the one that it started.
func (s *Terminal) Program() int {
	s.T.Helper()
	of := s.Cmd.Process.Pid
	if !s.Shell {
		return of
	}
	all, err := exec.Command("ps", "-A", "-o", "pid=,ppid=,args=").Output()
	if err != nil {
		s.T.Fatal(err)
	}
	for line := range strings.Lines(string(all)) {
		if f := strings.Fields(line); len(f) > 2 && f[1] == strconv.Itoa(of) {
			of, _ = strconv.Atoi(f[0])
			return of
		}
	}
	s.T.Fatalf("the shell runs nothing:\n%s", all)
	return 0
}

// Text is what a person sees.
func (s *Terminal) Text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.emulator.String()
}

// Sent is all that the program wrote to the terminal.
func (s *Terminal) Sent() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.sent.String()
}
