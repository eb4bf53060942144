package reader

import (
	"dossier/model"
	"dossier/ui/terminal/page"
	"dossier/ui/terminal/theme"
)

// Margin is the cells left of a text in a preview, for the marks of evidence.
const Margin = 2

// Pane is the state of what is read.
type Pane struct {
	Theme  *theme.Theme
	Glance bool // a preview: the facts in short, the text at the left
	Hints  []Hint

	text  *Text
	top   int  // the first line drawn; the head counts
	place int  // the byte of the body that was scrolled to the top; 0 for the head
	end   bool // the end was asked for last
	hits  hits
	last  int // the passage that was gone to last, by its first byte; -1 if none
	wish  wish
	w, h  int
}

// New makes an empty pane.
func New(th *theme.Theme) Pane { return Pane{Theme: th} }

// SetSize tells the pane its size in cells.
func (p *Pane) SetSize(w, h int) {
	p.w, p.h = w, h
	if p.text != nil && p.place > 0 {
		p.clamp(len(p.head()) + p.text.LineAt(p.place))
		return
	}
	p.clamp(p.top)
}

// Clear shows nothing.
func (p *Pane) Clear() {
	p.First()
	p.text, p.last, p.hits = nil, -1, hits{}
}

// Show shows a text from its beginning. Where it is the one that was shown, laid
// out anew, what was gone to in it is kept.
func (p *Pane) Show(t *Text) {
	if p.text == nil || p.text.article != t.article {
		p.last, p.hits = -1, hits{}
	}
	p.First()
	p.text = t
}

// Grow adds lines to the text and returns it.
func (p *Pane) Grow(part page.Part) *Text {
	p.text.Add(part)
	p.grant()
	return p.text
}

// Article is the article shown; false if none is.
func (p *Pane) Article() (int32, bool) {
	if p.text == nil {
		return 0, false
	}
	return p.text.article, true
}

// Fits reports whether the text shown was laid out with such settings.
func (p *Pane) Fits(s Settings) bool {
	return p.text != nil && p.text.Fits(s)
}

// Shows reports whether the article is shown, with such settings.
func (p *Pane) Shows(article int32, s Settings) bool {
	return p.Fits(s) && p.text.article == article
}

// Notices are the reasons why parts of the text are shown without markup.
func (p *Pane) Notices() []string {
	if p.text == nil {
		return nil
	}
	return p.text.Page.Notices
}

// roomForFacts is the height from which all facts stand above a text. Below it
// they would take the place of the text.
const roomForFacts = 14

func (p *Pane) head() []string {
	switch {
	case p.Glance:
		return p.text.glance
	case p.h < roomForFacts:
		return p.text.glance[:len(p.text.glance)-1]
	}
	return p.text.head
}

// total is the number of lines there are so far.
func (p *Pane) total() int {
	if p.text == nil {
		return 0
	}
	return len(p.head()) + len(p.text.Lines)
}

// clamp draws from a line, or as near to it as the text allows.
func (p *Pane) clamp(top int) {
	p.top = max(min(top, p.total()-p.h), 0)
}

// scrollTo is the reader's own movement: the place follows it.
func (p *Pane) scrollTo(top int) {
	if p.text == nil {
		return
	}
	p.wish, p.end = wish{}, false
	p.clamp(top)
	p.place = 0
	if line := p.top - len(p.head()); line > 0 {
		p.place = p.text.OffsetAt(line)
	}
}

// Move scrolls by n lines.
func (p *Pane) Move(n int) { p.scrollTo(p.top + n) }

// Page scrolls by a share of the pane; a whole page keeps two lines in view.
func (p *Pane) Page(share float64) {
	n := int(share * float64(p.h))
	if n >= p.h && n > 2 {
		n -= 2
	} else if -n >= p.h && -n > 2 {
		n += 2
	}
	p.Move(n)
}

// First and Last scroll to the ends.
func (p *Pane) First() { p.top, p.place, p.wish, p.end = 0, 0, wish{}, false }

// Last scrolls to the end; of a text that is not laid out yet to the end of what
// is, and on as it grows.
func (p *Pane) Last() {
	p.scrollTo(p.total())
	p.end = p.text != nil
	if p.text != nil && !p.text.Whole {
		p.wish = wish{wanted: true, at: len(p.text.body), end: true}
	}
}

// AtEnd reports that the reader went to the end, and has not moved since.
func (p *Pane) AtEnd() bool { return p.end }

// Place is the byte of the body that the reader scrolled to the top, 0 for the
// head. A window that grows may show lines above it; the place stays.
func (p *Pane) Place() int { return p.place }

// GoTo scrolls so that a byte of the body stands at the top; 0 is the head.
func (p *Pane) GoTo(at int) {
	if p.wait(at, true) {
		return
	}
	p.First()
	if p.text == nil || at <= 0 {
		return
	}
	p.place = at
	p.clamp(len(p.head()) + p.text.LineAt(at))
}

// GoToPassage scrolls, if need be, so that the passage that begins at a byte of
// the body is well in view.
func (p *Pane) GoToPassage(at int) {
	if p.text == nil {
		return
	}
	p.last = at
	p.BringIntoView(at)
}

// BringIntoView scrolls, if need be, so that a byte of the body is well in view.
func (p *Pane) BringIntoView(at int) {
	if p.text == nil || p.wait(at, false) {
		return
	}
	line := len(p.head()) + p.text.LineAt(at)
	if line < p.top+1 || line >= p.top+p.h-2 {
		p.scrollTo(line - p.h/3)
	}
}

// Passage is the first byte of the passage gone to last; -1 if none was.
func (p *Pane) Passage() int {
	if p.text == nil {
		return -1
	}
	return p.last
}

// Text is what is shown; nil if nothing is.
func (p *Pane) Text() *Text { return p.text }

// Progress is how much of the text has been seen, from 0 to 1.
func (p *Pane) Progress() float64 {
	if p.text == nil {
		return 1
	}
	seen := min(float64(p.top+p.h)/float64(max(p.total(), 1)), 1)
	if p.text.Whole {
		return seen
	}
	// What is not laid out yet counts by the bytes that it has.
	return seen * float64(p.text.Done) / float64(max(len(p.text.body), 1))
}

// Heading scrolls to the next heading (by 1) or the previous one (by -1), and
// reports whether there was one.
func (p *Pane) Heading(by int) bool {
	if p.text == nil {
		return false
	}
	var lines []int
	for _, h := range p.text.Headings {
		lines = append(lines, len(p.head())+h.Line)
	}
	return p.step(lines, by)
}

// step scrolls to the nearest of some lines in a direction.
func (p *Pane) step(lines []int, by int) bool {
	if by > 0 {
		for _, line := range lines {
			if line > p.top && p.top < p.total()-p.h {
				p.scrollTo(line)
				return true
			}
		}
		return false
	}
	for i := len(lines) - 1; i >= 0; i-- {
		if lines[i] < p.top {
			p.scrollTo(lines[i])
			return true
		}
	}
	return false
}

// covers is the range of the body that a line shows.
func covers(l page.Line) (start, end int, ok bool) {
	if len(l.Spans) == 0 {
		return 0, 0, false
	}
	return int(l.Spans[0].Start), int(l.Spans[len(l.Spans)-1].End), true
}

func overlaps(l page.Line, m model.Passage) bool {
	start, end, ok := covers(l)
	return ok && start < m.End && m.Start < end
}
