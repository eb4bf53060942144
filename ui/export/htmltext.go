package export

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"

	"dossier/model/clean"
)

// textOf is the text between the tags of a block of HTML, on one line; scripts
// and styles are left out.
func textOf(n *ast.HTMLBlock, src []byte) string {
	var raw strings.Builder
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		raw.Write(s.Value(src))
	}
	if n.HasClosure() {
		raw.Write(n.ClosureLine.Value(src))
	}
	var text strings.Builder
	hidden := false
	for z := html.NewTokenizer(strings.NewReader(raw.String())); ; {
		switch z.Next() {
		case html.ErrorToken:
			return clean.Line(text.String())
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if t.Data == "script" || t.Data == "style" {
				hidden = t.Type == html.StartTagToken
			}
			text.WriteByte(' ')
		case html.TextToken:
			if !hidden {
				text.Write(z.Text())
			}
		}
	}
}
