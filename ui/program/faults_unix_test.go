//go:build unix

package program

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"dossier/articles/battery"
	"dossier/ui/terminal/tty"
)

// asDossier makes the program of this test be dossier.
const asDossier = "DOSSIER_ITSELF=1"

// home is where one test's programs keep what the reader leaves.
type home struct {
	t   *testing.T
	dir string
	env []string
}

func newHome(t *testing.T, env ...string) home {
	dir := t.TempDir()
	return home{t, dir, append([]string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "TMPDIR=" + dir, "LANG=C.UTF-8", "TERM=xterm-256color",
		"XDG_STATE_HOME=" + dir, "XDG_CACHE_HOME=" + dir, "XDG_CONFIG_HOME=" + dir,
	}, env...)}
}

// dossier is the program as a process of its own.
func (h home) dossier(args ...string) *exec.Cmd {
	cmd := h.program("dossier", args...)
	cmd.Env = append(cmd.Env, asDossier)
	return cmd
}

// program is one that the test's program can be.
func (h home) program(name string, args ...string) *exec.Cmd {
	self, err := os.Executable()
	if err != nil {
		h.t.Fatal(err)
	}
	return &exec.Cmd{Path: self, Args: append([]string{name}, args...), Env: h.env, Dir: h.dir}
}

// on runs it on a terminal.
func (h home) on(w, ht int, args ...string) *tty.Terminal {
	return tty.Start(h.t, h.dossier(args...), w, ht, tty.AtOnce)
}

// left is what is kept of what the reader left.
func (h home) left() string {
	logs, err := filepath.Glob(filepath.Join(h.dir, "dossier", "marks", "*.jsonl"))
	if err != nil {
		h.t.Fatal(err)
	}
	var all strings.Builder
	for _, log := range logs {
		text, err := os.ReadFile(log)
		if err != nil {
			h.t.Fatal(err)
		}
		all.Write(text)
	}
	return all.String()
}

// asFound checks that a terminal is as the program found it.
func asFound(t *testing.T, s *tty.Terminal, when string) {
	t.Helper()
	if odd := s.Odd(); odd != nil {
		t.Errorf("%s the terminal keeps %s", when, strings.Join(odd, ", "))
	}
}

// works checks that keys do what they say.
func works(s *tty.Terminal) {
	s.T.Helper()
	s.Type("?")
	s.See("this help")
	s.Type("\x1b")
	s.Until("the help is closed", func() bool { return !strings.Contains(s.Text(), "this help") })
}

// TestBatteryEndings ends the reader in every way there is, in the middle of an
// article: the terminal is as it was found, and what was marked and read is kept.
func TestBatteryEndings(t *testing.T) {
	signal := func(sig syscall.Signal) func(*tty.Terminal) { return func(s *tty.Terminal) { s.Signal(sig) } }
	type_ := func(text string) func(*tty.Terminal) { return func(s *tty.Terminal) { s.Type(text) } }
	endings := []struct {
		name   string
		end    func(*tty.Terminal)
		status int
		gone   bool // with its terminal
	}{
		{"q", type_("qq"), 0, false},
		{"ctrl+c", type_("\x03"), 0, false},
		{"SIGINT", signal(syscall.SIGINT), 130, false},
		{"SIGTERM", signal(syscall.SIGTERM), 0, false},
		{"SIGHUP", signal(syscall.SIGHUP), 0, false},
		{"SIGQUIT", signal(syscall.SIGQUIT), 0, false},
		{"hanging up", (*tty.Terminal).HangUp, 0, true},
	}
	for _, e := range endings {
		t.Run(e.name, func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			s := h.on(80, 24, "--mouse")
			s.See("5 of 5")
			s.Type("s\r")
			s.See("q back", "Man sei dabei")
			s.Type("\x04")
			s.See("Anschrift in Schottland")
			s.Type("\x04") // beyond the facts, which stand before the text
			s.Until("the text is scrolled", func() bool { return !strings.Contains(s.Text(), "Man sei dabei") })
			e.end(s)
			if status := s.End(); status != e.status {
				t.Errorf("it ended with status %d", status)
			}
			if !e.gone {
				asFound(t, s, "after "+e.name)
			}
			for _, fact := range []string{`"kind":"star"`, `"kind":"read"`, `"kind":"position"`} {
				if left := h.left(); !strings.Contains(left, fact) {
					t.Errorf("%s is lost: %s", fact, left)
				}
			}
		})
	}
	battery.Tried(t, len(endings), "endings of the reader on a terminal")
}

