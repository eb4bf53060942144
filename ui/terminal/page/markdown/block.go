package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"dossier/ui/terminal/page/typeset"
)

type node = ast.Node

// block is one top-level block on its way through Glamour: its text, and a tree
// of nodes that will show stand-ins for that text.
type block struct {
	*Text
	containers
	src     []byte // the chunk
	base    int    // where it begins in the body
	doc     node   // the tree
	in      standIns
	out     scratch
	p       typeset.Paragraph
	leaves  []leaf
	tables  []grid
	gaps    []int   // where in the text an empty line comes before
	titles  []title // of headings
	records bool    // tables are shown record by record
	wanted  bool    // an empty line comes before the next text

	start   int // where the text of the block within begins
	at      int // how far the inline text of the source was read
	hand    hand
	going   bool // text in that hand belongs to the last leaf
	mode    mode
	targets int    // bytes of link targets that may still be written
	label   string // what stands before a note, until it is written
	back    back
}

// title is a heading, and where its text begins.
type title struct {
	Heading
	from int
}

// set lays out a top-level block, with wide tables record by record, and reports
// whether it has lines.
func (b *block) set(s *typeset.Setter, n node, wanted, begun bool) (some bool, err error) {
	lines, found, coloured := len(s.Lines), b.Found, b.coloured
	for _, b.records = range []bool{false, true} {
		b.build(n, wanted)
		if err = b.lay(s, begun); err == nil || len(b.tables) == 0 {
			break
		}
		s.Lines, b.Found, b.coloured = s.Lines[:lines], found, coloured
	}
	return len(s.Lines) > lines, err
}

// lay sends the tree through Glamour.
func (b *block) lay(s *typeset.Setter, begun bool) error {
	if err := b.in.encode(&b.p, b.leaves); err != nil {
		return err
	}
	if !b.fits() {
		return errNarrow
	}
	made, err := b.glamour.render(b.doc, b.in.out, b.markers)
	if err != nil {
		return err
	}
	b.spend(len(made))
	r := restorer{block: b, scratch: &b.out, s: s, guises: b.in.guises, begun: begun, gaps: b.in.characters(b.gaps)}
	return r.restore(made, b.in.sent)
}

// build makes the tree for a top-level block.
func (b *block) build(n node, wanted bool) {
	b.p.Reset()
	b.leaves, b.tables, b.gaps, b.titles = b.leaves[:0], nil, b.gaps[:0], nil
	b.doc, b.wanted, b.label = ast.NewDocument(), wanted, ""
	b.containers = containers{room: b.width - inset(b.glamour.look.Document)}
	b.measure(n, 0)
	b.block(b.doc, n)
	b.end()
}

// blocks sets the children of n under parent.
func (b *block) blocks(parent, n node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		b.wanted = b.wanted || c.PreviousSibling() != nil && !tight(c)
		b.block(parent, c)
	}
}

func (b *block) block(parent, n node) {
	switch n := n.(type) {
	case *ast.Heading:
		b.heading(parent, n)
	case *ast.Paragraph, *ast.TextBlock:
		b.paragraph(parent, n, hand{})
	case *ast.CodeBlock:
		b.code(parent, n.Lines(), "")
	case *ast.FencedCodeBlock:
		b.code(parent, n.Lines(), string(n.Language(b.src)))
	case *ast.HTMLBlock:
		b.html(parent, n)
	case *ast.ThematicBreak:
		add(parent, ast.NewThematicBreak())
		b.cutter.work += perRule
	case *east.Table:
		b.table(parent, n)
	default:
		b.container(parent, n)
	}
}

// tight reports whether n follows the block before it without an empty line.
func tight(n node) bool {
	if n.Kind() == ast.KindListItem {
		list, ok := n.Parent().(*ast.List)
		return ok && list.IsTight
	}
	item, ok := n.Parent().(*ast.ListItem)
	return n.Kind() == east.KindDefinitionDescription || ok && tight(item)
}

// add appends a block to its container. Glamour begins a line before some kinds
// of blocks only; an empty line more does no harm.
func add(parent, n node) {
	if parent.FirstChild() != nil {
		newline := ast.NewText()
		newline.Segment = lineBreak
		parent.AppendChild(parent, newline)
	}
	parent.AppendChild(parent, n)
}

// open begins the text of a block.
func (b *block) open() {
	b.end()
	if b.p.Len() > 0 {
		b.p.Break()
	}
	b.start = b.p.Len()
	if b.wanted {
		b.gaps, b.wanted = append(b.gaps, b.start), false
	}
}

// end ends the text of the last leaf here.
func (b *block) end() {
	if n := len(b.leaves); n > 0 && b.leaves[n-1].to < 0 {
		b.leaves[n-1].to = b.p.Len()
	}
	b.going = false
}

// leaf adds a node for the text that follows.
func (b *block) leaf(n node) {
	b.end()
	from := b.p.Len()
	b.leaves = append(b.leaves, leaf{node: n, from: from, to: -1, mode: b.mode, first: from == b.start})
}

// written reports whether the block within has text.
func (b *block) written() bool { return b.p.Len() > b.start }

func (b *block) paragraph(parent, n node, h hand) {
	p, box := flow(parent), b.box
	if b.box = nil; box != nil {
		p.AppendChild(p, east.NewTaskCheckBox(box.IsChecked))
	}
	b.open()
	b.inline(p, n, h)
	b.goBack(p, n)
	if b.written() || box != nil {
		add(parent, p)
	}
}

// flow is a node for running text. Glamour leaves paragraphs out in items.
func flow(parent node) node {
	if parent.Kind() == ast.KindListItem {
		return ast.NewTextBlock()
	}
	return ast.NewParagraph()
}

func (b *block) heading(parent node, n *ast.Heading) {
	h := ast.NewHeading(n.Level)
	b.open()
	b.inline(h, n, hand{})
	if !b.written() {
		return
	}
	add(parent, h)
	b.titles = append(b.titles, title{Heading{Level: n.Level, Text: b.p.Since(b.start), Offset: b.base + n.Lines().At(0).Start}, b.start})
}
