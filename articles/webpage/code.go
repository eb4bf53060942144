package webpage

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dossier/model/clean"
)

// code writes preformatted text as a block of code.
func (w *writer) code(i int) {
	var b strings.Builder
	for c := i + 1; c < w.tree[i].end; c++ {
		switch n := &w.tree[c]; {
		case n.gone:
			c = n.end - 1
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.is(atom.Br, atom.Div, atom.P, atom.Li):
			b.WriteByte('\n')
		}
	}
	text := strings.Trim(clean.Text(b.String()), "\n")
	if strings.TrimSpace(text) == "" {
		return
	}
	fence := strings.Repeat("`", max(3, longestRun(text, '`')+1))
	w.lines(fence + w.codeLanguage(i) + "\n" + text + "\n" + fence)
}

// codeLanguage is what the class of the block, or of the code in it, names.
func (w *writer) codeLanguage(i int) string {
	for c := i; c < min(w.tree[i].end, i+3); c++ {
		for name := range strings.FieldsSeq(w.tree[c].attr("class")) {
			for _, p := range [...]string{"language-", "lang-", "highlight-source-"} {
				if lang, ok := strings.CutPrefix(name, p); ok && strings.Trim(lang, "abcdefghijklmnopqrstuvwxyz0123456789+-") == "" && len(lang) < 20 {
					return lang
				}
			}
		}
	}
	return ""
}

// literal writes code: between more backquotes than it holds.
func (w *writer) literal(i int) {
	code := strings.Join(strings.Fields(clean.Text(w.text(i))), " ")
	if code == "" {
		return
	}
	fence := strings.Repeat("`", longestRun(code, '`')+1)
	if code[0] == '`' || code[len(code)-1] == '`' {
		code = " " + code + " "
	}
	if w.inline.flat {
		code = strings.ReplaceAll(code, "|", `\|`)
	}
	w.inline.raw(fence + code + fence)
}

func longestRun(s string, c byte) (longest int) {
	run := 0
	for i := range len(s) {
		if s[i] == c {
			run++
			longest = max(longest, run)
		} else {
			run = 0
		}
	}
	return longest
}