// jobs is a shell that runs the program as a job of its own, and once it is
// stopped waits for a line before it lets it go on.
const jobs = `set -m; "$@"; while jobs | grep -q Stopped; do echo back in the shell; read line; fg; done; echo over`

// TestBatteryStopped stops the reader and goes on, by its key and from outside.
func TestBatteryStopped(t *testing.T) {
	rounds := battery.Of(3, 50)
	for name, stop := range map[string]func(*tty.Terminal){
		"ctrl+z":  func(s *tty.Terminal) { s.Type("\x1a") },
		"SIGTSTP": func(s *tty.Terminal) { s.Signal(syscall.SIGTSTP) },
		"SIGSTOP": func(s *tty.Terminal) { s.Signal(syscall.SIGSTOP) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			cmd := h.dossier("--mouse")
			shell := exec.Command("bash", append([]string{"-c", jobs, "sh", cmd.Path}, cmd.Args[1:]...)...)
			shell.Env, shell.Dir = append(h.env, asDossier), cmd.Dir
			s := tty.Start(t, shell, 80, 24, tty.AtOnce)
			s.Shell = true
			s.See("enter read")
			for range rounds {
				stop(s)
				s.Until("the program is stopped", s.Stopped)
				if name != "SIGSTOP" { // which no program can prepare for
					s.See("back in the shell")
					asFound(t, s, "stopped")
				}
				s.Resize(90, 24)
				s.Type("\n")
				s.Until("the program goes on", func() bool { return !s.Stopped() })
				works(s)
				s.Resize(80, 24)
				works(s)
			}
			s.Type("q")
			s.See("over")
			if status := s.End(); status != 0 {
				t.Errorf("it ended with status %d", status)
			}
			if name != "SIGSTOP" { // after which the shell leaves it as it found it then
				asFound(t, s, "at the end")
			}
		})
	}
	battery.Tried(t, 3*rounds, "times stopped and gone on")
	t.Run("without a shell", func(t *testing.T) {
		s := newHome(t).on(80, 24)
		s.See("enter read")
		s.Type("\x1a")
		s.See("there is no shell to go back to here")
		works(s)
		s.Type("q")
		s.End()
	})
}

// TestBatteryTerminals starts the program on terminals of many kinds.
func TestBatteryTerminals(t *testing.T) {
	kinds := []struct {
		name  string
		env   []string
		lines bool // it is read line by line
	}{
		{"xterm", []string{"TERM=xterm"}, false},
		{"linux", []string{"TERM=linux"}, false},
		{"vt100", []string{"TERM=vt100"}, false},
		{"unknown", []string{"TERM=never-heard-of"}, false},
		{"no colour", []string{"NO_COLOR=1"}, false},
		{"dumb", []string{"TERM=dumb"}, true},
		{"empty", []string{"TERM="}, true},
	}
	for _, k := range kinds {
		t.Run(k.name, func(t *testing.T) {
			t.Parallel()
			s := newHome(t, k.env...).on(80, 24)
			if k.lines {
				s.See("q quit")
				s.Type("q\n")
			} else {
				s.See("5 of 5")
				s.Type("q")
			}
			if status := s.End(); status != 0 {
				t.Errorf("it ended with status %d", status)
			}
			asFound(t, s, "at the end")
			if sent := s.Sent(); k.lines && strings.Contains(sent, "\x1b") {
				t.Errorf("escape sequences: %q", sent)
			}
		})
	}
	battery.Tried(t, len(kinds), "kinds of terminal")
}

