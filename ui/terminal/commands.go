package terminal

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"dossier/model/query"
	"dossier/model/search"
	"dossier/ui/terminal/lane"
	"dossier/ui/terminal/reader"
)

// awaitLoading waits for the dossier to be opened.
func (p *program) awaitLoading() tea.Cmd {
	loading := p.loading
	return func() tea.Msg { return <-loading }
}

// awaitNews waits until more is known of the dossier.
func (p *program) awaitNews() tea.Cmd {
	ctx, library := p.ctx, p.shelf.library
	return func() tea.Msg {
		progress, more := library.News(ctx)
		return fresh{progress, more}
	}
}

// ask answers the program's query. A newer query cancels it.
func (p *program) ask() tea.Cmd {
	if p.shelf == nil {
		return nil
	}
	p.shelf.asked = len(p.shelf.changes)
	return p.askAgain()
}

// askAgain answers the query that was asked before: of what is known now, and
// with the marks of then.
func (p *program) askAgain() tea.Cmd {
	id, ctx := p.finding.Begin(p.ctx)
	index, q, marks, all := p.shelf.index, p.query, p.shelf.marks(), p.all
	return func() tea.Msg {
		answer, err := index.Find(ctx, q, marks, all)
		return found{id, answer, err}
	}
}

// findNow answers the query at once: for the first frame of a small dossier,
// which then need not be drawn twice.
func (p *program) findNow() {
	answer, err := p.shelf.index.Find(p.ctx, p.query, p.shelf.marks(), p.all)
	if err == nil {
		p.settle(answer)
	}
}

// firstScreen is how many bytes of a text are laid out before it is shown.
const firstScreen = 6 << 10

// further is how many bytes are laid out at a time after that.
const further = 64 << 10

// pause lets a reader who holds a key pass over articles without each being
// laid out for the preview.
const pause = 30 * time.Millisecond

// layOut reads article i and lays out its beginning for a place on the screen.
func (p *program) layOut(to place, i int32, wait time.Duration) tea.Cmd {
	id, ctx := p.lane(to).Begin(p.ctx)
	library, settings := p.shelf.library, p.settings(to, i)
	var arrival target
	if to == inReader {
		arrival = p.arrival
	}
	left := p.left
	return func() tea.Msg {
		if wait > 0 && !sleep(ctx, wait) {
			return nil
		}
		text, hidden, err := read(ctx, library, i, settings)
		if err != nil {
			return laidOut{id: id, place: to, err: err}
		}
		at := arrival.find(left, text.Body)
		return laidOut{id: id, place: to, text: reader.Lay(ctx, i, text, settings, firstScreen+at), at: at, hidden: hidden}
	}
}

// sleep waits; false if the work was cancelled meanwhile.
func sleep(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}

// grow lays out more of a text that is shown.
func (p *program) grow(l *lane.Lane, to place, t *reader.Text) tea.Cmd {
	if t.Whole {
		return nil
	}
	id, ctx := l.Begin(p.ctx)
	return func() tea.Msg {
		return grown{id, to, t.Continue(ctx, further)}
	}
}

// light finds where the words that are filtered by stand in a text.
func (p *program) light(to place) tea.Cmd {
	words, t := p.query.Words(), p.pane(to).Text()
	switch {
	case t == nil:
		return nil
	case t.Revealed():
		p.lightHidden()
		return nil
	}
	id, ctx := p.lighting[to].Begin(p.ctx)
	if len(words) == 0 {
		p.lighting[to].Cancel()
		p.pane(to).SetHits(nil)
		return nil
	}
	return func() tea.Msg {
		s, err := t.Survey(ctx)
		if err != nil {
			return nil
		}
		var ms []query.Matcher
		for _, w := range words {
			ms = append(ms, query.NewMatcher(w))
		}
		return sought{id: id, place: to, at: s.Shown.Passages(query.Spans(s.Shown.Text(), ms...))}
	}
}

// find looks for a text in the article that is read.
func (p *program) find(text string) tea.Cmd {
	t := p.reader.Text()
	if t == nil {
		return nil
	}
	id, ctx := p.lighting[inReader].Begin(p.ctx)
	return func() tea.Msg {
		s, err := t.Survey(ctx)
		if err != nil {
			return nil
		}
		return sought{id, inReader, s.Shown.All(ctx, text), true}
	}
}

// drawn is how long it takes at most until what was made is on the screen.
const drawn = 2 * time.Second / framesPerSecond

// tellSeen tells the library which articles are on the screen, once they are: it
// then goes on with work that would take processors from drawing it.
func (p *program) tellSeen() tea.Cmd {
	if p.shelf == nil || p.h == 0 || p.previewing.Busy() {
		return nil
	}
	ctx, library, seen := p.ctx, p.shelf.library, p.list.Visible()
	return func() tea.Msg {
		if sleep(ctx, drawn) {
			library.Prefer(seen)
		}
		return nil
	}
}

// settle takes in an answer.
func (p *program) settle(a search.Answer) {
	p.answer = a
	p.list.Lit = p.activeVendors()
	p.list.SetHits(a.Hits)
	p.facets.SetCounts(a.Facets)
}
