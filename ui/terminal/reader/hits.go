package reader

import (
	"sort"

	"dossier/model"
	"dossier/ui/terminal/page"
)

// hits are where words stand that are looked for. One of them may be the one
// that was gone to.
type hits struct {
	at      []model.Passage // in order, without overlaps
	current int             // -1 if none was gone to
	stepped bool            // the reader goes from one to the next
}

// SetHits marks where the words of the list's filter stand, if nothing else is
// looked for.
func (p *Pane) SetHits(at []model.Passage) {
	if !p.hits.stepped {
		p.hits = hits{at: at, current: -1}
	}
}

// Find marks where a text stands that is looked for in this article, and goes
// to the first place at or after a byte of the body. It reports whether that is
// before it, as there is none after.
func (p *Pane) Find(at []model.Passage, from int) (wrapped bool) {
	if p.text == nil {
		return false // its file went away while it was looked through
	}
	p.hits = hits{at: at, current: -1, stepped: true}
	if len(at) == 0 {
		return false
	}
	n := sort.Search(len(at), func(i int) bool { return at[i].Start >= from })
	p.goToHit(n % len(at))
	return n == len(at)
}

// ClearHits ends the search; false if there was none.
func (p *Pane) ClearHits() bool {
	was := p.hits.stepped
	p.hits = hits{}
	return was
}

// FirstHit goes to the first place.
func (p *Pane) FirstHit() {
	if len(p.hits.at) > 0 {
		p.hits.stepped = true
		p.goToHit(0)
	}
}

// NextHit goes to the next place (by 1) or the one before (by -1), from the end
// on to the beginning, and reports whether it went past the end.
func (p *Pane) NextHit(by int) (wrapped bool) {
	n := len(p.hits.at)
	if n == 0 {
		return false
	}
	p.hits.stepped = true
	to := p.hits.current + by
	if p.hits.current < 0 {
		to = p.hitFrom(by)
	}
	wrapped = to < 0 || to >= n
	p.goToHit((to + n) % n)
	return wrapped
}

// hitFrom is the first hit in a direction from the top of the pane.
func (p *Pane) hitFrom(by int) int {
	at, place := p.hits.at, p.Place()
	n := sort.Search(len(at), func(i int) bool { return at[i].Start >= place })
	if by < 0 {
		n--
	}
	return n
}

func (p *Pane) goToHit(n int) {
	p.hits.current = n
	p.BringIntoView(p.hits.at[n].Start)
}

// Hit is which place was gone to, from 1, and of how many; 0 if none was.
func (p *Pane) Hit() (n, of int) {
	if len(p.hits.at) == 0 {
		return 0, 0
	}
	return p.hits.current + 1, len(p.hits.at)
}

// paintHits are the marks of the hits on a line. There may be thousands in a
// text, so only those of the line are looked at.
func (p *Pane) paintHits(l page.Line) []page.Mark {
	start, end, ok := covers(l)
	if !ok {
		return nil
	}
	var marks []page.Mark
	at := p.hits.at
	for i := sort.Search(len(at), func(i int) bool { return at[i].End > start }); i < len(at) && at[i].Start < end; i++ {
		look := p.Theme.Found
		if i == p.hits.current {
			look = p.Theme.Current
		}
		marks = append(marks, page.Mark{Start: at[i].Start, End: at[i].End, SGR: look})
	}
	return marks
}
