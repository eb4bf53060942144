package terminal

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"dossier/model"
	"dossier/model/query"
	"dossier/ui/message"
	"dossier/ui/wording"
)

func (p *program) moveList(m motion) tea.Cmd {
	switch {
	case m.to < 0:
		p.list.First()
	case m.to > 0:
		p.list.Last()
	case m.pages != 0:
		p.list.Page(m.pages)
	default:
		p.list.Move(m.lines)
	}
	return tea.Batch(p.showPreview(pause), p.snip())
}

// open reads the article under the cursor.
func (p *program) open() tea.Cmd {
	if p.finding.Busy() {
		// What is under the cursor is not yet what was filtered for.
		p.awaited = p.open
		return nil
	}
	i, ok := p.current()
	if !ok {
		return nil
	}
	return p.openArticle(i, target{at: whereLeft})
}

// openArticle shows article i from a place in it.
func (p *program) openArticle(i int32, to target) tea.Cmd {
	p.list.Select(i)
	p.previewing.Cancel()
	p.revealing = revealing{}
	resize := p.setFocus(inText)
	p.arrival, p.left = to, p.lastPlace(i)
	p.landing = to.at == whereLeft
	if p.reader.Shows(i, p.settings(inReader, i)) {
		p.opening.Cancel()
		p.arrival.at = to.find(p.left, p.reader.Text().Body())
		p.arrive()
		return tea.Batch(resize, p.markRead(i), p.lookAgain(false), p.grow(&p.opening, inReader, p.reader.Text()))
	}
	p.reader.Clear()
	return tea.Batch(resize, p.layOut(inReader, i, 0))
}

// arrive scrolls the text to the place that was asked for when it was opened.
func (p *program) arrive() {
	switch {
	case p.arrival.passage:
		p.reader.GoToPassage(p.arrival.at)
		p.message = p.passageFacts()
	case p.arrival.end:
		p.reader.Last()
	default:
		p.reader.GoTo(p.arrival.at)
	}
}

// setQuery filters by q.
func (p *program) setQuery(q query.Query) tea.Cmd {
	p.query, p.hints, p.typed = q, nil, q.String()
	return p.ask()
}

func (p *program) dropFilter() tea.Cmd {
	if p.query.Empty() {
		return p.refuse(message.Say("no filter to drop"))
	}
	return p.setQuery(p.query.DropLast())
}

func (p *program) clearFilters() tea.Cmd {
	return p.setQuery(query.Query{Sort: p.query.Sort})
}

// sorts are the orders that `S` goes through.
var sorts = []query.Sort{query.ByDefault, query.ByDate, query.ByTitle, query.BySource, query.ByRead, query.ByRelevance}

func (p *program) nextSort() tea.Cmd {
	next := sorts[(slices.Index(sorts, p.query.Sort)+1)%len(sorts)]
	if next == query.ByRelevance && len(p.query.Words()) == 0 {
		next = sorts[0]
	}
	q := p.query
	q.Sort = next
	p.message = message.Say("order: %s", wording.Order(next))
	return p.setQuery(q)
}

// goTo moves the cursor to a row by its number, or to the first article of a
// date.
func (p *program) goTo(text string) tea.Cmd {
	if n, err := strconv.Atoi(text); err == nil && len(text) < 4 || err == nil && n <= p.list.Len() {
		return p.moveList(motion{lines: max(n, 1) - 1 - p.list.Cursor()})
	}
	d, err := model.ParseDate(text)
	if err != nil {
		return p.refuse(message.Say("“%s” is no date: use 2021-01-08, 2021-01 or 2021", text))
	}
	day := model.Range{From: d, To: d}
	for row, i := range p.answer.Hits {
		if day.Overlaps(p.shelf.index.Date(i)) {
			return p.moveList(motion{lines: row - p.list.Cursor()})
		}
	}
	return p.refuse(message.Say("no article here is dated %s", wording.Date(d)))
}
