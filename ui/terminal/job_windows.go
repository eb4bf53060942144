package terminal

import (
	"os"
	"os/signal"

	tea "charm.land/bubbletea/v2"
)

// heed ends the program when it is interrupted. Windows has no other signals.
func (j *job) heed(p *tea.Program) (stop func()) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	go func() {
		for range c {
			if !j.lent.Load() {
				go p.Send(tea.InterruptMsg{})
			}
		}
	}()
	return func() {
		signal.Stop(c)
		close(c)
	}
}

// canStop: Windows stops no programs.
func (j *job) canStop() bool { return false }

func (j *job) stopAll() {}

func (j *job) stop() {}
