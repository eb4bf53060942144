package marks

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"dossier/articles/marks/journal"
	"dossier/model/mark"
)

// unsaved is the error that a change could not be saved, repeated or not.
func unsaved(t testing.TB, err error, repeated bool) {
	t.Helper()
	var u *UnsavedError
	if !errors.As(err, &u) || u.Repeated != repeated {
		t.Fatalf("%v, want it unsaved, repeated: %v", err, repeated)
	}
}

// block puts a folder in the log's place, which nobody can write to, not even
// root; unblock removes it.
func block(t testing.TB, dir string) (unblock func()) {
	t.Helper()
	path := logPath(dir)
	if err := os.MkdirAll(path, 0o700); err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := os.Remove(path); err != nil {
			t.Error(err)
		}
	}
}

func TestWhatCannotBeSavedIsSavedLater(t *testing.T) {
	dir := t.TempDir()
	unblock := block(t, dir)
	s, notices := Open(dir, Builtin)
	if len(notices) != 1 || !strings.Contains(notices[0].Text, "cannot be read") || notices[0].Path != logPath(dir) {
		t.Errorf("%+v", notices)
	}
	unsaved(t, s.Set(mark.Read("a", true)), false)
	unsaved(t, s.Set(mark.Read("b", true), mark.Note("b", "x")), true)
	unsaved(t, s.Set(mark.At("b", mark.Position{Sum: "x"})), true)
	unsaved(t, s.SetSettings(mark.Settings{Width: 7}), true)
	unsaved(t, s.Set(mark.Star("b", false)), true) // which it is already
	if step, err := s.Undo(); len(step) != 2 {
		t.Errorf("%+v, %v", step, err)
	}
	unsaved(t, s.Set(mark.Read("b", true)), true)
	if !s.Get("a").Read || s.Get("a").Order >= s.Get("b").Order {
		t.Errorf("%+v", s.All())
	}
	unsaved(t, s.Close(), true)
	unblock()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again := open(t, dir)
	if !again.Get("a").Read || !again.Get("b").Read || again.Get("b").Note != "" || again.Settings().Width != 7 || again.Get("b").Position.Sum != "x" {
		t.Errorf("%+v", again.All())
	}
	if again.Get("a").Order >= again.Get("b").Order {
		t.Error("read in another order")
	}
	block(t, filepath.Join(dir, "elsewhere"))
	set(t, s, mark.Star("a", true))
}

func TestReadOnlyFolder(t *testing.T) {
	dir := t.TempDir()
	set(t, open(t, dir), mark.Note("a", "text"))
	for _, path := range []string{logPath(dir), filepath.Dir(logPath(dir))} {
		if err := os.Chmod(path, 0o500); err != nil {
			t.Fatal(err)
		}
	}
	if f, err := os.OpenFile(logPath(dir), os.O_WRONLY, 0); err == nil {
		f.Close()
		t.Skip("who runs this may write everywhere")
	}
	s := open(t, dir)
	unsaved(t, s.Set(mark.Star("a", true)), false)
	if m := s.Get("a"); m.Note != "text" || !m.Starred {
		t.Errorf("%+v", m)
	}
	for _, path := range []string{logPath(dir), filepath.Dir(logPath(dir))} {
		if err := os.Chmod(path, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil || !open(t, dir).Get("a").Starred {
		t.Error(err)
	}
}

func TestItTriesAgain(t *testing.T) {
	dir := t.TempDir()
	unblock := block(t, dir)
	synctest.Test(t, func(t *testing.T) {
		s, _ := Open(dir, Builtin)
		if err := s.Set(mark.At("a", mark.Position{Sum: "x"})); err != nil {
			t.Errorf("told too early: %v", err)
		}
		time.Sleep(saveAfter + 1)
		synctest.Wait()
		unsaved(t, s.Set(mark.At("a", mark.Position{Sum: "y"})), false)
		unblock()
		time.Sleep(retryAfter + 1)
		synctest.Wait()
		if err := s.Set(mark.At("a", mark.Position{Sum: "y"})); err != nil {
			t.Error(err)
		}
		if got := open(t, dir).Get("a").Position.Sum; got != "y" {
			t.Errorf("%q", got)
		}
		os.RemoveAll(dir)
		put(t, dir, "a file")
		unsaved(t, s.Set(mark.Star("a", true)), false) // it was saved in between: told anew
		unsaved(t, s.Close(), true)
	})
}

func put(t testing.TB, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestErrorSaysTheWayOut(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{&os.PathError{Op: "open", Path: "/x/\x1b[2J", Err: os.ErrPermission}, "make it writable"},
		{journal.ErrBusy, "another program"},
		{&os.PathError{Op: "open", Path: "/x", Err: errors.New("\x1bstrange")}, "␛strange"},
	} {
		text := (&UnsavedError{Dir: "/y\x1b", Err: c.err}).Error()
		if !strings.Contains(text, c.want) || strings.ContainsRune(text, '\x1b') || strings.Contains(text, "/x") {
			t.Errorf("%q, want %q", text, c.want)
		}
	}
}

// What waited for an hour must not undo what another program did meanwhile.
func TestLateChangeLosesAgainstANewerOne(t *testing.T) {
	dir := t.TempDir()
	unblock := block(t, dir)
	s, _ := Open(dir, Builtin)
	s.at(2026)
	unsaved(t, s.Set(mark.Note("a", "late"), mark.Note("b", "late"), mark.Note("c", "late")), false)
	unblock()
	for year, note := range map[int]mark.Change{2027: mark.Note("a", "newer"), 2025: mark.Note("b", "older")} {
		other := open(t, dir)
		other.at(year)
		set(t, other, note)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, s := range []*Store{s, open(t, dir)} {
		if s.Get("a").Note != "newer" || s.Get("b").Note != "late" || s.Get("c").Note != "late" {
			t.Errorf("%+v", s.All())
		}
	}
}

func TestClockMayGoBack(t *testing.T) {
	dir := t.TempDir()
	for i, year := range []int{2026, 2025, 2036, 1969, 2026} {
		s := open(t, dir)
		s.at(year)
		set(t, s, mark.Note("a", fmt.Sprint("note ", i)), mark.Read(fmt.Sprint("article ", i), true))
		other := open(t, dir)
		other.at(year - 1)
		set(t, other, mark.Note("a", fmt.Sprint("then ", i)))
		if _, err := s.Refresh(); err != nil {
			t.Fatal(err)
		}
		if got := s.Get("a").Note; got != fmt.Sprint("then ", i) || open(t, dir).Get("a").Note != got {
			t.Errorf("%d: %q", year, got)
		}
	}
	s := open(t, dir)
	for i := range 4 {
		if s.Get(fmt.Sprint("article ", i)).Order >= s.Get(fmt.Sprint("article ", i+1)).Order {
			t.Error("the order of reading went with the clock")
		}
	}
}
