package typeset

// Measure returns the width of p's longest line if it had all the room, and of
// the longest part that cannot break, in cells.
func (p *Paragraph) Measure() (line, word int) {
	p.segment()
	used, part := 0, 0
	for i := 0; i < len(p.clusters); i++ {
		c := p.clusters[i]
		switch {
		case c.kind == newline:
			line, word, used, part = max(line, used), max(word, part), 0, 0
			continue
		case i > 0 && c.kind != space && p.mayBreak(i):
			word, part = max(word, part), 0
		}
		used += int(c.width)
		if c.kind != space {
			part += int(c.width)
		}
	}
	return line, word
}
