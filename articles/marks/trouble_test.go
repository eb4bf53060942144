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
	"dossier/model"
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
		time.Sleep(saveAfter + 1)
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

// write adds records that this program would not write.
func write(t testing.TB, dir string, objects ...string) {
	t.Helper()
	l := &journal.Log{Path: logPath(dir)}
	nobody := &Store{saved: newLedger()}
	if err := l.Append(&lines{store: nobody}, func() (all [][]byte) {
		for _, o := range objects {
			all = append(all, []byte(o))
		}
		return all
	}); err != nil {
		t.Fatal(err)
	}
}

func TestOtherSchemas(t *testing.T) {
	dir := t.TempDir()
	strange := []string{
		`{"v":2,"seq":70,"kind":"star","key":"a","on":false}`,
		`{"v":1,"seq":71,"kind":"rating","key":"a","on":true}`,
		`{"v":1,"seq":72,"kind":"star","key":"a","on":"yes"}`,
		`{"v":1,"seq":99999999999999999999,"kind":"star","key":"a","on":true}`,
		`{"v":1,"seq":9999999999999999999,"kind":"star","key":"a"}`,
		`{"v":1,"kind":"star","key":"a"}`,
		`{"v":1,"seq":73,"kind":"view","key":"ab","view":{}}`,
		`{"nothing":1}`,
	}
	write(t, dir, `{"seq":1,"kind":"star","key":"a","on":true}`, `{"v":1,"seq":2,"time":"9999-12-31T23:59:59-23:00","kind":"read","key":"a","on":true,"new":[1]}`)
	write(t, dir, strange...)
	s := open(t, dir)
	s.log.Smallest = 1000
	if got := s.Get("a"); !got.Starred || !got.Read {
		t.Errorf("%+v", got)
	}
	for i := range 100 {
		set(t, s, mark.Note("b", fmt.Sprint(i)))
	}
	set(t, s, mark.Read("a", false))
	undo(t, s, mark.Read("a", true))
	text, err := os.ReadFile(logPath(dir))
	if err != nil || len(text) > 6000 {
		t.Errorf("%d bytes, %v", len(text), err)
	}
	for _, line := range strange {
		if !strings.Contains(string(text), line[1:]) {
			t.Errorf("lost %s", line)
		}
	}
	if !strings.Contains(string(text), `"seq":172,`) {
		t.Error("a number was given twice")
	}
}

func TestDamageIsToldOnce(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	set(t, s, mark.Note("a", "first"), mark.Note("b", "second"), mark.Note("c", "third"))
	text, _ := os.ReadFile(logPath(dir))
	put(t, logPath(dir), strings.Replace(string(text), "second", "secund", 1))
	damaged, notices := Open(dir, Builtin)
	if len(notices) != 1 || notices[0].Kind != model.AboutFile || !strings.HasPrefix(notices[0].Text, "1 damaged line of your marks is left out") {
		t.Errorf("%+v", notices)
	}
	if aside, _ := os.ReadFile(logPath(dir) + ".damaged"); !strings.Contains(string(aside), "secund") {
		t.Errorf("set aside: %q", aside)
	}
	again := open(t, dir) // without a notice
	for _, s := range []*Store{damaged, again} {
		if len(s.All()) != 2 || s.Get("c").Note != "third" {
			t.Errorf("%+v", s.All())
		}
	}
	if changed, err := s.Refresh(); !changed || err != nil || len(s.All()) != 2 {
		t.Errorf("%v, %v, %+v", changed, err, s.All())
	}
}

// Whatever stands where the log should be, the program starts.
func FuzzOpen(f *testing.F) {
	dir := f.TempDir()
	s := open(f, dir)
	set(f, s, mark.Read("a", true), mark.Note("b", "x"), mark.Star("c", true))
	text, err := os.ReadFile(logPath(dir))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Add(text[:len(text)-3])
	f.Add([]byte("\x00\n{}\n"))
	if err := os.Remove(logPath(dir)); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		dir := t.TempDir()
		if err := os.MkdirAll(filepath.Dir(logPath(dir)), 0o700); err != nil {
			t.Fatal(err)
		}
		put(t, logPath(dir), string(text))
		s, _ := Open(dir, Builtin)
		want := s.All()
		set(t, s, mark.Note("new", "note"))
		again, _ := Open(dir, Builtin) // which may tell of a damaged line
		if got := again.All(); got["new"].Note != "note" || len(got) < len(want) {
			t.Fatalf("%q: %+v, then %+v", text, want, got)
		}
	})
}
