package export

import (
	"context"
	"slices"
	"strings"

	"dossier/model"
	"dossier/model/clean"
	"dossier/model/language"
	"dossier/ui/message"
	"dossier/ui/wording"
)

// entry is an article as it leaves the program: every fact is clean.
type entry struct {
	model.Article
	number int32 // in the dossier
	cuts   []cut
}

// cut is a cut with its passages; its evidence is on one line.
type cut struct {
	model.Cut
	passages []passage
}

// passage is a place in a body that states a cut. The first one of a cut is its
// evidence.
type passage struct {
	number  int // from 1, through the document
	at      model.Passage
	located bool   // at holds
	text    string // empty until the body is read, but for evidence
}

// entries makes the document's articles ready. Of passages alone, articles and
// cuts without any are left out. The passages are numbered in the order in which
// the vendors left.
func (d Document) entries() []entry {
	all := make([]entry, 0, len(d.Hits))
	for _, i := range d.Hits {
		e := d.entry(i)
		if !d.Passages || len(e.cuts) > 0 {
			all = append(all, e)
		}
	}
	n := 0
	for _, v := range vendors(all) {
		for _, c := range v.claims {
			for p := range c.passages {
				n++
				c.passages[p].number = n
			}
		}
	}
	return all
}

func (d Document) entry(i int32) entry {
	e := entry{Article: cleaned(*d.Dossier.Article(int(i))), number: i}
	for _, c := range e.Cuts {
		k := cut{Cut: c}
		k.Evidence = quotation(c.Evidence)
		if !d.Passages || d.Chosen == nil || d.Chosen(c) {
			k.passages = passages(k.Cut)
		}
		if !d.Passages || len(k.passages) > 0 {
			e.cuts = append(e.cuts, k)
		}
	}
	return e
}

// cleaned is a copy of an article that nothing foreign in it can spoil. Package
// articles has cleaned it before; what leaves the program does not rely on that.
func cleaned(a model.Article) model.Article {
	for _, s := range []*string{&a.ID, &a.Path, &a.Title, &a.Language, &a.Author, &a.Source, &a.URL} {
		*s = clean.Line(*s)
	}
	a.Actors = slices.Clone(a.Actors)
	for i := range a.Actors {
		a.Actors[i] = clean.Line(a.Actors[i])
	}
	a.Cuts, a.Possible = cleanedCuts(a.Cuts), cleanedCuts(a.Possible)
	return a
}

func cleanedCuts(cuts []model.Cut) []model.Cut {
	cuts = slices.Clone(cuts)
	for i := range cuts {
		c := &cuts[i]
		for _, s := range []*string{&c.Vendor, &c.Service, &c.Reason} {
			*s = clean.Line(*s)
		}
		c.Evidence = clean.Text(c.Evidence)
	}
	return cuts
}

// quotation puts a passage of a body on one line, without Markdown's links.
func quotation(s string) string { return clean.Line(wording.Passage(s)) }

func passages(c model.Cut) []passage {
	var all []passage
	for _, at := range c.Passages {
		all = append(all, passage{at: at, located: true})
	}
	if len(all) == 0 && c.Evidence != "" {
		all = append(all, passage{})
	}
	if len(all) > 0 {
		all[0].text = c.Evidence
	}
	return all
}

// read reads an entry's body, and from it the text of its passages. Positions
// in a body that was not clean are given up.
func (d Document) read(ctx context.Context, e *entry) (model.Text, error) {
	t, err := d.Text(ctx, int(e.number))
	if err != nil {
		return model.Text{}, err
	}
	body := clean.Text(t.Body)
	if body != t.Body {
		t.Furniture = nil
	}
	for c := range e.cuts {
		all := e.cuts[c].passages
		for p := range all {
			all[p].locate(body, body == t.Body)
		}
	}
	t.Body = body
	return t, nil
}

func (p *passage) locate(body string, sound bool) {
	p.located = p.located && sound && 0 <= p.at.Start && p.at.Start < p.at.End && p.at.End <= len(body)
	if p.located && p.text == "" {
		p.text = quotation(body[p.at.Start:p.at.End])
	}
}

// complete gives the passages of entries their texts.
func (d Document) complete(ctx context.Context, all []entry) error {
	for i := range all {
		if err := d.completeOne(ctx, &all[i]); err != nil {
			return err
		}
	}
	return nil
}

// completeOne reads a body only if the text of a passage is still in it.
func (d Document) completeOne(ctx context.Context, e *entry) error {
	for _, c := range e.cuts {
		for _, p := range c.passages {
			if p.text == "" {
				_, err := d.read(ctx, e)
				return err
			}
		}
	}
	return ctx.Err()
}

// facts is an entry's date, author, source and language in words.
func (e *entry) facts() string {
	parts := []string{wording.Date(e.Date)}
	for _, s := range []string{e.Author, e.Source, language.Name(e.Language)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " · ")
}

// counts says how much there is: 5 articles · 2 languages · 8 vendors.
func counts(all []entry) string {
	languages, vendors := map[string]bool{}, map[string]bool{}
	for _, e := range all {
		languages[e.Language] = e.Language != ""
		for _, c := range e.cuts {
			vendors[c.Vendor] = true
		}
	}
	delete(languages, "")
	return strings.Join([]string{
		message.Count(len(all), "%d article", "%d articles"),
		message.Count(len(languages), "%d language", "%d languages"),
		message.Count(len(vendors), "%d vendor", "%d vendors"),
	}, " · ")
}
