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
	if strangers != 2 {
		t.Errorf("%d names are not in the register, want the two that were stated: %v", strangers, found)
	}
}
