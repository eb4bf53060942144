package reader

import (
	"testing"

	"github.com/charmbracelet/colorprofile"

	"dossier/model"
	"dossier/ui/terminal/theme"
)

// An article whose file went away may still be answered about.
func TestNothingIsGoneToWithoutAText(t *testing.T) {
	p := New(theme.New(true, colorprofile.TrueColor))
	p.SetSize(80, 20)
	at := []model.Passage{{Start: 7, End: 9}}
	if p.Find(at, 0) {
		t.Error("a search went round in a text that there is not")
	}
	if n, of := p.Hit(); n != 0 || of != 0 {
		t.Errorf("hit %d of %d in a text that there is not", n, of)
	}
	p.SetHits(at)
	p.FirstHit()
	p.NextHit(1)
	p.BringIntoView(7)
	p.GoToPassage(7)
	p.GoTo(7)
	p.Last()
	p.Heading(1)
}
