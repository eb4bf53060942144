package articles

import (
	"context"
	"fmt"
	"slices"
	"testing"
)

// TestAnotherSubject opens a dossier about somebody else, with a register of
// its own, in which nothing is stated.
func TestAnotherSubject(t *testing.T) {
	l, err := Open(context.Background(), []string{"testdata/sponsors"}, Options{})
	must(t, err)
	var got []string
	for _, a := range every(l.Dossier()) {
		for _, c := range a.Cuts {
			got = append(got, fmt.Sprintf("%s %s %s: %s", a.ID, a.Language, c.Vendor, c.Status))
		}
	}
	want := []string{"cuadra es Cuadra: done", "norden en Norden Bank: done"}
	if !slices.Equal(got, want) {
		t.Errorf("cuts %q, want %q", got, want)
	}
	if d := l.Dossier(); d.Title != "The sponsors of Velo Union" || d.Register.Subject().Name != "Velo Union" || len(d.Notices) > 0 {
		t.Errorf("title %q, subject %q, notices %v", d.Title, d.Register.Subject().Name, d.Notices)
	}
}
