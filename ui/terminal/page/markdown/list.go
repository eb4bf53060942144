package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"dossier/ui/terminal/page/typeset"
)

// item is the frame of a list's item: its bullet or number, and an indent of
// the same width below.
func (w *writer) item(n *ast.ListItem) frame {
	list, _ := n.Parent().(*ast.List)
	mark := w.mark(n, list)
	return frame{first: mark, rest: spaces(mark.Width), ink: w.ink()}
}

func (w *writer) mark(n *ast.ListItem, list *ast.List) typeset.Ornament {
	if box := checkbox(n); box != nil {
		in := w.well.Over(w.ink(), w.style.Task.StylePrimitive)
		if box.IsChecked {
			return ornament(or(w.style.Task.Ticked, "[x] "), in)
		}
		return ornament(or(w.style.Task.Unticked, "[ ] "), in)
	}
	if list == nil || !list.IsOrdered() {
		return ornament(or(w.style.Item.BlockPrefix, "• "), w.well.Over(w.ink(), w.style.Item))
	}
	return w.number(n, list)
}

// number is an item's number, right-aligned with the list's last.
func (w *writer) number(n *ast.ListItem, list *ast.List) typeset.Ornament {
	at := w.ordinal(n, list)
	last := strconv.Itoa(list.Start + list.ChildCount() - 1)
	text := strconv.Itoa(list.Start + at)
	text = strings.Repeat(" ", max(len(last)-len(text), 0)) + text
	return ornament(text+or(w.style.Enumeration.BlockPrefix, ". "), w.well.Over(w.ink(), w.style.Enumeration))
}

// ordinal counts an item among its siblings. Items come in order, so the list's
// counter is kept instead of counting from the first each time, which makes
// long lists quadratic.
func (w *writer) ordinal(n *ast.ListItem, list *ast.List) int {
	if w.counts == nil {
		w.counts = map[*ast.List]int{}
	}
	at := w.counts[list]
	w.counts[list] = at + 1
	return at
}

// checkbox is the box that a task begins with, or nil.
func checkbox(n *ast.ListItem) *east.TaskCheckBox {
	if n.FirstChild() == nil {
		return nil
	}
	box, _ := n.FirstChild().FirstChild().(*east.TaskCheckBox)
	return box
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}
