package list

import (
	"fmt"
	"github.com/charmbracelet/colorprofile"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dossier/model"
	"dossier/ui/terminal/cells"
	"dossier/ui/terminal/theme"
)

// shelf is generated articles whose rows differ in height; it counts how often
// one is asked for.
type shelf struct {
	article []model.Article
	asked   int
	read    map[int32]bool
}

func (s *shelf) Article(i int32) *model.Article { s.asked++; return &s.article[i] }
func (s *shelf) IsRead(i int32) bool            { return s.read[i] }
func (s *shelf) IsStarred(i int32) bool         { return i%5 == 0 }
func (s *shelf) HasNote(i int32) bool           { return i%7 == 0 }

func newShelf(n int) *shelf {
	s := &shelf{read: map[int32]bool{}}
	for i := range n {
		a := model.Article{Title: name(i) + strings.Repeat(" and more words", i%4), Language: "en"}
		for v := range i % 6 {
			a.Cuts = append(a.Cuts, model.Cut{Vendor: fmt.Sprintf("Vendor %d of some length", v)})
		}
		s.article = append(s.article, a)
	}
	return s
}

// name is how a row of the list begins.
func name(i int) string { return fmt.Sprintf("<%d>", i) }

func upTo(n int) []int32 {
	hits := make([]int32, n)
	for i := range hits {
		hits[i] = int32(i)
	}
	return hits
}

func pane(s *shelf, w, h int) *Pane {
	p := New(theme.New(true, colorprofile.TrueColor))
	p.SetSource(s)
	p.SetSize(w, h)
	p.SetHits(upTo(len(s.article)))
	return &p
}

// drawn is the pane's lines without their styling.
func drawn(p *Pane) []string {
	lines := p.Draw(true)
	for i := range lines {
		lines[i] = ansi.Strip(lines[i])
	}
	return lines
}

// whole checks that the row of the cursor is in the window, whole if it can be.
func whole(t *testing.T, p *Pane, what string) {
	t.Helper()
	lines := drawn(p)
	if len(lines) != max(p.h, 0) {
		t.Fatalf("%s: %d lines in a pane of %d", what, len(lines), p.h)
	}
	at, marked := -1, 0
	for y, l := range lines {
		if cells.Width(l) != p.w {
			t.Fatalf("%s: line %d is %d cells wide in a pane of %d", what, y, cells.Width(l), p.w)
		}
		if strings.HasPrefix(l, "▌") {
			marked++
			if at < 0 {
				at = y
			}
		}
	}
	if p.Len() == 0 || p.h <= 0 || p.w < 12 {
		return
	}
	current, _ := p.Current()
	if at < 0 || !strings.HasPrefix(lines[at], "▌ "+name(int(current))) {
		t.Fatalf("%s: the row of article %d does not begin in the window:\n%s", what, current, strings.Join(lines, "\n"))
	}
	row := p.layOut(current)
	if want := min(p.h, row.height()); row.blank && marked < min(want, row.height()-1) || !row.blank && marked < want {
		t.Fatalf("%s: %d of %d lines of the cursor's row are in the window:\n%s", what, marked, row.height(), strings.Join(lines, "\n"))
	}
}

func TestTheWholeRowOfTheCursorIsSeenAfterEveryMotion(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 30 {
		s := newShelf(1 + r.IntN(30))
		p := pane(s, 12+r.IntN(60), 1+r.IntN(40))
		for range 40 {
			var what string
			switch r.IntN(9) {
			case 0:
				what = "first"
				p.First()
			case 1:
				what = "last"
				p.Last()
			case 2:
				share := []float64{0.5, -0.5, 1, -1}[r.IntN(4)]
				what = fmt.Sprint("page ", share)
				p.Page(share)
			case 3:
				what = "resize"
				p.SetSize(12+r.IntN(60), 1+r.IntN(40))
			case 4:
				what = "select"
				p.Select(int32(r.IntN(len(s.article))))
			case 5:
				what = "hits"
				p.SetHits(some(r, len(s.article)))
			default:
				n := r.IntN(9) - 4
				what = fmt.Sprint("move ", n)
				p.Move(n)
			}
			whole(t, p, what)
			agrees(t, p)
		}
	}
}

