package terminal

import (
	tea "charm.land/bubbletea/v2"

	"dossier/model/facet"
)

func (p *program) quit() tea.Cmd { return tea.Quit }

// back leaves the article, for the panel that it was opened out of or for the
// list, or the facets; at the list it quits.
func (p *program) back() tea.Cmd {
	switch p.focus {
	case inText:
		if p.opener() != nil {
			return p.retrace()
		}
		p.trail = nil
		return p.leaveText()
	case inFacets:
		return p.setFocus(inList)
	}
	return tea.Quit
}

// closeInnermost goes one step back and never quits.
func (p *program) closeInnermost() tea.Cmd {
	switch {
	case p.focus == inList:
		return nil
	case p.focus == inFacets && p.facets.Narrowed() != "":
		p.facets.Narrow("")
		return nil
	case p.focus == inText && p.sought != "":
		return p.forget()
	case p.focus == inText && p.revealing.on:
		return p.toggleHidden()
	}
	return p.back()
}

// setFocus puts a pane in use. On a narrow screen panes then change places.
func (p *program) setFocus(s scope) tea.Cmd {
	if p.focus == s {
		return nil
	}
	if p.focus = s; s == inFacets {
		p.facets.Hold()
	}
	return p.resize()
}

func (p *program) nextPane() tea.Cmd {
	switch p.focus {
	case inList:
		return p.setFocus(inFacets)
	case inFacets:
		return p.setFocus(inList)
	}
	return nil
}

// previousPane is the same as nextPane while there are two.
func (p *program) previousPane() tea.Cmd { return p.nextPane() }

func focusFacet(d facet.Dimension) func(*program) tea.Cmd {
	return func(p *program) tea.Cmd {
		p.facets.Focus(d)
		return p.setFocus(inFacets)
	}
}
