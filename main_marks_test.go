package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dossier/ui/terminal/screen"
)

// again runs the true program in an environment that an earlier run may have
// left something in.
func again(t *testing.T, env []string, w, h int, args ...string) *screen.Screen {
	t.Helper()
	s := screen.Start(w, h, func(in io.Reader, out io.Writer, options []tea.ProgramOption) error {
		var errs bytes.Buffer
		if status := run(args, streams{in, out, &errs, env, true, options}); status != 0 {
			return fmt.Errorf("exit status %d: %s", status, errs.String())
		}
		return nil
	})
	t.Cleanup(func() { s.Stop() })
	return s
}

// leave quits at the list, and waits until all is kept.
func leave(t *testing.T, s *screen.Screen) {
	t.Helper()
	s.Press("q")
	if err := s.Ended(); err != nil {
		t.Fatal(err)
	}
}

// verb runs a verb in an environment.
func verb(env []string, args ...string) (out string, status int) {
	var b bytes.Buffer
	status = run(args, streams{nil, &b, &b, env, false, nil})
	return b.String(), status
}

func TestMarksStay(t *testing.T) {
	t.Parallel()
	env := environment(t)
	s := again(t, env, 100, 30)
	see(t, s, "5 of 5")
	s.Press("j", "s")
	see(t, s, "starred; is:starred lists what is", "★ de · 13 Jan 2021")
	s.Press("j", "m")
	see(t, s, "marked read", "✓ fr · 11 Jan 2021")
	leave(t, s)

	s = again(t, env, 100, 30)
	see(t, s, "★ de · 13 Jan 2021", "✓ fr · 11 Jan 2021", "3/5", "!on with")
	s.Press("f", "is:starred", "enter")
	see(t, s, "1 of 5", "Parlers Chef")
	s.Press("s")
	see(t, s, "star taken away", "1 of 5", "Parlers Chef")
	s.Press("X")
	see(t, s, "5 of 5", "!★")
	leave(t, s)

	if out, status := verb(env, "list", "is:read"); status != 0 || strings.Count(out, "\n") != 1 || !strings.HasPrefix(out, "menaces") {
		t.Errorf("list is:read: %d, %s", status, out)
	}
	if out, status := verb(env, "list", "is:starred"); status != 1 {
		t.Errorf("list is:starred: %d, %s", status, out)
	}
}

func TestWhatWasMarkedIsUndone(t *testing.T) {
	t.Parallel()
	env := environment(t)
	s := again(t, env, 100, 30)
	see(t, s, "5 of 5")
	s.Press("u")
	see(t, s, "nothing that you marked in this run is left to undo")
	s.Press("s", "m", "m")
	see(t, s, "marked unread", "★ de")
	s.Press("u")
	see(t, s, "undone: read again · Parlers", "★ ✓ de")
	s.Press("u")
	see(t, s, "undone: unread again", "!✓ de")
	s.Press("u")
	see(t, s, "undone: not starred", "!★")
	leave(t, s)
	s = again(t, env, 100, 30)
	see(t, s, "5 of 5", "!★", "!✓")
	s.Press("u")
	see(t, s, "nothing that you marked")
}

// editor is a program that writes a note.
func editor(t *testing.T, script string) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the editor of this test is a shell script")
	}
	file := filepath.Join(t.TempDir(), "editor.sh")
	if err := os.WriteFile(file, []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestNoteInAnEditor(t *testing.T) {
	t.Parallel()
	log := filepath.Join(t.TempDir(), "log")
	write := editor(t, `[ "$1" = -n ] && shift
ls -ld "$(dirname "$1")" "$1" >>`+log+`; echo "$1" >>`+log+`
printf 'Ask \033]0;evil\007 Matze.\n' >>"$1"`)
	env := environment(t, "TMPDIR="+t.TempDir(), "EDITOR=nothing-of-that-name", "VISUAL="+write+" -n")
	s := again(t, env, 100, 30)
	see(t, s, "5 of 5")
	s.Press("a")
	see(t, s, "note kept; has:note lists articles with one", "✎ de · 18 Jan 2021")
	s.Press("k") // what reads keys cannot be stopped on an emulator, so that the first is lost
	s.Press("enter")
	see(t, s, "Note      Ask ␛]0;evil␇ Matze.", "Ein Teil von Parler")
	s.Press("a")
	see(t, s, "Note      Ask ␛]0;evil␇ Matze.", "note kept")
	s.Press("k")

	told, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(told)), "\n")
	if !strings.HasPrefix(lines[0], "drwx------") || !strings.HasPrefix(lines[1], "-rw-------") {
		t.Errorf("others may look into %s", told)
	}
	if _, err := os.Stat(filepath.Dir(lines[2])); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the note's folder is left behind: %v", err)
	}
	if out, status := verb(env, "list", "has:note"); status != 0 || !strings.HasPrefix(out, "wieder-online") {
		t.Errorf("list has:note: %d, %s", status, out)
	}
}

