package reader

import (
	"dossier/model"
	"dossier/ui/terminal/cells"
	"dossier/ui/terminal/links"
	"dossier/ui/terminal/page"
	"dossier/ui/terminal/width"
)

// Hint is what the reader types to take a link, shown over its beginning.
type Hint struct {
	At    model.Passage // the link's text
	Label string
}

// Links are the links whose text is in view, in order.
func (p *Pane) Links() []page.Link {
	if p.text == nil {
		return nil
	}
	from, to := p.InView()
	if p.text.source.Markup == model.Plain {
		return p.addresses(from, to)
	}
	var all []page.Link
	for _, l := range p.text.Links {
		if l.Start < to && from < l.End && p.drawn(model.Passage{Start: l.Start, End: l.End}) {
			all = append(all, l)
		}
	}
	return all
}

// addresses are the bare addresses of a text without markup.
func (p *Pane) addresses(from, to int) []page.Link {
	var all []page.Link
	for _, s := range links.InText(p.text.body[from:to]) {
		at := model.Passage{Start: from + s.Start, End: from + s.End}
		if p.drawn(at) {
			all = append(all, page.Link{Text: s.URL, URL: s.URL, Start: at.Start, End: at.End})
		}
	}
	return all
}

// LinkAt is the link whose text is drawn on a cell of the pane; false if none is.
func (p *Pane) LinkAt(x, y int) (page.Link, bool) {
	if p.text == nil {
		return page.Link{}, false
	}
	at := p.top + y - len(p.head())
	if at < 0 || at >= len(p.text.Lines) {
		return page.Link{}, false
	}
	x -= p.left()
	for _, s := range p.text.Lines[at].Spans {
		if x < int(s.Col) || x >= int(s.Col+s.Width) {
			continue
		}
		for _, l := range p.Links() {
			if l.Start < int(s.End) && int(s.Start) < l.End && p.before(s, l.Start) <= x-int(s.Col) && x-int(s.Col) < p.after(s, l.End) {
				return l, true
			}
		}
	}
	return page.Link{}, false
}

// after is how many cells of a span stand before the byte that follows a passage.
func (p *Pane) after(s page.Span, end int) int {
	if end >= int(s.End) {
		return int(s.Width)
	}
	return cells.Width(p.text.body[s.Start:end])
}

// lines are the lines of the text that are in view.
func (p *Pane) lines() []page.Line {
	head := len(p.head())
	n := len(p.text.Lines)
	return p.text.Lines[min(max(p.top-head, 0), n):min(max(p.top+p.h-head, 0), n)]
}

// InView is the range of the body that the lines in view show.
func (p *Pane) InView() (from, to int) {
	if p.text == nil {
		return 0, 0
	}
	from = len(p.text.body)
	for _, l := range p.lines() {
		if start, end, ok := covers(l); ok {
			from, to = min(from, start), max(to, end)
		}
	}
	return min(from, to), to
}

// drawn reports whether a line in view shows some of a passage.
func (p *Pane) drawn(m model.Passage) bool {
	for _, l := range p.lines() {
		if overlaps(l, m) {
			return true
		}
	}
	return false
}

// hinted writes the hints of the links whose text begins, in view, on a line.
// Each is written once.
func (p *Pane) hinted(text string, l page.Line, written map[string]bool) string {
	for _, h := range p.Hints {
		if written[h.Label] {
			continue
		}
		for _, s := range l.Spans {
			if int(s.Start) >= h.At.End || h.At.Start >= int(s.End) {
				continue
			}
			col := int(s.Col) + p.before(s, h.At.Start)
			text = width.Cut(text, 0, col) + p.Theme.Hint.Render(h.Label) + width.Cut(text, col+len(h.Label), max(cells.Width(text), col+len(h.Label)))
			written[h.Label] = true
			break
		}
	}
	return text
}

// before is how many cells of a span stand before a byte of the body.
func (p *Pane) before(s page.Span, at int) int {
	if at <= int(s.Start) {
		return 0
	}
	return min(cells.Width(p.text.body[s.Start:at]), int(s.Width)-1)
}
