package export

import (
	"fmt"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"dossier/ui/terminal/page/markdown"
)

// noteRef leads to a footnote; the first that does is led back to.
func (b *bodyWriter) noteRef(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n := node.(*markdown.NoteRef).Number
	id := ""
	if !b.noted[n] {
		id = fmt.Sprintf(` id="%s-ref%d"`, b.name, n)
	}
	b.noted[n] = true
	fmt.Fprintf(w, `<sup><a%s href="#%s-note%d">%d</a></sup>`, id, b.name, n, n)
	return ast.WalkContinue, nil
}

// note is a footnote where it stands, with its number before it.
func (b *bodyWriter) note(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*markdown.Note).Number
	switch {
	case !entering:
		w.WriteString("</div>\n")
	case b.noted[n]:
		fmt.Fprintf(w, `<div class="note" id="%s-note%d"><a href="#%s-ref%d">%d</a>`, b.name, n, b.name, n, n)
	default:
		fmt.Fprintf(w, `<div class="note" id="%s-note%d"><span>%d</span>`, b.name, n, n)
	}
	return ast.WalkContinue, nil
}
