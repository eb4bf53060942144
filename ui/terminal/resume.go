package terminal

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"dossier/model/facet"
	"dossier/model/mark"
	"dossier/model/query"
	"dossier/model/search"
	"dossier/ui/message"
)

// names of what may have the focus, as settings have them; the list has none.
const focusText = "article"

var focusFacets = [...]string{facet.Language: "language", facet.Vendor: "vendor", facet.Actor: "actor"}

// onKept takes in marks that were opened after the dossier was.
func (p *program) onKept(k kept) tea.Cmd {
	p.takeKept(k)
	if p.shelf == nil {
		return p.nextTick()
	}
	cmds := []tea.Cmd{p.resume(), p.resolve(), p.nextTick()}
	if !asksNothing(p.query) {
		cmds = append(cmds, p.ask())
	}
	return tea.Batch(cmds...)
}

func (p *program) takeKept(k kept) {
	p.kept, p.notices = k.marks, append(p.notices, k.notices...)
}

// resume makes the screen what it was when the dossier was left. What the
// command line asks for goes before, and so does what the reader did already.
func (p *program) resume() tea.Cmd {
	s := p.kept.Settings()
	p.leftWith = s
	dressed := p.resumeLook(s.Theme, s.Width)
	if !p.touched && !p.alone() && asksNothing(p.options.Query) {
		p.resumeQuery(s)
		p.resumeFocus(s.Focus)
	}
	return tea.Batch(dressed, p.resize())
}

// alone reports that one article was given, and is to be begun with. A folder in
// which a filter leaves one opens as the list that it was.
func (p *program) alone() bool { return p.options.Open && p.shelf.index.Count() == 1 }

// asksNothing reports a query for everything, in the usual order.
func asksNothing(q query.Query) bool { return q.Empty() && q.Sort == query.ByDefault }

func (p *program) resumeQuery(s mark.Settings) {
	p.query, _ = query.Parse(s.Query)
	if s.Sort != "" {
		ordered, _ := query.Parse("sort:" + s.Sort)
		p.query.Sort = ordered.Sort
	}
	p.typed = p.query.String()
	if !p.query.Empty() {
		p.message = message.Say("on with the filter that you left; %s drops it", p.keyFor("clear-filters"))
	}
}

func (p *program) resumeFocus(name string) {
	if d := slices.Index(focusFacets[:], name); d >= 0 {
		p.facets.Focus(facet.Dimension(d))
		p.focus = inFacets
	}
	p.reading = name == focusText
}

// goOn puts the cursor where the reader left it, now that it is known which
// article that is, and opens the article if it was being read.
func (p *program) goOn(cursor int32) tea.Cmd {
	if cursor < 0 || p.touched || p.focus == inText {
		return nil
	}
	p.list.Select(cursor)
	if p.reading {
		p.landed[cursor] = fmt.Sprint(p.query.Words()) // at its place, not at the first of them
		return p.openArticle(cursor, target{at: whereLeft})
	}
	return p.showPreview(0)
}

// keepSettings keeps what to go on with, if that changed.
func (p *program) keepSettings() tea.Cmd {
	if p.kept == nil || p.shelf == nil || !p.known {
		return nil
	}
	now := p.settingsNow()
	if now == p.leftWith {
		return nil
	}
	p.leftWith = now
	marks := p.kept
	return p.chores.add(func() tea.Msg { return saved{err: marks.SetSettings(now)} })
}

// settingsNow is what to go on with. What is as in a dossier that is opened for
// the first time is empty, so that to look at one leaves nothing behind.
func (p *program) settingsNow() mark.Settings {
	q := p.query
	q.Sort = query.ByDefault
	s := mark.Settings{Query: q.String(), Sort: string(p.query.Sort), Focus: p.focusName(), Theme: p.chosen}
	if p.measure != p.measures()[0] {
		s.Width = p.measure
	}
	if i, ok := p.current(); ok && (p.focus == inText || p.list.Cursor() > 0) {
		s.Cursor = p.shelf.Article(i).ID
	}
	return s
}

func (p *program) focusName() string {
	switch p.focus {
	case inText:
		return focusText
	case inFacets:
		return focusFacets[p.facets.Dimension()]
	}
	return ""
}

// needsMarks reports that the answer to the program's query hangs on marks.
func (p *program) needsMarks() bool { return search.NeedsMarks(p.query) }
