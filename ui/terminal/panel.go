package terminal

import (
	"slices"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"dossier/ui/terminal/lane"
	"dossier/ui/terminal/theme"
	"dossier/ui/wording"
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
	// starts is, for each item, its first line, and at the end how many there
	// are.
	starts []int
	theme  *theme.Theme
	// choose acts on the item under the cursor; nil if the items are only read.
	choose func(at int) tea.Cmd
	// keys acts on a key of the panel's own, and reports whether it is one; nil
	// if there are none. hints are said instead of the usual ones.
	keys  func(key string) (tea.Cmd, bool)
	hints []hint
	// refresh makes the panel anew after a new answer; nil if it does not hang
	// on the answer.
	refresh func() tea.Cmd
	// typed is what narrows the items; nil if keys are no text. narrow makes the
	// items for it.
	typed  *textinput.Model
	narrow func(text string) tea.Cmd
	// pending tells that items are being looked for, and taken that one was
	// chosen before they came.
	pending, taken bool
	filling        lane.Lane
	stale          bool     // what is on its way is of an older answer
	names          []string // of the items; may be nil
	parent         *panel   // shown again when this one is closed; may be nil
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
	// lines replaces them by several.
	lines func(th *theme.Theme, w int) []string
}

func (p *program) showPanel(pl *panel) tea.Cmd {
	p.panel, pl.theme = pl, p.theme
	pl.setSize(p.frame.Body.W, p.frame.Body.H)
	return nil
}

// setItems shows other items, the cursor on one of them.
func (pl *panel) setItems(items []item, cursor int) {
	pl.items, pl.cursor, pl.top = items, cursor, 0
	pl.measure()
	pl.move(motion{})
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
	pl.measure()
	pl.move(motion{})
}

// measure lays out the items once, so that drawing need only lay out those in
// sight.
func (pl *panel) measure() {
	pl.starts = pl.starts[:0]
	total := 0
	for i := range pl.items {
		pl.starts = append(pl.starts, total)
		total += pl.height(i)
	}
	pl.starts = append(pl.starts, total)
}

func (pl *panel) height(at int) int {
	if pl.items[at].lines != nil {
		return len(pl.items[at].lines(pl.theme, max(pl.w-margin, 1)))
	}
	if pl.items[at].draw != nil {
		return 1
	}
	return len(pl.lines(pl.theme, at))
}

// onPanelKey moves in the panel, chooses, or closes it. The key that opened it
// closes it too.
func (p *program) onPanelKey(msg tea.KeyPressMsg) tea.Cmd {
	if p.panel.typed != nil {
		return p.onTypedKey(msg)
	}
	if p.panel.keys != nil {
		if cmd, ok := p.panel.keys(msg.String()); ok {
			return cmd
		}
	}
	here, text := p.actionOf(p.focus, msg.String()), p.actionOf(inText, msg.String())
	switch {
	case slices.Contains(closing, here), slices.Contains(closing, text):
		p.closePanel()
	case p.actionOf(inList, msg.String()) == "open":
		return p.takeItem()
	case here == "theme":
		return p.nextTheme()
	default:
		if m, ok := motions[text]; ok {
			p.panel.move(m)
		}
	}
	return nil
}

// closePanel goes back to what is under the panel.
func (p *program) closePanel() {
	p.panel.filling.Cancel()
	p.panel = p.panel.parent
	if p.panel != nil {
		p.panel.theme = p.theme
		p.panel.setSize(p.frame.Body.W, p.frame.Body.H)
	}
}

// takeItem acts on the item under the cursor.
func (p *program) takeItem() tea.Cmd {
	pl := p.panel
	if pl.taken = pl.pending; pl.pending {
		return nil
	}
	if pl.choose == nil || len(pl.items) == 0 {
		return nil
	}
	p.panel = nil
	return pl.choose(pl.cursor)
}

// keepPanel is what choosing an item does that is only read.
func (p *program) keepPanel(pl *panel) tea.Cmd {
	p.panel = pl
	return nil
}

// closing are the actions whose keys close a panel: those that lead back, and
// those that open one.
var closing = []action{"close", "back", "leave", "help", "notices", "evidence", "facts", "actor-card", "vendors"}

// motions are the movements in a panel, by what their keys do in a text.
var motions = map[action]motion{
	"down": {lines: 1}, "up": {lines: -1},
	"half-page-down": {pages: 0.5}, "half-page-up": {pages: -0.5},
	"page-down": {pages: 1}, "page-up": {pages: -1},
	"top": {to: -1}, "bottom": {to: 1},
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
	total := pl.starts[len(pl.items)]
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
	if len(pl.items) > 0 {
		pl.top = max(pl.top, pl.starts[pl.cursor+1]-pl.room())
	}
	pl.top = max(min(pl.top, pl.starts[pl.cursor]), 0)
}

// position is which item the cursor is on, or how much was seen of what is only
// read; empty where all is in sight.
func (pl *panel) position() string {
	total := pl.starts[len(pl.items)]
	switch {
	case total <= pl.room():
		return ""
	case pl.choose != nil:
		return wording.Number(pl.cursor+1) + "/" + wording.Number(len(pl.items))
	}
	return wording.Percent((pl.top + pl.room()) * 100 / total)
}

// room is the lines below the title.
func (pl *panel) room() int { return max(pl.h-2, 1) }
