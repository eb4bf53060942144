package terminal

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/model/facet"
	"dossier/model/query"
	"dossier/model/search"
	"dossier/model/timeline"
	"dossier/ui/message"
	"dossier/ui/terminal/theme"
	"dossier/ui/terminal/vendors"
	"dossier/ui/wording"
)

// showVendors draws who cut ties and when, in the articles of the list; a
// vendor chosen shows its evidence.
func (p *program) showVendors() tea.Cmd {
	if p.shelf == nil {
		return nil
	}
	pl := &panel{title: message.Say("Who cut ties, and when"), wide: true, empty: message.Say("No article of the list says of anybody that they cut ties.")}
	pl.refresh = func() tea.Cmd { return p.chart(pl) }
	return tea.Batch(p.showPanel(pl), p.chart(pl))
}

// chart reads the cuts of the articles of the list.
func (p *program) chart(pl *panel) tea.Cmd {
	index, hits := p.shelf.index, p.answer.Hits
	return p.fill(pl, func(context.Context) (contents, error) {
		d := index.Dossier()
		chart := vendors.New(d, timeline.Of(d, index.Telling(hits)))
		c := contents{head: chart.Head, does: []func(*program) tea.Cmd{}}
		for i, v := range chart.Vendors() {
			c.names = append(c.names, v.Name)
			c.items = append(c.items, item{lines: func(th *theme.Theme, w int) []string { return chart.Row(th, i, w) }})
			c.does = append(c.does, func(p *program) tea.Cmd { return p.showVendor(v, pl) })
		}
		return c, nil
	})
}

// mostEvidence is how many passages a panel lists. Who wants another filters.
const mostEvidence = 500

// showVendor lists what the articles say of one vendor; a passage chosen is
// gone to.
func (p *program) showVendor(v timeline.Vendor, parent *panel) tea.Cmd {
	pl := &panel{parent: parent, title: message.Say("Evidence · %s", v.Name), empty: message.Say("No passage states it.")}
	index, q, marks := p.shelf.index, p.query, p.shelf.marks()
	return tea.Batch(p.showPanel(pl), p.fill(pl, func(ctx context.Context) (contents, error) {
		split, err := evidenceSplit(ctx, index, q, marks, v)
		c := contents{title: message.Say("Evidence · %s", v.Name) + " · " + split, does: []func(*program) tea.Cmd{}}
		for _, e := range v.Evidence[:min(len(v.Evidence), mostEvidence)] {
			c.items = append(c.items, evidenceItem(index, v.Name, e))
			c.does = append(c.does, func(p *program) tea.Cmd { return p.jump(pl, e.Article, target{at: e.At.Start, passage: true}) })
		}
		if more := len(v.Evidence) - mostEvidence; more > 0 {
			c.items = append(c.items, item{note: message.Say("%d more: a filter shows fewer", more)})
			c.does = append(c.does, func(p *program) tea.Cmd { return p.showPanel(pl) })
		}
		return c, err
	}))
}

func evidenceItem(index *search.Index, vendor string, e timeline.Evidence) item {
	a := index.Dossier().Article(int(e.Article))
	c, _ := a.Cut(vendor)
	return item{
		heading: quoted(e.Text),
		text:    a.Title,
		note:    strings.Join([]string{cutFacts(c), a.Language, wording.Or(a.Source, "source unknown")}, " · "),
	}
}

// evidenceSplit says how many articles of the list state a cut of the vendor,
// and how many only name it.
func evidenceSplit(ctx context.Context, index *search.Index, q query.Query, m search.Marks, v timeline.Vendor) (string, error) {
	told := map[int32]bool{}
	for _, e := range v.Events {
		for _, i := range e.Articles {
			told[i] = true
		}
	}
	whole := query.Value{Text: v.Name, Quoted: true}
	q = q.And(query.Match(query.Actor, whole), query.Negate(query.Match(query.Vendor, whole)))
	answer, err := index.Find(ctx, q, m, [facet.NumDimensions]bool{})
	return message.Say("evidence %d · only mentioned %d", len(told), len(answer.Hits)), err
}
