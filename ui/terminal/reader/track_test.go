package reader

import (
	"context"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dossier/model"
)

// track is the last column of what the pane shows.
func track(p *Pane, marks ...Mark) string {
	var b strings.Builder
	for _, l := range p.Draw(marks) {
		r := []rune(ansi.Strip(l))
		b.WriteRune(r[len(r)-1])
	}
	return b.String()
}

func TestTrack(t *testing.T) {
	text := body()
	p := pane(t, text, 60, 70, 12)
	end := passage(t, text, "vendor 39")
	mark := Mark{At: passage(t, text, "vendor 20")}
	for _, c := range []struct {
		does func()
		want string
	}{
		{func() {}, "┃│││││◂│││││"},
		{func() { p.SetHits([]model.Passage{end}) }, "┃│││││◂││││•"},
		{func() { p.Last() }, "││││││◂│││┃•"},
		{func() { p.SetHits(nil) }, "││││││◂│││┃┃"},
	} {
		if c.does(); track(p, mark) != c.want {
			t.Errorf("the track is %s, want %s", track(p, mark), c.want)
		}
	}
	if short := pane(t, "Text.", 60, 70, 12); strings.ContainsAny(track(short), "│┃") {
		t.Error("a text that is all in view has a track")
	}
}

// TestPlacesNotLaidOutYet asks for places below what is laid out: they are gone
// to once they are there, unless the reader went elsewhere.
func TestPlacesNotLaidOutYet(t *testing.T) {
	text := body()
	at := passage(t, text, "vendor 39")
	for _, c := range []struct {
		name   string
		ask    func(*Pane)
		inView bool
	}{
		{"at the top", func(p *Pane) { p.GoTo(at.Start) }, true},
		{"a passage", func(p *Pane) { p.GoToPassage(at.Start) }, true},
		{"a hit", func(p *Pane) { p.Find([]model.Passage{at}, 0) }, true},
		{"and then elsewhere", func(p *Pane) { p.GoTo(at.Start); p.Move(1) }, false},
		{"and then to the beginning", func(p *Pane) { p.GoTo(at.Start); p.First() }, false},
	} {
		s := settings(60)
		p := New(s.Theme)
		p.SetSize(70, 12)
		p.Show(Lay(context.Background(), 1, model.Text{Body: text}, s, 100))
		before := strings.Join(drawn(&p), "\n")
		c.ask(&p)
		if c.inView && strings.Join(drawn(&p), "\n") != before {
			t.Errorf("%s: the text moved before its place was there", c.name)
		}
		for !p.Text().Whole {
			p.Grow(p.Text().Continue(context.Background(), 500))
		}
		if got := strings.Contains(strings.Join(drawn(&p), "\n"), "vendor 39"); got != c.inView {
			t.Errorf("%s: in view is %v, want %v", c.name, got, c.inView)
		}
	}
}
