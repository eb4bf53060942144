// Package markdown lays out Markdown as terminal lines in a Glamour style.
//
//	body → cutter (chunks that end where blocks do, checked against limits)
//	     → goldmark → writer (blocks, frames, inline text) → typeset.Setter
//
// It does not use Glamour's renderer, only its styles. Glamour tells no source
// positions, decodes entities and escapes twice, drops hard line breaks, writes
// a link's target into the text and needs exponential time for nested quotes;
// laying goldmark's tree out here makes every cell's position exact, since text
// is never taken apart again after it was put together.
//
// Package plain lays out what is no Markdown, or must not be parsed.
package markdown

import (
	"bytes"
	"strings"

	"charm.land/glamour/v2/ansi"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"dossier/ui/terminal/page/ink"
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
	style    *ansi.StyleConfig
	well     *ink.Well
	base     *ink.Ink
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
}

// New begins to lay out body in lines of at most width cells.
func New(body string, width int, style *ansi.StyleConfig) *Text {
	t := &Text{body: body, width: width, style: style, parser: newParser(), well: ink.NewWell(), coloured: mostColoured}
	t.cutter = cutter{body: body, end: len(body)}
	t.refs = references(t.parser, body)
	t.base = t.well.Over(t.well.Over(&ink.Ink{}, style.Document.StylePrimitive), style.Text)
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
	if k.form == asText {
		t.Notices = append(t.Notices, "A part is shown as text: "+k.reason+".")
		t.text(s, k)
		return true
	}
	w := t.writer(s, k)
	if k.form == code {
		w.continuedCode(k)
	} else {
		w.blocks(t.parse(w.src))
	}
	t.begun = t.begun || w.begun
	return true
}

// text begins to show a chunk as it stands.
func (t *Text) text(s *typeset.Setter, k chunk) {
	end := k.start + len(strings.TrimRight(t.body[k.start:k.end], "\n"))
	if t.begun && !k.joined && end > k.start {
		s.Blank(nil)
	}
	t.begun = t.begun || end > k.start
	t.plain = &plain.Text{Body: t.body, Pos: k.start, End: end, Width: t.width, Pen: typeset.Pen{SGR: t.base.SGR}}
}

func (t *Text) parse(src []byte) node {
	pc := parser.NewContext()
	if bytes.IndexByte(src, '[') >= 0 {
		for _, r := range t.refs {
			pc.AddReference(r)
		}
	}
	return t.parser.Parse(text.NewReader(src), parser.WithContext(pc))
}
