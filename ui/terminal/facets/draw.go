package facets

import (
	"strconv"

	"dossier/model/facet"
	"dossier/ui/message"
	"dossier/ui/terminal/cells"
	"dossier/ui/wording"
)

var titles = [facet.NumDimensions]message.Text{"LANGUAGE", "CUT TIES", "ACTOR"}

// least is how many values a facet shows, however little room there is.
const least = 3

// share divides the pane's lines between the facets: each gets a few, then the
// one in use what it needs, then the others. It keeps the cursors in view.
func (p *Pane) share() {
	room := p.h
	for d := range p.sections {
		s := &p.sections[d]
		s.rows, s.drawn = 0, p.shown(s.dim)
		if s.drawn {
			s.rows = min(len(s.order), least)
			room -= s.rows + overhead(d)
		}
	}
	room = p.shrink(room)
	for _, d := range p.byNeed() {
		s := &p.sections[d]
		if !s.drawn {
			continue
		}
		more := min(max(len(s.order)-s.rows, 0), max(room, 0))
		s.rows += more
		room -= more
	}
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
// one in use keeps its own. It returns the lines that are then left.
func (p *Pane) shrink(room int) int {
	for d := len(p.sections) - 1; d >= 0 && room < 0; d-- {
		if s := &p.sections[d]; s.dim != p.focus && s.drawn {
			room += s.rows + overhead(d)
			s.rows, s.drawn = 0, false
		}
	}
	s := &p.sections[p.focus]
	s.rows = max(s.rows+min(room, 0), min(s.rows, 1))
	return room
}

func (s *section) scroll() {
	s.top = max(min(s.top, s.cursor), 0)
	s.top = max(s.top, s.cursor-s.rows+1)
	s.top = max(min(s.top, len(s.order)-s.rows), 0)
}

// spot is what stands on one line: a value of a facet, or what is said of it.
type spot struct {
	*section
	kind kind
	at   int // of a value, into the section's order
}

type kind uint8

const (
	blank kind = iota
	title
	value
	more
)

// spots are the lines in use, from the top.
func (p *Pane) spots() []spot {
	var lines []spot
	for d := range p.sections {
		s := &p.sections[d]
		if !s.drawn {
			continue
		}
		if len(lines) > 0 {
			lines = append(lines, spot{s, blank, 0})
		}
		lines = append(lines, spot{s, title, 0})
		for at := s.top; at < s.top+s.rows; at++ {
			lines = append(lines, spot{s, value, at})
		}
		if len(s.order) > s.rows || len(s.order) == 0 {
			lines = append(lines, spot{s, more, 0})
		}
	}
	return lines
}

// Draw returns the pane's lines, each as wide as the pane.
func (p *Pane) Draw(focused bool) []string {
	var lines []string
	for _, l := range p.spots() {
		lines = append(lines, p.line(l, focused && l.dim == p.focus))
	}
	return cells.Block(lines, p.w, p.h)
}

// At is the facet and value drawn on a line of the pane; false if none is.
func (p *Pane) At(line int) (facet.Dimension, int, bool) {
	lines := p.spots()
	if line < 0 || line >= min(p.h, len(lines)) || lines[line].kind != value {
		return 0, 0, false
	}
	return lines[line].dim, lines[line].at, true
}

func (p *Pane) line(l spot, focused bool) string {
	switch l.kind {
	case title:
		return p.title(l.section, focused)
	case value:
		return p.value(l.section, l.at, focused)
	case more:
		return p.more(l.section)
	}
	return ""
}

func (p *Pane) title(s *section, focused bool) string {
	style := p.Theme.Label
	if focused {
		style = p.Theme.Cursor
	}
	right := ""
	switch {
	case s.narrow != "":
		right = "/" + s.narrow
	case s.counts.All:
		right = message.Say("all of")
	case s.byName:
		right = "a–z"
	}
	return cells.Sides(" "+style.Render(titles[s.dim].String()), p.Theme.Muted.Render(cells.Cut(right, p.w/2)), p.w)
}

// marks tell the states apart without colour.
var marks = [...]string{"○", "●", "⊘"}

func (p *Pane) value(s *section, at int, focused bool) string {
	v := s.counts.Values[s.order[at]]
	label, style, mark := s.label(v), p.Theme.Text, p.Theme.Muted
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
func (p *Pane) more(s *section) string {
	if len(s.order) == 0 {
		return p.Theme.Muted.Render("   " + message.Say("none of that name"))
	}
	return p.Theme.Muted.Render(" ⋮ " + message.Say("%d more", len(s.order)-s.rows))
}
