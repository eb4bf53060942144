package terminal

import (
	"cmp"
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/language"
	"dossier/model/query"
	"dossier/model/search"
	"dossier/ui/message"
	"dossier/ui/terminal/card"
	"dossier/ui/terminal/page"
	"dossier/ui/wording"
)

// Bounds of an actor's card: who wants to see more filters.
const (
	mostRead       = 200 // articles whose texts are read for it
	mostBeside     = 10  // other actors
	mostFormsShown = 6   // names of one language
)

// showActor says who the actor under the cursor is, and where the articles of
// the list name him.
func (p *program) showActor() tea.Cmd {
	v, ok := p.facets.Current()
	d := p.facets.Dimension()
	switch {
	case !ok:
		return nil
	case d == facet.Language:
		return p.refuse(message.Say("a language has no card; actors and vendors do"))
	}
	who, known := p.shelf.index.Dossier().Register.Find(v.Name)
	if !known || who.Name != v.Name {
		who = model.Actor{Name: v.Name, Kind: v.Kind}
	}
	pl := &panel{title: who.Name, column: 14}
	c := &actorCard{who: who, panel: pl, library: p.shelf.library, index: p.shelf.index}
	// The reader's own actors stay asked for: the card is of the list.
	q := p.query.And(query.Match(query.Actor, query.Value{Text: who.Name, Quoted: true}))
	marks := p.shelf.marks()
	return tea.Batch(p.showPanel(pl), p.fill(pl, func(ctx context.Context) (contents, error) {
		all := [facet.NumDimensions]bool{facet.Actor: true}
		answer, err := c.index.Find(ctx, q, marks, all)
		if err != nil {
			return contents{}, err
		}
		return c.contents(ctx, answer)
	}))
}

// actorCard is a card being made.
type actorCard struct {
	who     model.Actor
	panel   *panel
	library Library
	index   *search.Index
	made    contents
}

func (c *actorCard) contents(ctx context.Context, answer search.Answer) (contents, error) {
	gathered, err := c.gather(ctx, answer.Hits)
	if err != nil {
		return contents{}, err
	}
	c.made.does = []func(*program) tea.Cmd{}
	c.fact(message.Say("Is"), join(" · ", wording.Kind(c.who.Kind), c.who.Role))
	c.fact(message.Say("Also called"), someOf(c.who.Aliases))
	c.fact(message.Say("Named in"), c.extent(answer))
	for i, l := range gathered.Languages() {
		label := message.Say("Written")
		if i > 0 {
			label = ""
		}
		c.row(label, formWords(l))
	}
	c.fact(message.Say("Stands with"), beside(c.who.Name, answer.Facets[facet.Actor].Values))
	c.made.items, c.made.does = append(c.made.items, item{}), append(c.made.does, nil)
	for _, at := range gathered.Passages {
		c.passage(at)
	}
	return c.made, nil
}

// gather reads the first of the articles.
func (c *actorCard) gather(ctx context.Context, hits []int32) (*card.Card, error) {
	gathered := card.New(c.who)
	for _, i := range hits[:min(len(hits), mostRead)] {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		text, err := c.library.Text(ctx, int(i))
		if err != nil {
			continue // of a file that is gone; the list says so
		}
		gathered.Read(i, page.Look(ctx, text, false).Shown, c.index.Dossier().Article(int(i)).Language)
	}
	return gathered, nil
}

// extent is how many articles name the actor, and in how many it cut ties.
func (c *actorCard) extent(a search.Answer) string {
	words := message.Count(len(a.Hits), "%d article of the list", "%d articles of the list")
	for _, v := range a.Facets[facet.Vendor].Values {
		if v.Name == c.who.Name && v.Total > 0 {
			words += message.Count(v.Count, "; %d says that it cut ties", "; %d say that it cut ties")
		}
	}
	if len(a.Hits) > mostRead {
		words += message.Say(" (below are the first %d)", mostRead)
	}
	return words
}

// fact adds a row, if there is something to say.
func (c *actorCard) fact(label, text string) {
	if text != "" {
		c.row(label, text)
	}
}

func (c *actorCard) row(label, text string) {
	c.made.items = append(c.made.items, item{label: cmp.Or(label, " "), text: text})
	c.made.does = append(c.made.does, nil)
}

func (c *actorCard) passage(at card.Passage) {
	a := c.index.Dossier().Article(int(at.Article))
	c.made.items = append(c.made.items, item{
		text: message.Say("“%s”", at.Sentence),
		note: join(" · ", wording.ShortDate(a.Date), language.Name(a.Language), a.Title),
	})
	c.made.does = append(c.made.does, func(p *program) tea.Cmd {
		return p.jump(c.panel, at.Article, target{at: at.At.Start, passage: true})
	})
}

// formWords are the names that texts of a language use: Deutsch: Matze 12, John
// Matze 4.
func formWords(l card.Language) string {
	var forms []string
	for _, f := range l.Forms[:min(len(l.Forms), mostFormsShown)] {
		forms = append(forms, f.Text+" "+wording.Number(f.Count))
	}
	if more := len(l.Forms) - mostFormsShown; more > 0 {
		forms = append(forms, message.Say("%d more", more))
	}
	return wording.Or(language.Name(l.Tag), "language unknown") + ": " + strings.Join(forms, ", ")
}

// beside are the others that most of the same articles name.
func beside(name string, values []facet.Value) string {
	values = slices.DeleteFunc(slices.Clone(values), func(v facet.Value) bool { return v.Name == name || v.Count == 0 })
	slices.SortStableFunc(values, func(a, b facet.Value) int { return cmp.Or(b.Count-a.Count, cmp.Compare(a.Name, b.Name)) })
	var words []string
	for _, v := range values[:min(len(values), mostBeside)] {
		words = append(words, v.Name+" "+wording.Number(v.Count))
	}
	return strings.Join(words, ", ")
}

// join joins what is not empty.
func join(between string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), between)
}

// mostAliases is how many of an actor's other names the card tells: a register may
// have them in a dozen scripts, and those that texts have are told below.
const mostAliases = 8

func someOf(aliases []string) string {
	more := len(aliases) - mostAliases
	if more < 2 {
		return strings.Join(aliases, ", ")
	}
	return strings.Join(aliases[:mostAliases], ", ") + ", " + message.Say("%d more", more)
}