// TestBatteryStreams joins the program to something else than a terminal.
func TestBatteryStreams(t *testing.T) {
	t.Run("piped in", func(t *testing.T) {
		cmd := newHome(t).dossier("-")
		cmd.Stdin = strings.NewReader("# A piped title\n\nSome words.\n")
		s := tty.Start(t, cmd, 80, 24, tty.AtOnce)
		s.See("A piped title", "Some words.")
		s.Type("qq")
		if status := s.End(); status != 0 {
			t.Errorf("it ended with status %d", status)
		}
		asFound(t, s, "after piped text")
	})
	t.Run("piped out", func(t *testing.T) {
		cmd := newHome(t).dossier()
		var out strings.Builder
		cmd.Stdout = &out
		s := tty.Start(t, cmd, 80, 24, tty.AtOnce)
		if status := s.End(); status != 0 || strings.Contains(out.String(), "\x1b") || !strings.Contains(out.String(), "Apple") {
			t.Errorf("status %d and %q", status, out.String())
		}
		if s.Sent() != "" {
			t.Errorf("to the terminal it wrote %q", s.Sent())
		}
	})
	t.Run("closed", func(t *testing.T) {
		read, write, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		read.Close()
		for _, args := range [][]string{nil, {"list", "--json"}, {"cuts"}, {"show", "wieder-online"}, {"export"}, {"man"}, {"licenses"}} {
			cmd := newHome(t).dossier(args...)
			cmd.Stdout = write
			var errs strings.Builder
			cmd.Stderr = &errs
			if err := cmd.Run(); err != nil || errs.Len() > 0 {
				t.Errorf("%v into a closed pipe: %v, %s", args, err, errs.String())
			}
		}
		write.Close()
	})
	t.Run("no terminal", func(t *testing.T) {
		cmd := newHome(t).dossier()
		cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
		out, err := cmd.CombinedOutput()
		if err != nil || !strings.Contains(string(out), "Apple") {
			t.Errorf("%v: %s", err, out)
		}
	})
}

// TestBatteryNoAnswer holds that the first frame waits for no answer of the
// terminal, and that answers which come late or in pieces are no keys.
func TestBatteryNoAnswer(t *testing.T) {
	const w, h = 100, 24
	usual := newHome(t).on(w, h)
	usual.See("enter read", "f filter", "1/5")
	want := usual.Text()
	for name, answers := range map[string]tty.Answers{
		"never":           nil,
		"a byte at 20 ms": tty.Slowly(20 * time.Millisecond),
		"a byte at 70 ms": tty.Slowly(70 * time.Millisecond),
		"late": func(answer []byte, type_ func([]byte)) {
			time.Sleep(time.Second)
			type_(answer)
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := tty.Start(t, newHome(t).dossier(), w, h, answers)
			s.Until("the first frame", func() bool { return s.Text() == want })
			for end := time.Now().Add(time.Duration(battery.Of(3, 12)) * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
				if now := s.Text(); now != want {
					t.Fatalf("the screen is\n%s", now)
				}
			}
			works(s)
			s.Type("q")
			s.End()
			asFound(t, s, "at the end")
		})
	}
}

// TestBatterySizes makes the terminal every size, also while it is read.
func TestBatterySizes(t *testing.T) {
	t.Parallel()
	s := newHome(t).on(80, 24)
	s.See("5 of 5")
	sizes := [][2]int{{1, 1}, {500, 200}, {2000, 2000}, {1, 200}, {200, 1}, {10, 3}, {20, 5}}
	storm := battery.Of(200, 1000)
	for i := range storm {
		size := sizes[i%len(sizes)]
		s.Resize(max(size[0]-i%7, 1), max(size[1]-i%3, 1))
		time.Sleep(time.Millisecond)
	}
	s.Resize(80, 24)
	s.See("5 of 5", "▌")
	s.Type("q")
	if status := s.End(); status != 0 {
		t.Errorf("it ended with status %d", status)
	}
	asFound(t, s, "after a storm of sizes")
	battery.Tried(t, storm, "sizes of a terminal in a storm")
}

