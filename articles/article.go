package articles

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dossier/articles/frontmatter"
	"dossier/model"
	"dossier/model/detect"
)

// maxDetect bounds how much of a body facts are detected from: a book would
// take half a minute and name everybody.
const maxDetect = 1 << 20

// parser makes articles of files' bytes. It is safe for concurrent use.
type parser struct {
	register *model.Register
	actors   func() *detect.Actors // made when first needed: many dossiers state all of theirs
}

// parsed is what one file comes to. Its article has an id only if one was
// stated.
type parsed struct {
	article model.Article
	text    model.Text
	notices []model.Notice
	unknown []model.Notice // names not in the register, for who tends the dossier
	people  []string       // those of its actors who are persons, though the register has them not
	origin  origin         // without its place
}

// parse is parseTagged for a file that no side-car names.
func (p *parser) parse(read format, name, path string, raw []byte) (parsed, error) {
	return p.parseTagged(read, name, path, raw, noSidecar)
}

// parseTagged fails only if the bytes are no text. name is the file's own, for a
// title where nothing else gives one; path is for people.
func (p *parser) parseTagged(read format, name, path string, raw []byte, side sidecar) (parsed, error) {
	doc, err := read(raw)
	if err != nil {
		return parsed{}, err
	}
	own := ownFacts(doc.facts)
	f := own.Else(side.Facts).Else(doc.facts)
	cuts, lost := p.cuts(f.Cuts, doc.body)
	a := model.Article{
		ID: f.ID, Path: path, Title: f.Title, Language: f.Language, Date: f.Date,
		Author: f.Author, Source: f.Source, URL: f.URL, Actors: p.canonical(f.Actors), Cuts: cuts,
	}
	text := model.Text{Body: doc.body, Markup: doc.markup}
	people := p.detect(&a, f.Stated, &text)
	cutsIn := path
	if !own.Stated.Has(model.FieldCuts) {
		cutsIn = side.path
		lost = append(lost, p.judge(&a, side, doc.body)...)
	}
	if a.Title == "" {
		a.Title = fileTitle(name)
	}
	return parsed{
		article: a,
		text:    text,
		notices: slices.Concat(notices(path, doc.problems), notices(cutsIn, lost), notices(side.path, side.Problems)),
		unknown: p.unknown(path, own, side),
		people:  people,
		origin:  newOrigin(doc.facts.BodyLine, own, side),
	}, nil
}

// ownFacts is what a person stated in the file. What a web page says of itself
// is its maker's word, and goes after that of the person who saved it.
func ownFacts(f frontmatter.Facts) frontmatter.Facts {
	if f.BodyLine == 0 {
		return frontmatter.Facts{}
	}
	return f
}

func notices(path string, problems []frontmatter.Problem) []model.Notice {
	var all []model.Notice
	for _, p := range problems {
		all = append(all, model.Notice{Path: path, Line: p.Line, Text: p.Text, Kind: p.Kind})
	}
	return all
}

