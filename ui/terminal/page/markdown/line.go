package markdown

import (
	"slices"
	"strings"

	"dossier/ui/terminal/page/typeset"
)

// outdent moves an item's marker to the left by its width, so that all lines of
// the item's text begin below each other. The list's indent has room for it.
func (r *restorer) outdent() {
	from := slices.IndexFunc(r.line, func(g glyph) bool { return g.marker() })
	if from < 0 {
		return
	}
	width := r.line[from].width
	for from > 0 && r.line[from-1].digit() {
		from--
		width++
	}
	free := 0
	for free < min(from, width) && r.line[from-1-free].space() {
		free++
	}
	r.line = slices.Delete(r.line, from-free, from)
}

// hold keeps a line that holds nothing but an item's marker: Glamour begins
// code, quotes, headings and lists below it.
func (r *restorer) hold() bool {
	n := len(r.line)
	for n > 0 && r.line[n-1].space() {
		n--
	}
	if n == 0 || !r.line[n-1].marker() {
		return false
	}
	r.release()
	r.held = append(r.held, r.line[:n]...)
	return true
}

// mark puts a marker that is held before the line, which is indented for it.
func (r *restorer) mark() {
	width := 0
	for _, g := range r.held {
		width += g.width
	}
	for i := range width {
		if i >= len(r.line) || !r.line[i].space() {
			r.release()
			return
		}
	}
	r.line = slices.Replace(r.line, 0, width, r.held...)
	r.held = r.held[:0]
}

// release sets the marker that is held, on a line of its own.
func (r *restorer) release() {
	if len(r.held) == 0 {
		return
	}
	line := r.line
	r.line = r.held
	r.set()
	r.line, r.held = line, r.held[:0]
}

// set sets the line, and an empty one before it if a block begins.
func (r *restorer) set() {
	at := r.first()
	ruler := slices.ContainsFunc(r.line, func(g glyph) bool { return g.ornament.kind == blockRule })
	gap := ruler
	for len(r.gaps) > 0 && r.gaps[0] <= at && !ruler {
		r.gaps, gap = r.gaps[1:], true
	}
	if gap && r.begun {
		r.gap()
	}
	r.title(at)
	r.draw(r.trimmed())
	r.begun = true
	r.lead = append(r.lead[:0], r.line[:r.leading()]...)
}

// first is the first character on the line; on one without, the first that is
// still to come.
func (r *restorer) first() int {
	for _, g := range r.line {
		if g.at >= 0 {
			return g.at
		}
	}
	i := r.next
	for i < len(r.guises)-1 && r.guises[i] == hidden {
		i++
	}
	return i
}

// title records the headings that begin on the line.
func (r *restorer) title(at int) {
	for len(r.titles) > 0 && r.titles[0].from <= r.p.At(at).At {
		h := r.titles[0].Heading
		h.Line = r.s.Next()
		r.Headings = append(r.Headings, h)
		r.titles = r.titles[1:]
	}
}

// leading counts the bars and indents that the line begins with.
func (r *restorer) leading() int {
	n := 0
	for n < len(r.line) && (r.line[n].ornament.kind == quoteBar || r.line[n].space()) {
		n++
	}
	return n
}

// gap sets an empty line, with the bars that the lines around it share.
func (r *restorer) gap() {
	n := 0
	for n < min(len(r.lead), r.leading()) && r.lead[n].ornament == r.line[n].ornament {
		n++
	}
	for n > 0 && r.lead[n-1].ornament.text == " " {
		n--
	}
	r.draw(r.lead[:n])
}

// trimmed is the line without the spaces that it ends in.
func (r *restorer) trimmed() []glyph {
	n := len(r.line)
	for n > 0 && (r.line[n-1].ornament.text == " " || r.line[n-1].at >= 0 && r.p.Space(r.line[n-1].at)) {
		n--
	}
	if n > 0 && r.line[n-1].marker() {
		r.line[n-1].ornament.text = strings.TrimRight(r.line[n-1].ornament.text, " ")
	}
	return r.line[:n]
}

// draw sets what is on a line. Glamour may make it a cell too wide; the rest of
// it then goes on the next.
func (r *restorer) draw(line []glyph) {
	n, col := 0, 0
	for n < len(line) && (col+line[n].width <= r.width || n == 0) {
		col += line[n].width
		n++
	}
	r.s.Draw(func(w *typeset.Pencil) {
		for _, g := range line[:n] {
			if g.at >= 0 {
				w.Cluster(&r.p, g.at, g.look)
			} else {
				w.Ornament(g.ornament.text, g.width, typeset.Pen{SGR: g.look})
			}
		}
	})
	if n < len(line) {
		r.draw(line[n:])
	}
}
