package terminal

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"dossier/ui/terminal/lane"
	"dossier/ui/terminal/theme"
	"dossier/ui/wording"
)

// Panels whose items take time to find are shown at once, and filled when these
// are there. A choice made before is of what comes.

// contents are what a panel is filled with.
type contents struct {
	title string // empty keeps the panel's
	head  func(th *theme.Theme, w int) string
	items []item
	names []string                 // of the items, by which the cursor stays on one; may be nil
	does  []func(*program) tea.Cmd // what choosing each item does, nil for one that is only read
}

// filled: the contents of a panel were found.
type filled struct {
	id    lane.ID
	panel *panel
	contents
	err error
}

// fill looks for a panel's contents. To look for others cancels it.
func (p *program) fill(pl *panel, find func(context.Context) (contents, error)) tea.Cmd {
	id, ctx := pl.filling.Begin(p.ctx)
	pl.pending = len(pl.items) == 0 || pl.typed != nil
	return func() tea.Msg {
		c, err := find(ctx)
		if ctx.Err() != nil {
			return nil
		}
		return filled{id, pl, c, err}
	}
}

func (p *program) onFilled(msg filled) tea.Cmd {
	pl := msg.panel
	if !pl.filling.Settle(msg.id) {
		return nil
	}
	pl.pending = false
	if msg.err != nil {
		p.message = wording.Told(msg.err.Error())
		return nil
	}
	if msg.title != "" {
		pl.title = msg.title
	}
	pl.head = msg.head
	cursor := pl.cursorIn(msg.contents)
	pl.names, pl.choose = msg.names, nil
	if msg.does != nil {
		pl.choose = func(at int) tea.Cmd {
			if msg.does[at] == nil {
				return p.keepPanel(pl)
			}
			return msg.does[at](p)
		}
	}
	pl.setItems(msg.items, cursor)
	switch {
	case p.panel != pl:
	case pl.taken:
		return p.takeItem()
	case pl.stale:
		return p.refreshPanel()
	}
	return nil
}

// cursorIn is where the cursor goes in other contents: it stays on its item.
func (pl *panel) cursorIn(c contents) int {
	if pl.typed != nil {
		return 0
	}
	if pl.cursor < len(pl.names) {
		if at := slices.Index(c.names, pl.names[pl.cursor]); at >= 0 {
			return at
		}
	}
	return max(min(pl.cursor, len(c.items)-1), 0)
}

// refreshPanel makes the panel anew after a new answer. While a dossier is read
// there are many: the next one waits for the one before.
func (p *program) refreshPanel() tea.Cmd {
	pl := p.panel
	if pl == nil || pl.refresh == nil {
		return nil
	}
	if pl.stale = pl.filling.Busy(); pl.stale {
		return nil
	}
	return pl.refresh()
}
