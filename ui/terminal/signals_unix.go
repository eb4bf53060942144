//go:build !windows

package terminal

import (
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"
)

// endOnHangup ends the program in good order when its terminal goes away or it
// is asked to quit: Bubble Tea leaves both signals to the system, which would
// kill the program with the terminal still in raw mode.
func endOnHangup(p *tea.Program) (stop func()) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGHUP, syscall.SIGQUIT)
	go func() {
		for range c {
			p.Quit()
		}
	}()
	return func() {
		signal.Stop(c)
		close(c)
	}
}
