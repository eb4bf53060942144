package typeset

import (
	"unicode/utf8"

	widths "dossier/ui/terminal/width"
)

// cluster is what a reader sees as one character.
type cluster struct {
	at    int32 // its first byte in the paragraph's text
	width uint8 // cells
	kind  kind
}

// segment fills p.clusters, with one more at the end of the text.
func (p *Paragraph) segment() {
	p.clusters = p.clusters[:0]
	text := p.text
	for i := 0; i < len(text); {
		n, w, k := first(text[i:])
		p.clusters = append(p.clusters, cluster{int32(i), uint8(w), k})
		i += n
	}
	p.clusters = append(p.clusters, cluster{int32(len(text)), 0, newline})
}

// first measures the first cluster of text. A character of ASCII before
// another one is a cluster of its own, which spares most text the tables.
func first(text []byte) (n, width int, k kind) {
	c := text[0]
	if c < utf8.RuneSelf && (len(text) == 1 || text[1] < utf8.RuneSelf) {
		if c == '\n' {
			return 1, 0, newline
		}
		return 1, 1, asciiKind[c]
	}
	if r, n, w := simple(text); w > 0 {
		return n, w, kindOf(r)
	}
	n, width = widths.First(text)
	r, _ := utf8.DecodeRune(text[:n])
	return n, width, kindOf(r)
}

// simple measures a first cluster of one character that nothing joins: a letter
// or a sign before another such. It saves most text in other scripts the tables
// too, which take 200 ns a character.
func simple(text []byte) (r rune, n, width int) {
	r, n = utf8.DecodeRune(text)
	if width = plainWidth(r); width == 0 || n == len(text) {
		return r, n, width
	}
	if next, _ := utf8.DecodeRune(text[n:]); next >= ' ' && next < 0x7f || next == '\n' || plainWidth(next) > 0 {
		return r, n, width
	}
	return r, n, 0
}

// plainWidth is the width of characters that never join others; 0 if r may.
func plainWidth(r rune) int {
	switch {
	case r < 0xa0:
		return 0
	case r < 0x300 && r != 0xa9 && r != 0xad && r != 0xae, r >= 0x400 && r < 0x483, r >= 0x391 && r < 0x3ff,
		r >= 0x2010 && r < 0x2028, r >= 0x2500 && r < 0x25a0:
		return 1
	case r >= 0x3001 && r < 0x302a, r >= 0x3041 && r < 0x3097, r >= 0x30a1 && r < 0x30fb, r >= 0x4e00 && r < 0xa000:
		return 2
	}
	return 0
}

// Width is the number of cells that s takes; sequences take none.
func Width(s string) int {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || s[i] < ' ' {
			return widths.Of(s)
		}
	}
	return len(s)
}
