package facets

import (
	"strconv"

	"dossier/model/facet"
	"dossier/ui/terminal/cells"
	"dossier/ui/wording"
)

var titles = [facet.NumDimensions]string{"LANGUAGE", "CUT TIES", "ACTOR"}

// least is how many values a facet shows, however little room there is.
const least = 3

// share divides the pane's lines between the facets: each gets a few, then the
// one in use what it needs, then the others. It keeps the cursors in view.
func (p *Pane) share() {
	room := p.h
	for d := range p.sections {
		s := &p.sections[d]
		s.rows = 0
		if p.shown(facet.Dimension(d)) {
			s.rows = min(len(s.order), least)
			room -= s.rows + overhead(d)
		}
	}
	for _, d := range p.byNeed() {
		s := &p.sections[d]
		more := min(max(len(s.order)-s.rows, 0), max(room, 0))
		s.rows += more
		room -= more
	}
	p.shrink(room)
	for d := range p.sections {
		p.sections[d].scroll()
	}
}

// overhead is the lines of a facet that are not values: its title, the count of
// those not in view, and the blank line before the next.
func overhead(d int) int {
	if d == int(facet.NumDimensions)-1 {
		return 2
	}
	return 3
}

func (p *Pane) byNeed() []facet.Dimension {
	order := []facet.Dimension{p.focus}
	for d := range facet.NumDimensions {
		if d != p.focus {
			order = append(order, d)
		}
	}
	return order
}

// shrink takes away what the pane has no lines for, from the last facet up; the
// one in use keeps its own.
func (p *Pane) shrink(room int) {
	for d := len(p.sections) - 1; d >= 0 && room < 0; d-- {
		if s := &p.sections[d]; facet.Dimension(d) != p.focus && s.rows > 0 {
			room += s.rows + overhead(d)
			s.rows = 0
		}
	}
	s := &p.sections[p.focus]
	s.rows = max(s.rows+min(room, 0), min(s.rows, 1))
}

func (s *section) scroll() {
	s.top = max(min(s.top, s.cursor), 0)
	s.top = max(s.top, s.cursor-s.rows+1)
	s.top = max(min(s.top, len(s.order)-s.rows), 0)
}

// Draw returns the pane's lines, each as wide as the pane.
func (p *Pane) Draw(focused bool) []string {
	var lines []string
	for d := range facet.NumDimensions {
		s := &p.sections[d]
		if s.rows == 0 && !(d == p.focus && p.shown(d)) {
			continue
		}
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, p.title(d, focused && d == p.focus))
		for at := s.top; at < min(s.top+s.rows, len(s.order)); at++ {
			lines = append(lines, p.value(s, at, focused && d == p.focus))
		}
		lines = append(lines, p.more(s)...)
	}
	return cells.Block(lines, p.w, p.h)
}

func (p *Pane) title(d facet.Dimension, focused bool) string {
	s := &p.sections[d]
	style := p.Theme.Label
	if focused {
		style = p.Theme.Cursor
	}
	right := ""
	switch {
	case s.narrow != "":
		right = "/" + s.narrow
	case s.counts.All:
		right = "all of"
	case s.byName:
		right = "a–z"
	}
	return cells.Sides(" "+style.Render(titles[d]), p.Theme.Muted.Render(cells.Cut(right, p.w/2)), p.w)
}

// marks tell the states apart without colour.
var marks = [...]string{"○", "●", "⊘"}

func (p *Pane) value(s *section, at int, focused bool) string {
	v := s.counts.Values[s.order[at]]
	label, style, mark := s.labels[v.Name], p.Theme.Text, p.Theme.Muted
	switch {
	case v.State == facet.Included:
		style, mark = p.Theme.Accent, p.Theme.Accent
	case v.State == facet.Excluded:
		style = p.Theme.Excluded
	case v.Count == 0:
		style, mark = p.Theme.Faint, p.Theme.Faint
	}
	bar := " "
	if focused && at == s.cursor {
		bar, style = p.Theme.Cursor.Render("▌"), style.Bold(true)
	}
	count := strconv.Itoa(v.Count)
	if v.Count >= 1000 {
		count = wording.Number(v.Count)
	}
	sign := "  "
	if v.Disputed {
		sign = " ?"
	}
	room := p.w - 4 - len(count) - len(sign)
	label = cells.Cut(label, room)
	pad := cells.Space(room - cells.Width(label))
	counted := p.Theme.Muted
	if v.Count == 0 {
		counted = p.Theme.Faint
	}
	return bar + mark.Render(marks[v.State]) + " " + style.Render(label) + pad + counted.Render(sign+" "+count)
}

// more says how many values are not in view.
func (p *Pane) more(s *section) []string {
	switch hidden := len(s.order) - s.rows; {
	case len(s.order) == 0:
		return []string{p.Theme.Muted.Render("   none of that name")}
	case hidden > 0:
		return []string{p.Theme.Muted.Render(" ⋮ " + wording.Number(hidden) + " more")}
	}
	return nil
}

// At is the facet and value drawn on a line of the pane; false if none is.
func (p *Pane) At(line int) (facet.Dimension, int, bool) {
	y := 0
	for d := range facet.NumDimensions {
		s := &p.sections[d]
		if s.rows == 0 {
			continue
		}
		if y > 0 {
			y++
		}
		if at := line - y - 1; at >= 0 && at < s.rows {
			return d, s.top + at, true
		}
		y += 1 + s.rows
		if len(s.order) > s.rows {
			y++
		}
	}
	return 0, 0, false
}
