package prose

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"dossier/ui/message"
	"dossier/ui/terminal/page/markdown"
)

// reading is one pass over a body.
type reading struct {
	Article
	targets markdown.Targets
	base    int    // where the part at hand begins in the body
	src     []byte // that part

	lead  string // what the next paragraph begins with: the sign of its item
	words strings.Builder
	from  int // of the paragraph at hand, in the part; -1 before its first byte
	to    int
}

func (r *reading) blocks(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		r.block(c)
	}
}

func (r *reading) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		r.flow(n, n.Level)
	case *ast.Paragraph, *ast.TextBlock, *east.DefinitionTerm:
		r.flow(n, 0)
	case *ast.ListItem:
		r.item(n)
	case *ast.Blockquote:
		r.lead += message.Say("Quote:") + " "
		r.blocks(n)
		r.lead = ""
	case *ast.CodeBlock:
		r.code(n.Lines())
	case *ast.FencedCodeBlock:
		r.code(n.Lines())
	case *ast.HTMLBlock:
		r.html(n.Lines())
	case *east.Table:
		r.table(n)
	case *markdown.Note:
		r.note(n)
	default:
		r.blocks(n)
	}
}

// begin begins a paragraph.
func (r *reading) begin() {
	r.words.Reset()
	r.words.WriteString(r.lead)
	r.from, r.to = -1, 0
}

// end adds the paragraph that was begun, if it has words.
func (r *reading) end(level int) {
	text := strings.Join(strings.Fields(r.words.String()), " ")
	if r.from < 0 || text == "" {
		return
	}
	r.lead = ""
	r.Paragraphs = append(r.Paragraphs, Paragraph{Text: text, Level: level, Start: r.base + r.from, End: r.base + r.to})
}

// cover makes the paragraph stand for these bytes of the part too.
func (r *reading) cover(from, to int) {
	if r.from < 0 {
		r.from = from
	}
	r.from, r.to = min(r.from, from), max(r.to, to)
}

func (r *reading) flow(n ast.Node, level int) {
	r.begin()
	r.inline(n)
	r.end(level)
}

// item puts its sign before the first of its paragraphs.
func (r *reading) item(n *ast.ListItem) {
	sign := "- "
	if list, ok := n.Parent().(*ast.List); ok && list.IsOrdered() {
		number := list.Start
		for before := n.PreviousSibling(); before != nil; before = before.PreviousSibling() {
			number++
		}
		sign = fmt.Sprintf("%d. ", number)
	}
	r.lead += sign
	r.blocks(n)
	r.lead = ""
}

// code keeps its lines.
func (r *reading) code(lines *text.Segments) {
	var all strings.Builder
	for i := range lines.Len() {
		segment := lines.At(i)
		all.Write(segment.Value(r.src))
	}
	if strings.TrimSpace(all.String()) == "" {
		return
	}
	first, last := lines.At(0), lines.At(lines.Len()-1)
	r.Paragraphs = append(r.Paragraphs, Paragraph{
		Text: r.lead + strings.TrimRight(all.String(), "\n"), Code: true,
		Start: r.base + first.Start, End: r.base + last.Stop,
	})
	r.lead = ""
}

// html reads what stands outside of tags.
func (r *reading) html(lines *text.Segments) {
	r.begin()
	for i := range lines.Len() {
		for at, stop := lines.At(i).Start, lines.At(i).Stop; at < stop; {
			open := at + index(r.src[at:stop], '<')
			r.raw(at, open)
			at = open + index(r.src[open:stop], '>') + 1
		}
		r.words.WriteByte(' ')
	}
	r.end(0)
}

// index is where c first stands in s; its end if nowhere.
func index(s []byte, c byte) int {
	if i := bytes.IndexByte(s, c); i >= 0 {
		return i
	}
	return len(s)
}

// raw adds bytes of the part as they are.
func (r *reading) raw(from, to int) {
	if len(bytes.TrimSpace(r.src[from:to])) > 0 {
		r.words.Write(r.src[from:to])
		r.cover(from, to)
	}
}

