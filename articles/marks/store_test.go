package marks

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"dossier/model/mark"
)

// open is a program that starts.
func open(t testing.TB, dir string) *Store {
	t.Helper()
	s, notices := Open(dir, Builtin)
	if len(notices) > 0 {
		t.Fatalf("%+v", notices)
	}
	return s
}

func set(t testing.TB, s *Store, changes ...mark.Change) {
	t.Helper()
	if err := s.Set(changes...); err != nil {
		t.Fatal(err)
	}
}

func logPath(dir string) string { return filepath.Join(dir, "marks", fileName(Builtin)) }

// at makes the store's clock stand.
func (s *Store) at(year int) {
	s.now = func() time.Time { return time.Date(year, 1, 2, 3, 4, 5, 0, time.UTC) }
}

func TestMarksAreThereAgain(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	s.at(2026)
	here := mark.PositionAt("One.\n\nTwo.", 8)
	set(t, s, mark.Read("b", true), mark.Star("b", true))
	set(t, s, mark.Read("a", true), mark.Note("a", "Line one.\nLine \"two\" <b>.\x1b"), mark.At("b", here))
	set(t, s, mark.Star("c", true))
	set(t, s, mark.Star("c", false))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	then := s.now()
	again := open(t, dir)
	got := again.All()
	want := map[string]mark.Mark{
		"a": {Read: true, ReadAt: then, Order: got["a"].Order, Note: "Line one.\nLine \"two\" <b>.␛"},
		"b": {Read: true, ReadAt: then, Order: got["b"].Order, Starred: true, Position: here},
	}
	if !maps.Equal(got, want) || got["b"].Order >= got["a"].Order || got["b"].Order == 0 {
		t.Errorf("%+v\nwant %+v", got, want)
	}
	if again.Get("a") != want["a"] || again.Get("nobody") != (mark.Mark{}) {
		t.Errorf("%+v, %+v", again.Get("a"), again.Get("nobody"))
	}
	if !maps.Equal(s.All(), got) {
		t.Errorf("before: %+v", s.All())
	}
}

func TestReadOnceIsReadSinceThen(t *testing.T) {
	s := open(t, t.TempDir())
	s.at(2026)
	set(t, s, mark.Read("a", true))
	set(t, s, mark.Read("b", true))
	first := s.Get("a")
	s.at(2027)
	set(t, s, mark.Read("a", true))
	if s.Get("a") != first {
		t.Errorf("%+v, want %+v", s.Get("a"), first)
	}
	set(t, s, mark.Read("a", false))
	set(t, s, mark.Read("a", true))
	if m := s.Get("a"); m.ReadAt.Year() != 2027 || m.Order <= s.Get("b").Order {
		t.Errorf("read anew: %+v", m)
	}
}

func TestEachDossierHasItsOwn(t *testing.T) {
	dir := t.TempDir()
	one, _ := Open(dir, "/home/a/saved")
	two, _ := Open(dir, "/home/b/saved")
	set(t, one, mark.Star("x", true))
	if again, _ := Open(dir, "/home/b/saved"); len(two.All())+len(again.All()) != 0 {
		t.Error("marks of another dossier")
	}
}

func TestWithoutAPlaceItLastsForTheRun(t *testing.T) {
	for _, c := range [][2]string{{"", Builtin}, {t.TempDir(), ""}} {
		s, notices := Open(c[0], c[1])
		set(t, s, mark.Read("a", true))
		set(t, s, mark.Read("b", true), mark.Note("b", "text"))
		if s.Get("a").Order >= s.Get("b").Order || s.Get("b").Note != "text" || len(notices) > 0 {
			t.Errorf("%+v, %v", s.All(), notices)
		}
		if undone, err := s.Undo(); len(undone) != 2 || err != nil {
			t.Errorf("%v, %v", undone, err)
		}
		if _, err := s.Refresh(); err != nil || s.Close() != nil {
			t.Error(err)
		}
	}
}

func TestNothingIsWrittenForNothing(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	set(t, s)
	set(t, s, mark.Star("a", false), mark.Note("a", ""), mark.Read("a", false), mark.At("a", mark.Position{}))
	if _, err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if files, _ := os.ReadDir(dir); len(files) != 0 {
		t.Errorf("%v", files)
	}
	set(t, s, mark.Star("a", true))
	size := fileSize(t, logPath(dir))
	set(t, s, mark.Star("a", true))
	if fileSize(t, logPath(dir)) != size {
		t.Error("the same was written twice")
	}
}

