package webpage

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxNesting bounds lists and quotes in each other: people nest three, and
// what lays Markdown out takes time that doubles with each.
const maxNesting = 6

// writer writes the blocks of a tree as Markdown.
type writer struct {
	tree
	base   base
	title  string // left out where a heading opens the text with it
	out    strings.Builder
	first  string // what the next line starts with
	rest   string // what the lines of the same block after it start with
	gap    bool   // a blank line is due
	last   string // what the lines of the block before started with
	depth  int    // of lists and quotes
	spans  int    // of links and the like that are open
	titled bool   // the title has been left out
	inline inline
}

// markdown writes what is left of part i.
func (t tree) markdown(i int, title string, b base) string {
	w := writer{tree: t, base: b, title: title}
	w.node(i)
	w.paragraph()
	if w.out.Len() > 0 {
		w.out.WriteByte('\n')
	}
	return w.out.String()
}

// node recurses, but no deeper than the parser goes.
func (w *writer) node(i int) {
	n := &w.tree[i]
	switch {
	case n.Type == html.TextNode:
		w.inline.text(n.Data)
	case n.Type == html.ElementNode && blockTags[n.DataAtom]:
		w.paragraph()
		w.block(i)
		w.paragraph()
	case n.Type == html.ElementNode:
		w.inlined(i)
	default:
		w.below(i)
	}
}

func (w *writer) below(i int) { w.children(i, w.node) }

func (w *writer) block(i int) {
	switch n := &w.tree[i]; n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.heading(i)
	case atom.Blockquote:
		w.nested("> ", "> ", func() { w.below(i) })
	case atom.Ul, atom.Menu, atom.Dir:
		w.list(i, func(int) string { return "- " })
	case atom.Ol:
		w.list(i, numbers(n))
	case atom.Pre:
		w.code(i)
	case atom.Table:
		w.table(i)
	case atom.Hr:
		w.start()
		w.out.WriteString("---")
		w.gap = true
	case atom.P:
		w.inline.bold = w.isBold(i)
		w.below(i)
	default:
		w.below(i)
	}
}

// start opens a block: a blank line if one is due, and what the line starts
// with.
func (w *writer) start() {
	if w.out.Len() > 0 {
		w.out.WriteByte('\n')
		if w.gap {
			w.out.WriteString(strings.TrimRight(common(w.last, w.rest), " ") + "\n")
		}
	}
	w.out.WriteString(w.first)
	w.first, w.last, w.gap = w.rest, w.rest, false
}

// common is the beginning that a and b have in common.
func common(a, b string) string {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return a[:n]
}

// paragraph writes what has been gathered, if that is anything.
func (w *writer) paragraph() {
	text := w.inline.take()
	if text == "" {
		return
	}
	w.lines(text)
}

// lines writes a block of one line or more.
func (w *writer) lines(text string) {
	w.start()
	w.out.WriteString(strings.ReplaceAll(text, "\n", "\n"+w.rest))
	w.gap = true
}

// opening is how far down, in bytes, a headline may stand that opens the text:
// kickers and datelines stand above some.
const opening = 300

// heading writes a heading on one line.
func (w *writer) heading(i int) {
	w.below(i)
	text := strings.ReplaceAll(w.inline.take(), "  \n", " ")
	if !w.titled && w.out.Len() < opening && w.title != "" && same(w.text(i), w.title) {
		w.titled = true
		return
	}
	if text != "" {
		w.lines(strings.Repeat("#", int(w.tree[i].Data[1]-'0')) + " " + text)
	}
}

// nested writes what f writes behind a sign: on the first line, and on others.
func (w *writer) nested(first, rest string, f func()) {
	if w.depth == maxNesting {
		f()
		w.paragraph()
		return
	}
	oldFirst, oldRest := w.first, w.rest
	before := w.out.Len()
	w.first, w.rest, w.last = w.first+first, w.rest+rest, common(w.last, oldRest)
	w.depth++
	f()
	w.paragraph()
	w.depth--
	w.rest = oldRest
	if w.first = oldRest; w.out.Len() == before {
		w.first = oldFirst // nothing was written
	}
}

// list writes the items of a list, a line each where that will do.
func (w *writer) list(i int, sign func(n int) string) {
	n := 0
	if s := sign(0); w.gap && w.tree[w.tree[i].parent].is(atom.Li) && (s == "- " || s == "1. ") {
		w.gap = false
	}
	w.children(i, func(c int) {
		if !w.tree[c].is(atom.Li) {
			w.node(c)
			w.paragraph()
			return
		}
		s := sign(n)
		before := w.out.Len()
		w.nested(s, strings.Repeat(" ", len(s)), func() { w.below(c) })
		if w.out.Len() > before {
			n++
			w.gap = false
		}
	})
	w.gap = n > 0 || w.gap
}

// numbers signs the items of a numbered list.
func numbers(ol *node) func(n int) string {
	from, err := strconv.Atoi(ol.attr("start"))
	if err != nil || from < 0 || from > 1e6 {
		from = 1
	}
	return func(n int) string { return strconv.Itoa(from+n) + ". " }
}

// isBold reports a paragraph that is bold as a whole: a heading by its looks.
func (w *writer) isBold(i int) bool {
	bold, other := 0, 0
	w.children(i, func(c int) {
		switch n := &w.tree[c]; {
		case n.is(atom.B, atom.Strong):
			bold++
		case n.size > 0, n.Type == html.ElementNode:
			other++
		}
	})
	return bold == 1 && other == 0
}
