package articles

import (
	"maps"
	"path"
	"slices"
	"strings"

	"dossier/articles/decode"
	"dossier/articles/frontmatter"
	"dossier/articles/webpage"
	"dossier/model"
	"dossier/model/clean"
)

// document is what a file says, before anything is looked up or detected.
type document struct {
	facts    frontmatter.Facts // stated by a person, or by the page itself
	body     string            // clean
	markup   model.Markup
	problems []frontmatter.Problem
}

// format takes a kind of file apart. It fails only if the bytes are no text.
type format func(raw []byte) (document, error)

// formats are the kinds of file that a folder is searched for, by their ending
// in lower case.
var formats = map[string]format{
	".md":       markdown,
	".markdown": markdown,
	".txt":      plain,
	".html":     page,
	".htm":      page,
}

// streamFormat is that of standard input and pipes, which have no name to tell.
var streamFormat = pageOr(markdown)

// formatOf returns the format of a file. One that was named although its ending
// says nothing is shown as it is, unless it is a web page.
func formatOf(name string) format {
	if f, ok := formats[ending(name)]; ok {
		return f
	}
	return pageOr(plain)
}

func isArticle(name string) bool {
	_, ok := formats[ending(name)]
	return ok
}

func ending(name string) string { return strings.ToLower(path.Ext(name)) }

// endings lists what isArticle accepts, for people.
func endings() []string { return slices.Sorted(maps.Keys(formats)) }

func markdown(raw []byte) (document, error) { return withFrontMatter(raw, model.Markdown) }

func plain(raw []byte) (document, error) { return withFrontMatter(raw, model.Plain) }

func page(raw []byte) (document, error) {
	text, err := decode.Bytes(raw, webpage.Charset(raw))
	if err != nil {
		return document{}, err
	}
	facts, body, problems := webpage.Read(text.UTF8)
	return document{facts, body.Body, body.Markup, append(doubts(text), problems...)}, nil
}

// telling is how much of a file says whether it is a web page.
const telling = 4 << 10

// pageOr is the format of what may be a web page, else is something else.
func pageOr(other format) format {
	return func(raw []byte) (document, error) {
		if looksLikePage(raw) {
			return page(raw)
		}
		return other(raw)
	}
}

func looksLikePage(raw []byte) bool {
	start, err := decode.Bytes(raw[:min(len(raw), telling)], nil)
	return err == nil && webpage.IsPage(start.UTF8)
}

// withFrontMatter cleans before it splits, so that lines are counted the same
// way however they end.
func withFrontMatter(raw []byte, markup model.Markup) (document, error) {
	text, err := decode.Bytes(raw, nil)
	if err != nil {
		return document{}, err
	}
	facts, body, problems := frontmatter.Read(clean.Text(text.UTF8))
	return document{facts, body, markup, append(doubts(text), problems...)}, nil
}

// doubts are what is doubtful in how a file was decoded.
func doubts(text decode.Text) []frontmatter.Problem {
	var all []frontmatter.Problem
	for _, f := range text.Faults {
		all = append(all, frontmatter.Problem{Line: f.Line, Text: f.Text, Kind: model.AboutFile})
	}
	return all
}
