package page

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	widths "dossier/ui/terminal/width"
)

// Mark paints the cells that show body[Start:End].
type Mark struct {
	Start, End int
	SGR        string // the sequence that turns the look on; see Opening
}

// Opening is the sequence that turns a style's look on, for marks.
func Opening(s lipgloss.Style) string {
	open, _, _ := strings.Cut(s.Render("x"), "x")
	return open
}

// Paint shows a line with marks on it: the text stays, and so does its styling
// where a mark says nothing else. Of marks that overlap, later ones lie on top.
// It looks at every mark, so hand over those in sight.
func Paint(l Line, marks []Mark) string {
	on := over(l, marks)
	if len(on) == 0 {
		return l.Text
	}
	b := brush{marks: on, cells: sources(l)}
	for s := l.Text; s != ""; {
		s = s[b.stroke(s):]
	}
	return b.finish()
}

// over is the marks that touch a line.
func over(l Line, marks []Mark) []Mark {
	var on []Mark
	for _, m := range marks {
		for _, s := range l.Spans {
			if m.Start < int(s.End) && int(s.Start) < m.End {
				on = append(on, m)
				break
			}
		}
	}
	return on
}

// brush writes a line again.
type brush struct {
	out   strings.Builder
	marks []Mark
	cells []source // what is still to come
	state string   // the line's own look here
	paint string   // what the marks have put over it
}

// stroke writes what s begins with, a sequence or a character, and returns its
// length.
func (b *brush) stroke(s string) int {
	if s[0] == '\x1b' {
		return b.sequence(s)
	}
	c := b.cells[0]
	b.cells = b.cells[1:]
	if paint := b.paintOf(c); paint != b.paint {
		b.out.WriteString("\x1b[m" + b.state + paint)
		b.paint = paint
	}
	b.out.WriteString(s[:c.len])
	return c.len
}

// sequence writes a sequence; marks lie over a look that it turns on.
func (b *brush) sequence(s string) int {
	_, _, n, _ := ansi.DecodeSequence(s, 0, nil)
	n = max(n, 1)
	b.out.WriteString(s[:n])
	if s[n-1] != 'm' || !strings.HasPrefix(s, "\x1b[") {
		return n
	}
	if s[:n] == "\x1b[m" || s[:n] == "\x1b[0m" {
		b.state = ""
	} else {
		b.state += s[:n]
	}
	b.out.WriteString(b.paint)
	return n
}

func (b *brush) paintOf(c source) string {
	paint := ""
	for _, m := range b.marks {
		if m.Start < c.end && c.start < m.End {
			paint += m.SGR
		}
	}
	return paint
}

func (b *brush) finish() string {
	if b.paint != "" {
		b.out.WriteString("\x1b[m" + b.state)
	}
	return b.out.String()
}

// source is one character of a line: its length in bytes, and what it shows of
// the body; nothing if start is not before end.
type source struct {
	len, start, end int
}

// sources finds what every character of a line shows.
func sources(l Line) []source {
	var cells []source
	spans := l.Spans
	col, from := 0, 0
	for s := l.Text; s != ""; {
		if s[0] == '\x1b' {
			_, _, n, _ := ansi.DecodeSequence(s, 0, nil)
			s = s[max(n, 1):]
			continue
		}
		g, w := character(s)
		for len(spans) > 0 && col >= int(spans[0].Col+spans[0].Width) && w > 0 {
			exact(cells[from:], spans[0])
			spans, from = spans[1:], len(cells)
		}
		c := source{len: g}
		if len(spans) > 0 && col >= int(spans[0].Col) {
			c.start, c.end = int(spans[0].Start), int(spans[0].End)
		} else {
			from = len(cells) + 1
		}
		cells = append(cells, c)
		col, s = col+w, s[g:]
	}
	if len(spans) > 0 && from < len(cells) {
		exact(cells[from:], spans[0])
	}
	return cells
}

// exact divides a span among its characters, if it stands byte for byte.
func exact(cells []source, s Span) {
	total := 0
	for _, c := range cells {
		total += c.len
	}
	if total != int(s.End-s.Start) {
		return
	}
	at := int(s.Start)
	for i := range cells {
		cells[i].start, cells[i].end = at, at+cells[i].len
		at += cells[i].len
	}
}

// character is the length and width of the character that s begins with.
func character(s string) (n, width int) {
	if s[0] < 0x80 && (len(s) == 1 || s[1] < 0x80) {
		return 1, 1
	}
	return widths.First(s)
}
