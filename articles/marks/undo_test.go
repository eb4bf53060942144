package marks

import (
	"testing"

	"dossier/model/mark"
)

func undo(t *testing.T, s *Store, want ...mark.Change) {
	t.Helper()
	got, err := s.Undo()
	if err != nil || len(got) != len(want) {
		t.Fatalf("%+v, %v, want %+v", got, err, want)
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("%+v, want %+v", got[i], want[i])
		}
	}
}

func TestUndo(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	set(t, s, mark.Read("a", true))
	s = open(t, dir) // what an earlier run did stays
	undo(t, s)
	before := s.Get("a")
	set(t, s, mark.Note("a", "one"))
	set(t, s, mark.Note("a", "two"), mark.Star("b", true), mark.At("b", mark.Position{Sum: "x"}))
	set(t, s, mark.Star("b", true), mark.At("b", mark.Position{Sum: "y"})) // no step: nothing new to undo
	set(t, s, mark.Read("a", false))
	undo(t, s, mark.Read("a", true))
	if got := s.Get("a"); got.Order != before.Order || !got.ReadAt.Equal(before.ReadAt) {
		t.Errorf("read %+v, before %+v", got, before)
	}
	undo(t, s, mark.Star("b", false), mark.Note("a", "one"))
	undo(t, s, mark.Note("a", ""))
	undo(t, s)
	if again := open(t, dir); again.Get("a") != before || again.Get("b").Starred {
		t.Errorf("%+v", again.All())
	}
	if s.Get("b").Position.Sum != "y" {
		t.Error("the position was undone too")
	}
}

func TestUndoLeavesWhatAnotherProgramSet(t *testing.T) {
	dir := t.TempDir()
	s, other := open(t, dir), open(t, dir)
	set(t, s, mark.Note("a", "mine"))
	set(t, s, mark.Note("b", "mine"), mark.Star("a", true))
	set(t, other, mark.Note("b", "theirs"))
	if changed, err := s.Refresh(); !changed || err != nil {
		t.Fatal(changed, err)
	}
	undo(t, s, mark.Star("a", false))
	set(t, other, mark.Note("a", "theirs"))
	if _, err := s.Refresh(); err != nil {
		t.Fatal(err)
	}
	undo(t, s)
	if s.Get("a").Note != "theirs" || s.Get("b").Note != "theirs" {
		t.Errorf("%+v", s.All())
	}
}

func TestUndoWithinOneStep(t *testing.T) {
	s := open(t, t.TempDir())
	set(t, s, mark.Star("a", true), mark.Star("a", false), mark.Star("a", true))
	undo(t, s, mark.Star("a", false), mark.Star("a", true), mark.Star("a", false))
	if s.Get("a").Starred {
		t.Error("not undone")
	}
}

func TestUndoIsBounded(t *testing.T) {
	s, _ := Open("", "")
	for i := range 2 * maxSteps {
		set(t, s, mark.Star("a", i%2 == 0))
	}
	for range maxSteps {
		undo(t, s, mark.Star("a", !s.Get("a").Starred))
	}
	undo(t, s)
}
