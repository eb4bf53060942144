// Package plain lays out text without markup: its own line breaks and indents
// are kept, and a long line is wrapped by words under its indent.
package plain

import (
	"strings"
	"unicode/utf8"

	"dossier/model"
	"dossier/ui/terminal/page/typeset"
)

// maxPiece bounds how much of one source line is wrapped at a time, in bytes,
// so that a file without a line break starts to show at once.
const maxPiece = 8 << 10

// MostLines is how many lines of a page keep the line breaks of the text: what is
// behind them flows, so that millions of empty lines take no gigabytes.
const MostLines = 1_000_000

// Text lays out body[From:To] from the top.
type Text struct {
	Body     string
	Pos, End int // what is left
	Width    int
	Pen      typeset.Pen
	Lead     typeset.Lead // ornaments of every line; nil for none
	// Skip is what is left out: whole lines or the beginning of one, in order.
	// Blank lines around it are not shown twice.
	Skip []model.Passage

	p      typeset.Paragraph
	indent string // of the line that Pos is in the middle of
	inside bool
	after  bool // Pos follows what was left out, and blank lines would double
	begun  bool // a line was set
}

// More adds lines for about budget bytes to s, and reports whether there are
// more.
func (t *Text) More(s *typeset.Setter, budget int) bool {
	for stop := t.Pos + budget; t.Pos < t.End && t.Pos < stop; {
		switch {
		case t.skip(s):
		case s.Next() > MostLines:
			t.flow(s)
		default:
			t.line(s)
		}
	}
	return t.Pos < t.End
}

// skip passes what is left out, and the blank lines after it if one was shown
// before it or nothing was.
func (t *Text) skip(s *typeset.Setter) bool {
	for len(t.Skip) > 0 && t.Skip[0].End <= t.Pos {
		t.Skip = t.Skip[1:]
	}
	if t.inside || !t.skipsHere() {
		if t.after && t.blank() {
			_, t.Pos = t.lineEnd()
			return true
		}
		t.after = false
		return false
	}
	t.after = !t.begun || t.lastBlank(s)
	t.Pos = min(t.Skip[0].End, t.End)
	return true
}

// skipsHere reports that the line at Pos begins with what is left out, white
// space before it aside.
func (t *Text) skipsHere() bool {
	if len(t.Skip) == 0 || t.Skip[0].Start > t.Pos+maxPiece {
		return false
	}
	return t.Skip[0].Start <= t.Pos || strings.Trim(t.Body[t.Pos:min(t.Skip[0].Start, t.End)], " \t") == ""
}

// blank reports that the line at Pos has nothing to show.
func (t *Text) blank() bool {
	end, _ := t.lineEnd()
	return strings.TrimLeft(t.Body[t.Pos:end], " \t\n") == "" && end < t.Pos+2*maxPiece
}

func (t *Text) lastBlank(s *typeset.Setter) bool {
	n := len(s.Lines)
	return n > 0 && len(s.Lines[n-1].Spans) == 0
}

// line lays out the source line at Pos, or a piece of it if it is long.
func (t *Text) line(s *typeset.Setter) {
	t.begun = true
	end, next := t.lineEnd()
	if !t.inside {
		t.indent = indentOf(t.Body[t.Pos:end], t.Width)
		t.Pos += leading(t.Body[t.Pos:end])
	}
	if t.simple(s, end) {
		t.Pos, t.inside = next, false
		return
	}
	cut := t.cut(end)
	t.p.Reset()
	t.p.Add(t.Body[t.Pos:cut], t.Pos, t.Pen)
	before := len(s.Lines)
	s.Wrap(&t.p, t.Width-len(t.indent), t.lead)
	if t.p.Empty() || len(s.Lines) == before {
		s.Blank(t.Lead)
	}
	if t.inside = cut < end; !t.inside {
		t.Pos = next
		return
	}
	t.Pos = t.redo(s, before, cut)
}

// flow lays out a piece of the text as if it were one paragraph.
func (t *Text) flow(s *typeset.Setter) {
	t.begun, t.inside, t.indent = true, false, ""
	cut := t.cut(t.End)
	if len(t.Skip) > 0 && t.Skip[0].Start > t.Pos {
		cut = min(cut, t.Skip[0].Start)
	}
	t.p.Reset()
	for at := t.Pos; at < cut; {
		line, _, broken := strings.Cut(t.Body[at:cut], "\n")
		t.p.Add(line, at, t.Pen)
		if at += len(line); broken {
			t.p.Soft(at, t.Pen)
			at++
		}
	}
	before := len(s.Lines)
	s.Wrap(&t.p, t.Width, t.Lead)
	if cut < t.End {
		cut = t.redo(s, before, cut)
	}
	t.Pos = cut
}

// lineEnd is where the line at Pos ends, and where the next one begins. Only so
// much is searched as is used, since the line may be the whole file.
func (t *Text) lineEnd() (end, next int) {
	window := min(t.End, t.Pos+2*maxPiece)
	if i := strings.IndexByte(t.Body[t.Pos:window], '\n'); i >= 0 {
		return t.Pos + i, t.Pos + i + 1
	}
	return window, window
}

// simple adds a line that fits as it stands, without a copy of it.
func (t *Text) simple(s *typeset.Setter, end int) bool {
	text := t.Body[t.Pos:end]
	if t.inside || t.Lead != nil || t.indent != "" || t.Pen.SGR != "" || len(text) > t.Width || len(text) == 0 {
		return false
	}
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	s.Share(strings.TrimRight(text, " "), t.Pos)
	return true
}

// cut ends the piece of a long line that is wrapped now, between characters.
func (t *Text) cut(end int) int {
	if end-t.Pos <= maxPiece {
		return end
	}
	cut := t.Pos + maxPiece
	for cut > t.Pos+1 && !utf8.RuneStart(t.Body[cut]) {
		cut--
	}
	return cut
}

// redo takes back the last line of a piece, which may not be full, and returns
// where to go on, so that the pieces' seams do not show.
func (t *Text) redo(s *typeset.Setter, before, cut int) int {
	last := len(s.Lines) - 1
	if last <= before || len(s.Lines[last].Spans) == 0 {
		return cut
	}
	at := int(s.Lines[last].Spans[0].Start)
	if at <= t.Pos {
		return cut
	}
	s.Lines = s.Lines[:last]
	return at
}

func (t *Text) lead() []typeset.Ornament {
	var o []typeset.Ornament
	if t.Lead != nil {
		o = t.Lead()
	}
	if t.indent != "" {
		o = append(o[:len(o):len(o)], typeset.Ornament{Text: t.indent, Width: len(t.indent)})
	}
	return o
}

// leading is the length of the white space that s begins with.
func leading(s string) int {
	return len(s) - len(strings.TrimLeft(s, " \t"))
}

// indentOf is the indent that a line is shown with: its own, but never more
// than a third of the width.
func indentOf(s string, width int) string {
	n := 0
	for _, c := range s[:leading(s)] {
		if n++; c == '\t' {
			n = (n + 3) / 4 * 4
		}
	}
	return strings.Repeat(" ", min(n, max(width/3, 0)))
}
