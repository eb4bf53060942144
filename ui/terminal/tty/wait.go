//go:build unix

package tty

import (
	"bytes"
	"io"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// patience is longer than anything takes on a busy machine.
const patience = 20 * time.Second

// See waits until all of these texts are on the screen.
func (s *Terminal) See(texts ...string) {
	s.T.Helper()
	s.Until("the screen has "+strings.Join(texts, ", "), func() bool {
		screen := s.Text()
		for _, text := range texts {
			if !strings.Contains(screen, text) {
				return false
			}
		}
		return true
	})
}

// Until waits until something holds.
func (s *Terminal) Until(what string, holds func() bool) {
	s.T.Helper()
	for end := time.Now().Add(patience); !holds(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(end) {
			s.T.Fatalf("not in time: %s; the screen is:\n%s", what, s.Text())
		}
	}
}

// Stopped reports that the program is stopped, as by a shell.
func (s *Terminal) Stopped() bool {
	state, err := exec.Command("ps", "-o", "stat=", "-p", strconv.Itoa(s.Program())).Output()
	return err == nil && bytes.HasPrefix(bytes.TrimSpace(state), []byte("T"))
}

// End waits for the program to end, and returns its exit status; -1 if it was
// killed.
func (s *Terminal) End() int {
	s.T.Helper()
	select {
	case <-s.ended:
		s.drain()
		return s.Cmd.ProcessState.ExitCode()
	case <-time.After(patience):
		s.T.Fatalf("the program goes on; its screen is:\n%s", s.Text())
		return -1
	}
}

// drain waits for what is still on its way to the screen.
func (s *Terminal) drain() {
	const mark = "\x1b]7777;\a"
	if _, err := io.WriteString(s.line, mark); err != nil {
		return // it was hung up
	}
	s.Until("everything is drawn", func() bool { return strings.Contains(s.Sent(), mark) })
	s.mu.Lock()
	defer s.mu.Unlock()
	sent := strings.Replace(s.sent.String(), mark, "", 1)
	s.sent.Reset()
	s.sent.WriteString(sent)
}
