package terminal

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/model/facet"
	"dossier/model/language"
	"dossier/ui/message"
	"dossier/ui/terminal/cells"
	"dossier/ui/terminal/theme"
	"dossier/ui/wording"
)

// choice is one thing that the palette offers.
type choice struct {
	label string
	note  string // what it is, and for a command its keys
	score int    // how well it fits what is typed
	do    func(*program) tea.Cmd
}

// showPalette offers commands, values to filter by and articles by name.
func (p *program) showPalette() tea.Cmd {
	if p.shelf == nil {
		return nil
	}
	commands := p.commands()
	pl := &panel{title: message.Say("Do, filter by, or read"), empty: message.Say("Nothing here is called that."), hints: choosing(message.Say("key|choose"))}
	pl.narrow = func(text string) tea.Cmd { return p.searchPalette(pl, commands, text) }
	return p.showTyped(pl)
}

// commands are what keys do here, without those that only move.
func (p *program) commands() []choice {
	var all []choice
	for _, b := range p.keys {
		if b.scope != p.focus && b.scope != everywhere || slices.Contains(moving, b.action) {
			continue
		}
		all = append(all, choice{label: b.help.String(), note: keyNames(b.keys), do: b.do})
	}
	mouse := choice{label: message.Say("take the mouse from the terminal"), do: func(p *program) tea.Cmd { return p.takeMouse(true) }}
	if p.options.Mouse {
		mouse = choice{label: message.Say("leave the mouse to the terminal"), do: func(p *program) tea.Cmd { return p.takeMouse(false) }}
	}
	return append(append(all, mouse), p.themeChoices()...)
}

// moving are the actions that nobody calls by name.
var moving = []action{"down", "up", "half-page-down", "half-page-up", "page-down", "page-up", "top", "bottom",
	"palette", "close", "open", "count", "leave", "include", "exclude"}

func (p *program) takeMouse(take bool) tea.Cmd {
	p.options.Mouse = take
	p.message = message.Say("the terminal has the mouse again, and selects text with it")
	if take {
		p.message = message.Say("the wheel scrolls and a click chooses; most terminals select text with shift")
	}
	return nil
}

// offer makes the contents of a panel of choices.
func offer(choices []choice) contents {
	c := contents{does: []func(*program) tea.Cmd{}}
	for _, ch := range choices {
		c.items = append(c.items, item{draw: func(th *theme.Theme, w int) string {
			return cells.Sides(th.Text.Render(ch.label), th.Muted.Render(ch.note), w)
		}})
		c.does = append(c.does, ch.do)
	}
	return c
}

// valueChoices are the values of the facets, each to be ticked or no longer.
func valueChoices(d facet.Dimension, values []facet.Value, fits func(string) (int, bool)) []choice {
	var all []choice
	for _, v := range values {
		label := v.Name
		if d == facet.Language {
			label = language.Name(v.Name)
		}
		score, ok := fits(label)
		if !ok {
			continue
		}
		all = append(all, choice{
			label: label, score: score,
			note: strings.TrimSpace(signs[v.State] + " " + kinds[d].String() + " · " + wording.Number(v.Total)),
			do:   func(p *program) tea.Cmd { return p.toggleValue(d, v) },
		})
	}
	return all
}

var (
	kinds = [facet.NumDimensions]message.Text{"language", "cut ties", "actor"}
	signs = [...]string{facet.Off: "", facet.Included: "●", facet.Excluded: "⊘"}
)

// toggleValue filters by a value, or no longer, and shows the list.
func (p *program) toggleValue(d facet.Dimension, v facet.Value) tea.Cmd {
	var leave tea.Cmd
	if p.focus == inText {
		p.trail = nil
		leave = p.leaveText()
	}
	s := facet.Included
	if v.State == s {
		s = facet.Off
	}
	return tea.Batch(leave, p.setQuery(facet.Set(p.query, d, v.Name, s, p.answer.Facets[d].All, p.shelf)))
}
