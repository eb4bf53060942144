package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/text"

	"dossier/ui/terminal/page/ink"
	"dossier/ui/terminal/page/typeset"
)

// code sets a block of code, coloured if its language is one of ours.
func (w *writer) code(n node, language string) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	defer w.pushCode()()
	colour := w.colours(w.source(lines), language)
	w.open()
	for i := range lines.Len() {
		w.codeLine(lines.At(i), colour)
	}
}

// continuedCode sets the rest of a fenced block that was cut.
func (w *writer) continuedCode(k chunk) {
	w.want()
	if k.joined {
		w.gapDepth = -1
	}
	defer w.pushCode()()
	w.open()
	for pos := 0; pos < len(w.src); {
		next := len(w.src)
		if i := bytes.IndexByte(w.src[pos:], '\n'); i >= 0 {
			next = pos + i + 1
		}
		w.codeLine(text.NewSegment(pos, next), nil)
		pos = next
	}
}

// pushCode enters the frame of code blocks and returns how to leave it.
func (w *writer) pushCode() func() {
	style := w.style.CodeBlock
	indent := uint(0)
	if style.Margin != nil {
		indent += *style.Margin
	}
	if style.Indent != nil {
		indent += *style.Indent
	}
	o := spaces(int(min(indent, 8)))
	w.push(frame{first: o, rest: o, ink: w.well.Over(w.ink(), style.StylePrimitive)})
	w.p.Literal = true
	return func() {
		w.pop()
		w.p.Literal = false
	}
}

// source joins the lines of a code block as the colouring reads them.
func (w *writer) source(lines *text.Segments) string {
	var b strings.Builder
	for i := range lines.Len() {
		seg := lines.At(i)
		b.Write(w.src[seg.Start:seg.Stop])
	}
	return b.String()
}

// codeLine sets one line. colour, if any, gives the ink of the next bytes.
func (w *writer) codeLine(seg text.Segment, colour *colours) {
	w.p.Reset()
	pen := typeset.Pen{SGR: w.ink().SGR}
	w.p.Ornament(strings.Repeat(" ", seg.Padding), pen)
	line := string(w.src[seg.Start:seg.Stop])
	at := w.base + seg.Start
	for _, part := range colour.take(line, w.ink()) {
		w.p.Add(strings.TrimSuffix(part.text, "\n"), at, typeset.Pen{SGR: part.ink.SGR})
		at += len(part.text)
	}
	if w.p.Empty() {
		w.s.Blank(w.next)
		return
	}
	w.s.Wrap(&w.p, w.room(), w.next)
}

// part is code in one ink.
type part struct {
	text string
	ink  *ink.Ink
}
