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
}

// parse fails only if the bytes are no text. name is the file's own, for a
// title where nothing else gives one; path is for people.
func (p *parser) parse(read format, name, path string, raw []byte) (parsed, error) {
	doc, err := read(raw)
	if err != nil {
		return parsed{}, err
	}
	f := doc.facts
	cuts, lost := p.cuts(f.Cuts, doc.body)
	a := model.Article{
		ID: f.ID, Path: path, Title: f.Title, Language: f.Language, Date: f.Date,
		Author: f.Author, Source: f.Source, URL: f.URL, Actors: p.canonical(f.Actors), Cuts: cuts,
	}
	text := model.Text{Body: doc.body, Markup: doc.markup}
	p.detect(&a, f.Stated, &text)
	if a.Title == "" {
		a.Title = fileTitle(name)
	}
	return parsed{a, text, notices(path, append(doc.problems, lost...))}, nil
}

func notices(path string, problems []frontmatter.Problem) []model.Notice {
	var all []model.Notice
	for _, p := range problems {
		all = append(all, model.Notice{Path: path, Line: p.Line, Text: p.Text})
	}
	return all
}

// detect supplies the facts that nobody stated. Its order is that of need: the
// language says how names are written.
//
// What a page put around a plain text proves nothing; but it may name somebody,
// as the line below a picture does.
func (p *parser) detect(a *model.Article, stated model.Fields, text *model.Text) {
	missing := func(f model.Fields) bool { return !stated.Has(f) }
	sample := head(text.Body, maxDetect)
	article := sample
	if text.Markup == model.Plain {
		text.Furniture = detect.Furniture(sample)
		article = blanked(sample, text.Furniture)
	}
	if missing(model.FieldLanguage) {
		a.Language = detect.Language(sample)
		a.Detected |= detected(a.Language != "", model.FieldLanguage)
	}
	if missing(model.FieldTitle) {
		a.Title = title(model.Text{Body: sample, Markup: text.Markup})
		a.Detected |= detected(a.Title != "", model.FieldTitle)
	}
	if missing(model.FieldActors) {
		a.Actors = p.actors().Names(sample, a.Language)
		a.Detected |= detected(len(a.Actors) > 0, model.FieldActors)
	}
	if missing(model.FieldCuts) {
		a.Cuts = p.actors().Cuts(article, a.Language)
		a.Detected |= detected(len(a.Cuts) > 0, model.FieldCuts)
	}
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
			lost = append(lost, frontmatter.Problem{Line: s.Line, Text: "a second cut by " + c.Vendor + " is left out; an article has one for each vendor"})
			continue
		}
		if at, ok := in.find(c.Evidence); ok {
			c.Passages = []model.Passage{at}
			c.Evidence = strings.Clone(body[at.Start:at.End])
		} else if c.Evidence != "" {
			lost = append(lost, frontmatter.Problem{Line: s.Line, Text: "the evidence for " + c.Vendor + " is not in the text; copy the passage exactly"})
		}
		cuts = append(cuts, c)
	}
	return cuts, lost
}
