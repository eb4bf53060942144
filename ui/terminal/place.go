package terminal

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"dossier/model/mark"
	"dossier/ui/message"
)

// whereLeft, as the place of a target, is where the reader left the article, in
// this run or in an earlier one. Which byte that is the body tells.
const whereLeft = -1

// lastPlace is where the reader left article i; its beginning is the zero
// Position.
func (p *program) lastPlace(i int32) mark.Position {
	if at, ok := p.places[i]; ok || p.kept == nil {
		return at
	}
	return p.kept.Get(p.shelf.Article(i).ID).Position
}

// here is where the reader is in the article that is read; false if none is, or
// if it is still on the way to somewhere, or if the text shown is not its own.
func (p *program) here() (i int32, at mark.Position, ok bool) {
	i, ok = p.reader.Article()
	if _, onTheWay := p.reader.Wanted(); !ok || onTheWay || p.reader.Text().Revealed() {
		return i, at, false
	}
	if place := p.reader.Place(); place > 0 {
		at = mark.PositionAt(p.reader.Text().Body(), place)
	}
	return i, at, true
}

// keepPlace keeps where the reader is in the article.
func (p *program) keepPlace() tea.Cmd {
	i, at, ok := p.here()
	if !ok || p.focus != inText || at == p.lastPlace(i) {
		return nil
	}
	p.places[i] = at
	if p.kept == nil {
		return nil
	}
	c := mark.At(p.shelf.Article(i).ID, at)
	marks, body := p.kept, p.reader.Text().Body()
	return p.chores.add(func() tea.Msg {
		c.Content = mark.Sum(body)
		return saved{err: marks.Set(c)}
	})
}

// find turns where the reader left into a byte of the body, which may have been
// edited since.
func (t target) find(left mark.Position, body string) int {
	if t.at == whereLeft {
		return left.In(body)
	}
	return t.at
}

// sayResumed tells a reader who finds an article not at its beginning why, unless
// words that are filtered by are gone to next.
func (p *program) sayResumed(i int32) {
	words := p.query.Words()
	if p.landing && len(words) > 0 && p.landed[i] != fmt.Sprint(words) {
		return
	}
	if _, thisRun := p.places[i]; !thisRun && p.reader.Place() > 0 {
		p.message = message.Say("on from where you left; %s goes to the beginning", p.keyFor("top"))
	}
}
