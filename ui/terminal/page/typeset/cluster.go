package typeset

import (
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
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
	g, w := ansi.FirstGraphemeCluster(text, ansi.GraphemeWidth)
	if len(g) == 0 {
		return 1, 0, letter
	}
	r, _ := utf8.DecodeRune(g)
	return len(g), min(w, 2), kindOf(r)
}

// Width is the number of cells that s takes; sequences take none.
func Width(s string) int {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || s[i] < ' ' {
			return ansi.StringWidth(s)
		}
	}
	return len(s)
}
