package marks

import (
	"testing"

	"dossier/model/mark"
)

// folder is articles by id, with their bodies.
type folder map[string]string

func (f folder) ids() (ids []string) {
	for _, id := range []string{"a", "b", "c", "d", "e"} {
		if _, ok := f[id]; ok {
			ids = append(ids, id)
		}
	}
	return ids
}

func (f folder) content(id string) string { return mark.Sum(f[id]) }

func (f folder) of(c mark.Change) mark.Change {
	c.Content = f.content(c.Article)
	return c
}

func follow(t *testing.T, s *Store, f folder, want int) {
	t.Helper()
	if moved, err := s.Follow(f.ids(), f.content); moved != want || err != nil {
		t.Fatalf("%d moved, want %d; %v", moved, want, err)
	}
}

func TestMarksFollowARenamedFile(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	s.at(2026)
	old := folder{"a": "text", "b": "other", "c": ""}
	set(t, s, old.of(mark.Read("a", true)))
	set(t, s, old.of(mark.Read("b", true)))
	set(t, s, old.of(mark.Star("a", true)), mark.Note("a", "note"), mark.At("a", mark.Position{Into: 1, Sum: "x"}), old.of(mark.Star("c", true)))
	before := s.Get("a")
	follow(t, s, old, 0)
	s.at(2027)
	now := folder{"b": "other", "d": "text", "e": ""}
	follow(t, s, now, 1)
	follow(t, s, now, 0)
	for _, s := range []*Store{s, open(t, dir)} {
		if s.Get("d") != before || s.Get("a") != (mark.Mark{}) || len(s.All()) != 3 {
			t.Errorf("%+v\nwant %+v", s.All(), before)
		}
	}
	set(t, s, now.of(mark.Star("d", false)))
	follow(t, s, old, 1) // and back
	if before.Starred = false; s.Get("a") != before {
		t.Errorf("%+v\nwant %+v", s.Get("a"), before)
	}
}

func TestMarksDoNotFollowACopy(t *testing.T) {
	s := open(t, t.TempDir())
	old := folder{"a": "text", "b": "text"}
	set(t, s, old.of(mark.Star("a", true)), old.of(mark.Note("b", "note")))
	follow(t, s, folder{"a": "text", "b": "text", "c": "text"}, 0)
	follow(t, s, folder{"b": "text"}, 0) // b has marks of its own
	follow(t, s, folder{"c": "text", "d": "text", "e": "text"}, 2)
	if !s.Get("c").Starred || s.Get("d").Note != "note" || s.Get("e") != (mark.Mark{}) {
		t.Errorf("%+v", s.All())
	}
}

func TestNothingIsReadIfNoMarkIsLost(t *testing.T) {
	s := open(t, t.TempDir())
	set(t, s, mark.Star("a", true), mark.Star("gone, and its content was never known", true))
	if _, err := s.Follow([]string{"a", "b"}, func(id string) string {
		t.Errorf("%s was read", id)
		return ""
	}); err != nil {
		t.Fatal(err)
	}
}

// A content that was edited after the mark was set is known since the next one.
func TestContentIsThatOfTheLatestMark(t *testing.T) {
	s := open(t, t.TempDir())
	set(t, s, folder{"a": "first"}.of(mark.Read("a", true)))
	set(t, s, folder{"a": "second"}.of(mark.Star("a", true)))
	set(t, s, mark.Note("a", "content not known"))
	follow(t, s, folder{"b": "first"}, 0)
	follow(t, s, folder{"b": "first", "c": "second"}, 1)
	if !s.Get("c").Read || !s.Get("c").Starred {
		t.Errorf("%+v", s.All())
	}
}
