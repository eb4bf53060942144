package layout

import (
	"fmt"
	"testing"
)

func (r Rect) overlaps(s Rect) bool {
	return !r.Empty() && !s.Empty() && r.X < s.X+s.W && s.X < r.X+r.W && r.Y < s.Y+s.H && s.Y < r.Y+r.H
}

func (r Rect) within(s Rect) bool {
	return r.Empty() || r.X >= s.X && r.Y >= s.Y && r.X+r.W <= s.X+s.W && r.Y+r.H <= s.Y+s.H
}

// each calls f for every size up to a large screen and every use of it.
func each(f func(w, h int, filtering, facetsInUse bool)) {
	for w := range 221 {
		for h := range 71 {
			for use := range 4 {
				f(w, h, use&1 != 0, use&2 != 0)
			}
		}
	}
}

// apart checks that rectangles have no cell in common and leave a room.
func apart(t *testing.T, room Rect, rects map[string]Rect) {
	t.Helper()
	for a, r := range rects {
		if !r.within(room) {
			t.Fatalf("%s %v leaves %v", a, r, room)
		}
		for b, s := range rects {
			if a < b && r.overlaps(s) {
				t.Fatalf("in %v, %s %v and %s %v overlap", room, a, r, b, s)
			}
		}
	}
}

func TestNothingOverlapsNorLeavesTheScreen(t *testing.T) {
	each(func(w, h int, filtering, facetsInUse bool) {
		screen := Rect{0, 0, w, h}
		f := Rows(w, h, filtering)
		apart(t, screen, map[string]Rect{
			"title": f.Title, "filter": f.Filter, "hint": f.Hint, "body": f.Body, "status": f.Status,
		})
		p := Split(f.Body, facetsInUse)
		apart(t, f.Body, map[string]Rect{"facets": p.Facets, "list": p.List, "preview": p.Preview})
		if f.Height() > h {
			t.Fatalf("the rows of %d×%d take %d", w, h, f.Height())
		}
		if m := Measure(f.Body, 72); !m.within(f.Body) || m.W > 72 || w > 0 && h > 0 && m.Empty() {
			t.Fatalf("the text %v does not fit %v", m, f.Body)
		}
	})
}

// TestOnePaneIsAlwaysLeft finds the pane in use on every screen.
func TestOnePaneIsAlwaysLeft(t *testing.T) {
	each(func(w, h int, filtering, facetsInUse bool) {
		if w == 0 || h == 0 {
			return
		}
		f := Rows(w, h, filtering)
		p := Split(f.Body, facetsInUse)
		inUse := p.List
		if facetsInUse {
			inUse = p.Facets
		}
		if inUse.Empty() {
			t.Fatalf("on %d×%d (filtering %v, facets in use %v) nothing is left of %+v", w, h, filtering, facetsInUse, p)
		}
		if filtering && h >= 2 && f.Filter.Empty() {
			t.Fatalf("on %d×%d there is no row to type in", w, h)
		}
	})
}

func TestFoldOrder(t *testing.T) {
	blank := func(f Frame) int { return f.Status.Y - f.Body.bottom() + f.Hint.H }
	for w := range 221 {
		for h := range 71 {
			f := Rows(w, h, false)
			p := Split(f.Body, false)
			what := fmt.Sprintf("%d×%d: %+v %+v", w, h, f, p)
			switch {
			case !p.Preview.Empty() && p.Facets.Empty():
				t.Fatalf("the facets went before the preview at %s", what)
			case f.Title.Empty() && !f.Status.Empty() && blank(f) > 0:
				t.Fatalf("the title went before the blank lines at %s", what)
			case f.Status.Empty() && !f.Title.Empty():
				t.Fatalf("the hints went before the title at %s", what)
			case f.Status.Empty() && !f.Filter.Empty():
				t.Fatalf("the hints went before the query at %s", what)
			}
		}
	}
}

// TestNothingComesBackByShrinking folds what is gone once for good.
func TestNothingComesBackByShrinking(t *testing.T) {
	for h := 1; h < 71; h++ {
		small, large := Rows(100, h-1, false), Rows(100, h, false)
		for name, pair := range map[string][2]Rect{
			"title": {small.Title, large.Title}, "filter": {small.Filter, large.Filter},
			"hint": {small.Hint, large.Hint}, "status": {small.Status, large.Status}, "body": {small.Body, large.Body},
		} {
			if !pair[0].Empty() && pair[1].Empty() {
				t.Errorf("%s is on %d rows and not on %d", name, h-1, h)
			}
		}
	}
	for w := 1; w < 221; w++ {
		small, large := Split(Rect{W: w - 1, H: 20}, false), Split(Rect{W: w, H: 20}, false)
		if !small.Facets.Empty() && large.Facets.Empty() || !small.Preview.Empty() && large.Preview.Empty() {
			t.Errorf("a pane of %d cells is gone with %d", w-1, w)
		}
	}
}

// TestPanesAreWorthTheirRoom keeps a pane from unfolding where it is too narrow
// to read.
func TestPanesAreWorthTheirRoom(t *testing.T) {
	for w := range 221 {
		p := Split(Rect{W: w, H: 20}, false)
		if !p.Facets.Empty() && (p.Facets.W < 20 || p.List.W < 40) {
			t.Errorf("%d cells are divided into facets of %d and a list of %d", w, p.Facets.W, p.List.W)
		}
		if !p.Preview.Empty() && p.Preview.W < 36 {
			t.Errorf("%d cells leave a preview of %d", w, p.Preview.W)
		}
	}
}

func TestRowsOf80By24(t *testing.T) {
	f := Rows(80, 24, false)
	for name, c := range map[string]struct{ got, want Rect }{
		"title":  {f.Title, Rect{1, 0, 78, 1}},
		"filter": {f.Filter, Rect{1, 1, 78, 1}},
		"hint":   {f.Hint, Rect{1, 2, 78, 1}},
		"body":   {f.Body, Rect{1, 3, 78, 19}},
		"status": {f.Status, Rect{1, 23, 78, 1}},
	} {
		if c.got != c.want {
			t.Errorf("%s is %v, want %v", name, c.got, c.want)
		}
	}
}

func TestMeasureIsCentred(t *testing.T) {
	for w := 1; w < 221; w++ {
		body := Rect{3, 4, w, 10}
		m := Measure(body, 72)
		left, right := m.X-body.X, body.X+body.W-m.X-m.W
		if right-left < 0 || right-left > 1 {
			t.Errorf("of %d cells, %d are left and %d right of the text", w, left, right)
		}
	}
}

func TestContains(t *testing.T) {
	r := Rect{2, 3, 4, 2}
	for _, c := range []struct {
		x, y int
		want bool
	}{{2, 3, true}, {5, 4, true}, {1, 3, false}, {6, 3, false}, {2, 2, false}, {2, 5, false}} {
		if r.Contains(c.x, c.y) != c.want {
			t.Errorf("%v contains %d, %d: %v", r, c.x, c.y, !c.want)
		}
	}
}
