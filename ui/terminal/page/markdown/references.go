package markdown

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// mostReferences bounds the definitions that a body may have for all its
// chunks; each chunk with a bracket in it is told all of them.
const mostReferences = 1000

// newParser makes a parser for what Glamour's styles know. Heading ids stay
// off: goldmark makes them unique in quadratic time.
func newParser() parser.Parser {
	return goldmark.New(goldmark.WithExtensions(extension.GFM, extension.DefinitionList), goldmark.WithParserOptions(withFootnotes())).Parser()
}

// references finds the link definitions of a body, `[label]: target` on one
// line, so that a chunk may use what another one defines. A definition over
// several lines counts in its own chunk only.
func references(p parser.Parser, body string) []parser.Reference {
	var lines strings.Builder
	for pos, n := 0, 0; n < mostReferences; {
		i := strings.Index(body[pos:], "]:")
		if i < 0 {
			break
		}
		line, next := around(body, pos, pos+i)
		if pos = next; defines(line) {
			lines.WriteString(line + "\n\n")
			n++
		}
	}
	if lines.Len() == 0 {
		return nil
	}
	pc := parser.NewContext()
	p.Parse(text.NewReader([]byte(lines.String())), parser.WithContext(pc))
	return pc.References()
}

// around is the line that holds at, which is not before from, and where the
// next line begins.
func around(body string, from, at int) (string, int) {
	start := from + strings.LastIndexByte(body[from:at], '\n') + 1
	line, next := lineAt(body, at, len(body))
	return body[start : at+len(line)], next
}

// defines reports whether a line looks like a definition, and not like a footnote. Long ones are left
// alone: a label has at most 999 characters, and a target here fewer than that.
func defines(line string) bool {
	t := strings.TrimLeft(line, " ")
	return len(line)-len(t) < 4 && len(t) > 4 && t[0] == '[' && t[1] != '^' && len(line) < 2000
}