func TestEditorThatFailsLosesNothing(t *testing.T) {
	t.Parallel()
	for script, want := range map[string]string{
		"exit 1":                      "the editor failed: exit status 1; the note is as it was",
		"echo words >>\"$1\"; exit 1": "what you wrote is in ",
		"true":                        "the note is as it was",
		"rm \"$1\"":                   "no such file",
		"head -c 70000 /dev/zero | tr '\\0' x >\"$1\"": "shorten it; it is in ",
	} {
		s := again(t, environment(t, "EDITOR="+editor(t, script), "TMPDIR="+t.TempDir()), 200, 30)
		see(t, s, "5 of 5")
		s.Press("a")
		see(t, s, want, "!✎")
		s.Press("k") // is lost, see above
	}
	s := again(t, environment(t, "EDITOR=/nowhere/editor"), 200, 30)
	see(t, s, "5 of 5")
	s.Press("a")
	see(t, s, "the editor failed", "the note is as it was", "5 of 5")
	s.Press("k")
}

func TestNoteOnTheScreen(t *testing.T) {
	t.Parallel()
	env := environment(t)
	s := again(t, env, 80, 24)
	see(t, s, "5 of 5")
	s.Press("a")
	see(t, s, "Note · Parlers Lebenszeichen", "ctrl+s keep")
	s.Press("q is text", "enter", "and so is ?", "esc")
	see(t, s, "esc once more drops what you wrote", "q is text")
	s.Press("\x13")
	see(t, s, "note kept", "✎ de · 18 Jan 2021")
	s.Press("i")
	see(t, s, "Note        q is text\n", "and so is ?")
	s.Press("esc", "a", "backspace", "esc", "esc")
	see(t, s, "the note is as it was")
	s.Press("a")
	see(t, s, "and so is ?")
	s.Press(strings.Repeat("\x7f", 40), "\x13")
	see(t, s, "note taken away", "!✎")
	s.Press("u")
	see(t, s, "undone: the note it had before", "✎")
}

