package model

import "strings"

// Article is one text's facts. The body is kept apart, so that a list of many
// articles costs no more than their facts; see [Text].
type Article struct {
	ID       string // unique in its dossier: front matter `id`, else the path without its ending
	Path     string // as a person would type it from the dossier's root; empty for standard input
	Title    string // one line, never empty
	Language string // BCP 47, such as "de" or "zh-Hans"; empty if unknown
	Date     Date
	Author   string // empty if unknown, like Source and URL
	Source   string
	URL      string
	Actors   []string // canonical names; the subject may be among them
	Cuts     []Cut    // at most one for each vendor
	Possible []Cut    // read in a language whose readings are not reliable: shown, but no facet counts them
	Detected Fields   // the facts above that no person stated
}

// Text is an article's body: cleaned UTF-8 with LF line ends. All offsets in
// this program are bytes into Body.
type Text struct {
	Body   string
	Markup Markup
	// Furniture is what a page put around the article: kickers, share buttons,
	// credits. It is part of Body, in order, and not shown unless asked for.
	Furniture []Passage
}

// Article is the body without its furniture and the line ends behind that.
func (t Text) Article() string {
	var b strings.Builder
	pos := 0
	for _, f := range t.Furniture {
		b.WriteString(t.Body[pos:max(pos, f.Start)])
		for pos = f.End; pos < len(t.Body) && t.Body[pos] == '\n'; pos++ {
		}
	}
	b.WriteString(t.Body[pos:])
	return b.String()
}

// Markup says how a body is to be read.
type Markup uint8

// The kinds of markup.
const (
	Markdown Markup = iota
	Plain           // a `*` or `#` in it is no markup
)

// Fields is a set of an article's facts.
type Fields uint8

// The facts that detection may supply.
const (
	FieldLanguage Fields = 1 << iota
	FieldTitle
	FieldDate
	FieldAuthor
	FieldSource
	FieldActors
	FieldCuts
)

// fieldNames follows the order of the constants; JSON shows these names.
var fieldNames = [...]string{"language", "title", "date", "author", "source", "actors", "cuts"}

// Has reports whether all of g are in f.
func (f Fields) Has(g Fields) bool { return f&g == g }

// Names lists the facts of f by their names in JSON and front matter.
func (f Fields) Names() []string {
	names := []string{}
	for i, name := range fieldNames {
		if f&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return names
}

// Cut returns the cut of the vendor with that canonical name.
func (a *Article) Cut(vendor string) (Cut, bool) { return cutOf(a.Cuts, vendor) }

// PossibleCut is Cut among those that do not count.
func (a *Article) PossibleCut(vendor string) (Cut, bool) { return cutOf(a.Possible, vendor) }

func cutOf(cuts []Cut, vendor string) (Cut, bool) {
	for _, c := range cuts {
		if c.Vendor == vendor {
			return c, true
		}
	}
	return Cut{}, false
}
