package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"dossier/ui/message"
)

const (
	// leastText is the width that containers leave to the text, in cells.
	leastText = 10
	// mostContainers bounds how deep they are shown. Glamour needs twice the
	// time for every container more once their insets come near the width.
	mostContainers = 12
	// mostItems is the longest list: Glamour counts an item's siblings.
	mostItems = 400
)

// containers is the quotes and lists that we are in.
type containers struct {
	room    int // for text, in cells
	depth   int
	deepest int
	lists   int
	markers [2]int             // widths of lists' markers: of those in no other, and of the others
	box     *east.TaskCheckBox // that the next paragraph begins with
}

// enter takes room for a container. Without enough of it, what the container
// holds is shown as if it stood outside.
func (b *block) enter(inset int) bool {
	if b.depth >= min(mostContainers, (b.width-leastText)/4) || b.room-inset < leastText {
		b.Notices = append(b.Notices, message.Say("A part is shown without indents: it is nested too deep."))
		return false
	}
	b.depth++
	b.deepest = max(b.deepest, b.depth)
	b.cutter.work += perContainer
	b.room -= inset
	return true
}

func (b *block) leave(inset int) {
	b.depth--
	b.room += inset
}

func (b *block) container(parent, n node) {
	switch n := n.(type) {
	case *ast.Blockquote:
		b.inside(parent, n, ast.NewBlockquote(), len(b.glamour.look.bar))
	case *east.DefinitionDescription:
		b.inside(parent, n, east.NewDefinitionList(0, nil), inset(b.glamour.look.DefinitionList))
	case *east.DefinitionTerm:
		b.paragraph(parent, n, hand{strong: true})
	case *ast.List:
		b.list(parent, n)
	case *Note:
		b.footnote(parent, n)
	default:
		b.blocks(parent, n)
	}
}

// inside sets the children of n in a container of that inset.
func (b *block) inside(parent, n, in node, inset int) {
	if !b.enter(inset) {
		b.blocks(parent, n)
		return
	}
	defer b.leave(inset)
	add(parent, in)
	b.blocks(in, n)
}

func (b *block) list(parent node, n *ast.List) {
	inset := b.markers[min(b.lists, 1)]
	if !b.enter(inset) {
		for item := n.FirstChild(); item != nil; item = item.NextSibling() {
			b.blocks(parent, item)
		}
		return
	}
	b.lists++
	b.items(parent, n)
	b.lists--
	b.leave(inset)
}

func (b *block) items(parent node, n *ast.List) {
	var list *ast.List
	count := 0
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if count%mostItems == 0 {
			list = ast.NewList(n.Marker)
			list.Start = n.Start + count
			add(parent, list)
		}
		count++
		item := ast.NewListItem(0)
		list.AppendChild(list, item)
		b.wanted = b.wanted || c.PreviousSibling() != nil && !tight(c)
		b.box = checkbox(c)
		b.blocks(item, c)
	}
}

// checkbox is the box that a task begins with, or nil.
func checkbox(item node) *east.TaskCheckBox {
	if item.FirstChild() == nil {
		return nil
	}
	box, _ := item.FirstChild().FirstChild().(*east.TaskCheckBox)
	return box
}

// measure finds the widest markers of the lists in n.
func (b *block) measure(n node, level int) {
	switch n := n.(type) {
	case *ast.List:
		b.markers[level] = max(b.markers[level], b.marker(n))
		level = 1
	case *Note:
		b.markers[level] = len(n.Mark()) + 1
		level = 1
	}
	for c := n.FirstChild(); c != nil && c.Type() == ast.TypeBlock; c = c.NextSibling() {
		b.measure(c, level)
	}
}

// marker is the width of a list's widest marker.
func (b *block) marker(list *ast.List) int {
	l := b.glamour.look
	w := l.bullet
	if list.IsOrdered() {
		w = len(strconv.Itoa(list.Start+list.ChildCount()-1)) + l.point
	}
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		if checkbox(item) != nil {
			return max(w, l.box)
		}
	}
	return w
}