// TestArticleOpensWhereItWasLeft on a screen of another size, and after another
// paragraph of it was edited.
func TestArticleOpensWhereItWasLeft(t *testing.T) {
	t.Parallel()
	dir, env := t.TempDir(), environment(t)
	write := func(first string) {
		var b strings.Builder
		b.WriteString("---\ntitle: Long\nlanguage: en\n---\n" + first + "\n\n")
		for n := range 60 {
			fmt.Fprintf(&b, "Paragraph %d %s.\n\n", n, strings.Repeat("goes on and on ", 20))
		}
		for _, name := range []string{"long.md", "other.md"} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(strings.ReplaceAll(b.String(), "Long", name)), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	write("The beginning.")
	s := again(t, env, 100, 30, dir)
	see(t, s, "2 of 2")
	s.Press("enter")
	see(t, s, "The beginning.")
	s.Press("space", "space", "space", "space", "space", "space")
	see(t, s, "Paragraph 23 ")
	s.Press("q")
	see(t, s, "2 of 2")
	leave(t, s)

	write(strings.Repeat("A longer beginning. ", 300))
	s = again(t, env, 60, 20, dir)
	see(t, s, "2 of 2")
	s.Press("enter")
	see(t, s, "on from where you left", "Paragraph 23 ", "!longer beginning")
	s.Press("g")
	see(t, s, "A longer beginning.")
	s.Press("q", "enter")
	see(t, s, "A longer beginning.", "!on from where")

	// A program that ends in the midst of an article goes on there.
	s.Press("space", "space", "space", "space", "space", "space", "space", "space", "space", "ctrl+c")
	if err := s.Ended(); err != nil {
		t.Fatal(err)
	}
	s = again(t, env, 100, 30, dir)
	see(t, s, "Paragraph ", "on from where you left")
}

func TestDossierGoesOnAsItWasLeft(t *testing.T) {
	t.Parallel()
	env := environment(t)
	s := again(t, env, 120, 40)
	see(t, s, "5 of 5")
	s.Press("f", "vendor:Apple", "enter", "S", "T", "j", "2")
	see(t, s, "vendor:Apple  sort:date", "4 of 5", "space include")
	s.Press("ctrl+c")
	if err := s.Ended(); err != nil {
		t.Fatal(err)
	}
	s = again(t, env, 120, 40)
	see(t, s, "on with the filter that you left; X drops it", "vendor:Apple  sort:date", "4 of 5")
	light := fmt.Sprint(s.Cell(1, 1).Style.Fg)
	s.Press("down")
	see(t, s, "include", "!on with the filter")
	s.Press("q", "X", "S", "T")
	see(t, s, "5 of 5")
	leave(t, s)

	s = again(t, env, 120, 40, "lang:fr")
	see(t, s, "lang:fr", "1 of 5", "!on with the filter")
	if dark := fmt.Sprint(s.Cell(1, 1).Style.Fg); dark == light {
		t.Errorf("the filter is drawn in %s, light and dark", dark)
	}
	leave(t, s)
}

func TestViewsAreSaved(t *testing.T) {
	t.Parallel()
	env := environment(t)
	s := again(t, env, 80, 24)
	see(t, s, "5 of 5")
	s.Press("'")
	see(t, s, "letter of a saved view")
	s.Press("t")
	see(t, s, "no view is saved under t")
	s.Press("f", "vendor:Twilio", "enter", "'", "'")
	see(t, s, "Saved views", "No view is saved yet")
	s.Press("+", "t  Twilio alone", "enter")
	see(t, s, "view t saved", "t  Twilio alone", "vendor:Twilio", "1 article")
	s.Press("esc", "X", "'", "'", "+", "t all", "enter")
	see(t, s, "t is vendor:Twilio; enter once more replaces it")
	s.Press("esc", "+", "j", "enter")
	see(t, s, "view j saved", "all articles", "5 articles")
	s.Press("t")
	see(t, s, "vendor:Twilio", "1 of 5", "view t  Twilio alone")
	leave(t, s)

	s = again(t, env, 80, 24)
	see(t, s, "1 of 5")
	s.Press("'", "j")
	see(t, s, "5 of 5")
	s.Press("'", "space", "-")
	see(t, s, "- once more drops the view j")
	s.Press("-")
	see(t, s, "view j dropped; it was all articles", "!5 articles\n")
	s.Press("esc", "?", "G")
	see(t, s, "' t", "Twilio alone · vendor:Twilio", "!' j")
}

func TestTwoProgramsAgree(t *testing.T) {
	t.Parallel()
	env := environment(t)
	a, b := again(t, env, 100, 30), again(t, env, 100, 30)
	see(t, a, "5 of 5")
	see(t, b, "5 of 5")
	a.Press("s")
	see(t, a, "★ de · 18 Jan")
	b.Press("j", "m")
	see(t, b, "✓ de · 13 Jan")
	b.Press("\x1b[I") // the terminal got the focus
	see(t, b, "★ de · 18 Jan")
	see(t, a, "✓ de · 13 Jan") // after five seconds
}

// TestMarksWithoutAPlace cannot be saved: a file stands where their folder
// should be. They count all the same.
func TestMarksWithoutAPlace(t *testing.T) {
	t.Parallel()
	state := t.TempDir()
	if err := os.WriteFile(filepath.Join(state, "dossier"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := again(t, environment(t, "XDG_STATE_HOME="+state), 160, 30)
	see(t, s, "5 of 5")
	s.Press("s")
	see(t, s, "marks are not being saved in", "They last until you leave", "★")
	s.Press("j", "s")
	see(t, s, "starred; is:starred lists what is", "!not being saved")
	s.Press("!")
	see(t, s, "your marks", "marks are not being saved in")
	s.Press("esc")
	leave(t, s)
}

// TestLookingLeavesNothing opens dossiers without marking anything.
func TestLookingLeavesNothing(t *testing.T) {
	t.Parallel()
	state := t.TempDir()
	env := environment(t, "XDG_STATE_HOME="+state)
	s := again(t, env, 80, 24)
	see(t, s, "5 of 5")
	s.Press("j", "k", "1", "q")
	leave(t, s)
	if out, status := verb(env, "list", "is:unread"); status != 0 {
		t.Error(status, out)
	}
	if left, err := os.ReadDir(state); err != nil || len(left) > 0 {
		t.Errorf("there is %v, %v", left, err)
	}
}

func TestMarksFollowARenamedFile(t *testing.T) {
	t.Parallel()
	dir, env := t.TempDir(), environment(t)
	for _, name := range []string{"a", "b"} {
		text := "---\ntitle: Title " + name + "\nlanguage: en\n---\nThe text of " + name + ".\n"
		if err := os.WriteFile(filepath.Join(dir, name+".md"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s := again(t, env, 80, 24, dir)
	see(t, s, "2 of 2")
	s.Press("s")
	see(t, s, "★")
	leave(t, s)
	if err := os.Rename(filepath.Join(dir, "a.md"), filepath.Join(dir, "z.md")); err != nil {
		t.Fatal(err)
	}
	s = again(t, env, 80, 24, dir)
	see(t, s, "2 of 2", "★")
	leave(t, s)
	if out, status := verb(env, "list", dir, "is:starred"); status != 0 || !strings.HasPrefix(out, "z ") {
		t.Errorf("%d, %s", status, out)
	}
}

func TestNothingIsKeptOfStandardInput(t *testing.T) {
	t.Parallel()
	state := t.TempDir()
	if out, status := verb(environment(t, "XDG_STATE_HOME="+state), "marks", "export", "-"); status != 2 {
		t.Errorf("%d, %s", status, out)
	}
	if left, err := os.ReadDir(state); err != nil || len(left) > 0 {
		t.Errorf("there is %v, %v", left, err)
	}
}
