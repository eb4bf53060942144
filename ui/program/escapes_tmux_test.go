//go:build unix

package program

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dossier/articles/battery"
	"dossier/articles/battery/escapes"
)

// tmux is a server of its own with two panes: in one stands a text that nothing may
// change, in the other runs what is typed there.
type tmux struct {
	t      *testing.T
	socket string
}

func newTmux(t *testing.T, dir string) tmux {
	m := tmux{t, filepath.Join(dir, "socket")}
	t.Cleanup(func() { m.ask("kill-server") })
	m.do("-f", "/dev/null", "new-session", "-d", "-n", "window", "-x", "100", "-y", "50", "echo untouched; exec cat -v")
	// All that a payload may wish for.
	for _, option := range []string{"set-clipboard", "allow-passthrough", "allow-rename", "allow-set-title", "set-titles", "monitor-bell"} {
		m.ask("set-option", "-g", option, "on")
	}
	m.do("split-window", "-l", "40", "exec sh")
	m.see("0", "untouched")
	return m
}

// ask asks the server, and returns nothing if it does not know.
func (m tmux) ask(args ...string) string {
	out, _ := exec.Command("tmux", append([]string{"-S", m.socket}, args...)...).Output()
	return strings.TrimSpace(string(out))
}

func (m tmux) do(args ...string) {
	m.t.Helper()
	if out, err := exec.Command("tmux", append([]string{"-S", m.socket}, args...)...).CombinedOutput(); err != nil {
		m.t.Fatalf("tmux %v: %v\n%s", args, err, out)
	}
}

// screen is what a pane shows.
func (m tmux) screen(pane string) string { return m.ask("capture-pane", "-p", "-t", "window."+pane) }

// see waits for a text in a pane.
func (m tmux) see(pane, text string) {
	m.t.Helper()
	for end := time.Now().Add(20 * time.Second); !strings.Contains(m.screen(pane), text); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			m.t.Fatalf("%q did not come; the screen is\n%s", text, m.screen(pane))
		}
	}
}

// press types keys, and waits until the pane is drawn.
func (m tmux) press(keys ...string) string {
	m.t.Helper()
	before, end := m.screen("1"), time.Now().Add(slow)
	m.do(append([]string{"send-keys", "-t", "window.1"}, keys...)...)
	time.Sleep(100 * time.Millisecond) // also for what would type an answer
	for m.screen("1") == before && time.Now().Before(end) {
		time.Sleep(20 * time.Millisecond)
	}
	for now := m.screen("1"); now != before; now = m.screen("1") {
		before = now
		time.Sleep(40 * time.Millisecond)
	}
	return before
}

// obeys fails where there would be nothing to see.
func obeys(t *testing.T) {
	t.Helper()
	m := newTmux(t, t.TempDir())
	m.do("send-keys", "-t", "window.1", "-l", "printf '\\033]52;c;dGFrZW4=\\007\\033]2;taken\\007\\033[c'; exec cat -v\n")
	for end := time.Now().Add(20 * time.Second); m.ask("show-buffer") != "taken" || m.ask("display", "-p", "-t", "window.1", "#{pane_title}") != "taken" || !strings.Contains(m.screen("1"), "^[[?"); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("this tmux obeys nothing; its screen is\n%s", m.screen("1"))
		}
	}
}

// TestBatteryEscapesInTmux reads hostile articles with the real binary in tmux,
// which obeys titles, clipboards and what is passed through: nothing is set, the
// screen beside it stays, and no answer is typed.
func TestBatteryEscapesInTmux(t *testing.T) {
	if _, err := exec.LookPath("tmux"); err != nil {
		t.Skip(err)
	}
	t.Parallel()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	obeys(t)
	var places tally
	for _, p := range groups() {
		if !battery.Whole() && p.Name != "text" {
			continue
		}
		t.Run(p.Name, func(t *testing.T) {
			v := newVictim(t, p.Text)
			dir := t.TempDir()
			if err := os.Symlink(self, filepath.Join(dir, "dossier")); err != nil {
				t.Fatal(err)
			}
			m := newTmux(t, dir)
			beside, name := m.screen("0"), m.ask("display", "-p", "-t", "window.0", "#{window_name} #{pane_title}")
			m.do("send-keys", "-t", "window.1", "-l", "env -u TMUX PATH="+dir+":$PATH XDG_STATE_HOME="+dir+" XDG_CONFIG_HOME="+dir+" XDG_CACHE_HOME="+dir+
				" dossier "+v.folder.Dir+"; echo 'it 'has ended; exec cat -v\n")
			m.see("1", escapes.Tell)
			var seen strings.Builder
			for _, keys := range [][]string{{"!"}, {"Escape"}, {"v"}, {"Escape"}, {"i"}, {"Escape"}, {"3"}, {"i"}, {"Escape"}, {"Tab"}, {"g"}, {"Enter"}, {"Space"}, {"Space"}, {"F"}, {"Escape"}, {"t"}, {"Escape"}, {"H"}, {"n"}} {
				seen.WriteString(flat(m.press(keys...)))
			}
			if title := m.ask("display", "-p", "-t", "window.1", "#{pane_title}"); !strings.HasPrefix(title, escapes.Tell+"dossierz ") {
				t.Errorf("the title is %q, not the dossier's", title)
			}
			m.press("q", "q", "q")
			m.see("1", "it has ended")
			if after := m.press("Enter"); !strings.HasSuffix(after, "it has ended") {
				t.Errorf("something was typed:\n%s", after)
			}
			if buffers := m.ask("list-buffers"); buffers != "" {
				t.Errorf("the clipboard has %s", buffers)
			}
			if now := m.screen("0"); now != beside {
				t.Errorf("the screen beside it was\n%s\nand is\n%s", beside, now)
			}
			if now := m.ask("display", "-p", "-t", "window.0", "#{window_name} #{pane_title}"); now != name {
				t.Errorf("the window was called %q and is called %q", name, now)
			}
			places.count(seen.String(), []string{"title", "author", "actor", "para", "head"})
			if err := escapes.Plain(seen.String()); err != nil {
				t.Error(err)
			}
		})
	}
	places.sum(t)
	battery.Tried(t, places.rounds, "payloads in tmux")
}
