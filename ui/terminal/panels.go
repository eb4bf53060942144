package terminal

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/model"
	"dossier/ui/message"
	"dossier/ui/terminal/links"
	"dossier/ui/wording"
)

// showHelp lists the keys from the table that matches them.
func (p *program) showHelp() tea.Cmd {
	pl := &panel{title: message.Say("Keys"), column: 22}
	for s := range scopeTitles {
		pl.items = append(pl.items, item{heading: scopeTitles[s].String()})
		for _, b := range p.keys {
			if b.scope == scope(s) {
				pl.items = append(pl.items, item{label: keyNames(b.keys), text: b.help.String()})
			}
		}
		pl.items = append(pl.items, item{})
	}
	pl.items = append(pl.items, p.viewKeys()...)
	pl.items = append(pl.items, item{
		heading: message.Say("Signs"),
		text:    message.Say("● included  ⊘ excluded  ✓ read  ★ starred  ✎ with a note  ◌ announced, not yet done  ? disputed: one side says so, the other denies it"),
	})
	return p.showPanel(pl)
}

// shortNames are the keys whose names in the table are longer than what stands
// on them.
var shortNames = strings.NewReplacer("pgdown", "pgdn", "pgup", "pgup", "down", "↓", "up", "↑", "left", "←", "right", "→")

func keyNames(keys []string) string {
	return shortNames.Replace(strings.Join(keys, " "))
}

// showNotices lists what did not go well with the dossier's files.
func (p *program) showNotices() tea.Cmd {
	pl := &panel{title: message.Say("Notices"), empty: message.Say("Every file could be read as it was meant.")}
	if p.shelf != nil {
		for _, n := range slices.Concat(p.shelf.index.Dossier().Notices, p.notices) {
			pl.items = append(pl.items, item{heading: noticePlace(n), text: wording.Told(n.Text)})
		}
	}
	for _, reason := range p.reader.Notices() {
		pl.items = append(pl.items, item{heading: message.Say("the article shown"), text: reason})
	}
	return p.showPanel(pl)
}

func noticePlace(n model.Notice) string {
	if n.Line > 0 {
		return fmt.Sprintf("%s:%d", n.Path, n.Line)
	}
	return n.Path
}

// showEvidence lists the cuts of the article with the passages that state them;
// one chosen is gone to.
func (p *program) showEvidence() tea.Cmd {
	if p.focus != inText && p.finding.Busy() {
		p.awaited = p.showEvidence
		return nil
	}
	i, ok := p.current()
	if !ok {
		return nil
	}
	a := p.shelf.Article(i)
	pl := &panel{title: message.Say("Evidence · %s", a.Title), empty: message.Say("This article says of nobody that they cut ties.")}
	for _, c := range a.Cuts {
		pl.items = append(pl.items, item{heading: wording.Vendor(c), text: quoted(c.Evidence), note: cutFacts(c)})
	}
	for _, c := range a.Possible {
		pl.items = append(pl.items, item{heading: wording.Vendor(c), text: quoted(c.Evidence), note: message.Say("possible") + " · " + cutFacts(c)})
	}
	active := p.activeVendors()
	pl.cursor = max(slices.IndexFunc(a.Cuts, func(c model.Cut) bool { return slices.Contains(active, c.Vendor) }), 0)
	pl.choose = func(at int) tea.Cmd {
		c := told(a)[at]
		if len(c.Passages) == 0 {
			p.message = message.Say("this passage was not found in the article")
			return nil
		}
		return p.jump(pl, i, target{at: c.Passages[0].Start, passage: true})
	}
	return p.showPanel(pl)
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return message.Say("“%s”", wording.Passage(s))
}

// cutFacts is what a cut says beside its passage.
func cutFacts(c model.Cut) string {
	facts := []string{wording.Status(c.Status)}
	for _, f := range []string{wording.Service(c.Service), c.Reason} {
		if f != "" {
			facts = append(facts, f)
		}
	}
	if !c.Date.IsZero() {
		facts = append(facts, wording.Date(c.Date))
	}
	if !c.Restored.IsZero() {
		facts = append(facts, message.Say("restored %s", wording.Date(c.Restored)))
	}
	if c.Detected {
		facts = append(facts, message.Say("detected"))
	}
	return strings.Join(facts, " · ")
}

// showFacts lists all that is known of the article.
func (p *program) showFacts() tea.Cmd {
	if p.focus != inText && p.finding.Busy() {
		p.awaited = p.showFacts
		return nil
	}
	i, ok := p.current()
	if !ok {
		return nil
	}
	a := p.shelf.Article(i)
	pl := &panel{title: a.Title, column: 12}
	add := func(name message.Text, value string, f model.Fields) {
		if value == "" {
			value = message.Say("unknown")
		} else if a.Detected.Has(f) && f != 0 {
			value = wording.Detected(value)
		}
		pl.items = append(pl.items, item{label: name.String(), text: value})
	}
	date := ""
	if !a.Date.IsZero() {
		date = wording.Date(a.Date)
	}
	add("Language", wording.Languages(a.Language), model.FieldLanguage)
	add("Date", date, model.FieldDate)
	add("Source", a.Source, model.FieldSource)
	add("Author", a.Author, model.FieldAuthor)
	if a.URL != "" {
		add("Link", links.Shown(a.URL), 0)
	}
	add("Cut ties", vendorList(a), model.FieldCuts)
	add("Names", strings.Join(a.Actors, ", "), model.FieldActors)
	add("Id", a.ID, 0)
	if note := p.noteOn(i); note != "" {
		add("Note", note, 0)
	}
	if a.Path != "" {
		add("File", a.Path, 0)
	}
	return p.showPanel(pl)
}

func vendorList(a *model.Article) string {
	var names []string
	for _, c := range a.Cuts {
		names = append(names, wording.Vendor(c))
	}
	return strings.Join(names, ", ")
}
