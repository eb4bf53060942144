package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"dossier/ui/terminal/page/typeset"
)

// code sets a block of code, coloured if its language is one of ours.
func (b *block) code(parent node, lines *text.Segments, language string) {
	n := ast.NewCodeBlock()
	style := b.glamour.look.CodeBlock
	b.open()
	b.mode = mode{exact: b.room - int(deref(style.Indent)+deref(style.Margin))}
	b.leaf(n)
	b.p.Literal = true
	colour := b.colours(b.source(lines), language)
	for i := range lines.Len() {
		if i > 0 {
			b.p.Break()
		}
		b.codeLine(lines.At(i), colour)
	}
	b.p.Literal, b.mode = false, mode{}
	if b.written() {
		add(parent, n)
	}
}

// codeBlock is a document of code alone: a chunk that goes on a fenced block.
func codeBlock(src []byte) node {
	lines := text.NewSegments()
	for pos := 0; pos < len(src); {
		next := len(src)
		if i := bytes.IndexByte(src[pos:], '\n'); i >= 0 {
			next = pos + i + 1
		}
		lines.Append(text.NewSegment(pos, next))
		pos = next
	}
	n, doc := ast.NewCodeBlock(), ast.NewDocument()
	n.SetLines(lines)
	doc.AppendChild(doc, n)
	return doc
}

// source joins the lines of a code block as the colouring reads them.
func (b *block) source(lines *text.Segments) string {
	var s strings.Builder
	for i := range lines.Len() {
		seg := lines.At(i)
		s.Write(b.src[seg.Start:seg.Stop])
	}
	return s.String()
}

// codeLine adds one line. colour, if any, gives the looks of the next bytes.
func (b *block) codeLine(seg text.Segment, colour *colours) {
	b.p.Ornament(strings.Repeat(" ", seg.Padding), typeset.Pen{})
	at := b.base + seg.Start
	for _, part := range colour.take(string(b.src[seg.Start:seg.Stop])) {
		b.p.Add(strings.TrimSuffix(part.text, "\n"), at, typeset.Pen{SGR: part.sgr})
		at += len(part.text)
	}
}
