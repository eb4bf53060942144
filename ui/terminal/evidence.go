package terminal

import (
	"slices"
	"strings"

	"dossier/model"
	"dossier/model/facet"
	"dossier/ui/message"
	"dossier/ui/terminal/reader"
	"dossier/ui/wording"
)

// activeVendors are the vendors that the query asks for: their evidence is lit
// in the text. None means that nobody is asked for.
func (p *program) activeVendors() []string {
	var names []string
	for _, v := range p.answer.Facets[facet.Vendor].Values {
		if v.State == facet.Included {
			names = append(names, v.Name)
		}
	}
	return names
}

// passages are where an article states the cuts of the vendors, in order; of
// all vendors if none are named.
func passages(a *model.Article, vendors []string) []model.Passage {
	var all []model.Passage
	for _, c := range a.Cuts {
		if len(vendors) == 0 || slices.Contains(vendors, c.Vendor) {
			all = append(all, c.Passages...)
		}
	}
	slices.SortFunc(all, func(a, b model.Passage) int { return a.Start - b.Start })
	return slices.Compact(all)
}

// told are the cuts of an article and, behind them, those that are only possible:
// read in a language whose readings are not reliable.
func told(a *model.Article) []model.Cut { return slices.Concat(a.Cuts, a.Possible) }

// marks are what is marked in the article that is read.
func (p *program) marks() []reader.Mark { return p.marksIn(&p.reader) }

func (p *program) previewMarks() []reader.Mark { return p.marksIn(&p.preview) }

// marksIn marks every passage of evidence, and lights what the query asks for.
func (p *program) marksIn(pane *reader.Pane) []reader.Mark {
	i, ok := pane.Article()
	if !ok || pane.Text().Revealed() {
		return nil
	}
	var marks []reader.Mark
	active := p.activeVendors()
	for _, c := range p.shelf.Article(i).Cuts {
		for _, at := range c.Passages {
			marks = append(marks, reader.Mark{
				At:    at,
				Label: wording.Vendor(c),
				Lit:   slices.Contains(active, c.Vendor),
				Here:  at.Start == pane.Passage(),
			})
		}
	}
	return marks
}

// passageFacts says whose cut the passage gone to states, of those that are
// filtered by if any are, and how to judge it.
func (p *program) passageFacts() string {
	i, ok := p.reader.Article()
	if !ok {
		return ""
	}
	var said []string
	active := p.activeVendors()
	for _, c := range told(p.shelf.Article(i)) {
		if len(active) > 0 && !slices.Contains(active, c.Vendor) {
			continue
		}
		if !slices.ContainsFunc(c.Passages, func(m model.Passage) bool { return m.Start == p.reader.Passage() }) {
			continue
		}
		words := wording.Vendor(c) + " · " + cutFacts(c)
		if c.Detected {
			words += " · " + message.Say("+ confirms, - rejects")
		}
		said = append(said, words)
	}
	return strings.Join(said, "; ")
}
