package terminal

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"dossier/ui/message"
	"dossier/ui/terminal/theme"
)

// themeName is the theme that holds: the command line's, else the one that the
// reader chose in this dossier, else the configuration's.
func (p *program) themeName() string { return cmp.Or(p.options.Theme, p.chosen, p.usual()) }

// usual is the theme of a dossier that is opened for the first time.
func (p *program) usual() string { return cmp.Or(p.options.Config.Theme, theme.Auto) }

// dress changes the look of everything to the theme that holds now.
func (p *program) dress(profile colorprofile.Profile) tea.Cmd {
	name := p.themeName()
	if p.theme.Is(name, p.paper, profile) {
		return nil
	}
	p.theme = theme.Named(name, p.paper, profile)
	for _, th := range []**theme.Theme{&p.list.Theme, &p.facets.Theme, &p.reader.Theme, &p.preview.Theme} {
		*th = p.theme
	}
	for pl := p.panel; pl != nil; pl = pl.parent {
		pl.theme = p.theme
	}
	return p.layOutAgain()
}

// nextTheme goes through all looks. The one that the terminal or the configuration
// has anyhow is no choice that would have to be kept.
func (p *program) nextTheme() tea.Cmd {
	look := theme.Next(p.theme.Name)
	switch look {
	case theme.Look(p.usual(), p.paper):
		return p.chooseTheme("")
	case theme.Look(theme.Auto, p.paper):
		return p.chooseTheme(theme.Auto)
	}
	return p.chooseTheme(look)
}

// chooseTheme goes over to a theme; the empty name is the usual one.
func (p *program) chooseTheme(name string) tea.Cmd {
	p.options.Theme, p.chosen = "", name
	cmd := p.dress(p.theme.Profile)
	p.message = message.Say("theme: %s", p.theme.Name)
	if p.themeName() == theme.Auto {
		p.message = message.Say("theme: %s, as the terminal is", p.theme.Name)
	}
	return cmd
}

// resumeLook goes on with the look that the dossier was left with.
func (p *program) resumeLook(name string, width int) tea.Cmd {
	if slices.Contains(theme.Names(), name) {
		p.chosen = name
	}
	if slices.Contains(p.measures(), width) {
		p.measure = width
	}
	return p.dress(p.theme.Profile)
}

// themeChoices are the themes as the palette offers them.
func (p *program) themeChoices() []choice {
	var all []choice
	for _, name := range theme.Names() {
		note := ""
		if name == p.themeName() {
			note = "●"
		}
		all = append(all, choice{label: message.Say("theme: %s", name), note: note, do: func(p *program) tea.Cmd {
			if name == p.usual() {
				name = ""
			}
			return p.chooseTheme(name)
		}})
	}
	return all
}

// Width is the usual width of the text, in cells.
const Width = 72

// measures are the widths of the text that `w` goes through, the usual one first.
func (p *program) measures() []int {
	all := []int{Width, 88, 104, 56}
	if w := p.options.Config.Width; w > 0 {
		all = append([]int{w}, slices.DeleteFunc(all, func(n int) bool { return n == w })...)
	}
	return all
}

func (p *program) nextWidth() tea.Cmd {
	all := p.measures()
	p.measure = all[(slices.Index(all, p.measure)+1)%len(all)]
	p.message = message.Say("text at most %d cells wide", p.measure)
	return p.resize()
}
