package terminal

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"dossier/model"
	"dossier/ui/message"
)

func (p *program) moveText(m motion) tea.Cmd {
	switch {
	case m.to < 0:
		p.arrival = target{} // also for a text that is still to come
		p.reader.First()
	case m.to > 0:
		p.reader.Last()
	case m.pages != 0:
		p.reader.Page(m.pages)
	default:
		p.reader.Move(m.lines)
	}
	return nil
}

// leaveText goes back to the list, which stands as it was left.
func (p *program) leaveText() tea.Cmd {
	keep := p.keepPlace()
	p.opening.Cancel()
	p.sought, p.zen, p.revealing = "", false, revealing{}
	p.reader.ClearHits()
	if p.preview.Glance {
		p.preview.Clear()
	}
	return tea.Batch(keep, p.setFocus(inList))
}

func (p *program) nextArticle() tea.Cmd { return p.step(1, nil) }

func (p *program) previousArticle() tea.Cmd { return p.step(-1, nil) }

// step opens the article by rows further in the filtered list: at a target, or
// else where the reader left it.
func (p *program) step(by int, to *target) tea.Cmd {
	row := p.list.Cursor() + by
	if row < 0 || row >= p.list.Len() {
		p.refuse(message.Say("this is the last article of the list"))
		if by < 0 {
			p.refuse(message.Say("this is the first article of the list"))
		}
		return nil
	}
	keep := p.keepPlace()
	p.list.Move(by)
	i, _ := p.list.Current()
	if to == nil {
		to = &target{at: whereLeft}
	}
	return tea.Batch(keep, p.openArticle(i, *to))
}

func (p *program) nextHit() tea.Cmd { return p.hit(1) }

func (p *program) previousHit() tea.Cmd { return p.hit(-1) }

// hit goes to the next place of what is looked for or filtered by.
func (p *program) hit(by int) tea.Cmd {
	wrapped := p.reader.NextHit(by)
	n, of := p.reader.Hit()
	switch {
	case of == 0:
		p.refuse(message.Say("nothing to go to: %s looks for a text", p.keyFor("find")))
	case wrapped && by > 0:
		p.message = message.Say("%d/%d, on from the beginning", n, of)
	case wrapped:
		p.message = message.Say("%d/%d, on from the end", n, of)
	}
	p.sayWaiting()
	return nil
}

// forget ends looking for a text; what is filtered by is marked again.
func (p *program) forget() tea.Cmd {
	p.sought = ""
	p.lighting[inReader].Cancel()
	p.reader.ClearHits()
	return p.light(inReader)
}

func (p *program) nextHeading() tea.Cmd {
	if !p.reader.Heading(1) {
		p.refuse(message.Say("no heading below"))
	}
	return nil
}

func (p *program) previousHeading() tea.Cmd {
	if !p.reader.Heading(-1) {
		p.refuse(message.Say("no heading above"))
	}
	return nil
}

func (p *program) nextPassage() tea.Cmd { return p.passage(1) }

func (p *program) previousPassage() tea.Cmd { return p.passage(-1) }

// passage goes to the next passage of evidence, in this article or in the next
// one of the list that has any.
func (p *program) passage(by int) tea.Cmd {
	vendors := p.activeVendors()
	i, ok := p.reader.Article()
	if !ok {
		p.arriveAtPassage(vendors)
		return nil
	}
	here := passages(p.shelf.Article(i), vendors)
	if at, ok := p.reader.NextOf(here, by); ok {
		p.reader.GoToPassage(at)
		p.message = p.passageFacts()
		return nil
	}
	row, there := p.nextTelling(by, vendors)
	if len(there) == 0 {
		return p.refuse(message.Say("no further passage of evidence"))
	}
	return p.step(row-p.list.Cursor(), &target{at: there[0].Start, passage: true})
}

// nextTelling is the next row of the list whose article states a cut of the
// vendors, and its passages in the direction gone. Only articles that tell of
// any cut are looked at: with many, getting at the others takes seconds.
func (p *program) nextTelling(by int, vendors []string) (row int, there []model.Passage) {
	telling := map[int32]bool{}
	for _, i := range p.shelf.index.Telling(p.answer.Hits) {
		telling[i] = true
	}
	for row = p.list.Cursor() + by; row >= 0 && row < p.list.Len(); row += by {
		if i := p.answer.Hits[row]; telling[i] {
			there = passages(p.shelf.Article(i), vendors)
		}
		if len(there) > 0 {
			break
		}
	}
	if by < 0 {
		slices.Reverse(there)
	}
	return row, there
}

// arriveAtPassage makes an article that is still being opened begin at its first
// passage: the key came before the text.
func (p *program) arriveAtPassage(vendors []string) {
	i, ok := p.list.Current()
	if !ok || !p.opening.Busy() {
		return
	}
	if there := passages(p.shelf.Article(i), vendors); len(there) > 0 {
		p.arrival = target{at: there[0].Start, passage: true}
	}
}

func (p *program) toggleZen() tea.Cmd {
	p.zen = !p.zen
	return p.resize()
}

// toggleWhole shows or hides what a page put around the article.
func (p *program) toggleWhole() tea.Cmd {
	p.whole = !p.whole
	p.message = message.Say("the article alone")
	if p.whole {
		p.message = message.Say("the whole text, with what the page put around it")
	}
	return p.layOutAgain()
}