// TestBatteryPaste pastes more than anyone would type, everywhere.
func TestBatteryPaste(t *testing.T) {
	t.Parallel()
	s := newHome(t).on(100, 30)
	s.See("5 of 5")
	paste := "\x1b[200~" + strings.Repeat("q all that\tis pasted \r\n", 1<<20/22) + "\x1b[201~"
	s.Type(paste)
	s.Type("f")
	s.Type(paste)
	s.See("0 of 5")
	s.Type("\x1b")
	s.See("5 of 5")
	s.Type("a") // there is no editor
	s.See("Note")
	s.Type(paste)
	s.See("q all that")
	s.Type("\x13")
	s.See("note kept")
	s.Type("q")
	if status := s.End(); status != 0 {
		t.Errorf("it ended with status %d", status)
	}
	asFound(t, s, "after a paste")
	battery.Tried(t, 3*len(paste), "bytes pasted")
}

// editors are bad in every way.
var editors = map[string]string{
	"fails":                   `exit 3`,
	"is not there":            ``,
	"is killed":               `kill -9 $$`,
	"leaves the terminal odd": `printf '\033[?1049h\033[?1000h\033[?1003h\033[?25l\033[?2004l\033]0;odd\007\033[31m'; stty raw -echo; exit 1`,
	"is killed in the middle": `printf '\033[?1049h\033[?1000h\033[?25l'; stty raw -echo; echo words >>"$1"; kill -9 $$`,
}

// TestBatteryEditors writes notes with editors that are bad in every way.
func TestBatteryEditors(t *testing.T) {
	for name, body := range editors {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			editor := filepath.Join(h.dir, "editor")
			if body != "" {
				if err := os.WriteFile(editor, []byte("#!/bin/sh\n"+body+"\n"), 0o700); err != nil {
					t.Fatal(err)
				}
			}
			h.env = append(h.env, "EDITOR="+editor)
			s := h.on(200, 30, "--mouse")
			s.See("5 of 5")
			s.Type("a")
			s.See("the editor failed")
			time.Sleep(200 * time.Millisecond) // keys that come at once are taken for those of the editor
			works(s)
			s.Type("q")
			if status := s.End(); status != 0 {
				t.Errorf("it ended with status %d", status)
			}
			asFound(t, s, "after an editor that "+name)
		})
	}
	battery.Tried(t, len(editors), "bad editors")
}

// TestBatteryKeysForTheEditor types what is meant for an editor that has not
// begun to read yet, or means something else by it.
func TestBatteryKeysForTheEditor(t *testing.T) {
	for name, keys := range map[string]struct{ early, then string }{
		"at once":      {early: "qqsmq"},
		"interrupting": {then: "\x03"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			editor := filepath.Join(h.dir, "editor")
			script := "#!/bin/sh\ntrap : INT\necho in the editor\nsleep 1\necho words >>\"$1\"\n"
			if err := os.WriteFile(editor, []byte(script), 0o700); err != nil {
				t.Fatal(err)
			}
			h.env = append(h.env, "EDITOR="+editor)
			s := h.on(100, 30)
			s.See("enter read")
			s.Type("a" + keys.early)
			s.See("in the editor")
			s.Type(keys.then)
			s.See("note kept")
			time.Sleep(200 * time.Millisecond)
			works(s)
			s.Type("q")
			if status := s.End(); status != 0 {
				t.Errorf("it ended with status %d", status)
			}
			left := h.left()
			if !strings.Contains(left, "words") || strings.Contains(left, `"star"`) || strings.Contains(left, `"read"`) {
				t.Errorf("it kept %s", left)
			}
			asFound(t, s, "at the end")
		})
	}
}
