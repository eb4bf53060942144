package terminal

import (
	tea "charm.land/bubbletea/v2"

	"dossier/model"
	"dossier/model/clean"
	"dossier/ui/message"
	"dossier/ui/terminal/links"
	"dossier/ui/wording"
)

// mostCopied bounds what is sent to a clipboard, in bytes: some terminals drop
// longer texts in silence.
const mostCopied = 48 << 10

// copyMenu offers what of an article can be cited.
func (p *program) copyMenu() tea.Cmd {
	i, ok := p.reader.Article()
	if !ok {
		return nil
	}
	a := p.shelf.Article(i)
	pl := &panel{title: message.Say("Copy"), hints: choosing(message.Say("key|copy"))}
	var texts, names []string
	add := func(name, text, shown string) {
		if text == "" {
			return
		}
		pl.items = append(pl.items, item{heading: name, text: shown})
		texts, names = append(texts, text), append(names, name)
	}
	add(message.Say("Link"), a.URL, links.Shown(a.URL))
	citation := wording.Citation(a)
	add(message.Say("Citation"), citation, citation)
	if passage := p.passageInView(a); passage != "" {
		passage = message.Say("“%s” — %s", passage, citation)
		add(message.Say("Passage with its source"), passage, passage)
	}
	pl.choose = func(at int) tea.Cmd { return p.copyText(names[at], texts[at]) }
	return p.showPanel(pl)
}

// copyText sends text to the terminal's clipboard. The terminal gives no answer.
func (p *program) copyText(name, text string) tea.Cmd {
	text = clean.Line(text)
	if len(text) > mostCopied {
		p.message = message.Say("%s: too long for a clipboard", name)
		return nil
	}
	p.message = message.Say("%s: sent to the clipboard, if this terminal takes it", name)
	return tea.SetClipboard(text)
}

// passageInView is the passage gone to last, or the first piece of evidence in
// view, or else the first paragraph in view; on one line and without markup.
func (p *program) passageInView(a *model.Article) string {
	if p.revealing.on {
		return "" // what is in view is no word of the article
	}
	from, to := p.reader.InView()
	first := model.Passage{}
	for _, m := range passages(a, nil) {
		if m.Start == p.reader.Passage() {
			return p.reader.Shown(m)
		}
		if first.End == 0 && m.Start >= from && m.Start < to {
			first = m
		}
	}
	if first.End > 0 {
		return p.reader.Shown(first)
	}
	return p.reader.Paragraph()
}
