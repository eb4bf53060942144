package markdown

import (
	"strings"

	east "github.com/yuin/goldmark/extension/ast"

	"dossier/ui/terminal/page/ink"
	"dossier/ui/terminal/page/typeset"
)

// leastColumn is the narrowest that a column is wrapped to, in cells. A table
// that would need less is shown record by record.
const leastColumn = 6

// grid is a table's cells as text.
type grid struct {
	head    []*typeset.Paragraph
	rows    [][]*typeset.Paragraph
	columns []typeset.Column
}

func (w *writer) table(n *east.Table) {
	in := w.well.Over(w.ink(), w.style.Table.StylePrimitive)
	g := w.grid(n, in)
	if len(g.columns) == 0 {
		return
	}
	w.open()
	between := ornament(" "+or(deref(w.style.Table.ColumnSeparator), "│")+" ", in)
	if !g.fit(w.room(), between.Width) {
		w.records(g)
		return
	}
	w.s.Row(g.head, g.columns, between, w.next)
	w.s.Row(nil, nil, typeset.Ornament{}, func() []typeset.Ornament { return append(w.next(), w.underline(g, in)) })
	for _, row := range g.rows {
		w.s.Row(row, g.columns, between, w.next)
	}
}

// underline is the rule below the head.
func (w *writer) underline(g grid, in *ink.Ink) typeset.Ornament {
	dash, cross := or(deref(w.style.Table.RowSeparator), "─"), or(deref(w.style.Table.CenterSeparator), "┼")
	parts := make([]string, len(g.columns))
	for i, c := range g.columns {
		parts[i] = strings.Repeat(dash, c.Width)
	}
	return ornament(strings.Join(parts, dash+cross+dash), in)
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// grid reads a table's cells. Rows have as many as the head.
func (w *writer) grid(n *east.Table, in *ink.Ink) grid {
	var g grid
	for _, a := range n.Alignments {
		g.columns = append(g.columns, typeset.Column{Align: alignment(a)})
	}
	yes := true
	bold := in.Bold(w.well, &yes)
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		if row.Kind() == east.KindTableHeader {
			g.head = w.cells(row, len(g.columns), bold)
		} else {
			g.rows = append(g.rows, w.cells(row, len(g.columns), in))
		}
	}
	return g
}

func alignment(a east.Alignment) typeset.Align {
	switch a {
	case east.AlignCenter:
		return typeset.Centre
	case east.AlignRight:
		return typeset.Right
	}
	return typeset.Left
}

func (w *writer) cells(row node, n int, in *ink.Ink) []*typeset.Paragraph {
	cells := make([]*typeset.Paragraph, 0, n)
	mine := w.p
	for c := row.FirstChild(); c != nil && len(cells) < n; c = c.NextSibling() {
		w.p = typeset.Paragraph{}
		w.inline(c, in)
		p := w.p
		cells = append(cells, &p)
	}
	for w.p = mine; len(cells) < n; {
		cells = append(cells, &typeset.Paragraph{})
	}
	return cells
}

// fit gives every column its width; false if they cannot stand side by side.
func (g *grid) fit(room, between int) bool {
	room -= between * (len(g.columns) - 1)
	words, wanted, least := make([]int, len(g.columns)), 0, 0
	for i := range g.columns {
		line, word := g.measure(i)
		g.columns[i].Width = max(line, 1)
		words[i] = min(max(line, 1), max(min(word, room/len(g.columns)), leastColumn))
		wanted, least = wanted+g.columns[i].Width, least+words[i]
	}
	if wanted <= room {
		return true
	}
	if least > room {
		return false
	}
	g.share(words, wanted-least, room-least)
	return true
}

// share gives each column its words' width and its part of the room left.
func (g *grid) share(words []int, wanted, room int) {
	for i := range g.columns {
		g.columns[i].Width = words[i] + (g.columns[i].Width-words[i])*room/wanted
	}
}

// measure is the width of column i unwrapped, and of its longest word.
func (g *grid) measure(i int) (line, word int) {
	for r := -1; r < len(g.rows); r++ {
		row := g.head
		if r >= 0 {
			row = g.rows[r]
		}
		if i < len(row) && !row[i].Empty() {
			l, p := row[i].Measure()
			line, word = max(line, l), max(word, p)
		}
	}
	return line, word
}

// records sets a table that is too wide: every cell on lines of its own, under
// the name of its column.
func (w *writer) records(g grid) {
	for r := -1; r < len(g.rows); r++ {
		row := g.head
		if r >= 0 {
			row = g.rows[r]
			w.s.Blank(func() []typeset.Ornament { return w.gap(len(w.stack)) })
		}
		for i, cell := range row {
			w.record(g, r, i, cell)
		}
	}
}

func (w *writer) record(g grid, r, i int, cell *typeset.Paragraph) {
	if cell.Empty() {
		return
	}
	o := spaces(2)
	first := o
	if r >= 0 && i < len(g.head) && !g.head[i].Empty() {
		if name := g.head[i].Since(0) + ": "; typeset.Width(name) <= w.room()/2 {
			first = ornament(name, w.well.Over(w.ink(), w.style.Strong))
		}
	}
	w.push(frame{first: first, rest: o, ink: w.ink()})
	w.s.Wrap(cell, w.room()-max(first.Width-o.Width, 0), w.next)
	w.pop()
}
