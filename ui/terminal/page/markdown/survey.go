package markdown

import (
	"bytes"
	"context"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"dossier/model/find"
)

// Survey goes through all of a body, which costs a twentieth of laying it out:
// what of it is shown, and its headings, whose lines are not known yet. If ctx
// ends meanwhile the rest is missing.
func Survey(ctx context.Context, body string) (*find.Source, []Heading) {
	t := &Text{body: body, parser: newParser(), cutter: cutter{body: body, end: len(body)}}
	t.refs, t.notes = references(t.parser, body), footnotes(body, nil)
	v := surveyor{shown: find.NewSource(body)}
	for ctx.Err() == nil {
		k, ok := t.cutter.next()
		if !ok {
			break
		}
		v.chunk(t, k)
	}
	return v.shown, v.headings
}

func (v *surveyor) chunk(t *Text, k chunk) {
	v.base, v.src, v.at = k.start, []byte(t.body[k.start:k.end]), 0
	switch {
	case k.reason != "":
		v.shown.Add(k.start, k.end)
	case k.form == code:
		v.blocks(codeBlock(v.src))
	default:
		v.blocks(t.parse(v.src, k.start))
	}
}

// surveyor is one pass over a body.
type surveyor struct {
	shown    *find.Source
	headings []Heading
	base     int // where the part at hand begins in the body
	src      []byte
	at       int // how far the part was read
}

func (v *surveyor) blocks(n node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		v.block(c)
	}
}

func (v *surveyor) block(n node) {
	switch n := n.(type) {
	case *ast.Heading:
		v.heading(n)
	case *ast.Paragraph, *ast.TextBlock, *east.TableCell, *east.DefinitionTerm:
		v.begin(n)
		v.inline(n)
		v.end()
	case *ast.CodeBlock:
		v.lines(n.Lines())
	case *ast.FencedCodeBlock:
		v.lines(n.Lines())
	case *ast.HTMLBlock:
		v.html(n.Lines())
	default:
		v.blocks(n)
	}
}

func (v *surveyor) heading(n *ast.Heading) {
	if n.Lines().Len() == 0 {
		return
	}
	v.begin(n)
	before := len(v.shown.Text())
	v.inline(n)
	if title := strings.Join(strings.Fields(v.shown.Text()[before:]), " "); title != "" {
		v.headings = append(v.headings, Heading{Level: n.Level, Text: title, Offset: v.base + n.Lines().At(0).Start})
	}
	v.end()
}

// begin puts the mark of what was read to a block's first byte.
func (v *surveyor) begin(n node) {
	if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
		v.at = n.Lines().At(0).Start
	}
}

// end parts a block from what comes next, by a blank line.
func (v *surveyor) end() {
	for range 2 {
		v.shown.Break(v.base + min(v.at, len(v.src)-1))
	}
}

func (v *surveyor) add(from, to int) {
	v.shown.Add(v.base+from, v.base+to)
	v.at = max(v.at, to)
}

func (v *surveyor) inline(n node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			v.add(c.Segment.Start, c.Segment.Stop)
			if c.SoftLineBreak() || c.HardLineBreak() {
				v.shown.Break(v.base + min(c.Segment.Stop, len(v.src)-1))
			}
		case *ast.AutoLink:
			v.label(c.Label(v.src))
		default:
			v.inline(c)
		}
	}
}

// label adds the text of a bare address, whose place the parser does not tell.
func (v *surveyor) label(text []byte) {
	if i := bytes.Index(v.src[min(v.at, len(v.src)):], text); i >= 0 {
		v.add(v.at+i, v.at+i+len(text))
	}
}

func (v *surveyor) lines(segments *text.Segments) {
	for i := range segments.Len() {
		v.add(segments.At(i).Start, segments.At(i).Stop)
	}
	v.end()
}

// html adds what stands outside of tags.
func (v *surveyor) html(segments *text.Segments) {
	for i := range segments.Len() {
		seg := segments.At(i)
		for at := seg.Start; at < seg.Stop; {
			open := bytes.IndexByte(v.src[at:seg.Stop], '<')
			if open < 0 {
				v.add(at, seg.Stop)
				break
			}
			v.add(at, at+open)
			closed := bytes.IndexByte(v.src[at+open:seg.Stop], '>')
			if closed < 0 {
				break
			}
			at += open + closed + 1
		}
	}
	v.end()
}