func some(r *rand.Rand, n int) []int32 {
	return slices.DeleteFunc(upTo(n), func(int32) bool { return r.IntN(3) == 0 })
}

// agrees holds RowAt against what is drawn: a row begins on the line where its
// name stands, and goes on to the next.
func agrees(t *testing.T, p *Pane) {
	t.Helper()
	row := -1
	for y, l := range drawn(p) {
		for at := range p.hits {
			if strings.HasPrefix(l[len(l)-len(strings.TrimLeft(l, " ▌")):], name(int(p.hits[at]))) {
				row = at
			}
		}
		got, ok := p.RowAt(y)
		if last := row == p.Len()-1; ok && got != row || !ok && !(last && strings.TrimSpace(l) == "") && p.Len() > 0 {
			t.Fatalf("RowAt(%d) = %d, %v, but row %d is drawn there:\n%s", y, got, ok, row, strings.Join(drawn(p), "\n"))
		}
	}
	if _, ok := p.RowAt(-1); ok {
		t.Error("there is a row above the pane")
	}
}

func TestTheCursorStaysOnItsArticle(t *testing.T) {
	p := pane(newShelf(40), 40, 20)
	p.Move(17)
	for _, c := range []struct {
		hits []int32
		want int32
	}{
		{[]int32{3, 17, 30}, 17},
		{[]int32{30, 3, 17}, 17},
		{[]int32{3, 30}, 30}, // it is not there: the cursor stands where it stood
		{upTo(40), 17},       // and returns when it is
		{nil, 0},
		{upTo(20), 17},
	} {
		p.SetHits(c.hits)
		if got, ok := p.Current(); ok != (len(c.hits) > 0) || got != c.want {
			t.Errorf("among %v the cursor is on article %d, want %d", c.hits, got, c.want)
		}
	}
	p.Move(1)
	p.SetHits(upTo(40))
	if got, _ := p.Current(); got != 18 {
		t.Errorf("after a motion the cursor is on article %d, want 18", got)
	}
}

// TestTheRowStaysOnItsLine keeps the eye where it is while one filters.
func TestTheRowStaysOnItsLine(t *testing.T) {
	s := newShelf(60)
	for i := range s.article {
		s.article[i] = model.Article{Title: name(i)}
	}
	p := pane(s, 40, 12)
	p.Move(30)
	p.Move(-4)
	before := slices.IndexFunc(drawn(p), func(l string) bool { return strings.HasPrefix(l, "▌") })
	p.SetHits(slices.DeleteFunc(upTo(60), func(i int32) bool { return i%2 != 0 }))
	after := slices.IndexFunc(drawn(p), func(l string) bool { return strings.HasPrefix(l, "▌") })
	if before != after || before == 0 {
		t.Errorf("the row under the cursor went from line %d to %d", before, after)
	}
}

// TestNoRoomIsLeftBelow fills the window up when it grows or the list ends
// sooner, while rows stand above it.
func TestNoRoomIsLeftBelow(t *testing.T) {
	for h := 14; h < 40; h++ {
		for what, do := range map[string]func(*Pane){
			"the end":       func(p *Pane) { p.Last() },
			"a higher pane": func(p *Pane) { p.Last(); p.SetSize(40, h+9) },
			"fewer hits":    func(p *Pane) { p.Move(50); p.Move(-3); p.SetHits(upTo(50)) },
		} {
			p := pane(newShelf(60), 40, h)
			do(p)
			room := p.h
			for row := p.top; row < p.Len(); row++ {
				room -= p.height(row)
			}
			if p.top > 0 && room >= p.height(p.top-1) {
				t.Errorf("%s leaves %d of %d lines blank", what, room, p.h)
			}
		}
	}
}

