package terminal

import (
	"sort"

	tea "charm.land/bubbletea/v2"

	"dossier/ui/message"
	"dossier/ui/terminal/cells"
	"dossier/ui/terminal/fuzzy"
	"dossier/ui/terminal/lane"
	"dossier/ui/terminal/page"
	"dossier/ui/terminal/theme"
	"dossier/ui/wording"
)

// outlined: the headings of an article's whole body were found.
type outlined struct {
	id       lane.ID
	panel    *panel
	headings []page.Heading
	size     int // of the body, in bytes
}

// showOutline lists the headings of the article, also of what is not laid out
// yet; typing narrows them.
func (p *program) showOutline() tea.Cmd {
	t := p.reader.Text()
	if t == nil {
		return nil
	}
	pl := &panel{title: message.Say("Outline"), pending: true}
	pl.narrow = func(string) tea.Cmd { return nil } // until they are there
	id, ctx := pl.filling.Begin(p.ctx)
	return tea.Batch(p.showTyped(pl), func() tea.Msg {
		s, err := t.Survey(ctx)
		if err != nil {
			return nil
		}
		return outlined{id, pl, s.Headings, len(t.Body())}
	})
}

func (p *program) onOutlined(msg outlined) tea.Cmd {
	pl := msg.panel
	if !pl.filling.Settle(msg.id) || p.panel != pl {
		return nil
	}
	pl.pending = false
	if len(msg.headings) == 0 {
		p.closePanel()
		return p.refuse(message.Say("this article has no headings"))
	}
	pl.empty = message.Say("No heading has these letters.")
	o := newOutline(msg.headings, msg.size, p.reader.Place())
	pl.narrow = func(text string) tea.Cmd { o.narrow(pl, text); return nil }
	pl.choose = func(at int) tea.Cmd {
		i, _ := p.reader.Article()
		p.leaveTrail(nil, i)
		p.reader.GoTo(o.headings[o.shown[at]].Offset)
		p.sayWaiting()
		return nil
	}
	o.narrow(pl, pl.typed.Value())
	if pl.taken {
		return p.takeItem()
	}
	return nil
}

// outline is the headings that a panel shows.
type outline struct {
	headings []page.Heading
	shown    []int // of headings
	here     int   // the heading above the reader; -1 if none is
	least    int   // the highest level there is
	size     int   // of the body, in bytes
}

func newOutline(headings []page.Heading, size, place int) *outline {
	o := &outline{headings: headings, size: max(size, 1), least: 6}
	o.here = sort.Search(len(headings), func(i int) bool { return headings[i].Offset > place }) - 1
	for _, h := range headings {
		o.least = min(o.least, h.Level)
	}
	return o
}

// narrow shows the headings that fit what is typed, in their order, the cursor
// on the one where the reader is or on the one that fits best.
func (o *outline) narrow(pl *panel, typed string) {
	pattern := fuzzy.New(typed)
	o.shown = o.shown[:0]
	var items []item
	cursor, best := 0, 0
	for i, h := range o.headings {
		score, ok := pattern.Score(h.Text)
		if !ok {
			continue
		}
		if pattern.Empty() && i == o.here || score > best {
			cursor, best = len(items), score
		}
		o.shown = append(o.shown, i)
		items = append(items, item{draw: func(th *theme.Theme, w int) string { return o.row(th, i, w) }})
	}
	pl.setItems(items, cursor)
}

// row is a heading under its parents, with how far into the text it stands.
func (o *outline) row(th *theme.Theme, i, w int) string {
	h := o.headings[i]
	look, right := th.Text, wording.Percent(h.Offset*100/o.size)
	if h.Level == o.least {
		look = th.Strong
	}
	if i == o.here {
		right = message.Say("you are here") + " · " + right
	}
	return cells.Sides(cells.Space(2*(h.Level-o.least))+look.Render(h.Text), th.Muted.Render(right), w)
}

// sayWaiting tells that a place asked for is still being laid out.
func (p *program) sayWaiting() {
	if _, ok := p.reader.Wanted(); ok {
		p.message = message.Say("going there as soon as the text is laid out so far")
	}
}
