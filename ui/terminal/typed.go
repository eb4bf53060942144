package terminal

import (
	tea "charm.land/bubbletea/v2"

	"dossier/ui/message"
)

// A panel with a field: what is typed narrows the items to choose from.

// showTyped shows a panel whose items narrow makes for a text, at first for
// none.
func (p *program) showTyped(pl *panel) tea.Cmd {
	in := newInput("")
	in.Placeholder = message.Say("type to narrow")
	pl.typed = &in
	return tea.Batch(p.showPanel(pl), pl.narrow(""))
}

// onTypedKey chooses, closes, moves, or types.
func (p *program) onTypedKey(msg tea.KeyPressMsg) tea.Cmd {
	switch key := msg.String(); key {
	case "esc":
		p.closePanel()
		return nil
	case "enter":
		return p.takeItem()
	case "down", "ctrl+n", "tab":
		p.panel.move(motion{lines: 1})
		return nil
	case "up", "ctrl+p", "shift+tab":
		p.panel.move(motion{lines: -1})
		return nil
	case "pgdown", "pgup":
		p.panel.move(motion{lines: map[string]int{"pgdown": 1, "pgup": -1}[key] * max(p.panel.room()-1, 1)})
		return nil
	}
	return p.typeInPanel(msg)
}

// typeInPanel hands a key or a paste to the panel's field.
func (p *program) typeInPanel(msg tea.Msg) tea.Cmd {
	pl := p.panel
	pl.taken = false
	before := pl.typed.Value()
	in, cmd := pl.typed.Update(visible(msg))
	*pl.typed = in
	if in.Value() == before {
		return cmd
	}
	return tea.Batch(cmd, pl.narrow(in.Value()))
}
