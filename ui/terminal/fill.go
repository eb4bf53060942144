package terminal

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"dossier/ui/terminal/lane"
	"dossier/ui/terminal/theme"
)

// Panels whose items take time to find are shown at once, and filled when these
// are there. A choice made before is of what comes.

// contents are what a panel is filled with.
type contents struct {
	title string // empty keeps the panel's
	head  func(th *theme.Theme, w int) string
	items []item
	does  []func(*program) tea.Cmd // what choosing each item does, nil for one that is only read
}

// filled: the contents of a panel were found.
type filled struct {
	id    lane.ID
	panel *panel
	contents
	err error
}

// fill looks for a panel's contents. To fill another one cancels it.
func (p *program) fill(pl *panel, find func(context.Context) (contents, error)) tea.Cmd {
	id, ctx := p.filling.Begin(p.ctx)
	pl.pending = true
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
	if !p.filling.Settle(msg.id) {
		return nil
	}
	pl.pending = false
	if msg.err != nil {
		p.message = msg.err.Error()
		return nil
	}
	if msg.title != "" {
		pl.title = msg.title
	}
	pl.head = msg.head
	cursor := pl.cursor
	if pl.typed != nil {
		cursor = 0
	}
	pl.choose = nil
	if msg.does != nil {
		pl.choose = func(at int) tea.Cmd {
			if msg.does[at] == nil {
				return p.keepPanel(pl)
			}
			return msg.does[at](p)
		}
	}
	pl.setItems(msg.items, max(min(cursor, len(msg.items)-1), 0))
	if pl.taken && p.panel == pl {
		return p.takeItem()
	}
	return nil
}