func fileSize(t testing.TB, path string) int64 {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

func TestWhatCannotBeSet(t *testing.T) {
	s := open(t, t.TempDir())
	for name, change := range map[string]mark.Change{
		"a note too long":  mark.Note("a", strings.Repeat("ä", MaxNote/2+1)),
		"an id too long":   mark.Star(strings.Repeat("x", maxKey+1), true),
		"an unknown fact":  {Article: "a", Fact: mark.NumFacts},
		"one of the views": {Article: "a", Fact: mark.Fact(view)},
	} {
		err := s.Set(mark.Star("a", true), change)
		var unsaved *UnsavedError
		if err == nil || errors.As(err, &unsaved) || len(s.All()) != 0 {
			t.Errorf("%s: %v, %v", name, err, s.All())
		}
	}
	longest := strings.Repeat("\"\n", MaxNote/2)
	set(t, s, mark.Note("a", longest))
	if s.Get("a").Note != longest {
		t.Error("the longest note is not kept")
	}
}

// Positions change all the time: they are written together, and soon.
func TestPositionsAreSavedLater(t *testing.T) {
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		s := open(t, dir)
		for i := range 100 {
			set(t, s, mark.At("a", mark.Position{Paragraph: i, Sum: "x"}))
			if err := s.SetSettings(mark.Settings{Width: i}); err != nil {
				t.Fatal(err)
			}
		}
		if s.Get("a").Position.Paragraph != 99 || s.Settings().Width != 99 {
			t.Error("they do not count at once")
		}
		if _, err := os.Stat(logPath(dir)); err == nil {
			t.Error("written at once")
		}
		time.Sleep(saveAfter + time.Millisecond)
		synctest.Wait()
		text, err := os.ReadFile(logPath(dir))
		if lines := strings.Count(string(text), "\n"); lines != 3 || err != nil {
			t.Errorf("%d lines, want a heading and two: %v", lines, err)
		}
		set(t, s, mark.At("a", mark.Position{Paragraph: 5, Sum: "x"}), mark.At("b", mark.Position{Paragraph: 6, Sum: "x"}))
		set(t, s, mark.Star("c", true)) // which writes all
		if again := open(t, dir); !maps.Equal(again.All(), s.All()) || again.Settings().Width != 99 {
			t.Errorf("%+v, want %+v", again.All(), s.All())
		}
	})
}

func TestSettingsAndViews(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	want := mark.Settings{Query: `lang:de vendor:"A B"`, Sort: "-date", Focus: "list", Theme: "dark", Width: 88, Cursor: "a/b"}
	if err := s.SetSettings(want); err != nil {
		t.Fatal(err)
	}
	for _, v := range []mark.View{{Letter: 'z', Query: "lang:de"}, {Letter: 'ж', Name: "x"}, {Letter: 'a', Name: "An\nother", Query: "q\x1b"}, {Letter: 'z', Query: "lang:fr"}} {
		if err := s.SetView(v); err != nil {
			t.Fatal(err)
		}
	}
	if there, err := s.DropView('ж'); !there || err != nil {
		t.Errorf("%v, %v", there, err)
	}
	if there, err := s.DropView('q'); there || err != nil {
		t.Errorf("%v, %v", there, err)
	}
	if s.SetView(mark.View{Letter: ' '}) == nil || s.SetView(mark.View{Letter: -1}) == nil {
		t.Error("saved under no letter")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	views := []mark.View{{Letter: 'a', Name: "An other", Query: "q␛"}, {Letter: 'z', Query: "lang:fr"}}
	for _, s := range []*Store{s, open(t, dir)} {
		if got := s.Views(); len(got) != 2 || got[0] != views[0] || got[1] != views[1] || s.Settings() != want {
			t.Errorf("%+v, %+v", got, s.Settings())
		}
		if len(s.All()) != 0 {
			t.Errorf("they are no marks: %+v", s.All())
		}
	}
}

func TestDir(t *testing.T) {
	if got := Dir([]string{"XDG_STATE_HOME=/x", "HOME=/y"}); got != filepath.Join("/x", "dossier") && filepath.IsAbs("/x") {
		t.Error(got)
	}
	if got := Dir([]string{"XDG_STATE_HOME=x"}); !strings.HasSuffix(got, "dossier") || strings.HasPrefix(got, "x") {
		t.Error(got)
	}
}

func TestKey(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a", "b"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	if Key() != Builtin || Key("-") != "" || Key(a) == Key(b) || Key(a) == Builtin {
		t.Error("different dossiers, one key")
	}
	t.Chdir(dir)
	for name, got := range map[string]string{
		"relative": Key("a"), "unclean": Key(a + "/../a/"), "twice": Key(a, "a"), "with standard input": Key("-", a),
	} {
		if got != Key(a) {
			t.Errorf("%s: %q, want %q", name, got, Key(a))
		}
	}
	if Key(a, b) != Key(b, a) {
		t.Error("the order counts")
	}
	if err := os.Symlink(a, "link"); err == nil && Key("link") != Key(a) {
		t.Error("a link is another dossier")
	}
}