// TestDrawingCostsWhatIsSeen draws a hundred thousand rows and asks for no more
// articles than a screen shows, in whatever way one got there.
func TestDrawingCostsWhatIsSeen(t *testing.T) {
	const n, h = 100_000, 50
	s := &shelf{article: make([]model.Article, n)}
	p := pane(s, 60, h)
	for what, do := range map[string]func(){
		"drawing":   func() { p.Draw(true) },
		"moving":    func() { p.Move(1) },
		"a page":    func() { p.Page(1) },
		"the end":   func() { p.Last() },
		"the start": func() { p.First() },
		"a jump":    func() { p.Move(n / 2) },
		"selecting": func() { p.Select(n / 3) },
		"filtering": func() { p.SetHits(p.hits[:n/2]) },
		"resizing":  func() { p.SetSize(50, h) },
		"a line":    func() { p.RowAt(h - 1) },
	} {
		s.asked = 0
		if do(); s.asked > 4*h {
			t.Errorf("%s asks for %d articles to show %d lines", what, s.asked, h)
		}
	}
}

func TestRowsSayWhatIsKnown(t *testing.T) {
	s := &shelf{read: map[int32]bool{0: true}, article: []model.Article{
		{Title: "One", Language: "de", Date: model.Date{Year: 2021, Month: 1, Day: 9}, Source: "Times", Cuts: []model.Cut{
			{Vendor: "Apple"}, {Vendor: "Big Bank", Status: model.Disputed}, {Vendor: "Cloud", Status: model.Announced},
		}},
		{Title: "Two"},
	}}
	p := pane(s, 60, 20)
	got := drawn(p)
	for y, want := range []string{
		"▌ One",
		"▌ ★ ✎ ✓ de · 9 Jan 2021 · Times",
		"▌ Apple  Big Bank?  Cloud ◌",
		"",
		"  Two",
		"  undated",
		"",
	} {
		if strings.TrimRight(got[y], " ") != want {
			t.Errorf("line %d is %q, want %q", y, got[y], want)
		}
	}
	p.SetSize(60, 8) // no room for vendors and blank lines
	got = drawn(p)
	for y, want := range []string{"▌ One", "▌ ★ ✎ ✓ de · 9 Jan 2021 · Times", "  Two", "  undated", ""} {
		if strings.TrimRight(got[y], " ") != want {
			t.Errorf("in a low pane line %d is %q, want %q", y, got[y], want)
		}
	}
}

// TestOnlyVendorsFilteredByAreLit does not take one name for another that it
// begins with.
func TestOnlyVendorsFilteredByAreLit(t *testing.T) {
	s := &shelf{article: []model.Article{{Title: "One", Cuts: []model.Cut{
		{Vendor: "Apple Bank"}, {Vendor: "Apple", Status: model.Disputed}, {Vendor: "Cloud Ltd", Status: model.Announced},
	}}}}
	p := pane(s, 60, 20)
	p.Lit = []string{"Apple", "Cloud Ltd"}
	line := p.Draw(true)[2]
	for name, want := range map[string]bool{"Apple Bank": false, "Apple?": true, "Cloud Ltd ◌": true} {
		if lit := strings.Contains(line, p.Theme.Accent.Render(name)); lit != want {
			t.Errorf("%s is lit: %v, in %q", name, lit, line)
		}
	}
}

func TestAnEmptyListHasNoCursor(t *testing.T) {
	p := New(theme.New(true, colorprofile.TrueColor))
	p.SetSize(20, 5)
	p.Move(1)
	p.Page(1)
	p.Last()
	p.Select(3)
	if _, ok := p.Current(); ok || p.Len() != 0 {
		t.Error("an empty list has a current article")
	}
	if got := strings.TrimSpace(strings.Join(p.Draw(true), "")); got != "" {
		t.Errorf("an empty list shows %q", got)
	}
}
