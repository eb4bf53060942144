package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"charm.land/glamour/v2/ansi"

	"dossier/ui/terminal/page/ink"
	"dossier/ui/terminal/page/typeset"
)

type node = ast.Node

// writer sets the blocks of one chunk.
type writer struct {
	*Text
	frames
	s    *typeset.Setter
	src  []byte // the chunk
	base int    // where it begins in the body
	p    typeset.Paragraph

	begun    bool              // a line was set, here or before
	counts   map[*ast.List]int // items set so far
	at       int               // how far the inline text of the source was read
	targets  int               // bytes of link targets that may still be written
	gapDepth int               // containers that the awaited empty line stands in; -1 if none
}

// step is a node to be set, or a container to be left.
type step struct {
	n     node
	leave bool
}

func (t *Text) writer(s *typeset.Setter, k chunk) *writer {
	w := &writer{Text: t, s: s, src: []byte(t.body[k.start:k.end]), base: k.start, begun: t.begun, gapDepth: -1, targets: 4*(k.end-k.start) + 16<<10}
	w.frames = frames{width: t.width}
	w.push(frame{ink: t.base})
	if m := t.style.Document.Margin; m != nil {
		o := spaces(int(min(*m, uint(t.width)/4)))
		w.push(frame{first: o, rest: o, ink: t.base})
	}
	if !k.joined {
		w.want()
	}
	return w
}

// blocks sets the children of a document. It keeps its own stack: the tree may
// be deeper than Go's stack is good for.
func (w *writer) blocks(doc node) {
	stack := under(nil, doc)
	for len(stack) > 0 {
		at := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		switch {
		case at.leave:
			w.pop()
		case w.enter(at.n):
			stack = under(append(stack, step{at.n, true}), at.n)
		}
	}
}

// under pushes the children of n, the first one on top.
func under(stack []step, n node) []step {
	for c := n.LastChild(); c != nil; c = c.PreviousSibling() {
		stack = append(stack, step{n: c})
	}
	return stack
}

// enter sets a block, or pushes a frame for a container and reports true.
func (w *writer) enter(n node) bool {
	if n.PreviousSibling() != nil && !tight(n) {
		w.want()
	}
	switch n := n.(type) {
	case *ast.Heading:
		w.heading(n)
	case *ast.Paragraph, *ast.TextBlock:
		w.paragraph(n, w.ink())
	case *east.DefinitionTerm:
		w.paragraph(n, w.well.Over(w.ink(), w.style.DefinitionTerm))
	case *ast.CodeBlock:
		w.code(n, "")
	case *ast.FencedCodeBlock:
		w.code(n, string(n.Language(w.src)))
	case *ast.HTMLBlock:
		w.html(n)
	case *ast.ThematicBreak:
		w.rule()
	case *east.Table:
		w.table(n)
	default:
		return w.container(n)
	}
	return false
}

// container enters a block that holds others.
func (w *writer) container(n node) bool {
	var in frame
	switch n := n.(type) {
	case *ast.Blockquote:
		in = w.quote()
	case *ast.ListItem:
		in = w.item(n)
	case *east.DefinitionDescription:
		in = frame{first: spaces(2), rest: spaces(2), ink: w.well.Over(w.ink(), w.style.DefinitionDescription)}
	case *ast.List:
		in = frame{ink: w.well.Over(w.ink(), w.style.List.StylePrimitive)}
	default:
		in = frame{ink: w.ink()}
	}
	if !w.push(in) {
		w.Notices = append(w.Notices, "A part is shown without indents: it is nested too deep.")
	}
	return true
}

// tight reports whether n follows the block before it without an empty line.
func tight(n node) bool {
	switch n := n.(type) {
	case *east.DefinitionDescription:
		return true
	case *ast.ListItem:
		list, ok := n.Parent().(*ast.List)
		return ok && list.IsTight
	}
	item, ok := n.Parent().(*ast.ListItem)
	return ok && tight(item)
}

// want asks for an empty line before the next one.
func (w *writer) want() {
	if w.begun && (w.gapDepth < 0 || len(w.stack) < w.gapDepth) {
		w.gapDepth = len(w.stack)
	}
}

// open sets the awaited empty line; it comes before any other line.
func (w *writer) open() {
	if w.gapDepth >= 0 {
		depth := w.gapDepth
		w.s.Blank(func() []typeset.Ornament { return w.gap(depth) })
	}
	w.gapDepth, w.begun = -1, true
}

// wrap sets what w.p has collected.
func (w *writer) wrap() {
	if !w.p.Empty() {
		w.open()
		w.s.Wrap(&w.p, w.room(), w.next)
	}
}

func (w *writer) paragraph(n node, in *ink.Ink) {
	w.p.Reset()
	w.inline(n, in)
	w.wrap()
}

func (w *writer) heading(n *ast.Heading) {
	styles := []*ansi.StyleBlock{&w.style.H1, &w.style.H2, &w.style.H3, &w.style.H4, &w.style.H5, &w.style.H6}
	style := styles[min(max(n.Level, 1), 6)-1]
	in := w.well.Over(w.well.Over(w.ink(), w.style.Heading.StylePrimitive), style.StylePrimitive)
	text := w.title(n)
	if text == "" {
		return
	}
	w.p.Reset()
	w.p.Ornament(style.Prefix, typeset.Pen{SGR: in.SGR})
	w.inline(n, in)
	w.p.Ornament(style.Suffix, typeset.Pen{SGR: in.SGR})
	w.open()
	w.Headings = append(w.Headings, Heading{n.Level, text, w.s.Next(), w.base + n.Lines().At(0).Start})
	w.wrap()
}

// title is a heading's text as written: its style may show it in capitals.
func (w *writer) title(n node) string {
	links := len(w.Links)
	w.p.Reset()
	w.inline(n, w.Text.base)
	w.Links = w.Links[:links]
	return w.p.Since(0)
}

func (w *writer) quote() frame {
	bar, times := "│ ", uint(1)
	if s := w.style.BlockQuote; s.IndentToken != nil {
		bar = *s.IndentToken
		if s.Indent != nil {
			times = min(*s.Indent, 4)
		}
	}
	in := w.well.Over(w.ink(), w.style.BlockQuote.StylePrimitive)
	o := ornament(strings.Repeat(bar, int(times)), in)
	return frame{first: o, rest: o, ink: in}
}

// rule sets a line between blocks: the style's own or one of dashes.
func (w *writer) rule() {
	in := w.well.Over(w.ink(), w.style.HorizontalRule)
	o := ornament(strings.TrimSpace(w.style.HorizontalRule.Format), in)
	if o.Width == 0 || o.Width > w.room() || strings.Contains(o.Text, "{{") {
		o = typeset.Ornament{Text: strings.Repeat("─", w.room()), Width: w.room(), Pen: o.Pen}
	}
	w.open()
	w.s.Blank(func() []typeset.Ornament { return append(w.next(), o) })
}
