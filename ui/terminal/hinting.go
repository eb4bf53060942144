package terminal

import (
	tea "charm.land/bubbletea/v2"

	"dossier/model"
	"dossier/ui/message"
	"dossier/ui/terminal/links"
	"dossier/ui/terminal/page"
	"dossier/ui/terminal/reader"
)

// hinting is that the links in view have hints, of which one is being typed.
type hinting struct {
	links []page.Link
	typed string
}

// hintLinks puts a hint on each link in view.
func (p *program) hintLinks() tea.Cmd {
	all := p.reader.Links()
	if len(all) == 0 {
		return p.refuse(message.Say("no link in view"))
	}
	all = all[:min(len(all), links.MostHints)]
	p.hinting = &hinting{links: all}
	p.showHints()
	return nil
}

// showHints shows the hints that what is typed may still become.
func (p *program) showHints() {
	h := p.hinting
	p.reader.Hints = nil
	for i, label := range links.Hints(len(h.links)) {
		l := h.links[i]
		p.reader.Hints = append(p.reader.Hints, reader.Hint{At: model.Passage{Start: l.Start, End: l.End}, Label: label})
	}
	p.message = message.Say("link %s▏ type its letters, or its number from 1 to %d", h.typed, len(h.links))
}

func (p *program) endHints() {
	p.hinting, p.counting, p.reader.Hints = nil, nil, nil
}

// onHintKey takes a link by what is typed; esc leaves them.
func (p *program) onHintKey(msg tea.KeyPressMsg) tea.Cmd {
	h := p.hinting
	final := false
	switch msg.String() {
	case "esc", "q", "F":
		p.endHints()
		return nil
	case "backspace":
		h.typed = h.typed[:max(len(h.typed)-1, 0)]
	case "enter":
		final = true
	default:
		h.typed += visible(msg).(tea.KeyPressMsg).Text
	}
	link, possible := links.Pick(h.typed, len(h.links), final)
	if !possible {
		h.typed = ""
	}
	if link < 0 {
		p.showHints()
		return nil
	}
	l := h.links[link]
	p.endHints()
	return p.follow(l)
}
