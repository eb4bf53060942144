package terminal

import (
	tea "charm.land/bubbletea/v2"

	"dossier/model/facet"
	"dossier/ui/message"
)

func (p *program) moveFacets(m motion) tea.Cmd {
	switch {
	case m.to < 0:
		p.facets.First()
	case m.to > 0:
		p.facets.Last()
	case m.pages != 0:
		p.facets.Page(m.pages)
	default:
		p.facets.Move(m.lines)
	}
	return nil
}

func (p *program) include() tea.Cmd { return p.tick(facet.Included) }

func (p *program) exclude() tea.Cmd { return p.tick(facet.Excluded) }

// tick puts the value under the cursor into a state, or takes it out again.
func (p *program) tick(s facet.State) tea.Cmd {
	v, ok := p.facets.Current()
	if !ok {
		return nil
	}
	if v.State == s {
		s = facet.Off
	}
	d := p.facets.Dimension()
	return p.setQuery(facet.Set(p.query, d, v.Name, s, p.facets.All(), p.shelf))
}

// toggleAll changes between articles with any of the included values and
// articles with each of them.
func (p *program) toggleAll() tea.Cmd {
	d := p.facets.Dimension()
	if d == facet.Language {
		return p.refuse(message.Say("an article has one language: several can only mean any of them"))
	}
	p.all[d] = !p.facets.All()
	p.message = message.Say("any of the values")
	if p.all[d] {
		p.message = message.Say("all of the values")
	}
	ticks, _ := facet.Split(p.query, d, p.shelf)
	ticks.All = p.all[d]
	return p.setQuery(facet.Join(p.query, d, ticks, p.shelf))
}

func (p *program) orderValues() tea.Cmd {
	p.message = message.Say("by count")
	if p.facets.ToggleOrder() {
		p.message = message.Say("by name")
	}
	return nil
}
