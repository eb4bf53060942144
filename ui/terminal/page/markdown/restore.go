package markdown

import (
	"bytes"
	"errors"
	"unicode/utf8"

	widths "dossier/ui/terminal/width"

	"dossier/ui/terminal/page/typeset"
)

var errLost = errors.New("glamour cut a part of the text")

// restorer puts the text back into what Glamour made.
type restorer struct {
	*block
	*scratch
	s      *typeset.Setter
	guises []guise // by character

	next  int   // the character after the last one
	found int   // characters that came back
	begun bool  // a line was set
	gaps  []int // characters before which there is an empty line
	bars  int   // cells of bars in a row
	owed  bool  // the hyphen of a pair is on the next line
}

// scratch is what one block leaves to the next to be used again.
type scratch struct {
	reader
	line []glyph
	held []glyph // a line of a marker alone
	lead []glyph // what the line before began with, beside the text
}

// glyph is one thing on a line: a character of the text, or an ornament.
type glyph struct {
	at       int // the character; -1 for an ornament
	width    int
	ornament ornament
	look     string
}

func (g *glyph) space() bool { return g.at < 0 && g.ornament.text == " " }

func (g *glyph) marker() bool { return g.ornament.kind == itemMarker }

// digit reports a digit of an item's number.
func (g *glyph) digit() bool {
	return g.at < 0 && len(g.ornament.text) == 1 && g.ornament.text[0] >= '0' && g.ornament.text[0] <= '9'
}

// restore sets the lines of a block.
func (r *restorer) restore(out []byte, sent int) error {
	r.held, r.lead = r.held[:0], r.lead[:0]
	for len(out) > 0 {
		end := bytes.IndexByte(out, '\n')
		if end < 0 {
			end = len(out)
		}
		r.rest = out[:end]
		r.read()
		out = out[min(end+1, len(out)):]
	}
	if r.release(); r.found < sent {
		return errLost
	}
	return nil
}

// read reads a line and sets it. Glamour's empty lines are left out: what comes
// before and after blocks differs by their kinds and nesting.
func (r *restorer) read() {
	r.line, r.bars = r.line[:0], 0
	some := false
	for len(r.rest) > 0 {
		if r.sequence() {
			continue
		}
		c, n := utf8.DecodeRune(r.rest)
		some = r.take(c, n) || some
	}
	if !some {
		return
	}
	if r.outdent(); !r.hold() {
		r.mark()
		r.set()
	}
}

// take reads what the rest begins with, and reports whether that is more than a
// space or a quote's bar.
func (r *restorer) take(c rune, n int) bool {
	i := standsFor(c)
	switch {
	case i >= 0 && i < len(r.guises) && r.guises[i] != hidden:
		r.character(i, n)
		return true
	case c >= firstMarker && int(c-firstMarker) < len(r.glamour.look.markers):
		r.marker(r.glamour.look.markers[c-firstMarker], n)
		return true
	case c >= firstOrnament && int(c-firstOrnament) < len(r.glamour.look.ornaments):
		return r.ornament(c, n)
	case c == narrowFiller && r.goesOn(filled), c == wideFiller && r.goesOn(filled), c == '-' && r.goesOn(hyphened):
		r.character(r.next, n)
		return true
	case c == '-' && r.owed:
		r.rest, r.owed = r.rest[n:], false
		return true
	case c == ' ' && r.inText() && r.goesOn(spaced):
		r.character(r.next, n)
		return false
	}
	return r.literal()
}

// goesOn reports whether the next character went into Glamour in a guise.
func (r *restorer) goesOn(f guise) bool { return r.next < len(r.guises) && r.guises[r.next] == f }

// inText reports whether the line so far ends in text.
func (r *restorer) inText() bool {
	if len(r.line) == 0 {
		return false
	}
	last := &r.line[len(r.line)-1]
	return last.at >= 0 || last.ornament.kind == codePadding
}

// character puts character i back, whose stand-in has n bytes.
func (r *restorer) character(i, n int) {
	r.rest = r.rest[n:]
	if r.owed = r.guises[i] == paired; r.owed && len(r.rest) > 0 && r.rest[0] == '-' {
		r.rest, r.owed = r.rest[1:], false
	}
	if r.guises[i] != spaced {
		r.found++
	}
	look := r.look()
	r.line = append(r.line, glyph{at: i, width: r.p.At(i).Width, look: look})
	for r.next = i + 1; r.goesOn(attached); r.next++ {
		r.line = append(r.line, glyph{at: r.next, look: look})
	}
}

// ornament puts an ornament of the style back.
func (r *restorer) ornament(c rune, n int) bool {
	r.rest = r.rest[n:]
	if c == emptyRune {
		return true
	}
	o := r.glamour.look.ornaments[c-firstOrnament]
	if c == barRune {
		o.text = r.glamour.look.bar[r.bars%len(r.glamour.look.bar)]
		r.bars++
	}
	r.line = append(r.line, glyph{-1, 1, o, r.look()})
	return o.kind != quoteBar
}

// marker puts the marker of an item back.
func (r *restorer) marker(text string, n int) {
	if r.label != "" {
		text, r.label = r.label, ""
	}
	r.rest = r.rest[n:]
	r.line = append(r.line, glyph{-1, typeset.Width(text), ornament{text, itemMarker}, r.look()})
}

// literal reads an ornament of Glamour's own.
func (r *restorer) literal() bool {
	n, w := 1, 1
	if r.rest[0] >= utf8.RuneSelf {
		n, w = widths.First(r.rest)
	}
	text := string(r.rest[:n])
	r.rest = r.rest[n:]
	r.line = append(r.line, glyph{-1, w, ornament{text: text}, r.look()})
	return text != " "
}
