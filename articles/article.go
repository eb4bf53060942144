package articles

import (
	"slices"
	"strings"
	"sync"

	"dossier/articles/frontmatter"
	"dossier/model"
	"dossier/model/detect"
)

// parser makes articles of files' bytes. It is safe for concurrent use.
type parser struct {
	register *model.Register
	actors   func() *detect.Actors  // made when first needed: many dossiers state all of theirs
	trusted  func(lang string) bool // whether the cuts read in a language count
}

func parserOf(r *model.Register) *parser {
	return &parser{r, sync.OnceValue(func() *detect.Actors { return detect.NewActors(r) }), detect.Trusted}
}

// parsed is what one file comes to. Its article has an id only if one was
// stated.
type parsed struct {
	article model.Article
	text    model.Text
	notices []model.Notice
	unknown []model.Notice // names not in the register, for who tends the dossier
	people  []string       // those of its actors who are persons, though the register has them not
	origin  origin
	// complete says that nothing more can be found out about the article.
	complete bool
	// furnished says that what a page put around the text was set apart.
	furnished bool
}

// depth is how much is found out about a file.
type depth uint8

const (
	statedOnly depth = iota // and a title
	inFull
)

// maxMarkdown is the size from which Markdown is shown as text: laying it out
// takes a second for each megabyte.
const maxMarkdown = 4 << 20

// parse fails only if the bytes are no text. name is the file's own, for a title
// where nothing else gives one; path is for people.
func (p *parser) parse(how depth, read format, name, path string, raw []byte, side sidecar) (parsed, error) {
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
	complete := how == inFull || f.Stated.Has(detectable) && !slices.ContainsFunc(a.Actors, p.isStranger)
	var people []string
	if how == inFull {
		people = p.detect(&a, f.Stated, &text)
	} else {
		p.entitle(&a, f.Stated, text)
	}
	cutsIn := path
	if !own.Stated.Has(model.FieldCuts) {
		cutsIn = side.path
		lost = append(lost, p.judge(&a, side, doc.body)...)
	}
	if a.Title == "" {
		a.Title = fileTitle(name)
	}
	if text.Markup == model.Markdown && len(text.Body) > maxMarkdown {
		text.Markup = model.Plain
		doc.problems = append(doc.problems, frontmatter.Problem{Text: "it is larger than 4 MiB, so it is shown as text, its markup as it is written"})
	}
	return parsed{
		article: a,
		text:    text,
		notices: slices.Concat(notices(path, doc.problems), notices(cutsIn, lost), notices(side.path, side.Problems)),
		unknown: p.unknown(path, own, side, people),
		people:  people,
		origin:  newOrigin(doc.facts.BodyLine, own, side),

		complete:  complete,
		furnished: how == inFull,
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
