package terminal

import (
	"testing"

	"dossier/model/query"
)

// TestPanelsFollowTheAnswer changes the list below an open panel: its cursor
// stays on its vendor.
func TestPanelsFollowTheAnswer(t *testing.T) {
	f := newFixture(4)
	f.articles[0].Cuts = f.articles[0].Cuts[1:]
	p := opened(t, f, 100, 30)
	press(p, "v", "down")
	sees(t, p, "▌ Initech", "  Globex")
	q, _ := query.Parse("-vendor:Globex")
	drive(p, p.setQuery(q))
	sees(t, p, "▌ Initech", "!  Globex")
	drive(p, p.setQuery(query.Query{}))
	sees(t, p, "▌ Initech", "  Globex")
}

// TestNewsDoNotStarveAPanel: what is asked for while a panel is being filled
// waits for that, and is then asked once.
func TestNewsDoNotStarveAPanel(t *testing.T) {
	p := opened(t, newFixture(4), 100, 30)
	press(p, "v")
	first := p.refreshPanel()
	if first == nil {
		t.Fatal("the panel is not made anew")
	}
	for range 3 {
		if p.refreshPanel() != nil {
			t.Error("the panel is made anew before it was filled")
		}
	}
	_, again := p.Update(first())
	if again == nil {
		t.Fatal("the panel stays as it was before the latest answer")
	}
	if _, more := p.Update(again()); more != nil {
		t.Error("the panel is made anew without end")
	}
}

// TestChoosingBeforeItIsThere presses enter on a panel that is still empty.
func TestChoosingBeforeItIsThere(t *testing.T) {
	p := opened(t, newFixture(4), 100, 30)
	_, fill := p.Update(key("v"))
	sees(t, p, "Who cut ties", "Reading …")
	press(p, "enter")
	drive(p, fill)
	sees(t, p, "Evidence · Globex · evidence 4")
}
