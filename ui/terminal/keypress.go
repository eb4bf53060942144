package terminal

import tea "charm.land/bubbletea/v2"

// onKey gives a key to the innermost thing that takes keys.
func (p *program) onKey(msg tea.KeyPressMsg) tea.Cmd {
	if !p.editing.keysPass(msg.String() == "ctrl+c") {
		return nil
	}
	refused := p.refused
	p.message, p.refused, p.awaited, p.touched, p.pressed = "", false, nil, true, msg.String()
	p.turn++
	switch {
	case msg.String() == "ctrl+c":
		return p.quit()
	case msg.String() == "ctrl+z":
		return p.suspend()
	case p.writing != nil:
		return p.onWritingKey(msg)
	case p.field != nil:
		return p.onFieldKey(msg)
	case p.lettering:
		return p.onLetter(msg)
	case p.panel != nil:
		return p.onPanelKey(msg)
	case p.hinting != nil:
		return p.onHintKey(msg)
	case p.counting != nil:
		return p.onCountedKey(msg.String())
	}
	if b := p.match(p.focus, msg.String()); b != nil && !(refused && b.action == "close") {
		return b.do(p)
	}
	return nil
}

// refuse says why a key did nothing. Who reads that presses esc to be rid of it,
// which then does no more.
func (p *program) refuse(why string) tea.Cmd {
	p.message, p.refused = why, true
	return nil
}

func (p *program) onPaste(msg tea.PasteMsg) tea.Cmd {
	switch {
	case p.editing != noEditor:
	case p.writing != nil:
		return p.typeWriting(msg)
	case p.field != nil:
		return p.typeText(msg)
	case p.panel != nil && p.panel.typed != nil:
		return p.typeInPanel(msg)
	}
	return nil
}
