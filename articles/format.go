package articles

import (
	"maps"
	"path"
	"slices"
	"strings"

	"dossier/articles/frontmatter"
	"dossier/model"
	"dossier/model/clean"
)

// document is what a file says, before anything is looked up or detected.
type document struct {
	facts    frontmatter.Facts // stated by a person
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
}

// streamFormat is that of standard input and pipes, which have no name to tell.
var streamFormat format = markdown

// formatOf returns the format of a file. One that was named although its ending
// says nothing is shown as it is.
func formatOf(name string) format {
	if f, ok := formats[ending(name)]; ok {
		return f
	}
	return plain
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

// withFrontMatter cleans before it splits, so that lines are counted the same
// way however they end.
func withFrontMatter(raw []byte, markup model.Markup) (document, error) {
	text, err := decode(raw)
	if err != nil {
		return document{}, err
	}
	facts, body, problems := frontmatter.Read(clean.Text(text))
	return document{facts, body, markup, problems}, nil
}
