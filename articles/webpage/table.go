package webpage

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Bounds on what is shown as a table. More columns do not fit a terminal, and a
// cell with more in it was a way to lay a page out.
const (
	maxColumns  = 20
	maxRows     = 2000
	maxCellText = 500
)

// table writes a table of data; one that lays out the page is passed through.
func (w *writer) table(i int) {
	rows := w.rows(i)
	columns := 0
	for _, r := range rows {
		columns = max(columns, len(r))
	}
	if columns < 2 || columns > maxColumns || len(rows) < 2 || len(rows) > maxRows || w.isLayout(i) {
		w.below(i)
		return
	}
	w.children(i, func(c int) {
		if w.tree[c].is(atom.Caption) {
			w.node(c)
		}
	})
	var b strings.Builder
	for n, r := range rows {
		w.row(&b, r, columns, n == 0)
	}
	w.lines(strings.TrimSuffix(b.String(), "\n"))
}

func (w *writer) row(b *strings.Builder, cells []int, columns int, head bool) {
	if head {
		cells = append(cells, make([]int, columns-len(cells))...)
	}
	for _, c := range cells {
		b.WriteString("| " + w.cell(c) + " ")
	}
	b.WriteString("|\n")
	if head {
		b.WriteString(strings.Repeat("| --- ", columns) + "|\n")
	}
}

// cell writes the words of a cell on one line; cell 0 is one that is not there.
func (w *writer) cell(i int) string {
	if i == 0 {
		return ""
	}
	c := writer{tree: w.tree, base: w.base}
	c.inline.flat = true
	c.children(i, c.flat)
	return strings.Trim(c.inline.take(), "· ")
}

// flat writes a node with its blocks on one line.
func (w *writer) flat(i int) {
	n := &w.tree[i]
	switch {
	case n.Type == html.TextNode:
		w.inline.text(n.Data)
	case n.Type == html.ElementNode && blockTags[n.DataAtom]:
		w.inline.separate()
		w.children(i, w.flat)
	case n.Type == html.ElementNode:
		w.inlined(i)
	}
}

// isLayout reports cells that hold more than data.
func (w *writer) isLayout(i int) bool {
	if strings.EqualFold(w.tree[i].attr("role"), "presentation") {
		return true
	}
	for c := i + 1; c < w.tree[i].end; c++ {
		n := &w.tree[c]
		switch {
		case n.gone:
			c = n.end - 1
		case n.is(atom.Table, atom.Pre, atom.Blockquote, atom.Article, atom.H1, atom.H2, atom.H3):
			return true
		case n.is(atom.Td, atom.Th) && n.text > maxCellText:
			return true
		}
	}
	return false
}

// rows lists the cells of each row that is not empty, 0 where a cell of another
// row or column reaches.
func (w *writer) rows(i int) (rows [][]int) {
	var reach []int // for each column, the rows that a cell above still takes
	w.elements(i, func(e int) {
		if !w.tree[e].is(atom.Tr) || len(rows) > maxRows {
			return
		}
		if r := w.columns(e, &reach); len(r) > 0 {
			rows = append(rows, r)
		}
	})
	return rows
}

func (w *writer) columns(row int, reach *[]int) (cells []int) {
	take := func(cell, rows int) {
		if at := len(cells); at < len(*reach) {
			(*reach)[at] = rows
		} else {
			*reach = append(*reach, rows)
		}
		cells = append(cells, cell)
	}
	covered := func() {
		for len(cells) < len(*reach) && (*reach)[len(cells)] > 0 {
			take(0, (*reach)[len(cells)]-1)
		}
	}
	some := false
	w.children(row, func(c int) {
		if !w.tree[c].is(atom.Td, atom.Th) || len(cells) > maxColumns {
			return
		}
		covered()
		some = some || w.tree[c].text > 0 || w.holds(c, atom.Img)
		across, down := span(&w.tree[c], "colspan"), span(&w.tree[c], "rowspan")
		take(c, down-1)
		for range across - 1 {
			take(0, down-1)
		}
	})
	covered()
	if !some {
		return nil
	}
	return cells
}

// span reads colspan and rowspan.
func span(n *node, key string) int {
	v, err := strconv.Atoi(strings.TrimSpace(n.attr(key)))
	if err != nil {
		return 1
	}
	return min(max(v, 1), maxColumns)
}
