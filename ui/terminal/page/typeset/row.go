package typeset

import "strings"

// Align is where text stands in a column.
type Align uint8

// The alignments.
const (
	Left Align = iota
	Centre
	Right
)

// Column is one of a table's.
type Column struct {
	Width int // cells
	Align Align
}

// Row adds a table's row: the cells side by side, each wrapped in its column,
// with an ornament between them.
func (s *Setter) Row(cells []*Paragraph, columns []Column, between Ornament, lead Lead) {
	blocks, height := make([][]Line, len(cells)), 1
	for i, p := range cells {
		var one Setter
		one.Wrap(p, columns[i].Width, nil)
		blocks[i] = one.Lines
		height = max(height, len(one.Lines))
	}
	for k := range height {
		s.beside(blocks, k, columns, between, lead)
	}
}

// beside adds the k-th line of every block, one beside the other.
func (s *Setter) beside(blocks [][]Line, k int, columns []Column, between Ornament, lead Lead) {
	s.room()
	w := pencil{buf: s.buf[:0], spans: s.slab, first: len(s.slab)}
	w.lead(lead(), false)
	for i, block := range blocks {
		if i > 0 {
			w.lead([]Ornament{between}, false)
		}
		var l Line
		if k < len(block) {
			l = block[k]
		}
		w.cell(l, columns[i], i == len(blocks)-1)
	}
	w.change(Pen{})
	s.buf, s.slab = w.buf, w.spans
	s.Lines = append(s.Lines, Line{strings.TrimRight(string(w.buf), " "), w.spans[w.first:len(w.spans):len(w.spans)]})
}

// cell writes a finished line, padded to its column unless it is the last.
func (w *pencil) cell(l Line, c Column, last bool) {
	w.change(Pen{})
	pad := max(c.Width-Width(l.Text), 0)
	before := 0
	switch c.Align {
	case Centre:
		before = pad / 2
	case Right:
		before = pad
	}
	w.pad(before)
	for _, span := range l.Spans {
		span.Col += w.col
		w.spans = append(w.spans, span)
	}
	w.buf = append(w.buf, l.Text...)
	w.col += int32(c.Width - pad)
	if !last {
		w.pad(pad - before)
	}
}

func (w *pencil) pad(n int) {
	for range n {
		w.buf = append(w.buf, ' ')
	}
	w.col += int32(n)
}
