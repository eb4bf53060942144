package facets

import (
	"fmt"
	"github.com/charmbracelet/colorprofile"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/search"
	"dossier/ui/terminal/cells"
	"dossier/ui/terminal/theme"
)

type counts = [facet.NumDimensions]search.Counts

// sample has persons and organisations, a value that nothing is behind, and one
// of each state.
func sample() counts {
	return counts{
		facet.Language: {Values: []facet.Value{
			{Name: "de", Total: 7, Count: 1, State: facet.Included}, {Name: "fr", Total: 2, Count: 2},
		}},
		facet.Vendor: {Values: []facet.Value{
			{Name: "Apple", Total: 9, Count: 4, State: facet.Excluded}, {Name: "bank", Total: 3},
			{Name: "Zoom", Total: 3, Count: 3}, {Name: "Denier", Total: 1, Count: 1, Disputed: true},
		}},
		facet.Actor: {Values: []facet.Value{
			{Name: "Ann Doe", Kind: model.Person, Total: 4, Count: 4}, {Name: "Jo Doe", Kind: model.Person, Total: 1, Count: 1},
			{Name: "Apple", Total: 9, Count: 9}, {Name: "Éclair", Total: 9, Count: 1200},
		}},
	}
}

// many is n values in each facet.
func many(n ...int) counts {
	var c counts
	for d := range c {
		for i := range n[d] {
			c[d].Values = append(c[d].Values, facet.Value{Name: fmt.Sprintf("%c%03d", 'a'+d, i), Total: 1000 - i, Count: 1})
		}
	}
	return c
}

func pane(c counts, w, h int) *Pane {
	p := New(theme.New(true, colorprofile.TrueColor))
	p.SetSize(w, h)
	p.SetCounts(c)
	return &p
}

func drawn(p *Pane) []string {
	lines := p.Draw(true)
	for i := range lines {
		lines[i] = strings.TrimRight(ansi.Strip(lines[i]), " ")
	}
	return lines
}

func TestDraw(t *testing.T) {
	got := strings.TrimRight(strings.Join(drawn(pane(sample(), 23, 30)), "\n"), "\n")
	want := ` LANGUAGE
▌● Deutsch            1
 ○ Français           2

 CUT TIES
 ⊘ Apple              4
 ○ bank               0
 ○ Zoom               3
 ○ Denier           ? 1

 ACTOR
 ○ Ann Doe            4
 ○ Jo Doe             1
 ○ Apple              9
 ○ Éclair         1,200`
	if got != want {
		t.Errorf("the pane is\n%s\nwant\n%s", got, want)
	}
}

// names are the values of the facet in use, in the order in which they stand.
func names(p *Pane) string {
	s := &p.sections[p.focus]
	var names []string
	for _, i := range s.order {
		names = append(names, s.counts.Values[i].Name)
	}
	return strings.Join(names, " ")
}

func TestOrderAndNarrowing(t *testing.T) {
	p := pane(sample(), 23, 30)
	p.Focus(facet.Actor)
	steps := []struct {
		do   func()
		want string
	}{
		{func() {}, "Ann Doe Jo Doe Apple Éclair"}, // persons, then the rest, the most frequent first
		{func() { p.ToggleOrder() }, "Ann Doe Jo Doe Apple Éclair"},
		{func() { p.Narrow("E") }, "Ann Doe Jo Doe Apple Éclair"},
		{func() { p.Narrow("ecl") }, "Éclair"},
		{func() { p.Narrow("nobody") }, ""},
		{func() { p.Narrow("") }, "Ann Doe Jo Doe Apple Éclair"},
		{func() { p.Focus(facet.Vendor) }, "Apple bank Zoom Denier"},
		{func() { p.ToggleOrder() }, "Apple bank Denier Zoom"},
		{func() { p.ToggleOrder() }, "Apple bank Zoom Denier"},
		{func() { p.Focus(facet.Language) }, "de fr"},
		{func() { p.Narrow("franc") }, "fr"}, // by what stands there
	}
	for i, s := range steps {
		if s.do(); names(p) != s.want {
			t.Errorf("after step %d the values are %s, want %s", i, names(p), s.want)
		}
	}
}

// TestOrderDoesNotFollowLiveCounts keeps rows from jumping while one ticks.
func TestOrderDoesNotFollowLiveCounts(t *testing.T) {
	c := sample()
	p := pane(c, 23, 30)
	p.Focus(facet.Vendor)
	before := names(p)
	for i := range c[facet.Vendor].Values {
		c[facet.Vendor].Values[i].Count = 10 * i
	}
	p.SetCounts(c)
	if names(p) != before {
		t.Errorf("other counts changed the order from %s to %s", before, names(p))
	}
}

