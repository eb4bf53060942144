package terminal

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/model"
	"dossier/model/clean"
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
	pl := &panel{title: "Copy"}
	var texts, names []string
	add := func(name, text string) {
		if text == "" {
			return
		}
		pl.items = append(pl.items, item{heading: strings.ToUpper(name[:1]) + name[1:], text: text})
		texts, names = append(texts, text), append(names, name)
	}
	add("link", a.URL)
	add("citation", wording.Citation(a))
	if passage := p.passageInView(a); passage != "" {
		add("passage with its source", "“"+passage+"” — "+wording.Citation(a))
	}
	pl.choose = func(at int) tea.Cmd { return p.copyText(names[at], texts[at]) }
	return p.showPanel(pl)
}

// copyText sends text to the terminal's clipboard. The terminal gives no answer.
func (p *program) copyText(name, text string) tea.Cmd {
	text = clean.Line(text)
	if len(text) > mostCopied {
		p.message = "the " + name + " is too long for a clipboard"
		return nil
	}
	p.message = "the " + name + " was sent to the clipboard, if this terminal takes it"
	return tea.SetClipboard(text)
}

// passageInView is the passage gone to last, or the first piece of evidence in
// view, or else the first paragraph in view; on one line and without markup.
func (p *program) passageInView(a *model.Article) string {
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
