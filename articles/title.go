package articles

import (
	"path"
	"strings"

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
		if h := heading(text.Body); h != "" {
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
	return titleLine(line)
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

// heading finds the first heading of level 1 or 2 that says something.
func heading(body string) string {
	var h headings
	for line := range strings.Lines(body) {
		said := h.line(strings.TrimRight(line, " \t\n"))
		if said == "" {
			continue
		}
		if found := titleLine(withoutMarkup(said)); found != "" {
			return found
		}
	}
	return ""
}

// maxHeadingLines bounds a heading that is underlined with = or -. Under more
// lines people mean a rule.
const maxHeadingLines = 3

// headings is fed Markdown line by line. It knows as much of blocks as it takes
// not to see a heading where there is none: code, lists and quotes.
type headings struct {
	fence     string   // that closes the code block we are in
	paragraph []string // lines that an underline would make a heading
}

// line returns a heading that this line is, or that it ends.
func (h *headings) line(line string) string {
	text := strings.TrimLeft(line, " ")
	indent := len(line) - len(text)
	switch {
	case h.fence != "":
		if strings.HasPrefix(text, h.fence) && strings.Trim(text, h.fence[:1]) == "" {
			h.fence = ""
		}
	case text == "", indent > 3, text[0] == '\t':
		h.paragraph = nil
	case strings.HasPrefix(text, "```"), strings.HasPrefix(text, "~~~"):
		h.fence, h.paragraph = text[:3], nil
	case isUnderline(text) && len(h.paragraph) > 0:
		return h.underlined()
	case text[0] == '#':
		h.paragraph = nil
		return atx(text)
	case len(h.paragraph) == 0 && opensBlock(text):
	case len(h.paragraph) <= maxHeadingLines:
		h.paragraph = append(h.paragraph, text)
	}
	return ""
}

func (h *headings) underlined() string {
	lines := h.paragraph
	h.paragraph = nil
	if len(lines) > maxHeadingLines {
		return ""
	}
	return strings.Join(lines, " ")
}

func isUnderline(s string) bool {
	return strings.Trim(s, "=") == "" || strings.Trim(s, "-") == ""
}

// atx returns what stands behind one or two #.
func atx(s string) string {
	rest := strings.TrimLeft(s, "#")
	if len(s)-len(rest) > 2 || rest != "" && rest[0] != ' ' && rest[0] != '\t' {
		return ""
	}
	rest = strings.TrimSpace(rest)
	if closed := strings.TrimRight(rest, "#"); closed == "" || closed[len(closed)-1] == ' ' {
		rest = strings.TrimSpace(closed)
	}
	return rest
}

// opensBlock reports lines that cannot begin a heading: quotes, lists, tables,
// HTML and rules.
func opensBlock(s string) bool {
	return strings.ContainsRune(">|<", rune(s[0])) ||
		len(s) > 1 && strings.ContainsRune("-*+", rune(s[0])) && (s[1] == ' ' || s[1] == s[0] && strings.Trim(s, s[:1]+" ") == "") ||
		'0' <= s[0] && s[0] <= '9' && strings.HasPrefix(strings.TrimLeft(s, "0123456789"), ". ")
}
