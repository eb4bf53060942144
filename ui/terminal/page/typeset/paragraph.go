package typeset

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dossier/model/clean"
)

// tabStop is how far apart tab stops stand, in cells.
const tabStop = 4

// Paragraph collects text that is wrapped together. The zero Paragraph is
// empty and wraps by words.
type Paragraph struct {
	// Literal text, such as code, breaks at any character and keeps its
	// indentation and tab stops.
	Literal bool

	text     []byte
	runs     []run
	clusters []cluster
	column   int  // bytes since the last line break: tab stops are for ASCII code
	soft     bool // a line break of the source waits for the text after it
	softPen  Pen
	softAt   int
}

// run is text[end of the run before : end] in one pen, showing body[from:to];
// ornament has from < 0.
type run struct {
	end      int
	pen      Pen
	from, to int32
}

// Reset empties p and keeps its memory.
func (p *Paragraph) Reset() {
	p.text, p.runs, p.clusters = p.text[:0], p.runs[:0], p.clusters[:0]
	p.column, p.soft = 0, false
}

// Empty reports whether there is nothing to show.
func (p *Paragraph) Empty() bool { return len(p.text) == 0 }

// Len is the number of bytes collected so far.
func (p *Paragraph) Len() int { return len(p.text) }

// Since is the visible text that was added after Len was n, on one line.
func (p *Paragraph) Since(n int) string {
	return strings.Join(strings.Fields(string(p.text[min(n, len(p.text)):])), " ")
}

// Add adds text that stands in the body at start, byte for byte. Whatever a
// terminal must not see is left out.
func (p *Paragraph) Add(text string, start int, pen Pen) {
	p.Join(text)
	for len(text) > 0 {
		n := clean.Printable(text)
		p.verbatim(text[:n], start, pen)
		text, start = text[n:], start+n
		if len(text) > 0 {
			n = p.odd(text, start, pen)
			text, start = text[n:], start+n
		}
	}
}

// Show adds text that stands for body[start:end] but is written differently.
func (p *Paragraph) Show(text string, start, end int, pen Pen) {
	if text = visible(text); text == "" {
		return
	}
	p.Join(text)
	p.put(text, run{pen: pen, from: int32(start), to: int32(end)})
}

// Ornament adds text of ours, which shows nothing of the body.
func (p *Paragraph) Ornament(text string, pen Pen) {
	if text = visible(text); text == "" {
		return
	}
	p.Join(text)
	p.put(text, run{pen: pen, from: -1, to: -1})
}

// Lead tells where the text leads that was added after Len was n, but for the
// spaces that it begins with.
func (p *Paragraph) Lead(n int, url string) {
	n = p.past(n)
	if url == "" || n >= len(p.text) {
		return
	}
	i := p.runAt(n)
	if begin := p.begin(i); begin < n { // what stood before it in the body is in the same run
		r, at := p.runs[i], p.runs[i].from+int32(n-begin)
		p.runs = slices.Insert(p.runs, i, run{end: n, pen: r.pen, from: r.from, to: at})
		i++
		p.runs[i].from = at
	}
	for ; i < len(p.runs); i++ {
		if string(p.text[p.begin(i):p.runs[i].end]) != "\n" {
			p.runs[i].pen.URL = url
		}
	}
}

// past is where the text at n goes on behind spaces.
func (p *Paragraph) past(n int) int {
	for n < len(p.text) && p.text[n] == ' ' {
		n++
	}
	return n
}

// Soft ends a line of the source at a byte of the body: a space, unless the
// script does without.
func (p *Paragraph) Soft(at int, pen Pen) {
	p.soft, p.softAt, p.softPen = len(p.text) > 0, at, pen
}

// Break ends the line for good.
func (p *Paragraph) Break() {
	p.soft = false
	p.put("\n", run{from: -1, to: -1})
	p.column = 0
}

// Join writes the space of a waiting line break before more text. Adding text
// does so too; it is for those who must know where that text begins.
func (p *Paragraph) Join(next string) {
	if !p.soft || next == "" {
		return
	}
	p.soft = false
	before, _ := utf8.DecodeLastRune(p.text)
	after, _ := utf8.DecodeRuneInString(next)
	if before == '\n' || ideographic(before) && ideographic(after) {
		return
	}
	p.verbatim(" ", p.softAt, p.softPen)
}

func (p *Paragraph) verbatim(text string, start int, pen Pen) {
	if text == "" {
		return
	}
	end := start + len(text)
	if n := len(p.runs); n > 0 {
		r := &p.runs[n-1]
		if r.to == int32(start) && r.pen == pen && p.isVerbatim(n-1) {
			p.text = append(p.text, text...)
			p.column += len(text)
			r.end, r.to = len(p.text), int32(end)
			return
		}
	}
	p.put(text, run{pen: pen, from: int32(start), to: int32(end)})
}

func (p *Paragraph) put(text string, r run) {
	p.text = append(p.text, text...)
	p.column += len(text)
	r.end = len(p.text)
	p.runs = append(p.runs, r)
}

// isVerbatim reports whether run i shows the body byte for byte.
func (p *Paragraph) isVerbatim(i int) bool {
	r := p.runs[i]
	return r.from >= 0 && r.end-p.begin(i) == int(r.to-r.from)
}

func (p *Paragraph) begin(i int) int {
	if i == 0 {
		return 0
	}
	return p.runs[i-1].end
}

// odd adds the first character of text, which is not printable as it stands,
// and returns its length.
func (p *Paragraph) odd(text string, start int, pen Pen) int {
	r, n := utf8.DecodeRuneInString(text)
	switch {
	case r == '\t' && p.Literal:
		pad := tabStop - p.column%tabStop
		p.put(strings.Repeat(" ", pad), run{pen: pen, from: int32(start), to: int32(start + 1)})
	case r == '\t', r == '\n':
		p.verbatim(" ", start, pen)
	case r == utf8.RuneError && n == 1:
		p.put("\ufffd", run{pen: pen, from: int32(start), to: int32(start + 1)})
	}
	return n
}

// Printable reports whether a terminal may see s as it is.
func Printable(s string) bool { return clean.Printable(s) == len(s) }

// visible drops from s whatever is not printable.
func visible(s string) string {
	if clean.Printable(s) == len(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' || clean.Forbidden(r) {
			return -1
		}
		return r
	}, s)
}

// EndsInMark reports whether the last character collected is a combining mark
// or a joiner, on which no second one may be stacked.
func (p *Paragraph) EndsInMark() bool {
	r, _ := utf8.DecodeLastRune(p.text)
	return clean.Stacks(r)
}

// Range is what the text added after Len was n shows of the body, without the
// spaces that it begins with; -1 if it shows nothing.
func (p *Paragraph) Range(n int) (start, end int) {
	n = p.past(n)
	start, end = -1, -1
	for i := p.runAt(n); i < len(p.runs); i++ {
		r := p.runs[i]
		if r.from < 0 {
			continue
		}
		from := int(r.from)
		if begin := p.begin(i); begin < n && p.isVerbatim(i) {
			from += n - begin
		}
		if start < 0 {
			start = from
		}
		start, end = min(start, from), max(end, int(r.to))
	}
	return start, end
}
