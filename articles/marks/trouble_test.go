package marks

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"dossier/articles/battery"
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

func TestBatteryReadOnlyFolder(t *testing.T) { readOnlyFolder(t, t.TempDir()) }

func readOnlyFolder(t *testing.T, dir string) {
	t.Helper()
	set(t, open(t, dir), mark.Note("a", "text"))
	for _, path := range []string{logPath(dir), filepath.Dir(logPath(dir))} {
		if err := os.Chmod(path, 0o500); err != nil {
			t.Fatal(err)
		}
	}
	if f, err := os.OpenFile(logPath(dir), os.O_WRONLY, 0); err == nil {
		f.Close()
		t.Skip("NOT TRIED, as who runs this may write everywhere")
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

// TestBatteryClock lets the clock go back an hour and on ten years, and anywhere:
// what is set later counts, here and for another program, and what was read later
// was.
func TestBatteryClock(t *testing.T) {
	dir, now := t.TempDir(), time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	hour, year := time.Hour, 365*24*time.Hour
	jumps := []time.Duration{0, -hour, -hour, 10 * year, -10 * year, -hour, -80 * year, 80 * year, 1, -1}
	random := rand.New(rand.NewPCG(1, 2))
	for range battery.Of(0, 1000) {
		jumps = append(jumps, time.Duration(random.Int64N(int64(40*year)))-20*year)
	}
	for i, jump := range jumps {
		now = now.Add(jump)
		s := open(t, dir)
		s.now = func() time.Time { return now }
		set(t, s, mark.Note("a", fmt.Sprint("note ", i)), mark.Read(fmt.Sprint("article ", i), true))
		other := open(t, dir)
		other.now = func() time.Time { return now.Add(-year) }
		set(t, other, mark.Note("a", fmt.Sprint("then ", i)))
		if _, err := s.Refresh(); err != nil {
			t.Fatal(err)
		}
		if got := s.Get("a").Note; got != fmt.Sprint("then ", i) || open(t, dir).Get("a").Note != got {
			t.Errorf("%v: %q", now, got)
		}
	}
	s := open(t, dir)
	for i := range len(jumps) - 1 {
		if s.Get(fmt.Sprint("article ", i)).Order >= s.Get(fmt.Sprint("article ", i+1)).Order {
			t.Error("the order of reading went with the clock")
		}
	}
	battery.Tried(t, len(jumps), "jumps of the clock")
}

// TestBatteryDamagedMarks flips a bit of a log of 4 KB with something of every kind:
// at most what stands in that line is lost, and nothing else changes.
func TestBatteryDamagedMarks(t *testing.T) {
	good := t.TempDir()
	s := open(t, good)
	for i := range 7 {
		id := fmt.Sprint("article ", i)
		set(t, s, mark.Read(id, true), mark.Star(id, true), mark.Note(id, "note on "+id), mark.At(id, mark.Position{Paragraph: i, Sum: "abc"}))
		view := mark.View{Letter: 'a' + rune(i), Name: "name", Query: "lang:de"}
		if err := errors.Join(s.SetView(view), s.SetSettings(mark.Settings{Query: "lang:de", Theme: "light"})); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(logPath(good))
	if err != nil || len(text) < 4096 {
		t.Fatalf("%d bytes, %v", len(text), err)
	}
	want, random := everything(s), rand.New(rand.NewPCG(3, 4))
	rounds := battery.Of(60, 1000)
	for range rounds {
		dir := t.TempDir()
		if err := os.MkdirAll(filepath.Dir(logPath(dir)), 0o700); err != nil {
			t.Fatal(err)
		}
		damaged, at, bit := bytes.Clone(text), random.IntN(len(text)), random.IntN(8)
		damaged[at] ^= 1 << bit
		put(t, logPath(dir), string(damaged))
		s, _ := Open(dir, Builtin)
		lost := 0
		got := everything(s)
		for name, value := range want {
			if there, ok := got[name]; !ok {
				lost++
			} else if there != value {
				t.Fatalf("bit %d of byte %d flipped: %s became %s", bit, at, name, there)
			}
		}
		if lost > 1 || len(got)+lost != len(want) {
			t.Fatalf("bit %d of byte %d flipped: %d of %d are lost, and there is %v", bit, at, lost, len(want), got)
		}
		set(t, s, mark.Star("new", true))
		if !open(t, dir).Get("new").Starred {
			t.Fatalf("bit %d of byte %d flipped: it does not go on", bit, at)
		}
	}
	battery.Tried(t, rounds, "logs of marks damaged by a bit")
}

// everything is each thing in a store, by a name of its own.
func everything(s *Store) map[string]string {
	all := map[string]string{}
	put := func(there bool, name string, value any) {
		if there {
			all[name] = fmt.Sprint(value)
		}
	}
	for id, m := range s.All() {
		put(m.Read, id+" read", m.ReadAt)
		put(m.Starred, id+" star", true)
		put(m.Note != "", id+" note", m.Note)
		put(m.Position != mark.Position{}, id+" place", m.Position)
	}
	for _, v := range s.Views() {
		put(true, "view "+string(v.Letter), v)
	}
	put(s.Settings() != mark.Settings{}, "settings", s.Settings())
	return all
}
