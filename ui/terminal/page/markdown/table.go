package markdown

import (
	"errors"

	east "github.com/yuin/goldmark/extension/ast"

	"dossier/ui/terminal/page/typeset"
)

// leastColumn is the narrowest that a column may be, in cells. A table that
// would need less is shown record by record.
const leastColumn = 6

var errNarrow = errors.New("a table has no room for its columns")

// grid is a table whose cells stand side by side.
type grid struct {
	room    int
	columns int
	cells   [][2]int // where in the text they are, row by row
}

func (b *block) table(parent node, n *east.Table) {
	switch {
	case len(n.Alignments) == 0:
	case b.records:
		b.recordsOf(parent, n)
	default:
		b.grid(parent, n)
	}
}

func (b *block) grid(parent node, n *east.Table) {
	t := east.NewTable()
	t.Alignments = n.Alignments
	add(parent, t)
	b.tables = append(b.tables, grid{room: b.room, columns: len(n.Alignments)})
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		b.row(t, row)
	}
	b.mode = mode{}
}

func (b *block) row(t *east.Table, n node) {
	row := node(east.NewTableRow(t.Alignments))
	h := hand{strong: n.Kind() == east.KindTableHeader}
	if h.strong {
		row = east.NewTableHeader(east.NewTableRow(nil))
	}
	b.mode = mode{side: true, flat: h.strong}
	t.AppendChild(t, row)
	c := n.FirstChild()
	for range t.Alignments {
		cell := east.NewTableCell()
		row.AppendChild(row, cell)
		b.open()
		if c != nil {
			b.inline(cell, c, h)
			c = c.NextSibling()
		}
		g := &b.tables[len(b.tables)-1]
		g.cells = append(g.cells, [2]int{b.start, b.p.Len()})
	}
}

// fits reports whether every table's columns have room side by side, each for
// its name on one line, which Glamour cuts, and as far as possible for its
// longest word.
func (b *block) fits() bool {
	for _, g := range b.tables {
		need := g.columns - 1
		for _, w := range g.least(&b.p) {
			need += w + 2
		}
		if need > g.room {
			return false
		}
	}
	return true
}

// least is the width that each column needs.
func (g *grid) least(p *typeset.Paragraph) []int {
	words := make([]int, g.columns)
	i, n := 0, p.Clusters()
	for k, cell := range g.cells {
		for i < n && p.At(i).At < cell[0] {
			i++
		}
		from := i
		for i < n && p.At(i).At < cell[1] {
			i++
		}
		line, word := p.Measure(from, i)
		column := &words[k%g.columns]
		if k < g.columns {
			*column = max(line, 1)
		} else {
			*column = max(*column, min(word, max(g.room/g.columns, leastColumn)))
		}
	}
	return words
}

// recordsOf sets a table that is too wide: the names of its columns, then every
// cell by itself, after the name of its column.
func (b *block) recordsOf(parent node, n *east.Table) {
	names := b.names(parent, n.FirstChild())
	for row := n.FirstChild().NextSibling(); row != nil; row = row.NextSibling() {
		b.wanted = true
		i := 0
		for c := row.FirstChild(); c != nil && i < len(names); c = c.NextSibling() {
			b.record(parent, c, names[i])
			i++
		}
	}
}

// names sets the names of a table's columns as one paragraph, and returns them.
func (b *block) names(parent, header node) []string {
	var names []string
	p, h := flow(parent), hand{strong: true}
	b.open()
	for c := header.FirstChild(); c != nil; c = c.NextSibling() {
		if b.written() {
			b.into(p, hand{}, " ")
			b.p.Ornament(" · ", typeset.Pen{})
		}
		before := b.p.Len()
		b.inline(p, c, h)
		names = append(names, b.p.Since(before))
	}
	if b.written() {
		add(parent, p)
	}
	return names
}

func (b *block) record(parent, cell node, name string) {
	if cell.FirstChild() == nil {
		return
	}
	p := flow(parent)
	b.open()
	if name != "" && typeset.Width(name) < b.room/2 {
		b.into(p, hand{strong: true}, name)
		b.p.Ornament(name+": ", typeset.Pen{})
	}
	b.inline(p, cell, hand{})
	if b.written() {
		add(parent, p)
	}
}
