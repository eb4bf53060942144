package articles

import (
	"path"
	"strings"
	"unicode"

	"dossier/articles/frontmatter"
	"dossier/model"
	"dossier/model/clean"
	"dossier/model/detect"
)

// title reads a title from a body; empty if it has not one letter. Of Markdown
// it is the first heading of level 1 or 2, else, and of plain text, the
// headline that a newspaper would have printed.
func title(text model.Text) string {
	if text.Markup == model.Markdown {
		if h := headingTitle(text.Body); h != "" {
			return h
		}
	}
	line, _ := detect.Headline(text.Body)
	if line == "" {
		line = firstLine(text.Body)
	}
	if text.Markup == model.Markdown {
		line = withoutMarkup(strings.TrimLeft(line, "#>-*+ "))
	}
	if !strings.ContainsFunc(line, says) {
		return ""
	}
	return titleLine(line)
}

// says reports what a title may consist of; signs alone are a rule, or a fence.
func says(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.So, r)
}

func titleLine(s string) string { return strings.Clone(frontmatter.Clip(clean.Line(s))) }

// firstLine is the first line with anything on it.
func firstLine(body string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(body), "\n")
	return line
}

// fileTitle is the title of a text that has none: its file's name.
func fileTitle(name string) string {
	if t := titleLine(path.Base(name)); t != "" && t != "." {
		return t
	}
	return "untitled"
}

// headingTitle finds the first heading of level 1 or 2 that says something.
func headingTitle(body string) string {
	for b := range blocksOf(body) {
		if said := titleIn(body, b); said != "" {
			return said
		}
	}
	return ""
}

// titleIn is the title that a block is; empty if it is none.
func titleIn(body string, b block) string {
	if b.kind != heading || b.level > 2 {
		return ""
	}
	said := strings.Join(strings.FieldsFunc(body[b.words.Start:b.words.End], func(r rune) bool { return r == '\n' }), " ")
	return titleLine(withoutMarkup(said))
}
