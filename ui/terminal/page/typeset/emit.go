package typeset

import (
	"unicode/utf8"
)

// maxCluster bounds the bytes of one character. The longest emoji in use have
// 35; only an attack stacks more marks than fit.
const maxCluster = 64

// Pencil writes one line: its text and its spans.
type Pencil struct {
	buf   []byte
	spans []Span
	first int // of this line's spans
	col   int32
	pen   Pen
	exact bool // the last span stands byte for byte
}

// emit adds the line that shows p's clusters [from, to).
func (s *Setter) emit(p *Paragraph, from, to, width int, lead Lead) {
	to = p.trim(from, to)
	s.Draw(func(w *Pencil) {
		if lead != nil {
			w.lead(lead(), from == to)
		}
		p.draw(w, from, to, width)
	})
}

// Draw adds the line that draw writes.
func (s *Setter) Draw(draw func(*Pencil)) {
	s.room()
	w := Pencil{buf: s.buf[:0], spans: s.slab, first: len(s.slab)}
	draw(&w)
	w.change(Pen{})
	s.buf, s.slab = w.buf, w.spans
	s.Lines = append(s.Lines, Line{string(w.buf), w.spans[w.first:len(w.spans):len(w.spans)]})
}

// Ornament writes text of ours, some cells wide, which shows nothing of the
// body.
func (w *Pencil) Ornament(text string, width int, pen Pen) {
	w.change(pen)
	w.buf = append(w.buf, text...)
	w.col += int32(width)
}

// Cluster writes p's cluster i, which leads where it did in p and looks as it
// did there or, if it had no look there, as sgr says.
func (w *Pencil) Cluster(p *Paragraph, i int, sgr string) {
	c, end := p.clusters[i], int(p.clusters[i+1].at)
	r := p.runAt(int(c.at))
	pen := p.runs[r].pen
	if pen.SGR == "" {
		pen.SGR = sgr
	}
	w.change(pen)
	w.put(p.text[c.at:end], c.width, p.source(r, int(c.at), end))
}

// trim drops the spaces that the line [from, to) ends in.
func (p *Paragraph) trim(from, to int) int {
	for to > from && p.clusters[to-1].kind == space {
		to--
	}
	return to
}

// lead writes ornaments; those of an empty line end before their last spaces.
func (w *Pencil) lead(o []Ornament, empty bool) {
	for i := range o {
		text := o[i].Text
		if empty && i == len(o)-1 {
			text = trimSpaces(text)
		}
		w.Ornament(text, o[i].Width, o[i].Pen)
	}
}

func trimSpaces(s string) string {
	for len(s) > 0 && s[len(s)-1] == ' ' {
		s = s[:len(s)-1]
	}
	return s
}

// draw writes the clusters [from, to).
func (p *Paragraph) draw(w *Pencil, from, to, width int) {
	if from == to {
		return
	}
	r, blank := p.runAt(int(p.clusters[from].at)), true
	for i := from; i < to; i++ {
		c, end := p.clusters[i], int(p.clusters[i+1].at)
		if blank = blank && c.width == 0; blank {
			continue // a mark without a letter would stand on the lead
		}
		for p.runs[r].end <= int(c.at) {
			r++
		}
		w.change(p.runs[r].pen)
		text := p.text[c.at:end]
		if int(c.width) > width {
			text, c.width = []byte{'?'}, 1
		}
		w.put(text, c.width, p.source(r, int(c.at), end))
	}
}

// runAt is the run that holds byte at.
func (p *Paragraph) runAt(at int) int {
	lo, hi := 0, len(p.runs)
	for lo < hi {
		if mid := (lo + hi) / 2; p.runs[mid].end <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// source is what the body has for text[at:end], which begins in run r and may
// reach into the next ones.
func (p *Paragraph) source(r, at, end int) Span {
	run := p.runs[r]
	if run.from < 0 {
		return Span{Start: -1}
	}
	span := Span{Start: run.from, End: run.to}
	if p.isVerbatim(r) {
		begin := p.begin(r)
		span = Span{Start: run.from + int32(at-begin), End: run.from + int32(min(end, run.end)-begin)}
	}
	for run.end < end && r+1 < len(p.runs) {
		r++
		run = p.runs[r]
		if run.to > span.End {
			span.End = run.to
			if begin := p.begin(r); p.isVerbatim(r) {
				span.End = run.from + int32(min(end, run.end)-begin)
			}
		}
	}
	return span
}

// put writes one cluster that shows source.
func (w *Pencil) put(text []byte, width uint8, source Span) {
	if len(text) > maxCluster {
		cut := maxCluster
		for !utf8.RuneStart(text[cut]) {
			cut--
		}
		text = text[:cut]
	}
	w.buf = append(w.buf, text...)
	if source.Start >= 0 {
		w.span(source, int32(width), len(text) == int(source.End-source.Start))
	}
	w.col += int32(width)
}

// span records a cluster, in the span before where that goes on.
func (w *Pencil) span(s Span, width int32, exact bool) {
	if n := len(w.spans); n > w.first {
		last := &w.spans[n-1]
		if last.Col+last.Width == w.col && (exact && w.exact && last.End == s.Start ||
			!exact && !w.exact && last.Start == s.Start && last.End == s.End) {
			last.Width += width
			last.End = s.End
			return
		}
	}
	w.spans = append(w.spans, Span{w.col, width, s.Start, s.End})
	w.exact = exact
}

// change puts down one pen and takes up another.
func (w *Pencil) change(pen Pen) {
	if w.pen == pen {
		return
	}
	if w.pen.SGR != pen.SGR {
		if w.pen.SGR != "" {
			w.buf = append(w.buf, "\x1b[m"...)
		}
		w.buf = append(w.buf, pen.SGR...)
	}
	if w.pen.URL != pen.URL {
		w.buf = append(w.buf, "\x1b]8;;"...)
		w.buf = append(w.buf, pen.URL...)
		w.buf = append(w.buf, "\x1b\\"...)
	}
	w.pen = pen
}
