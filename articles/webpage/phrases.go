package webpage

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dossier/model/clean"
)

// inlined writes an element that stands inside a paragraph.
func (w *writer) inlined(i int) {
	n := &w.tree[i]
	l := &w.inline
	switch n.DataAtom {
	case atom.A:
		w.link(i)
	case atom.Img:
		w.picture(i)
	case atom.Br:
		w.lineBreak()
	case atom.Code, atom.Kbd, atom.Samp, atom.Tt:
		w.literal(i)
	case atom.Del, atom.S, atom.Strike:
		w.struck(i)
	case atom.Q:
		l.text("“")
		w.below(i)
		l.text("”")
	case atom.Sup:
		l.text(raised(w.text(i)))
	default:
		w.below(i)
	}
}

// link writes a link around its words. One around whole blocks, such as a
// card, is none in Markdown.
func (w *writer) link(i int) {
	to := w.base.resolve(w.tree[i].attr("href"))
	if to == "" || w.spans > 0 || w.holdsBlock(i) {
		w.below(i)
		return
	}
	since := w.spanned(i)
	w.inline.bracket(since)
	w.inline.span(since, "[", "]("+destination(to)+")")
}

// spanned writes what is below an element that shall get signs around it, and
// returns where that begins. No line may end inside.
func (w *writer) spanned(i int) (since int) {
	w.inline.gap(' ')
	since = len(w.inline.b)
	w.spans++
	w.below(i)
	w.spans--
	return since
}

func (w *writer) holdsBlock(i int) bool {
	for c := i + 1; c < w.tree[i].end; c++ {
		if w.tree[c].gone {
			c = w.tree[c].end - 1
		} else if w.tree[c].Type == html.ElementNode && blockTags[w.tree[c].DataAtom] {
			return true
		}
	}
	return false
}

// picture writes a picture that says what is on it.
func (w *writer) picture(i int) {
	n := &w.tree[i]
	alt := strings.Join(strings.Fields(clean.Text(n.attr("alt"))), " ")
	to := ""
	for _, key := range [...]string{"src", "data-src", "data-original"} {
		if v := n.attr(key); v != "" {
			to = cmp.Or(to, w.base.resolve(v))
		}
	}
	if alt == "" || to == "" || len(alt) > maxText {
		return
	}
	l := &w.inline
	l.gap(' ')
	since := len(l.b)
	l.text(alt)
	l.bracket(since)
	l.span(since, "![", "]("+destination(to)+")")
}

var brackets = strings.NewReplacer(`\[`, `\[`, `\]`, `\]`, `\\`, `\\`, "[", `\[`, "]", `\]`)

// bracket escapes the brackets in the words of a link: they would end it.
func (l *inline) bracket(since int) {
	words := string(l.b[since:])
	if strings.ContainsAny(words, "[]") && !strings.Contains(words, "](") {
		l.b = append(l.b[:since], brackets.Replace(words)...)
	}
}

// lineBreak breaks the line. A second break in a row ends the paragraph: so
// old pages part theirs.
func (w *writer) lineBreak() {
	switch l := &w.inline; {
	case l.flat:
		l.separate()
	case w.spans > 0:
		l.text(" ")
	case len(l.b) > 0 && l.last() == '\n':
		w.paragraph()
	default:
		l.lineBreak()
	}
}

// struck crosses out what was taken back: without the sign it would be said.
func (w *writer) struck(i int) {
	if w.spans > 0 || w.holdsBlock(i) {
		w.below(i)
		return
	}
	since := w.spanned(i)
	words := strings.TrimSpace(string(w.inline.b[since:]))
	first, _ := utf8.DecodeRuneInString(words)
	last, _ := utf8.DecodeLastRuneInString(words)
	if isWord(first) && isWord(last) {
		w.inline.span(since, "~~", "~~")
	}
}

// raised writes small raised digits as characters: 10⁵, m².
func raised(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 3 || strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsDigit(r) || r > '9' }) {
		return s
	}
	return superscript.Replace(s)
}

var superscript = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")
