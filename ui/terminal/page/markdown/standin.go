package markdown

import (
	"errors"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"dossier/ui/terminal/page/typeset"
)

// Every character of the text goes through Glamour as a stand-in of the same
// width: the first of a word as a rune that says which character it is, the
// others as a filler, since Glamour takes 1 µs for each byte. The runes are of the
// private use areas (narrow) and of the ideographic planes (wide). Nothing of the
// body itself is in Glamour's input, so none can be mistaken for it.
const (
	narrowFirst rune = 0xe000 // to 0xf8ff, then from narrowMore
	narrowCount      = 0x1900
	narrowMore  rune = 0xf0000
	wideFirst   rune = 0x20000
	mostStood        = 65_000 // characters of one block

	narrowFiller = '_' // one more narrow character
	wideFiller   = '一' // one more wide one
)

var errTooLong = errors.New("the block has too many characters")

// guise is how a character went into Glamour.
type guise uint8

const (
	hidden   guise = iota // not at all
	named                 // as its rune
	paired                // wide: as a narrow rune and a hyphen, so that a line may end after it
	filled                // as a filler
	spaced                // as a space
	hyphened              // as a hyphen
	attached              // not at all, and shown with the one before it
)

func narrowRune(i int) rune {
	if i < narrowCount {
		return narrowFirst + rune(i)
	}
	return narrowMore + rune(i-narrowCount)
}

// standsFor is the character that a rune names, or -1.
func standsFor(r rune) int {
	switch {
	case r >= narrowFirst && r < narrowFirst+narrowCount:
		return int(r - narrowFirst)
	case r >= narrowMore && r <= narrowMore+mostStood:
		return int(r-narrowMore) + narrowCount
	case r >= wideFirst && r <= wideFirst+mostStood:
		return int(r - wideFirst)
	}
	return -1
}

// leaf is a piece of text in one look, and the node that shows it.
type leaf struct {
	node     node
	from, to int // in the paragraph's text
	mode
	first bool // nothing of its block is before it
}

// mode is how the text of a leaf may be laid out.
type mode struct {
	side  bool // lines stand beside others': every character has its rune
	flat  bool // on one line
	exact int  // broken at that width, anywhere, with all its spaces; 0 if it is not
}

// standIns writes the source that a tree's leaves point to.
type standIns struct {
	p      *typeset.Paragraph
	out    []byte
	guises []guise // by cluster
	sent   int     // characters that must come back

	mode
	fresh bool // the next character needs its rune
	blank bool // nothing is on this line yet
	col   int
}

// lineBreak is what the source begins with, for nodes of ours.
var lineBreak = text.NewSegment(0, 1)

// encode gives every leaf's node its stand-ins.
func (s *standIns) encode(p *typeset.Paragraph, leaves []leaf) error {
	s.p = p
	n := p.Clusters()
	if n > mostStood {
		return errTooLong
	}
	s.out, s.guises, s.sent = append(s.out[:0], '\n'), make([]guise, n+1), 0
	i := 0
	for _, l := range leaves {
		for i < n && s.p.At(i).At < l.from {
			i++
		}
		start := len(s.out)
		s.mode, s.fresh = l.mode, true
		if l.first {
			s.blank, s.col = true, 0
		}
		for ; i < n && s.p.At(i).At < l.to; i++ {
			s.cluster(i)
		}
		point(l.node, text.NewSegment(start, len(s.out)))
	}
	return nil
}

// characters is where bytes of the text are, which are in order.
func (s *standIns) characters(bytes []int) []int {
	var all []int
	i := 0
	for _, at := range bytes {
		for i < len(s.guises)-1 && s.p.At(i).At < at {
			i++
		}
		all = append(all, i)
	}
	return all
}

// point makes a node show a part of the source, which may have line breaks.
func point(n node, seg text.Segment) {
	if t, ok := n.(*ast.Text); ok {
		t.Segment = seg
		return
	}
	lines := text.NewSegments()
	lines.Append(seg)
	n.(interface{ SetLines(*text.Segments) }).SetLines(lines)
}

func (s *standIns) cluster(i int) {
	c := s.p.At(i)
	switch {
	case c.Role == typeset.End:
		s.newline()
	case c.Width == 0:
		if !s.blank && i > 0 && s.guises[i-1] != hidden && s.guises[i-1] != spaced {
			s.guises[i] = attached
		}
	case c.Role == typeset.Gap && s.exact == 0:
		s.space(i)
	default:
		s.visible(i, c)
	}
}

// newline ends the line. Glamour's own empty lines are not kept, so one of the
// text's is marked.
func (s *standIns) newline() {
	if s.flat {
		s.out, s.fresh = append(s.out, ' '), true
		return
	}
	if s.blank {
		s.rune(emptyRune)
	}
	s.out = append(s.out, '\n')
	s.fresh, s.blank, s.col = true, true, 0
}

func (s *standIns) space(i int) {
	if s.blank {
		return
	}
	s.out, s.fresh = append(s.out, ' '), true
	s.guises[i] = spaced
}

func (s *standIns) visible(i int, c typeset.Cluster) {
	if s.exact > 0 && s.col > 0 && s.col+c.Width > s.exact {
		s.newline()
	}
	s.col, s.blank = s.col+c.Width, false
	open := c.Role == typeset.Open && s.exact == 0
	s.guises[i] = s.stand(i, c.Width == 2, open)
	s.fresh = open
	s.sent++
}

// stand writes what stands in for character i, and says how.
func (s *standIns) stand(i int, wide, open bool) guise {
	switch {
	case open && wide:
		s.rune(narrowRune(i))
		s.out = append(s.out, '-')
		return paired
	case open && !s.fresh:
		s.out = append(s.out, '-')
		return hyphened
	case !s.fresh && !s.side && wide:
		s.rune(wideFiller)
	case !s.fresh && !s.side:
		s.out = append(s.out, narrowFiller)
	case wide:
		s.rune(wideFirst + rune(i))
		return named
	default:
		s.rune(narrowRune(i))
		return named
	}
	return filled
}

func (s *standIns) rune(r rune) { s.out = utf8.AppendRune(s.out, r) }
