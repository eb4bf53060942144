// Package markdown lays out Markdown as terminal lines with Glamour.
//
//	body → cutter (chunks that end where blocks do, checked against limits)
//	     → goldmark → block (a tree of stand-ins for the text)
//	     → Glamour  → restorer (the text again) → typeset.Setter
//
// Glamour wraps, indents and styles; but it tells no source positions, decodes
// entities and escapes twice and passes on whatever it finds in code. So it gets
// a tree without the text: every character has a stand-in of the same width,
// which is looked up again in what Glamour made of it. That makes every cell's
// position exact, even where a table's cells stand side by side, and nothing
// foreign passes through Glamour. Empty lines are set here: one between blocks.
//
// Package plain lays out what is no Markdown, or must not be parsed.
package markdown

import (
	"bytes"
	"strings"

	"charm.land/glamour/v2/ansi"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"

	"dossier/model"
	"dossier/ui/message"
	"dossier/ui/terminal/page/plain"
	"dossier/ui/terminal/page/typeset"
)

// Narrowest is the width below which Markdown is better shown as plain text.
const Narrowest = 20

// Text lays out a body of Markdown from the top.
type Text struct {
	Found // since it was last emptied

	body     string
	width    int
	cutter   cutter
	parser   parser.Parser
	refs     []parser.Reference
	notes    map[string]Footnote // by their labels
	targets  Targets
	style    *ansi.StyleConfig
	glamour  *glamour
	plain    *plain.Text // the chunk that is being shown as text
	coloured int         // bytes of code that may still be coloured
	begun    bool        // a line was set
}

// Found is what a reader may jump to, and what went wrong.
type Found struct {
	Headings []Heading
	Links    []Link
	Notices  []string // why a part is shown as text
}

// Heading is a heading of the body.
type Heading struct {
	Level  int    // 1 to 6
	Text   string // on one line
	Line   int    // the page's line that it begins on
	Offset int    // its first byte in the body
}

// Link is a passage of the body that leads somewhere.
type Link struct {
	Text       string // as shown, on one line
	URL        string // as written, which may be relative or of any scheme
	Start, End int    // of the text, in the body
	Within     bool   // it has no URL and leads to a place in the body
	To         int    // that place, in bytes
}

// New begins to lay out body in lines of at most width cells, without what is to
// be left out: whole top-level blocks or the beginning of one, in order.
func New(body string, skip []model.Passage, width int, style *ansi.StyleConfig) *Text {
	t := &Text{body: body, width: width, style: style, parser: newParser(), coloured: mostColoured}
	t.cutter = cutter{body: body, end: len(body), skip: skip}
	t.refs, t.notes = references(t.parser, body), footnotes(body, skip)
	t.glamour = &glamour{look: newLook(style, width), width: width, renderers: map[[2]int]renderer.Renderer{}}
	return t
}

// Pos is how far the body is laid out, in bytes.
func (t *Text) Pos() int {
	if t.plain != nil {
		return t.plain.Pos
	}
	return t.cutter.pos
}

// More adds lines for about budget bytes to s, at least one block's, and
// reports whether there are more.
func (t *Text) More(s *typeset.Setter, budget int) bool {
	for stop := t.Pos() + max(budget, 1); t.Pos() < stop; {
		if t.plain == nil && !t.chunk(s) {
			return false
		}
		if t.plain != nil && !t.plain.More(s, stop-t.plain.Pos) {
			t.plain = nil
		}
	}
	return t.Pos() < len(t.body)
}

// chunk lays out the next chunk, or makes it the one to be shown as text.
func (t *Text) chunk(s *typeset.Setter) bool {
	k, ok := t.cutter.next()
	if !ok {
		return false
	}
	if k.reason == "" {
		lines, found := len(s.Lines), t.Found
		if err := t.blocks(s, k); err == nil {
			return true
		}
		s.Lines, t.Found = s.Lines[:lines], found
		k.reason = "its layout failed"
	}
	t.Notices = append(t.Notices, asTextFor(k.reason))
	t.text(s, k)
	return true
}

func asTextFor(reason message.Text) string {
	return message.Say("A part is shown as text: %s.", reason)
}

// blocks lays out a chunk block by block. If that fails, what was added to s
// must go.
func (t *Text) blocks(s *typeset.Setter, k chunk) error {
	b := &block{Text: t, src: []byte(t.body[k.start:k.end]), base: k.start, targets: 4*(k.end-k.start) + 16<<10}
	begun := t.begun
	doc := codeBlock(b.src)
	if k.form == marked {
		doc = t.parse(b.src, k.start)
	}
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		wanted := (!k.joined || n.PreviousSibling() != nil) && !b.follows(n)
		done, err := b.set(s, n, wanted, begun)
		if err != nil {
			return err
		}
		begun = begun || done
	}
	t.begun = begun
	return nil
}

// text begins to show a chunk as it stands.
func (t *Text) text(s *typeset.Setter, k chunk) {
	end := k.start + len(strings.TrimRight(t.body[k.start:k.end], "\n"))
	if t.begun && !k.joined && end > k.start {
		s.Blank(nil)
	}
	t.begun = t.begun || end > k.start
	t.plain = &plain.Text{Body: t.body, Pos: k.start, End: end, Width: t.width}
}

func (t *Text) parse(src []byte, base int) node {
	pc := parser.NewContext()
	pc.Set(notesKey, notesOf{t.notes, base})
	if bytes.IndexByte(src, '[') >= 0 {
		for _, r := range t.refs {
			pc.AddReference(r)
		}
	}
	return t.parser.Parse(text.NewReader(src), parser.WithContext(pc))
}
