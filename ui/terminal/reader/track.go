package reader

import (
	"sort"

	"dossier/ui/terminal/cells"
)

// The track is a column at the right edge that stands for the whole text: which
// part of it is in view, and where in it evidence and hits stand. It counts
// bytes of the body, so that it holds before all is laid out.

// trackWidth is how many columns the track takes, one of them blank; 0 where
// there is no room beside the text, or all of it is in view.
func (p *Pane) trackWidth() int {
	const wide = 2
	if p.Glance || p.text == nil || p.w-p.left()-p.text.settings.Width < wide || p.h < 4 {
		return 0
	}
	if p.text.Whole && p.total() <= p.h {
		return 0
	}
	return wide
}

// besideTrack makes lines as wide and as many as the pane, with the track.
func (p *Pane) besideTrack(lines []string, marks []Mark) []string {
	w := p.trackWidth()
	if w == 0 {
		return cells.Block(lines, p.w, p.h)
	}
	lines = cells.Block(lines, p.w-w, p.h)
	track := p.track(marks)
	for y := range lines {
		lines[y] += cells.Space(w-1) + track[y]
	}
	return lines
}

// track is a sign for each row.
func (p *Pane) track(marks []Mark) []string {
	head := len(p.head())
	size := max(len(p.text.body), 1)
	row := func(at int) int { return min(at*p.h/size, p.h-1) }
	from, to := row(p.text.OffsetAt(p.top-head)), p.h-1
	if bottom := p.top + p.h - head; bottom < len(p.text.Lines) {
		to = row(p.text.OffsetAt(max(bottom, 0)))
	} else if !p.text.Whole {
		to = row(p.text.Done)
	}
	marked := make([]bool, p.h) // there may be more passages than anybody wants drawn one by one
	for _, m := range marks {
		marked[row(m.At.Start)] = true
	}
	outside, inside := p.Theme.Faint.Render("│"), p.Theme.Muted.Render("┃")
	passage, hit := p.Theme.Accent.Render("◂"), p.Theme.Accent.Render("•")
	signs := make([]string, p.h)
	for y := range signs {
		switch {
		case p.hitIn(y, size):
			signs[y] = hit
		case marked[y]:
			signs[y] = passage
		case from <= y && y <= to:
			signs[y] = inside
		default:
			signs[y] = outside
		}
	}
	return signs
}

// hitIn reports whether something that is looked for stands in the part of the
// text that a row of the track stands for.
func (p *Pane) hitIn(y, size int) bool {
	at := p.hits.at
	start, end := (y*size+p.h-1)/p.h, ((y+1)*size+p.h-1)/p.h
	i := sort.Search(len(at), func(i int) bool { return at[i].Start >= start })
	return i < len(at) && at[i].Start < end
}