func TestCursorsStayOnTheirValues(t *testing.T) {
	p := pane(sample(), 23, 30)
	p.Focus(facet.Vendor)
	p.GoTo(2)
	p.Focus(facet.Actor)
	p.GoTo(3)
	next := sample()
	next[facet.Vendor].Values = append([]facet.Value{{Name: "New", Total: 99}}, next[facet.Vendor].Values...)
	slices.Reverse(next[facet.Actor].Values)
	p.SetCounts(next)
	for d, want := range map[facet.Dimension]string{facet.Vendor: "Zoom", facet.Actor: "Éclair"} {
		p.Focus(d)
		if v, ok := p.Current(); !ok || v.Name != want {
			t.Errorf("the cursor went from %s to %s", want, v.Name)
		}
	}
	p.Focus(facet.Actor)
	p.ToggleOrder()
	p.Narrow("cl")
	if v, _ := p.Current(); v.Name != "Éclair" {
		t.Errorf("narrowing and ordering took the cursor to %s", v.Name)
	}
}

// checkRows holds what is drawn against the room there is and what At says.
func checkRows(t *testing.T, p *Pane) {
	t.Helper()
	lines := p.Draw(true)
	if len(lines) != max(p.h, 0) {
		t.Fatalf("%d lines in a pane of %d", len(lines), p.h)
	}
	for y, l := range lines {
		if cells.Width(l) != p.w {
			t.Fatalf("line %d is %d cells wide in a pane of %d", y, cells.Width(l), p.w)
		}
	}
	text := drawn(p)
	screen := strings.Join(text, "\n")
	for y, l := range text {
		d, at, ok := p.At(y)
		name := ""
		if fields := strings.Fields(strings.TrimLeft(l, " ▌")); len(fields) > 1 && fields[0] == "○" {
			name = fields[1]
		}
		if !ok {
			if name != "" {
				t.Fatalf("nothing is said to stand on line %d:\n%s", y, screen)
			}
			continue
		}
		s := &p.sections[d]
		if got := s.counts.Values[s.order[at]].Name; got != name {
			t.Fatalf("%s is said to stand on line %d, where %q is drawn:\n%s", got, y, name, screen)
		}
	}
	if v, ok := p.Current(); ok && p.h >= 2 && !slices.ContainsFunc(text, func(l string) bool { return strings.HasPrefix(l, "▌○ "+v.Name) }) {
		t.Fatalf("the cursor on %s is not in view in %d lines:\n%s", v.Name, p.h, screen)
	}
}

// A dossier that is being read has new values before the first ones: a facet
// that nobody has used yet still begins with its first.
func TestACursorThatNobodyPutIsOnTheFirstValue(t *testing.T) {
	p := pane(sample(), 23, 30)
	next := sample()
	next[facet.Vendor].Values = append([]facet.Value{{Name: "New", Total: 99}}, next[facet.Vendor].Values...)
	p.SetCounts(next)
	p.Focus(facet.Vendor)
	if v, _ := p.Current(); v.Name != "New" {
		t.Errorf("the cursor is on %s, not on the first value", v.Name)
	}
	p.SetCounts(sample())
	p.SetCounts(next)
	if v, _ := p.Current(); v.Name != "Apple" {
		t.Errorf("in use the cursor went to %s from the value that was under it", v.Name)
	}
}

func TestWhatIsDrawnAtEverySize(t *testing.T) {
	for _, c := range []counts{many(2, 8, 12), many(1, 1, 1), many(5, 0, 3), many(0, 0, 40), many(0, 0, 0), many(30, 30, 30)} {
		for _, h := range []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 20, 24, 31, 44} {
			for d := range facet.NumDimensions {
				p := pane(c, 23, h)
				p.Focus(d)
				checkRows(t, p)
				p.Last()
				checkRows(t, p)
				p.Narrow("1")
				checkRows(t, p)
				p.Narrow("nothing")
				checkRows(t, p)
			}
		}
	}
}

func TestRandomMotions(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 8))
	for range 20 {
		p := pane(many(r.IntN(5), r.IntN(20), r.IntN(60)), 23, 3+r.IntN(40))
		for range 60 {
			switch r.IntN(10) {
			case 0:
				p.Page([]float64{1, -1, 0.5, -0.5}[r.IntN(4)])
			case 1:
				p.First()
			case 2:
				p.Last()
			case 3:
				p.Focus(facet.Dimension(r.IntN(3)))
			case 4:
				p.Narrow([]string{"", "", "0", "01", "zzz"}[r.IntN(5)])
			case 5:
				p.SetSize(23, 3+r.IntN(40))
			case 6:
				p.SetCounts(many(r.IntN(5), r.IntN(20), r.IntN(60)))
			case 7:
				p.ToggleOrder()
			default:
				p.Move([]int{1, -1, 3, -3}[r.IntN(4)])
			}
			checkRows(t, p)
		}
	}
}

