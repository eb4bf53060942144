package typeset

// Lead gives the ornaments before a line. It is asked once for each line, so a
// list's bullet can stand before the first one only.
type Lead func() []Ornament

// Setter wraps paragraphs and keeps the lines. The zero Setter is ready.
type Setter struct {
	Lines []Line // since the last Take

	taken int

	slab []Span // spans of many lines in one piece of memory
	buf  []byte
}

// slabSize is how many spans share one allocation.
const slabSize = 256

// Wrap adds p's lines, each with its lead and then at most width cells. An
// empty paragraph adds none.
func (s *Setter) Wrap(p *Paragraph, width int, lead Lead) {
	if p.Empty() {
		return
	}
	p.segment()
	width = max(width, 1)
	for from := p.skip(0); from < len(p.clusters)-1; from = p.skip(from) {
		to, next := p.fit(from, width)
		s.emit(p, from, to, width, lead)
		from = next
	}
}

// Next is the number of the next line, counted from the page's first.
func (s *Setter) Next() int { return s.taken + len(s.Lines) }

// Take hands over the lines so far.
func (s *Setter) Take() []Line {
	lines := s.Lines
	s.taken += len(lines)
	s.Lines = nil
	return lines
}

// Share adds a line of printable ASCII that stands in the body at start and
// fits, without a copy of it.
func (s *Setter) Share(text string, start int) {
	s.room()
	n := int32(len(text))
	s.slab = append(s.slab, Span{0, n, int32(start), int32(start) + n})
	s.Lines = append(s.Lines, Line{text, s.slab[len(s.slab)-1 : len(s.slab) : len(s.slab)]})
}

// room makes sure that the slab takes the spans of a usual line.
func (s *Setter) room() {
	if cap(s.slab)-len(s.slab) < slabSize/8 {
		s.slab = make([]Span, 0, slabSize)
	}
}

// Blank adds an empty line with its lead.
func (s *Setter) Blank(lead Lead) {
	s.emit(&Paragraph{}, 0, 0, 0, lead)
}

// skip passes the spaces that no line of running text begins with.
func (p *Paragraph) skip(i int) int {
	for !p.Literal && p.clusters[i].kind == space {
		i++
	}
	return i
}

// fit returns the clusters [from, to) of the line that begins at from, and
// where the next one begins.
func (p *Paragraph) fit(from, width int) (to, next int) {
	c, used, chance := p.clusters, 0, from
	for i := from; ; i++ {
		if c[i].kind == newline {
			return i, min(i+1, len(c)-1)
		}
		if i > from && !p.Literal && c[i].kind != space && p.mayBreak(i) {
			chance = i
		}
		used += int(c[i].width)
		if used <= width || i == from || c[i].kind == space && !p.Literal {
			continue
		}
		if chance == from {
			chance = p.anywhere(from, i)
		}
		return chance, chance
	}
}

// longestSyllable bounds how many clusters a line is shortened by for one.
const longestSyllable = 4

// anywhere is where a word longer than a line, that begins at from, breaks: before
// cluster i, but after the clusters without width that belong to the one before,
// and in no syllable that can be told.
func (p *Paragraph) anywhere(from, i int) int {
	for at := i; at > from && at > i-longestSyllable; at-- {
		if !p.joined(at) && p.clusters[at].width > 0 {
			i = at
			break
		}
	}
	for p.clusters[i].width == 0 && p.clusters[i].kind != newline {
		i++
	}
	return i
}
