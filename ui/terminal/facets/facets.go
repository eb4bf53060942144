// Package facets is the pane in which a reader ticks what to see: languages,
// vendors that cut ties, actors, each with a live count. It shows what a query
// means and says what was ticked; changing the query is the program's.
package facets

import (
	"cmp"
	"slices"
	"strings"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/fold"
	"dossier/model/language"
	"dossier/model/search"
	"dossier/ui/terminal/theme"
)

// Pane is the state of the three facets.
type Pane struct {
	Theme *theme.Theme

	sections [facet.NumDimensions]section
	focus    facet.Dimension
	w, h     int
}

// section is one facet.
type section struct {
	dim    facet.Dimension
	counts search.Counts
	order  []int  // values shown, in order, as indices into counts
	cursor int    // into order
	top    int    // the first value drawn, into order
	rows   int    // how many values are drawn
	drawn  bool   // the facet has lines, if only its title
	held   bool   // the cursor was put where it is
	narrow string // folded; only values that hold it are shown
	byName bool
}

// New makes a pane without values.
func New(th *theme.Theme) Pane {
	p := Pane{Theme: th}
	for d := range p.sections {
		p.sections[d].dim = facet.Dimension(d)
	}
	return p
}

// SetSize tells the pane its size in cells.
func (p *Pane) SetSize(w, h int) {
	p.w, p.h = w, h
	p.share()
}

// SetCounts shows an answer's facets. A cursor that was put on a value stays
// on it; until then it is on the first, whatever comes before it as the articles
// are read.
func (p *Pane) SetCounts(counts [facet.NumDimensions]search.Counts) {
	for d := range p.sections {
		p.sections[d].set(counts[d])
	}
	if !p.shown(p.focus) {
		p.focus = facet.Language
	}
	p.share()
}

// set takes in a facet. Its values are mostly those of the last answer, and to
// see that costs a hundredth of ordering them.
func (s *section) set(counts search.Counts) {
	same := slices.EqualFunc(s.counts.Values, counts.Values, func(a, b facet.Value) bool {
		return a.Name == b.Name && a.Total == b.Total && a.Kind == b.Kind
	})
	current, had := s.currentName()
	s.counts = counts
	if same {
		return
	}
	s.arrange()
	if had && s.held {
		s.goTo(current)
	}
}

// label is the words that stand for a value.
func (s *section) label(v facet.Value) string {
	if s.dim == facet.Language {
		return language.Name(v.Name)
	}
	return v.Name
}

// has reports whether a name of a value has the letters that the values are
// narrowed to. A language has one in each language of the program.
func (s *section) has(v facet.Value) bool {
	names := []string{v.Name}
	if s.dim == facet.Language {
		names = language.Names(v.Name)
	}
	return slices.ContainsFunc(names, func(name string) bool { return strings.Contains(fold.String(name), s.narrow) })
}

// arrange puts the values in order: as they come, persons before organisations
// and in each the most frequent first, or by name. The order does not hang on
// the live counts: rows that jump while one ticks them cannot be aimed at.
func (s *section) arrange() {
	s.order = s.order[:0]
	for i, v := range s.counts.Values {
		if s.narrow == "" || s.has(v) {
			s.order = append(s.order, i)
		}
	}
	if s.byName {
		s.sortByName()
	}
	s.cursor = 0
}

// rearrange does so with the cursor kept on its value.
func (s *section) rearrange() {
	current, had := s.currentName()
	s.arrange()
	if had {
		s.goTo(current)
	}
}

// sortByName leaves persons before organisations.
func (s *section) sortByName() {
	names := make([]string, len(s.counts.Values))
	for _, i := range s.order {
		names[i] = fold.String(s.label(s.counts.Values[i]))
	}
	slices.SortFunc(s.order, func(i, j int) int {
		a, b := s.counts.Values[i], s.counts.Values[j]
		return cmp.Or(cmp.Compare(group(a), group(b)), cmp.Compare(names[i], names[j]))
	})
}

