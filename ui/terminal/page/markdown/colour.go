package markdown

import (
	"strings"

	"charm.land/glamour/v2/ansi"
	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"

	"dossier/ui/terminal/page/ink"
)

// Limits on code that is coloured. Of chroma's lexers 117 have an input of 4 KB
// that takes over 50 ms, and two never end; those below stay under 0.2 s within
// these limits.
const (
	mostCode     = 8 << 10   // bytes of one block
	mostCodeLine = 256       // bytes of one line
	mostBlank    = 100       // empty lines in a row
	mostColoured = 128 << 10 // bytes of one body
)

// languages is those that are coloured, by the names that fences use.
var languages = map[string]string{
	"go": "go", "golang": "go", "python": "python", "py": "python", "python3": "python",
	"javascript": "javascript", "js": "javascript", "json": "json", "bash": "bash", "sh": "bash", "shell": "bash",
	"c": "c", "cpp": "c++", "c++": "c++", "rust": "rust", "rs": "rust", "html": "html", "css": "css", "sql": "sql",
}

// colours is what is left of a block's coloured code; nil colours nothing.
type colours struct {
	parts []part
}

// colours reads a block of code; nil if it is not to be coloured.
func (w *writer) colours(source, language string) *colours {
	name, known := languages[strings.ToLower(language)]
	rules := w.style.CodeBlock.Chroma
	if !known || rules == nil || len(source) > min(mostCode, w.coloured) || !colourable(source) {
		return nil
	}
	w.coloured -= len(source)
	tokens, err := chroma.Tokenise(chroma.Coalesce(lexers.Get(name)), nil, source)
	if err != nil {
		return nil
	}
	c := &colours{}
	for _, t := range tokens {
		in := w.ink()
		if style := ruleOf(rules, t.Type); style != nil {
			in = w.well.Over(in, *style)
		}
		c.parts = append(c.parts, part{t.Value, in})
	}
	return c
}

// colourable reports whether code stays within the limits on its lines.
func colourable(source string) bool {
	blank := 0
	for line := range strings.Lines(source) {
		if len(line) > mostCodeLine {
			return false
		}
		if blank++; strings.TrimSpace(line) != "" {
			blank = 0
		}
		if blank > mostBlank {
			return false
		}
	}
	return true
}

// take returns the parts that line is made of. If the lexer made something else
// of the text, the rest stays uncoloured.
func (c *colours) take(line string, otherwise *ink.Ink) []part {
	if c == nil {
		return []part{{line, otherwise}}
	}
	var out []part
	for line != "" && len(c.parts) > 0 {
		next := &c.parts[0]
		n := min(len(next.text), len(line))
		if next.text[:n] != line[:n] {
			c.parts = nil
			break
		}
		out = append(out, part{line[:n], next.ink})
		line, next.text = line[n:], next.text[n:]
		if next.text == "" {
			c.parts = c.parts[1:]
		}
	}
	if line != "" {
		out = append(out, part{line, otherwise})
	}
	return out
}

// ruleOf is the style's rule for a token: its own type's, else its family's.
func ruleOf(c *ansi.Chroma, t chroma.TokenType) *ansi.StylePrimitive {
	for _, t := range []chroma.TokenType{t, t.SubCategory(), t.Category()} {
		if rule := ownRule(c, t); rule != nil && *rule != (ansi.StylePrimitive{}) {
			return rule
		}
	}
	return nil
}

func ownRule(c *ansi.Chroma, t chroma.TokenType) *ansi.StylePrimitive {
	switch t {
	case chroma.Text:
		return &c.Text
	case chroma.Comment:
		return &c.Comment
	case chroma.CommentPreproc:
		return &c.CommentPreproc
	case chroma.Keyword:
		return &c.Keyword
	case chroma.KeywordReserved:
		return &c.KeywordReserved
	case chroma.KeywordNamespace:
		return &c.KeywordNamespace
	case chroma.KeywordType:
		return &c.KeywordType
	case chroma.Operator:
		return &c.Operator
	case chroma.Punctuation:
		return &c.Punctuation
	}
	return nameRule(c, t)
}

func nameRule(c *ansi.Chroma, t chroma.TokenType) *ansi.StylePrimitive {
	switch t {
	case chroma.Name:
		return &c.Name
	case chroma.NameBuiltin:
		return &c.NameBuiltin
	case chroma.NameTag:
		return &c.NameTag
	case chroma.NameAttribute:
		return &c.NameAttribute
	case chroma.NameClass:
		return &c.NameClass
	case chroma.NameFunction:
		return &c.NameFunction
	case chroma.Literal:
		return &c.Literal
	case chroma.LiteralNumber:
		return &c.LiteralNumber
	case chroma.LiteralString:
		return &c.LiteralString
	case chroma.LiteralStringEscape:
		return &c.LiteralStringEscape
	}
	return nil
}
