package terminal

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/model"
	"dossier/model/language"
	"dossier/model/timeline"
	"dossier/ui/terminal/theme"
	"dossier/ui/terminal/vendors"
	"dossier/ui/wording"
)

// showHelp lists the keys from the table that matches them.
func (p *program) showHelp() tea.Cmd {
	pl := &panel{title: "Keys", column: 22}
	for s := range scopeTitles {
		pl.items = append(pl.items, item{heading: scopeTitles[s]})
		for _, b := range p.keys {
			if b.scope == scope(s) {
				pl.items = append(pl.items, item{label: keyNames(b.keys), text: b.help})
			}
		}
		pl.items = append(pl.items, item{})
	}
	pl.items = append(pl.items, item{
		heading: "Signs",
		text:    "● included  ⊘ excluded  ✓ read  ★ starred  ◌ announced, not yet done  ? disputed: one side says so, the other denies it",
	})
	return p.showPanel(pl)
}

// shortNames are the keys whose names in the table are longer than what stands
// on them.
var shortNames = strings.NewReplacer("down", "↓", "up", "↑", "left", "←", "right", "→", "pg↓", "pgdn", "pg↑", "pgup")

func keyNames(keys []string) string {
	return shortNames.Replace(strings.Join(keys, " "))
}

// showNotices lists what did not go well with the dossier's files.
func (p *program) showNotices() tea.Cmd {
	pl := &panel{title: "Notices", empty: "Every file could be read as it was meant."}
	if p.shelf != nil {
		for _, n := range p.shelf.index.Dossier().Notices {
			pl.items = append(pl.items, item{heading: noticePlace(n), text: n.Text})
		}
	}
	for _, reason := range p.reader.Notices() {
		pl.items = append(pl.items, item{heading: "the article shown", text: reason})
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
	pl := &panel{title: "Evidence · " + a.Title, empty: "This article says of nobody that they cut ties."}
	for _, c := range a.Cuts {
		pl.items = append(pl.items, item{heading: wording.Vendor(c), text: quoted(c.Evidence), note: cutFacts(c)})
	}
	active := p.activeVendors()
	pl.cursor = max(slices.IndexFunc(a.Cuts, func(c model.Cut) bool { return slices.Contains(active, c.Vendor) }), 0)
	pl.choose = func(at int) tea.Cmd {
		c := a.Cuts[at]
		if len(c.Passages) == 0 {
			p.message = "this passage was not found in the article"
			return nil
		}
		return p.jump(pl, i, target{c.Passages[0].Start, true})
	}
	return p.showPanel(pl)
}

// showVendors draws who cut ties and when, in the articles of the list; a
// vendor chosen shows its evidence.
func (p *program) showVendors() tea.Cmd {
	if p.shelf == nil {
		return nil
	}
	d := p.shelf.index.Dossier()
	chart := &vendors.Chart{Dossier: d, Vendors: timeline.Of(d, p.answer.Hits)}
	pl := &panel{title: "Who cut ties, and when", wide: true, head: chart.Head, empty: "No article of the list says of anybody that they cut ties."}
	for i := range chart.Vendors {
		pl.items = append(pl.items, item{draw: func(th *theme.Theme, w int) string { return chart.Row(th, i, w) }})
	}
	pl.choose = func(at int) tea.Cmd { return p.showVendor(chart.Vendors[at], pl) }
	pl.refresh = p.showVendors
	return p.showPanel(pl)
}

// showVendor lists what the articles say of one vendor; a passage chosen is
// gone to.
func (p *program) showVendor(v timeline.Vendor, parent *panel) tea.Cmd {
	pl := &panel{parent: parent, title: "Evidence · " + v.Name + " · " + p.split(v), empty: "No passage states it."}
	for _, e := range v.Evidence {
		a := p.shelf.Article(e.Article)
		c, _ := a.Cut(v.Name)
		pl.items = append(pl.items, item{
			heading: quoted(e.Text),
			text:    a.Title,
			note:    strings.Join([]string{cutFacts(c), a.Language, orUnknown(a.Source, "source")}, " · "),
		})
	}
	pl.choose = func(at int) tea.Cmd {
		e := v.Evidence[at]
		return p.jump(pl, e.Article, target{e.At.Start, true})
	}
	return p.showPanel(pl)
}

// split is how many articles of the list state a cut of the vendor, and how many
// only name it.
func (p *program) split(v timeline.Vendor) string {
	cut, named := 0, 0
	for _, i := range p.answer.Hits {
		a := p.shelf.Article(i)
		if _, ok := a.Cut(v.Name); ok {
			cut++
		} else if slices.Contains(a.Actors, v.Name) {
			named++
		}
	}
	return fmt.Sprintf("evidence %s · only mentioned %s", wording.Number(cut), wording.Number(named))
}

func orUnknown(s, fact string) string {
	if s == "" {
		return fact + " " + wording.Unknown
	}
	return s
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return "“" + wording.Passage(s) + "”"
}

// cutFacts is what a cut says beside its passage.
func cutFacts(c model.Cut) string {
	facts := []string{c.Status.String()}
	for _, f := range []string{c.Service, c.Reason} {
		if f != "" {
			facts = append(facts, f)
		}
	}
	if !c.Date.IsZero() {
		facts = append(facts, wording.Date(c.Date))
	}
	if !c.Restored.IsZero() {
		facts = append(facts, "restored "+wording.Date(c.Restored))
	}
	if c.Detected {
		facts = append(facts, "detected")
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
	add := func(name, value string, f model.Fields) {
		if value == "" {
			value = wording.Unknown
		} else if a.Detected.Has(f) && f != 0 {
			value += " (detected)"
		}
		pl.items = append(pl.items, item{label: name, text: value})
	}
	date := ""
	if !a.Date.IsZero() {
		date = wording.Date(a.Date)
	}
	add("Language", language.Name(a.Language), model.FieldLanguage)
	add("Date", date, model.FieldDate)
	add("Source", a.Source, model.FieldSource)
	add("Author", a.Author, model.FieldAuthor)
	if a.URL != "" {
		add("Link", a.URL, 0)
	}
	add("Cut ties", vendorList(a), model.FieldCuts)
	add("Names", strings.Join(a.Actors, ", "), model.FieldActors)
	add("Id", a.ID, 0)
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
