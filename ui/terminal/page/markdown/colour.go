package markdown

import (
	"bytes"
	"strings"
	"time"

	"charm.land/glamour/v2/ansi"
	"github.com/alecthomas/chroma/v2/styles"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"dossier/ui/terminal/page/typeset"
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

// part is code in one look.
type part struct {
	text, sgr string
}

// colours lets Glamour colour a block of code, apart from the tree that lays it
// out, since that holds no letters; nil if it is not to be coloured.
func (b *block) colours(source, language string) *colours {
	name, known := languages[strings.ToLower(language)]
	style := b.style.CodeBlock
	if !known || style.Chroma == nil && style.Theme == "" || len(source) > min(mostCode, b.coloured) || !colourable(source) {
		return nil
	}
	b.coloured -= len(source)
	b.cutter.work += perColouredBlock + time.Duration(len(source))*perColoured
	n := ast.NewFencedCodeBlock(ast.NewTextSegment(text.NewSegment(len(source), len(source)+len(name))))
	point(n, text.NewSegment(0, len(source)))
	out, err := highlight(n, []byte(source+name), style)
	if err != nil {
		return nil
	}
	return &colours{parted(out)}
}

// highlight lets Glamour colour a node of code.
func highlight(n node, src []byte, style ansi.StyleCodeBlock) ([]byte, error) {
	chroming.Lock()
	defer chroming.Unlock()
	if style.Chroma != nil {
		theme, err := chromaStyle(style.Chroma)
		if err != nil {
			return nil, err
		}
		styles.Register(theme)
		style.Theme, style.Chroma = theme.Name, nil
	}
	style.StyleBlock = ansi.StyleBlock{}
	o := ansi.Options{Styles: ansi.StyleConfig{CodeBlock: style}, ChromaFormatter: "terminal16m"}
	out, err := paint(newRenderer(o), n, src)
	return bytes.TrimPrefix(out, []byte("\n")), err
}

// parted divides what Glamour made of code by its looks.
func parted(out []byte) []part {
	var parts []part
	var r reader
	for r.rest = out; len(r.rest) > 0; {
		if r.sequence() {
			continue
		}
		n := 1
		for n < len(r.rest) && r.rest[n] != '\x1b' {
			n++
		}
		parts = append(parts, part{string(r.rest[:n]), r.look()})
		r.rest = r.rest[n:]
	}
	return parts
}

// colourable reports whether code has nothing but text in it and stays within
// the limits on its lines.
func colourable(source string) bool {
	blank := 0
	for line := range strings.Lines(source) {
		if len(line) > mostCodeLine || !typeset.Printable(strings.Trim(line, "\t\n")) {
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
func (c *colours) take(line string) []part {
	if c == nil {
		return []part{{line, ""}}
	}
	var out []part
	for line != "" && len(c.parts) > 0 {
		next := &c.parts[0]
		n := min(len(next.text), len(line))
		if next.text[:n] != line[:n] {
			c.parts = nil
			break
		}
		out = append(out, part{line[:n], next.sgr})
		line, next.text = line[n:], next.text[n:]
		if next.text == "" {
			c.parts = c.parts[1:]
		}
	}
	if line != "" {
		out = append(out, part{line, ""})
	}
	return out
}
