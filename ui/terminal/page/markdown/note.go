package markdown

import (
	"github.com/yuin/goldmark/ast"

	"dossier/ui/terminal/page/typeset"
)

// noteRef sets the mark of a footnote, which leads to it.
func (b *block) noteRef(parent node, n *NoteRef, h hand) {
	h.link = true
	mark, before := n.Mark(), b.p.Len()
	b.into(parent, h, mark)
	b.p.Show(mark, b.base+n.Segment.Start, b.base+n.Segment.Stop, typeset.Pen{})
	b.at = max(b.at, n.Segment.Stop)
	b.within(before, n.At)
}

// within records a link whose text was added since before, and which leads to a
// byte of the body.
func (b *block) within(before, to int) {
	start, end := b.p.Range(before)
	b.Links = append(b.Links, Link{Text: b.p.Since(before), Start: start, End: end, Within: true, To: to})
}

// backMark leads from a note back to the text.
const backMark = "↑"

// footnote sets a note: its text hangs beside its mark, and ends in the way back.
func (b *block) footnote(parent node, n *Note) {
	width := len(n.Mark()) + 1
	if !b.enter(width) {
		b.blocks(parent, n)
		return
	}
	defer b.leave(width)
	list, item := ast.NewList('-'), ast.NewListItem(0)
	list.AppendChild(list, item)
	add(parent, list)
	b.label, b.back = n.Mark()+" ", back{n.LastChild(), n.Ref}
	b.lists++
	b.blocks(item, n)
	b.lists--
	b.back = back{}
}

// follows reports a note right below another one.
func (b *block) follows(n node) bool {
	before := n.PreviousSibling()
	return n.Kind() == KindNote && before != nil && before.Kind() == KindNote && !n.HasBlankPreviousLines()
}

// back is the paragraph that ends in the way back to the text.
type back struct {
	paragraph node
	to        int
}

// goBack ends a paragraph in it. It stands for the line's end in the source, so
// that what is shown keeps the order of the body.
func (b *block) goBack(p, n node) {
	if n != b.back.paragraph || b.back.to < 0 || n.Lines().Len() == 0 {
		return
	}
	end := n.Lines().At(n.Lines().Len() - 1).Stop
	h := hand{link: true}
	b.into(p, hand{}, " ")
	b.p.Ornament(" ", typeset.Pen{})
	before := b.p.Len()
	b.into(p, h, backMark)
	from := min(end, len(b.src)-1)
	b.p.Show(backMark, b.base+from, b.base+from+1, typeset.Pen{})
	b.within(before, b.back.to)
}
