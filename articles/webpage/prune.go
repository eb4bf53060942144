package webpage

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// hide takes out what a browser does not show as text.
func (t tree) hide() {
	t.takeOut(func(i int) bool {
		n := &t[i]
		return n.Type == html.CommentNode || n.Type == html.DoctypeNode || n.Type == html.ElementNode && unread[n.DataAtom]
	})
	// A page that was saved while a dialog was open has all of its text hidden
	// behind it.
	all := t[0].text
	t.takeOut(func(i int) bool { return t[i].Type == html.ElementNode && isHidden(&t[i]) && 2*t[i].text < all })
}

// takeOut takes the nodes out that are to go, and measures what is left.
func (t tree) takeOut(goes func(i int) bool) {
	for i := 0; i < len(t); i++ {
		if t[i].gone || goes(i) {
			t[i].gone = true
			i = t[i].end - 1
		}
	}
	t.measure()
}

// unread are the elements that hold no text for readers.
var unread = setOf(
	atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Math, atom.Iframe, atom.Object, atom.Embed,
	atom.Applet, atom.Canvas, atom.Audio, atom.Video, atom.Map, atom.Button, atom.Input, atom.Select, atom.Textarea,
	atom.Datalist, atom.Meter, atom.Progress, atom.Noframes, atom.Noembed, atom.Rt, atom.Rp, atom.Figcaption)

func isHidden(n *node) bool {
	// What is hidden from screen readers only is shown, but it is icons, or the
	// page under a dialog.
	if n.has("hidden") || n.attr("aria-hidden") == "true" && n.blocks == 0 || n.is(atom.Dialog) && !n.has("open") {
		return true
	}
	style := n.attr("style")
	if style == "" || len(style) > maxText {
		return false
	}
	style = strings.ToLower(strings.ReplaceAll(style, " ", ""))
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// uncover takes out what a page puts over its text. What is left tells what is
// long and what is short.
func (t tree) uncover() {
	keep := t.landmarks()
	t.takeOut(func(i int) bool { return t[i].Type == html.ElementNode && !keep[i] && naming(&t[i]) == imposed })
}

// prune takes out what a page puts around an article, and within it.
func (t tree) prune() {
	keep := t.landmarks()
	t.takeOut(func(i int) bool { return t[i].Type == html.ElementNode && t.isFurniture(i, keep[i]) })
}

// landmarks marks the elements that hold the article for certain, so that no
// class of theirs can take it out.
func (t tree) landmarks() []bool {
	keep := make([]bool, len(t))
	for i := range t {
		n := &t[i]
		if n.gone || !n.is(atom.Main, atom.H1, atom.Article) && !n.says("itemprop", "articleBody") {
			continue
		}
		if n.is(atom.Article) && 3*n.prose < t[0].prose {
			continue
		}
		for p := i; p >= 0 && !keep[p]; p = t[p].parent {
			keep[p] = true
		}
	}
	return keep
}

func (t tree) isFurniture(i int, keep bool) bool {
	n := &t[i]
	switch {
	case keep, n.is(atom.Html, atom.Body):
		return false
	case n.is(atom.Nav):
		return true
	case n.is(atom.Sup):
		return n.says("class", "reference")
	case 2*n.prose > t[0].prose:
		return false
	case n.is(atom.Form, atom.Aside):
		return true
	case n.is(atom.Header):
		return !t.within(i, atom.Article, atom.Main)
	case n.is(atom.Footer):
		return !t.within(i, atom.Blockquote)
	}
	return naming(n) != nothing
}

// tidy takes lists of links out of the main part, each with the heading above
// it: teasers, tags and menus whose names give nothing away.
func (t tree) tidy(main int) {
	if t[main].text-t[main].links < enough { // the links may be what it is about
		return
	}
	for i := main + 1; i < t[main].end; i++ {
		if !t[i].gone && (t.isLinkList(i) || t.isTeaser(i, main)) {
			t[i].gone = true
			t.dropLabel(i)
		}
		if t[i].gone {
			i = t[i].end - 1
		}
	}
	t.measure()
}

// isLinkList leaves those alone that a paragraph announces: "They all left:".
func (t tree) isLinkList(i int) bool {
	n := &t[i]
	if !n.is(atom.Ul, atom.Ol, atom.Menu, atom.Div, atom.Section) || n.blocks > 0 || n.count < 2 || !n.mostlyLinks() {
		return false
	}
	above := t.above(i)
	return above < 0 || !t[above].is(atom.P) || !strings.HasSuffix(strings.TrimRight(t.text(above), " \n"), ":")
}

// cardNodes is how far into a card its heading may stand.
const cardNodes = 40

// isTeaser reports an article in the article: a card that leads to another.
func (t tree) isTeaser(i, main int) bool {
	n := &t[i]
	if !n.is(atom.Article) || 4*n.prose > t[main].prose {
		return false
	}
	for c := i; c < min(n.end, i+cardNodes); c++ {
		if headings[t[c].DataAtom] {
			return t[c].links > 0 || t.within(c, atom.A)
		}
	}
	return false
}

// dropLabel takes out the heading right above what was taken out.
func (t tree) dropLabel(i int) {
	if at := t.above(i); at >= 0 && headings[t[at].DataAtom] && !t[at].is(atom.H1) {
		t[at].gone = true
	}
}

// above returns the element right above i among its siblings, or -1 if there
// is text or nothing. Few steps will do: more is no page that a person made.
func (t tree) above(i int) int {
	at := t[i].prev
	for range 8 {
		switch {
		case at < 0:
			return -1
		case t[at].gone && t[at].Type != html.CommentNode:
			return -1
		case t[at].Type == html.ElementNode:
			return at
		case t[at].Type == html.TextNode && strings.TrimSpace(t[at].Data) != "":
			return -1
		}
		at = t[at].prev
	}
	return -1
}
