package export

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"dossier/model"
	"dossier/ui/terminal/page/markdown"
)

// escaped is text in Markdown that is no markup, on one line.
func escaped(s string) string {
	var b strings.Builder
	digits := 0
	for i, r := range s {
		// Some mean something, to Pandoc at least, wherever they stand; others
		// at the beginning of a line, or after a number there.
		if strings.ContainsRune("\\`*_{}[]<>|~^$&@", r) || i == digits && strings.ContainsRune("-+=#:.)", r) {
			b.WriteByte('\\')
		}
		if i == digits && '0' <= r && r <= '9' {
			digits++
		}
		b.WriteRune(r)
	}
	return b.String()
}

// codeSpan is text in Markdown to be shown letter by letter.
func codeSpan(s string) string {
	ticks := strings.Repeat("`", longestRun(s, '`')+1)
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") {
		s = " " + s + " "
	}
	return ticks + s + ticks
}

func longestRun(s string, c byte) (longest int) {
	for i, run := 0, 0; i < len(s); i++ {
		if run++; s[i] != c {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
}

// embedded is a body as a part of a larger document in Markdown.
func embedded(t model.Text, number int) string {
	if t.Markup == model.Plain {
		return lines(t.Article())
	}
	var b strings.Builder
	for p := range markdown.Parts(t.Body, t.Furniture) {
		if p.Root == nil {
			b.WriteString(lines(string(p.Source)))
			continue
		}
		b.WriteString(edited(p, number))
	}
	if !closed(b.String()) {
		return lines(t.Article())
	}
	return b.String()
}

// lines is plain text in Markdown, line by line.
func lines(s string) string {
	all := strings.Split(s, "\n")
	for i := range all {
		all[i] = escaped(strings.TrimSpace(all[i]))
	}
	return strings.Join(all, "\n")
}

// closed reports that what follows a body is not taken for a part of it, as
// after a fence that nobody closed.
func closed(body string) bool {
	const after = "\n\nafter"
	var last ast.Node
	for p := range markdown.Parts(body+after, nil) {
		if last = nil; p.Root != nil {
			last = p.Root.LastChild()
		}
	}
	paragraph, ok := last.(*ast.Paragraph)
	if !ok || paragraph.Lines().Len() != 1 {
		return false
	}
	line := paragraph.Lines().At(0)
	return line.Len() == len("after")
}
