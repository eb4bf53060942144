package terminal

import (
	"io"
	"os"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"dossier/ui/message"
)

// job is the program as its shell sees it: in front, stopped, or behind another
// program that it lent the terminal to.
type job struct {
	lent    atomic.Bool
	stopped atomic.Bool
	going   chan struct{}  // it goes on after it stopped
	signals chan os.Signal // that are heeded
}

func newJob() *job { return &job{going: make(chan struct{}, 1)} }

// stopping: the program is to stop, as somebody outside wishes.
type stopping struct{}

// continued: it was stopped behind its back, and a shell had the terminal.
type continued struct{}

// suspend stops the program and gives the terminal back, for as long as the
// shell that it was started from wishes.
func (p *program) suspend() tea.Cmd {
	if !p.job.canStop() {
		return p.refuse(message.Say("there is no shell to go back to here"))
	}
	return giveBack(p.job.stopAll)
}

// giveBack leaves the terminal as it was while something is done.
func giveBack(do func()) tea.Cmd {
	return tea.Exec(meanwhile(do), nil)
}

// released is how long the terminal is given back at least: Bubble Tea stops its
// clock a moment after it says so, and would else stop the one that it started
// anew, and draw no more.
const released = 10 * time.Millisecond

// meanwhile is what is done without the terminal.
type meanwhile func()

func (do meanwhile) Run() error {
	do()
	time.Sleep(released)
	return nil
}

func (meanwhile) SetStdin(io.Reader)  {}
func (meanwhile) SetStdout(io.Writer) {}
func (meanwhile) SetStderr(io.Writer) {}

// wake lets the program go on, and reports whether it had stopped itself.
func (j *job) wake() bool {
	if !j.stopped.Swap(false) {
		return false
	}
	j.going <- struct{}{}
	return true
}