func group(v facet.Value) int {
	if v.Kind == model.Person {
		return 0
	}
	return 1
}

func (s *section) currentName() (string, bool) {
	if s.cursor >= len(s.order) {
		return "", false
	}
	return s.counts.Values[s.order[s.cursor]].Name, true
}

func (s *section) goTo(name string) {
	for at, i := range s.order {
		if s.counts.Values[i].Name == name {
			s.cursor = at
		}
	}
}

// Dimension is the facet in use.
func (p *Pane) Dimension() facet.Dimension { return p.focus }

// Focus puts a facet in use, if it is shown.
func (p *Pane) Focus(d facet.Dimension) {
	if p.shown(d) {
		p.focus = d
	}
	p.Hold()
	p.share()
}

// Hold keeps the cursor of the facet in use on its value from now on: keys act on it.
func (p *Pane) Hold() { p.sections[p.focus].held = true }

// shown reports whether a facet has a place: one without values has none,
// unless it is being narrowed.
func (p *Pane) shown(d facet.Dimension) bool {
	return len(p.sections[d].counts.Values) > 0
}

// Current is the value under the cursor; false if there is none.
func (p *Pane) Current() (facet.Value, bool) {
	s := &p.sections[p.focus]
	if s.cursor >= len(s.order) {
		return facet.Value{}, false
	}
	return s.counts.Values[s.order[s.cursor]], true
}

// All reports whether the facet in use asks for each of its included values.
func (p *Pane) All() bool { return p.sections[p.focus].counts.All }

// Move moves the cursor by n values, into the next facet at the end of one.
func (p *Pane) Move(n int) {
	s := &p.sections[p.focus]
	to := s.cursor + n
	switch {
	case to >= len(s.order) && n == 1 && p.step(1):
		p.sections[p.focus].cursor = 0
	case to < 0 && n == -1 && p.step(-1):
		next := &p.sections[p.focus]
		next.cursor = max(len(next.order)-1, 0)
	default:
		s.cursor = max(min(to, len(s.order)-1), 0)
	}
	p.share()
}

// step puts the next or previous facet in use.
func (p *Pane) step(by int) bool {
	for d := int(p.focus) + by; d >= 0 && d < int(facet.NumDimensions); d += by {
		if p.shown(facet.Dimension(d)) {
			p.focus = facet.Dimension(d)
			p.Hold()
			return true
		}
	}
	return false
}

// Page moves the cursor by a share of the values in view.
func (p *Pane) Page(share float64) {
	n := int(share * float64(p.sections[p.focus].rows))
	if n == 0 {
		n = 1
		if share < 0 {
			n = -1
		}
	}
	s := &p.sections[p.focus]
	s.cursor = max(min(s.cursor+n, len(s.order)-1), 0)
	p.share()
}

// First goes to the first value of the facet in use.
func (p *Pane) First() { p.sections[p.focus].cursor = 0; p.share() }

// Last goes to its last value.
func (p *Pane) Last() {
	s := &p.sections[p.focus]
	s.cursor = max(len(s.order)-1, 0)
	p.share()
}

// Narrow shows only values that hold the text; none is all.
func (p *Pane) Narrow(text string) {
	s := &p.sections[p.focus]
	s.narrow = fold.String(text)
	s.rearrange()
	p.share()
}

// Narrowed is the text that the facet in use is narrowed by, folded.
func (p *Pane) Narrowed() string { return p.sections[p.focus].narrow }

// GoTo puts the cursor on a value of the facet in use.
func (p *Pane) GoTo(at int) {
	s := &p.sections[p.focus]
	s.cursor = max(min(at, len(s.order)-1), 0)
	p.share()
}

// ToggleOrder changes between order by frequency and by name, and reports
// whether it is now by name.
func (p *Pane) ToggleOrder() bool {
	s := &p.sections[p.focus]
	s.byName = !s.byName
	s.rearrange()
	p.share()
	return s.byName
}
