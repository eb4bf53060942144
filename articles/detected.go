package articles

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dossier/model"
	"dossier/model/detect"
)

// maxDetect bounds how much of a body facts are detected from: a book would
// take half a minute and name everybody.
const maxDetect = 1 << 20

// detect supplies the facts that nobody stated. Its order is that of need: the
// language says how names are written.
//
// What a page put around a text proves nothing; but it may name somebody, as the
// line below a picture does, unless as who wrote or published it.
//
// It returns the actors who are persons though the register has them not.
func (p *parser) detect(a *model.Article, stated model.Fields, text *model.Text) (people []string) {
	d := detection{parser: p, Article: a, readable: newReadable(*text), stated: stated}
	d.frame(text.Markup)
	d.fill(model.FieldActors, d.actorsNamed)
	if stated.Has(model.FieldActors) {
		d.statedPeople()
	}
	d.fill(model.FieldCuts, d.cutsTold)
	d.hideHeadline(text.Markup)
	text.Furniture = d.furniture
	return d.people
}

// detectable are the facts that detection supplies.
const detectable = model.FieldLanguage | model.FieldTitle | model.FieldDate | model.FieldAuthor |
	model.FieldSource | model.FieldActors | model.FieldCuts

// maxTitled bounds how much of a body a title is looked for in while a list is
// made.
const maxTitled = 64 << 10

// entitle supplies the title alone.
func (p *parser) entitle(a *model.Article, stated model.Fields, text model.Text) {
	if stated.Has(model.FieldTitle) {
		return
	}
	if a.Title = title(model.Text{Body: head(text.Body, maxTitled), Markup: text.Markup}); a.Title != "" {
		a.Detected |= model.FieldTitle
	}
}

// furnish sets the furniture of a text apart whose article's facts are known.
func (p *parser) furnish(a model.Article, text *model.Text) {
	d := detection{parser: p, Article: &a, readable: newReadable(*text)}
	d.hideHeadline(text.Markup)
	text.Furniture = d.furniture
}

// detection reads the facts of one article.
type detection struct {
	*parser
	*model.Article
	*readable
	stated model.Fields
	people []string
}

// fill asks for a fact that nobody stated, and marks it if there is one.
func (d *detection) fill(f model.Fields, find func() bool) {
	if !d.stated.Has(f) && find() {
		d.Detected |= f
	}
}

// frame reads what stands around the text.
func (d *detection) frame(markup model.Markup) {
	a := d.Article
	d.fill(model.FieldLanguage, func() bool { a.Language = detect.Language(d.words); return a.Language != "" })
	d.fill(model.FieldTitle, func() bool { a.Title = title(model.Text{Body: d.sample, Markup: markup}); return a.Title != "" })
	d.fill(model.FieldDate, func() bool { a.Date = d.page.Date(); return !a.Date.IsZero() })
	d.fill(model.FieldAuthor, func() bool { a.Author = line(d.page.Author()); return a.Author != "" })
	d.fill(model.FieldSource, func() bool { a.Source = line(d.page.Source()); return a.Source != "" })
}

func (d *detection) actorsNamed() bool {
	d.people = d.actors().People(d.article, d.Language)
	d.Actors = append(d.actors().Names(d.named, d.Language), d.people...)
	return len(d.Actors) > 0
}

// statedPeople finds who of the stated actors is a person: only the text can tell
// of one that the register has not.
func (d *detection) statedPeople() {
	if !slices.ContainsFunc(d.Actors, d.isStranger) {
		return
	}
	for _, name := range d.actors().People(d.article, d.Language) {
		if slices.Contains(d.Actors, name) {
			d.people = append(d.people, name)
		}
	}
}

func (p *parser) isStranger(name string) bool {
	_, known := p.register.Find(name)
	return !known
}

// cutsTold reads the cuts; in a language whose readings are not reliable they are
// only possible.
func (d *detection) cutsTold() bool {
	cuts := d.actors().CutsOn(d.page, d.words, d.article, d.Language, d.Date)
	withWholeLinks(cuts, d.sample, d.links)
	if !d.trusted(d.Language) {
		d.Possible = cuts
		return false
	}
	d.Cuts = cuts
	return len(cuts) > 0
}

// hideHeadline sets the line that the title was read from apart, as the title
// stands above the text anyway; not if it proves a cut, and not if nothing would
// be left.
func (d *detection) hideHeadline(markup model.Markup) {
	at, ok := d.headlineAt(markup)
	if !ok || d.proves(at) {
		return
	}
	rest := append(slices.Clone(d.furniture), at)
	slices.SortFunc(rest, func(a, b model.Passage) int { return a.Start - b.Start })
	if strings.TrimSpace(blanked(d.sample, rest)) != "" {
		d.furniture = rest
	}
}

// headlineAt is the line, or the heading, that says what the title says. A
// heading counts only above the text.
func (d *detection) headlineAt(markup model.Markup) (at model.Passage, ok bool) {
	if markup == model.Plain {
		said, at := d.page.Headline()
		if at.End < len(d.sample) && d.sample[at.End] == '\n' {
			at.End++
		}
		return at, said != "" && said == d.Title && strings.TrimSpace(d.sample[at.Start:at.End]) == said
	}
	if titleIn(d.sample, d.title) != d.Title || d.Title == "" {
		return at, false
	}
	above := blanked(d.sample[:d.title.at.Start], clipped(d.furniture, d.title.at.Start))
	return d.title.at, strings.TrimSpace(above) == ""
}

// clipped lists the ranges that end before a byte.
func clipped(ranges []model.Passage, end int) []model.Passage {
	n := slices.IndexFunc(ranges, func(p model.Passage) bool { return p.End > end })
	if n < 0 {
		return ranges
	}
	return ranges[:n]
}

// proves reports whether a cut rests on a range of the body.
func (d *detection) proves(at model.Passage) bool {
	return slices.ContainsFunc(d.Cuts, func(c model.Cut) bool { return overlapsAny(at, c.Passages) })
}

// blanked is s with white space in place of some ranges: offsets stay.
func blanked(s string, ranges []model.Passage) string {
	if len(ranges) == 0 {
		return s
	}
	b := []byte(s)
	for _, r := range ranges {
		blank(b, r.Start, r.End)
	}
	return string(b)
}

// head is the beginning of s, at most n bytes, whole characters.
func head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