// detect supplies the facts that nobody stated. Its order is that of need: the
// language says how names are written.
//
// What a page put around a plain text proves nothing; but it may name somebody,
// as the line below a picture does.
//
// It returns the actors who are persons though the register has them not.
func (p *parser) detect(a *model.Article, stated model.Fields, text *model.Text) (people []string) {
	missing := func(f model.Fields) bool { return !stated.Has(f) }
	sample := head(text.Body, maxDetect)
	words, article := sample, sample
	var links []linkSigns
	if text.Markup == model.Plain {
		text.Furniture = detect.Furniture(sample)
		article = blanked(sample, text.Furniture)
	} else {
		links = linkSignsOf(sample)
		words = withoutLinks(sample, links)
		article = words
	}
	if missing(model.FieldLanguage) {
		a.Language = detect.Language(words)
		a.Detected |= detected(a.Language != "", model.FieldLanguage)
	}
	if missing(model.FieldTitle) {
		a.Title = title(model.Text{Body: sample, Markup: text.Markup})
		a.Detected |= detected(a.Title != "", model.FieldTitle)
	}
	if missing(model.FieldDate) {
		a.Date = detect.Date(words)
		a.Detected |= detected(!a.Date.IsZero(), model.FieldDate)
	}
	if missing(model.FieldAuthor) {
		a.Author = detect.Author(words)
		a.Detected |= detected(a.Author != "", model.FieldAuthor)
	}
	if missing(model.FieldActors) {
		people = p.actors().People(article, a.Language)
		a.Actors = append(p.actors().Names(words, a.Language), people...)
		a.Detected |= detected(len(a.Actors) > 0, model.FieldActors)
	}
	if !missing(model.FieldActors) && p.hasStranger(a.Actors) {
		people = p.actors().People(article, a.Language)
		people = slices.DeleteFunc(people, func(name string) bool { return !slices.Contains(a.Actors, name) })
	}
	if missing(model.FieldCuts) {
		a.Cuts = p.actors().Cuts(article, a.Language, a.Date)
		withWholeLinks(a.Cuts, sample, links)
		a.Detected |= detected(len(a.Cuts) > 0, model.FieldCuts)
	}
	if text.Markup == model.Plain {
		hideHeadline(a, text, sample)
	}
	return people
}

// hasStranger reports a stated name whose kind only the text can tell.
func (p *parser) hasStranger(names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		_, known := p.register.Find(name)
		return !known
	})
}

// hideHeadline sets the line that the title was read from apart, as the title
// stands above the text anyway; not if it proves a cut.
func hideHeadline(a *model.Article, text *model.Text, sample string) {
	title, at := detect.Headline(sample)
	if title != a.Title || strings.TrimSpace(sample[at.Start:at.End]) != title {
		return
	}
	for _, c := range a.Cuts {
		for _, p := range c.Passages {
			if p.Start < at.End && at.Start < p.End {
				return
			}
		}
	}
	if at.End < len(sample) && sample[at.End] == '\n' {
		at.End++
	}
	text.Furniture = append(text.Furniture, at)
	slices.SortFunc(text.Furniture, func(a, b model.Passage) int { return a.Start - b.Start })
}

// blanked is s with white space in place of some ranges: offsets stay.
func blanked(s string, ranges []model.Passage) string {
	if len(ranges) == 0 {
		return s
	}
	b := []byte(s)
	for _, r := range ranges {
		for i := r.Start; i < r.End; i++ {
			if b[i] != '\n' {
				b[i] = ' '
			}
		}
	}
	return string(b)
}

func detected(ok bool, f model.Fields) model.Fields {
	if ok {
		return f
	}
	return 0
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

// canonical names the actors by their canonical names, each once.
func (p *parser) canonical(names []string) []string {
	var all []string
	for _, n := range names {
		if n = p.register.Canonical(n); !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	return all
}

// cuts names the vendors by their canonical names and finds the evidence.
func (p *parser) cuts(stated []frontmatter.Cut, body string) (cuts []model.Cut, lost []frontmatter.Problem) {
	in := passages{body: body}
	for _, s := range stated {
		c := s.Cut
		c.Vendor = p.register.Canonical(c.Vendor)
		if slices.ContainsFunc(cuts, func(o model.Cut) bool { return o.Vendor == c.Vendor }) {
			lost = append(lost, frontmatter.Problem{Line: s.Line, Kind: model.AboutVendor, Text: "a second cut by " + c.Vendor + " is left out; an article has one for each vendor"})
			continue
		}
		if at, ok := in.find(c.Evidence); ok {
			c.Passages = []model.Passage{at}
			c.Evidence = strings.Clone(body[at.Start:at.End])
		} else if c.Evidence != "" {
			lost = append(lost, noEvidence(s.Line, c.Vendor))
		}
		cuts = append(cuts, c)
	}
	return cuts, lost
}

func noEvidence(line int, vendor string) frontmatter.Problem {
	return frontmatter.Problem{Line: line, Kind: model.AboutEvidence, Text: "the evidence for " + vendor + " is not in the text; copy the passage exactly"}
}
