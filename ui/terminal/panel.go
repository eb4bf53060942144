package terminal

import (
	tea "charm.land/bubbletea/v2"

	"dossier/ui/terminal/cells"
	"dossier/ui/terminal/theme"
)

// panel lies over the panes: a title and items to read, or to choose from.
type panel struct {
	title  string
	empty  string // said if there are no items
	items  []item
	cursor int
	top    int // the first line drawn
	w, h   int
	// choose acts on the item under the cursor; nil if the items are only read.
	choose func(at int) tea.Cmd
}

// item is one entry of a panel. Its texts are wrapped to the panel's width.
type item struct {
	heading string // in bold; may be empty
	text    string // may be empty
	note    string // muted; may be empty
	columns [2]string
}

func (p *program) showPanel(pl *panel) tea.Cmd {
	p.panel = pl
	pl.setSize(p.frame.Body.W, p.frame.Body.H)
	return nil
}

// maxPanel keeps the lines of a panel short enough to read.
const maxPanel = 84

func (pl *panel) setSize(w, h int) {
	pl.w, pl.h = min(w, maxPanel), h
	pl.move(motion{})
}

// onPanelKey moves in the panel, chooses, or closes it. The key that opened it
// closes it too.
func (p *program) onPanelKey(msg tea.KeyPressMsg) tea.Cmd {
	switch key := msg.String(); key {
	case "esc", "q", "left", "?", "!", "e", "i":
		p.panel = nil
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
		total += len(pl.lines(nil, i))
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
		start += len(pl.lines(nil, i))
	}
	if len(pl.items) > 0 {
		end := start + len(pl.lines(nil, pl.cursor))
		pl.top = max(pl.top, end-pl.room())
	}
	pl.top = max(min(pl.top, start), 0)
}

// room is the lines below the title.
func (pl *panel) room() int { return max(pl.h-2, 1) }

// lines lays out one item; without a theme only their number is of use.
func (pl *panel) lines(th *theme.Theme, at int) []string {
	it := pl.items[at]
	render := func(style func(*theme.Theme) func(...string) string, s string) string {
		if th == nil {
			return s
		}
		return style(th)(s)
	}
	w := max(pl.w-2, 1)
	var lines []string
	for _, s := range cells.Wrap(it.heading, w, 3) {
		lines = append(lines, render(func(th *theme.Theme) func(...string) string { return th.Strong.Render }, s))
	}
	if it.columns[0] != "" {
		left := render(func(th *theme.Theme) func(...string) string { return th.Key.Render }, cells.Fit(it.columns[0], min(20, w/2)))
		lines = append(lines, left+" "+it.columns[1])
	}
	for _, s := range cells.Wrap(it.text, w, 12) {
		lines = append(lines, render(func(th *theme.Theme) func(...string) string { return th.Text.Render }, s))
	}
	for _, s := range cells.Wrap(it.note, w, 6) {
		lines = append(lines, render(func(th *theme.Theme) func(...string) string { return th.Muted.Render }, s))
	}
	if it.columns[0] == "" {
		lines = append(lines, "")
	}
	return lines
}

// draw returns the panel's lines.
func (pl *panel) draw(th *theme.Theme) []string {
	out := []string{th.Accent.Bold(true).Render(cells.Cut(pl.title, pl.w)), ""}
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
