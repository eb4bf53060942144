package articles

import (
	"context"
	"slices"
	"testing"

	"dossier/model"
)

// TestPeopleNobodyRegistered: a text names persons whom the register does not
// know; they are persons all the same, and no fault of the dossier.
func TestPeopleNobodyRegistered(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, registerFile, "subject: Velo Union\nactors: [Norden Bank]\n")
	write(t, dir, "a.txt", "Velo Union loses a sponsor\n\nNorden Bank has ended its contract with Velo Union, its chief executive Ruth Calloway said on Monday. Pieter van der Meulen, a lawyer, was surprised by the news.\n")
	write(t, dir, "b.md", "---\nactors: [Ruth Calloway, Norden Bank, Nobody Atall]\n---\nRuth Calloway spoke of Norden Bank.\n")
	l, err := Open(context.Background(), []string{dir}, Options{})
	must(t, err)
	d := l.Dossier()
	for _, name := range []string{"Ruth Calloway", "Pieter van der Meulen"} {
		if who, known := d.Register.Find(name); !known || who.Kind != model.Person {
			t.Errorf("%s is %v, known %v", name, who.Kind, known)
		}
		if !slices.Contains(d.Article(0).Actors, name) {
			t.Errorf("%s is not in %q", name, d.Article(0).Actors)
		}
	}
	if _, known := d.Register.Find("Nobody Atall"); known {
		t.Error("a stated name came into the register without a text")
	}
	if want := []string{"Ruth Calloway", "Norden Bank", "Nobody Atall"}; !slices.Equal(d.Article(1).Actors, want) {
		t.Errorf("stated actors became %q", d.Article(1).Actors)
	}
	found, err := l.Check(context.Background(), []int32{0, 1})
	must(t, err)
	strangers := 0
	for _, n := range found {
		if n.Kind == model.AboutActor {
			strangers++
		}
	}
	if strangers != 1 {
		t.Errorf("%d names are faults, want the one that no text names: %v", strangers, found)
	}
}

// TestTaggedPeopleAreNoFault: what was detected and written down by tag leaves
// nothing to be put right.
func TestTaggedPeopleAreNoFault(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.txt", "Velo Union loses a sponsor\n\nThe bank has ended its contract with Velo Union, its chief executive Ruth Calloway said on Monday. Pieter van der Meulen, a lawyer, was surprised by the news.\n")
	l, err := Open(t.Context(), []string{dir}, Options{})
	must(t, err)
	_, facts, err := l.Tag(t.Context(), []int32{0})
	must(t, err)
	l, err = Open(t.Context(), []string{dir}, Options{})
	must(t, err)
	a := l.Dossier().Article(0)
	found, err := l.Check(t.Context(), []int32{0})
	must(t, err)
	if facts == 0 || a.Detected.Has(model.FieldActors) || !slices.Equal(a.Actors, []string{"Ruth Calloway", "Pieter van der Meulen"}) || len(found) > 0 {
		t.Errorf("%d facts, actors %q, detected %v, notices %v", facts, a.Actors, a.Detected.Names(), found)
	}
}