// TestTheFacetInUseComesFirst gives it the lines it needs while the others keep
// a few.
func TestTheFacetInUseComesFirst(t *testing.T) {
	rows := func(p *Pane) (n [facet.NumDimensions]int) {
		for d := range p.sections {
			n[d] = p.sections[d].rows
		}
		return n
	}
	for _, c := range []struct {
		h    int
		use  facet.Dimension
		want [facet.NumDimensions]int
	}{
		{60, facet.Language, [...]int{2, 20, 30}},
		{30, facet.Language, [...]int{2, 17, 3}},
		{30, facet.Vendor, [...]int{2, 17, 3}},
		{30, facet.Actor, [...]int{2, 3, 17}},
		{16, facet.Actor, [...]int{2, 3, 3}},
		{15, facet.Actor, [...]int{2, 0, 8}}, // no room for all: those not in use go from the bottom
		{15, facet.Vendor, [...]int{2, 7, 0}},
	} {
		p := pane(many(2, 20, 30), 23, c.h)
		p.Focus(c.use)
		if got := rows(p); got != c.want {
			t.Errorf("with facet %d in use %d lines are shared as %v, want %v", c.use, c.h, got, c.want)
		}
	}
}

func TestMovingGoesOnIntoTheNextFacet(t *testing.T) {
	p := pane(many(2, 0, 2), 23, 30)
	var walk []string
	for range 5 {
		v, _ := p.Current()
		walk = append(walk, v.Name)
		p.Move(1)
	}
	for range 4 {
		p.Move(-1)
		v, _ := p.Current()
		walk = append(walk, v.Name)
	}
	want := "a000 a001 c000 c001 c001 c000 a001 a000 a000"
	if got := strings.Join(walk, " "); got != want {
		t.Errorf("down and up again goes %s, want %s", got, want)
	}
	p.Move(5) // several at once stay in their facet
	if v, _ := p.Current(); v.Name != "a001" {
		t.Errorf("moving by five leaves the facet for %s", v.Name)
	}
}

// TestAFacetWithoutValuesHasNoPlace leaves out a dossier's facet of vendors
// where nobody cut ties.
func TestAFacetWithoutValuesHasNoPlace(t *testing.T) {
	p := pane(many(2, 0, 2), 23, 30)
	p.Focus(facet.Vendor)
	if p.Dimension() == facet.Vendor {
		t.Error("a facet without values is in use")
	}
	if screen := strings.Join(drawn(p), "\n"); strings.Contains(screen, "CUT TIES") {
		t.Errorf("a facet without values is drawn:\n%s", screen)
	}
	if _, ok := pane(counts{}, 23, 30).Current(); ok {
		t.Error("an empty pane has a value under its cursor")
	}
}

func TestNarrowedToNothingSaysSo(t *testing.T) {
	p := pane(many(2, 5, 2), 23, 30)
	p.Focus(facet.Vendor)
	p.Narrow("Ｎobody")
	screen := strings.Join(drawn(p), "\n")
	if !strings.Contains(screen, "/nobody") || !strings.Contains(screen, "none of that name") {
		t.Errorf("the pane is\n%s", screen)
	}
	p.Focus(facet.Actor)
	if screen := strings.Join(drawn(p), "\n"); !strings.Contains(screen, "/nobody") {
		t.Errorf("a facet narrowed to nothing is gone once another is in use:\n%s", screen)
	}
}

func TestAllOfIsSaid(t *testing.T) {
	c := sample()
	c[facet.Vendor].All = true
	p := pane(c, 23, 30)
	p.Focus(facet.Vendor)
	if !p.All() || !strings.Contains(strings.Join(drawn(p), "\n"), "CUT TIES        all of") {
		t.Errorf("that all values must hold is not said:\n%s", strings.Join(drawn(p), "\n"))
	}
}

// BenchmarkSetCounts is what each key in the filter line costs the pane.
func BenchmarkSetCounts(b *testing.B) {
	for _, n := range []int{1000, 50_000} {
		c := many(5, 12, n)
		for i := range c[facet.Actor].Values {
			c[facet.Actor].Values[i].Total = 1 + i*7919%n%20
		}
		p := pane(c, 23, 40)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				p.SetCounts(c)
			}
		})
	}
}
