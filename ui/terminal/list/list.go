// Package list is the pane of articles: a window on the hits of a query. It
// draws only what is seen, so that a hundred thousand rows cost as much as
// forty. The cursor stays with its article as the hits change.
package list

import (
	"slices"

	"dossier/model"
	"dossier/model/find"
	"dossier/ui/terminal/theme"
)

// Source is what the pane asks of the dossier, for the rows it draws.
type Source interface {
	Article(i int32) *model.Article
	IsRead(i int32) bool
	IsStarred(i int32) bool
	HasNote(i int32) bool
}

// Pane is the list's state.
type Pane struct {
	Theme *theme.Theme
	Lit   []string // vendors that are filtered by
	// Snippets are pieces of the texts and notes that hold the words which are
	// filtered by, of the articles drawn; nil if there are no such words. One
	// without text is
	// of an article that has the words in its title.
	Snippets map[int32]find.Snippet

	source Source
	hits   []int32
	cursor int   // into hits
	top    int   // the first row drawn, into hits
	wanted int32 // the article the reader chose, also while it is filtered out
	w, h   int
}

// New makes an empty list.
func New(th *theme.Theme) Pane { return Pane{Theme: th, wanted: -1} }

// SetSource gives the pane a dossier to draw from, with no hits yet.
func (p *Pane) SetSource(s Source) {
	*p = Pane{Theme: p.Theme, source: s, wanted: -1, w: p.w, h: p.h}
}

// SetSize tells the pane its size in cells.
func (p *Pane) SetSize(w, h int) {
	p.w, p.h = w, h
	p.show()
}

// SetHits shows other hits. The cursor stays on its article; while that is not
// among them it stands where it stood, and returns when the article does.
func (p *Pane) SetHits(hits []int32) {
	row := p.cursor - p.top
	p.hits = hits
	if at := slices.Index(hits, p.wanted); at >= 0 {
		p.cursor = at
	}
	p.cursor = max(min(p.cursor, len(hits)-1), 0)
	p.top = max(p.cursor-row, 0)
	p.show()
}

// Settle keeps the cursor in view after rows have changed in height.
func (p *Pane) Settle() { p.show() }

// Len is the number of rows.
func (p *Pane) Len() int { return len(p.hits) }

// Visible lists the articles that are drawn.
func (p *Pane) Visible() []int32 {
	return p.hits[min(p.top, len(p.hits)):min(p.top+p.seen(), len(p.hits))]
}

// Cursor is the row of the cursor, from 0.
func (p *Pane) Cursor() int { return p.cursor }

// Current is the article under the cursor; false if the list is empty.
func (p *Pane) Current() (int32, bool) {
	if len(p.hits) == 0 {
		return 0, false
	}
	return p.hits[p.cursor], true
}

// Select puts the cursor on an article, if it is listed.
func (p *Pane) Select(article int32) {
	p.wanted = article
	if at := slices.Index(p.hits, article); at >= 0 {
		p.goTo(at)
	}
}

// Move moves the cursor by n rows.
func (p *Pane) Move(n int) { p.goTo(p.cursor + n) }

// Page moves the cursor by a share of the rows in view.
func (p *Pane) Page(share float64) {
	n := int(share * float64(p.seen()))
	if n == 0 {
		n = 1
		if share < 0 {
			n = -1
		}
	}
	p.Move(n)
}

// First and Last go to the ends.
func (p *Pane) First() { p.goTo(0) }

// Last goes to the last row.
func (p *Pane) Last() { p.goTo(len(p.hits) - 1) }

func (p *Pane) goTo(row int) {
	if len(p.hits) == 0 {
		return
	}
	p.cursor = max(min(row, len(p.hits)-1), 0)
	p.wanted = p.hits[p.cursor]
	p.show()
}

// show moves the window so that the whole row of the cursor is in it, and no
// room is left below the last row while rows stand above the window.
func (p *Pane) show() {
	if p.h <= 0 || len(p.hits) == 0 {
		p.top = 0
		return
	}
	p.top = max(min(p.top, p.cursor), 0)
	p.top = max(p.top, p.firstFor(p.cursor))
	p.top = min(p.top, p.firstFor(len(p.hits)-1))
}

// firstFor is the first row of a window whose last row is last.
func (p *Pane) firstFor(last int) int {
	room := p.h
	row := last
	for ; row >= 0; row-- {
		if room -= p.height(row); room < 0 {
			break
		}
	}
	return min(row+1, last)
}

// seen is how many rows stand in the window, the last one perhaps in part.
func (p *Pane) seen() int {
	room, n := p.h, 0
	for row := p.top; row < len(p.hits) && room > 0; row++ {
		room -= p.height(row)
		n++
	}
	return n
}

// RowAt is the row drawn on a line of the pane; false if none is.
func (p *Pane) RowAt(line int) (int, bool) {
	for row := p.top; row < len(p.hits) && line >= 0; row++ {
		if line -= p.height(row); line < 0 {
			return row, true
		}
	}
	return 0, false
}
