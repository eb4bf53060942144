package typeset

// Cluster is what a reader sees as one character.
type Cluster struct {
	At    int // its first byte in the paragraph's text
	Width int // cells
	Role  Role
}

// Role is what a character means for breaking lines.
type Role uint8

// The roles.
const (
	Solid Role = iota // the line goes on after it
	Open              // a line may end after it
	Gap               // a space, after which a line may end
	End               // the line ends
)

// Clusters divides the text and returns the number of its clusters.
func (p *Paragraph) Clusters() int {
	p.segment()
	return len(p.clusters) - 1
}

// At is cluster i; that after the last one ends the line and has no width.
func (p *Paragraph) At(i int) Cluster {
	c := p.clusters[i]
	return Cluster{int(c.at), int(c.width), p.role(i)}
}

// Space reports whether cluster i is a space.
func (p *Paragraph) Space(i int) bool { return p.clusters[i].kind == space }

func (p *Paragraph) role(i int) Role {
	switch p.clusters[i].kind {
	case newline:
		return End
	case space:
		if p.mayBreak(i + 1) {
			return Gap
		}
		return Solid
	}
	if next := p.clusters[i+1].kind; next != space && next != newline && p.mayBreak(i+1) {
		return Open
	}
	return Solid
}

// Measure returns, for the clusters [from, to), the width of the longest line
// if it had all the room, and of the longest part that cannot break, in cells.
func (p *Paragraph) Measure(from, to int) (line, word int) {
	used, part := 0, 0
	for i := from; i < to; i++ {
		c := p.At(i)
		if c.Role == End {
			used, part = 0, 0
			continue
		}
		used += c.Width
		if line = max(line, used); c.Role != Gap {
			part += c.Width
			word = max(word, part)
		}
		if c.Role != Solid {
			part = 0
		}
	}
	return line, word
}
