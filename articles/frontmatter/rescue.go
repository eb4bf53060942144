package frontmatter

import (
	"strings"

	"dossier/articles/yamldoc"
)

// rescue reads a block that is no YAML as a whole: key by key, so that an
// unquoted `title: Foo: bar` costs nothing and its line can be named. It
// reports false if not one key of ours is there.
func (r *reader) rescue(block string, broken *yamldoc.Error) bool {
	ours := false
	for _, s := range sections(block) {
		if _, known := fields[name(s.key)]; !known || r.seen(name(s.key)) {
			continue
		}
		ours = true
		r.section(s)
	}
	if ours && len(r.problems) == 0 {
		r.problem(broken.Line, "front matter: %s; the keys that could be read are used", broken.Reason)
	}
	return ours
}

func (r *reader) section(s section) {
	m, err := yamldoc.Parse(s.text, s.line-1)
	if err == nil {
		r.mapping(m)
		return
	}
	key := name(s.key)
	if key == "actors" || key == "cuts" {
		r.state(key, s.line)
		r.problem(s.line, "%s: %s; left out until it is valid YAML", s.key, err)
		return
	}
	_, value, _ := cutKey(s.text)
	r.problem(s.line, "%s: %s; put the text between quotes", s.key, err)
	r.state(key, s.line)
	r.set(key, s.line, unquote(value))
}

// section is one key at the left edge with all lines that belong to it.
type section struct {
	key, text string
	line      int // of the file
}

func sections(block string) []section {
	var all []section
	line, at := linesBefore, 0
	for l := range strings.Lines(block) {
		line++
		if key, _, ok := cutKey(strings.TrimRight(l, "\n")); ok {
			all = append(all, section{key: key, line: line})
			at = line
		}
		if at > 0 {
			all[len(all)-1].text += l
		}
	}
	return all
}

// unquote takes quotes off that stand around a text, or open and never close.
func unquote(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || s[0] != '"' && s[0] != '\'' {
		return s
	}
	quote := s[:1]
	s = s[1:]
	if strings.Count(s, quote) == 1 {
		s = strings.TrimSuffix(s, quote)
	}
	return s
}
