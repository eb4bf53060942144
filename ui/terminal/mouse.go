package terminal

import (
	"sort"

	tea "charm.land/bubbletea/v2"
)

// wheelLines is how far one notch of the wheel goes.
const wheelLines = 3

// onWheel scrolls what the mouse points at, whatever is focused.
func (p *program) onWheel(msg tea.MouseWheelMsg) tea.Cmd {
	m := motion{lines: wheelLines}
	if msg.Button == tea.MouseWheelUp {
		m.lines = -wheelLines
	}
	switch {
	case p.panel != nil:
		p.panel.move(m)
		return nil
	case p.focus == inText:
		return p.moveText(m)
	case p.panes.Preview.Contains(msg.X, msg.Y):
		p.preview.Move(m.lines)
		return nil
	case p.panes.Facets.Contains(msg.X, msg.Y):
		return p.moveFacets(m)
	}
	m.lines /= wheelLines
	return p.moveList(m)
}

// onClick does what a click is for where it falls.
func (p *program) onClick(msg tea.MouseClickMsg) tea.Cmd {
	if msg.Button != tea.MouseLeft || p.writing != nil || p.editing != noEditor {
		return nil
	}
	x, y := msg.X, msg.Y
	switch {
	case p.panel != nil:
		return p.clickPanel(y - p.frame.Body.Y)
	case p.frame.Filter.Contains(x, y) && p.field == nil && p.shelf != nil:
		return p.editFilter()
	case p.focus == inText:
		return p.clickText(x-p.frame.Body.X, y-p.frame.Body.Y)
	case p.panes.Facets.Contains(x, y):
		return p.clickFacet(y - p.panes.Facets.Y)
	case p.panes.List.Contains(x, y):
		return p.clickRow(y - p.panes.List.Y)
	case p.panes.Preview.Contains(x, y):
		return p.open()
	}
	return nil
}

// clickPanel puts the cursor on an item; a second click chooses it.
func (p *program) clickPanel(y int) tea.Cmd {
	pl := p.panel
	at, ok := pl.itemAt(y)
	switch {
	case !ok || pl.choose == nil:
		return nil
	case at == pl.cursor:
		return p.takeItem()
	}
	pl.cursor = at
	pl.follow()
	return nil
}

// itemAt is the item drawn on a line of the panel, below its title; false if none
// is.
func (pl *panel) itemAt(y int) (int, bool) {
	y -= pl.h - pl.room()
	if y < 0 || y >= pl.room() || len(pl.items) == 0 {
		return 0, false
	}
	line := pl.top + y
	at := sort.Search(len(pl.items), func(i int) bool { return pl.starts[i+1] > line })
	return at, at < len(pl.items)
}

// clickText follows the link that was clicked.
func (p *program) clickText(x, y int) tea.Cmd {
	l, ok := p.reader.LinkAt(x, y)
	if !ok {
		return nil
	}
	p.endHints()
	return p.follow(l)
}

// clickFacet ticks a value, or no longer.
func (p *program) clickFacet(y int) tea.Cmd {
	d, at, ok := p.facets.At(y)
	if !ok {
		return nil
	}
	resize := p.setFocus(inFacets)
	p.facets.Focus(d)
	p.facets.GoTo(at)
	return tea.Batch(resize, p.include())
}

// clickRow puts the cursor on an article; a second click reads it.
func (p *program) clickRow(y int) tea.Cmd {
	row, ok := p.list.RowAt(y)
	if !ok {
		return nil
	}
	again := row == p.list.Cursor() && p.focus == inList
	cmd := tea.Batch(p.setFocus(inList), p.moveList(motion{lines: row - p.list.Cursor()}))
	if again {
		return p.open()
	}
	return cmd
}