// mostNamed bounds the name of a column that is read again before each of its
// cells, in bytes.
const mostNamed = 200

// table reads a row as a sentence: each cell after the name of its column. Names that
// are too long for that are read once, as a row.
func (r *reading) table(t *east.Table) {
	header := t.FirstChild()
	names := r.row(header, nil)
	if t.ChildCount() == 1 || slices.ContainsFunc(names, func(name string) bool { return len(name) > mostNamed }) {
		r.end(0)
		names = nil
	}
	for row := header.NextSibling(); row != nil; row = row.NextSibling() {
		r.row(row, names)
		r.end(0)
	}
}

// row begins a paragraph that a row makes, and returns its cells.
func (r *reading) row(row ast.Node, names []string) (cells []string) {
	r.begin()
	for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
		column := len(cells)
		if column > 0 {
			r.words.WriteString("; ")
		}
		if column < len(names) && names[column] != "" {
			r.words.WriteString(names[column] + ": ")
		}
		before := r.words.Len()
		r.inline(cell)
		cells = append(cells, r.words.String()[before:])
	}
	return cells
}

func (r *reading) inline(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			r.text(c)
		case *ast.String:
			r.words.Write(c.Value)
		case *ast.AutoLink:
			r.autoLink(c)
		case *ast.Link:
			before := r.words.Len()
			r.inline(c)
			r.link(r.words.String()[before:], r.targets.Of(c.Destination))
		case *ast.Image:
			r.words.WriteString("(" + message.Say("picture") + ": ")
			r.inline(c)
			r.words.WriteString(")")
		case *markdown.NoteRef:
			r.noteRef(c)
		case *east.TaskCheckBox:
			r.words.WriteString(map[bool]string{true: "[x] ", false: "[ ] "}[c.IsChecked])
		default:
			r.inline(c)
		}
	}
}

// text adds running text, with the entities and escapes outside of code resolved.
func (r *reading) text(n *ast.Text) {
	value := n.Segment.Value(r.src)
	if n.Parent().Kind() != ast.KindCodeSpan && !n.IsRaw() {
		value = util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(value)))
	}
	r.words.Write(value)
	r.cover(n.Segment.Start, n.Segment.Stop)
	if n.SoftLineBreak() || n.HardLineBreak() {
		r.words.WriteByte(' ')
	}
}

// autoLink adds a bare address, whose place the parser does not tell.
func (r *reading) autoLink(n *ast.AutoLink) {
	label := n.Label(r.src)
	if i := bytes.Index(r.src[min(r.to, len(r.src)):], label); i >= 0 && r.from >= 0 {
		r.cover(r.to+i, r.to+i+len(label))
	} else if i := bytes.Index(r.src, label); i >= 0 && r.from < 0 {
		r.cover(i, i+len(label))
	}
	r.words.Write(label)
	r.link(string(label), r.targets.Of(n.URL(r.src)))
}

// note reads a footnote where it stands; one of its links goes back to the text.
func (r *reading) note(n *markdown.Note) {
	r.lead += message.Say("Note %d:", n.Number) + " "
	r.blocks(n)
	r.lead = ""
	if n.Ref >= 0 && len(r.Paragraphs) > 0 {
		r.Links = append(r.Links, Link{Text: message.Say("back from note %d", n.Number), Paragraph: len(r.Paragraphs) - 1, Within: true, To: n.Ref})
	}
}

// noteRef says that a footnote belongs here.
func (r *reading) noteRef(n *markdown.NoteRef) {
	name := message.Say("note %d", n.Number)
	r.words.WriteString(" (" + name + ")")
	r.cover(n.Segment.Start, n.Segment.Stop)
	r.Links = append(r.Links, Link{Text: name, Paragraph: len(r.Paragraphs), Within: true, To: n.At})
}

// link puts the number of a link behind it.
func (r *reading) link(text, url string) {
	text = strings.Join(strings.Fields(text), " ")
	r.Links = append(r.Links, Link{Text: text, URL: url, Paragraph: len(r.Paragraphs)})
	r.words.WriteString(" (" + message.Say("link %d", len(r.Links)) + ")")
}
