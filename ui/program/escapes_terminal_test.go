//go:build unix

package program

import (
	"os"
	"os/exec"
	"testing"
	"time"

	"dossier/articles/battery"
	"dossier/articles/battery/escapes"
	"dossier/ui/terminal/tty"
)

// pages are keys that go through all pages of a hostile folder.
var pages = []string{"!", " ", "\x1b", "v", "\x1b", "i", "\x1b", "3", "i", "\x1b", "\t", "g", "\r", " ", " ", " ", " ", " ", "F", "\x1b", "y", "\r", "t", "\x1b", "H", " ", "n"}

// onTerminal runs the real binary on a terminal of the system, types, and returns
// what it sent there.
func (v *victim) onTerminal(t *testing.T, args []string, keys ...string) *escapes.Sent {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := &exec.Cmd{Path: self, Args: append([]string{"dossier"}, args...), Env: append([]string{"LANG=C.UTF-8", "PAGER="}, v.env...), Dir: t.TempDir()}
	s := tty.Start(t, cmd, 100, 40, tty.AtOnce)
	for _, key := range keys {
		settled(s)
		s.Type(key)
	}
	if keys != nil {
		settled(s)
		s.Type("\x03")
	}
	s.End()
	return escapes.Listen(s.Sent())
}

// settled waits until something is on the screen, and nothing more comes.
func settled(s *tty.Terminal) {
	s.T.Helper()
	before := 0
	s.Until("it is drawn", func() bool {
		time.Sleep(80 * time.Millisecond) // a lone esc is one only then
		now := len(s.Sent())
		still := now > 0 && now == before
		before = now
		return still
	})
}

// TestBatteryEscapesOnTerminal runs the real binary on a terminal of the system:
// the reader, and the verbs that have styles there. It sends no byte of another
// kind than on a folder that means well.
func TestBatteryEscapesOnTerminal(t *testing.T) {
	t.Parallel()
	verbs := [][]string{{"show", "--no-pager", "text"}, {"list"}, {"facets"}, {"cuts"}, {"check"}, {"list", "title:nobody"}}[:battery.Of(1, 6)]
	tried := 0
	t.Run("each", func(t *testing.T) {
		well := newVictim(t, escapes.Tell+" plain")
		usual := well.onTerminal(t, []string{well.folder.Dir}, pages...)
		for _, p := range groups()[:battery.Of(1, len(groups()))] {
			tried += 1 + len(verbs)
			t.Run(p.Name, func(t *testing.T) {
				t.Parallel()
				v := newVictim(t, p.Text)
				sent := v.onTerminal(t, []string{v.folder.Dir}, pages...)
				if err := sent.Judge(usual); err != nil {
					t.Error(err)
				}
				if !sent.Told(escapes.Tell + "dossierz") {
					t.Error("the window has no title of the dossier's")
				}
				for _, verb := range verbs {
					if err := v.onTerminal(t, append(verb, v.folder.Dir)).Judge(usual); err != nil {
						t.Errorf("%v: %v", verb, err)
					}
				}
			})
		}
	})
	battery.Tried(t, tried, "runs of the real binary on a terminal, with escapes everywhere")
}
