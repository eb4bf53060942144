package terminal

import (
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"dossier/ui/terminal/cells"
	"dossier/ui/terminal/theme"
)

// panel lies over the panes: a title and items to read, or to choose from.
type panel struct {
	title  string
	empty  string // said if there are no items
	items  []item
	head   func(th *theme.Theme, w int) string // a line that stays above the items; may be nil
	wide   bool                                // the panel may be as wide as the screen
	column int                                 // the width of the labels
	cursor int
	top    int // the first line drawn
	w, h   int
	theme  *theme.Theme
	// choose acts on the item under the cursor; nil if the items are only read.
	choose func(at int) tea.Cmd
	// refresh makes the panel anew after a new answer; nil if it does not hang
	// on the answer.
	refresh func() tea.Cmd
	parent  *panel // shown again when this one is closed; may be nil
}

// item is one entry of a panel. Its parts are wrapped to the panel's width; any
// may be empty.
type item struct {
	heading string // in bold
	label   string // in a column of its own, beside the text
	text    string
	note    string // muted
	// draw replaces all of these by a line of the panel's own making.
	draw func(th *theme.Theme, w int) string
}

func (p *program) showPanel(pl *panel) tea.Cmd {
	p.panel, pl.theme = pl, p.theme
	pl.setSize(p.frame.Body.W, p.frame.Body.H)
	return nil
}

// margin is where the cursor of a panel stands.
const margin = 2

// maxPanel keeps the lines of a panel short enough to read.
const maxPanel = 84

func (pl *panel) setSize(w, h int) {
	pl.w, pl.h = w, h
	if !pl.wide {
		pl.w = min(w, maxPanel)
	}
	pl.move(motion{})
}

// onPanelKey moves in the panel, chooses, or closes it. The key that opened it
// closes it too.
func (p *program) onPanelKey(msg tea.KeyPressMsg) tea.Cmd {
	switch key := msg.String(); key {
	case "esc", "q", "left", "?", "!", "e", "i", "v":
		p.panel = p.panel.parent
		if p.panel != nil {
			p.panel.setSize(p.frame.Body.W, p.frame.Body.H)
		}
	case "enter", "l", "right":
		if pl := p.panel; pl.choose != nil && len(pl.items) > 0 {
			p.panel = nil
			return pl.choose(pl.cursor)
		}
	case "T":
		return p.toggleTheme()
	default:
		if m, ok := p.motionOf(key); ok {
			p.panel.move(m)
		}
	}
	return nil
}

// motionOf is the movement that a key stands for in a text.
func (p *program) motionOf(key string) (motion, bool) {
	m, ok := map[action]motion{
		"down": {lines: 1}, "up": {lines: -1},
		"half-page-down": {pages: 0.5}, "half-page-up": {pages: -0.5},
		"page-down": {pages: 1}, "page-up": {pages: -1},
		"top": {to: -1}, "bottom": {to: 1},
	}[p.actionOf(inText, key)]
	return m, ok
}

func (p *program) actionOf(s scope, key string) action {
	if b := p.match(s, key); b != nil {
		return b.action
	}
	return ""
}

// move moves the cursor where items can be chosen, else the window.
func (pl *panel) move(m motion) {
	if pl.choose == nil {
		pl.scroll(m)
		return
	}
	by := m.lines + int(m.pages*float64(max(pl.room()/4, 1)))
	switch {
	case m.to < 0:
		by = -len(pl.items)
	case m.to > 0:
		by = len(pl.items)
	}
	pl.cursor = max(min(pl.cursor+by, len(pl.items)-1), 0)
	pl.follow()
}

func (pl *panel) scroll(m motion) {
	total := 0
	for i := range pl.items {
		total += len(pl.lines(pl.theme, i))
	}
	by := m.lines + int(m.pages*float64(pl.room()))
	switch {
	case m.to < 0:
		by = -total
	case m.to > 0:
		by = total
	}
	pl.top = max(min(pl.top+by, total-pl.room()), 0)
}

// follow keeps the whole item under the cursor in the window.
func (pl *panel) follow() {
	start := 0
	for i := range pl.cursor {
		start += len(pl.lines(pl.theme, i))
	}
	if len(pl.items) > 0 {
		end := start + len(pl.lines(pl.theme, pl.cursor))
		pl.top = max(pl.top, end-pl.room())
	}
	pl.top = max(min(pl.top, start), 0)
}

// room is the lines below the title.
func (pl *panel) room() int { return max(pl.h-2, 1) }

// The most lines that the parts of an item take.
const (
	mostHeading = 3
	mostText    = 12
	mostNote    = 6
)

// lines lays out one item.
func (pl *panel) lines(th *theme.Theme, at int) []string {
	it, w := pl.items[at], max(pl.w-margin, 1)
	var lines []string
	add := func(style lipgloss.Style, text string, w, most int) {
		for _, s := range cells.Wrap(text, w, most) {
			lines = append(lines, style.Render(s))
		}
	}
	if it.draw != nil {
		return []string{it.draw(th, w)}
	}
	add(th.Strong, it.heading, w, mostHeading)
	if it.label != "" {
		return append(lines, pl.labelled(th, it, w)...)
	}
	add(th.Text, it.text, w, mostText)
	add(th.Muted, it.note, w, mostNote)
	return append(lines, "")
}

// labelled sets an item's text beside its label.
func (pl *panel) labelled(th *theme.Theme, it item, w int) []string {
	column := min(pl.column, w/2)
	text := cells.Wrap(it.text, max(w-column, 1), mostText)
	lines := []string{th.Key.Render(cells.Fit(it.label, column))}
	for i, s := range text {
		if i > 0 {
			lines = append(lines, cells.Space(column))
		}
		lines[i] += s
	}
	return lines
}

// draw returns the panel's lines.
func (pl *panel) draw(th *theme.Theme) []string {
	pl.theme = th
	out := []string{th.Accent.Bold(true).Render(cells.Cut(pl.title, pl.w)), ""}
	if pl.head != nil {
		out[1] = cells.Space(margin) + pl.head(th, max(pl.w-margin, 1))
	}
	if len(pl.items) == 0 {
		out = append(out, th.Muted.Render(pl.empty))
	}
	y := 0
	for i := range pl.items {
		for _, line := range pl.lines(th, i) {
			if y >= pl.top && y < pl.top+pl.room() {
				out = append(out, pl.bar(th, i, line)+line)
			}
			y++
		}
	}
	return cells.Block(out, pl.w, pl.h)
}

func (pl *panel) bar(th *theme.Theme, at int, line string) string {
	switch {
	case pl.choose == nil:
		return ""
	case at == pl.cursor && line != "":
		return th.Cursor.Render("▌") + " "
	}
	return "  "
}
