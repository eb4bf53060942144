package webpage

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"
)

// main finds the part of a page that is its article. What is left below it is
// what to read. Of a page without a part that stands out it is all of <body>,
// with nothing taken out but what does not show.
func (t tree) main() int {
	body := t.body()
	t.hide()
	shown := slices.Clone(t)
	t.uncover()
	if t[body].prose > 0 || t[body].text >= enough {
		shown = slices.Clone(t)
	}
	t.prune()
	main := t.densest(t.stated(body))
	t.tidy(main)
	if t[main].text < enough && 2*t[main].text < t[body].text {
		main = body // short notes, none of which is the article
	}
	if t[main].text < enough && 4*t[main].text < shown[body].text {
		copy(t, shown)
		return body
	}
	return main
}

// enough is how much text stands for itself, however much stands around it.
const enough = 400

func (t tree) body() int {
	for i := range t {
		if t[i].is(atom.Body) {
			return i
		}
	}
	return 0
}

// stated is the part that the page itself calls its article, else its main
// part, else all of it. It has to hold half of what reads like prose: on a
// front page no one article does.
func (t tree) stated(body int) int {
	for _, says := range []func(n *node) bool{
		func(n *node) bool { return n.is(atom.Article) },
		func(n *node) bool { return n.says("itemprop", "articleBody") },
		func(n *node) bool { return n.is(atom.Main) || strings.EqualFold(n.attr("role"), "main") },
	} {
		best := -1
		t.elements(body, func(e int) {
			if says(&t[e]) && (best < 0 || t[e].prose > t[best].prose) {
				best = e
			}
		})
		if best >= 0 && t[best].prose > 0 && 2*t[best].prose >= t[body].prose {
			return best
		}
	}
	return body
}

// densest goes down from a part that may hold more than the article to the one
// element that holds two thirds of its prose.
func (t tree) densest(i int) int {
	for !t[i].is(atom.Article) && !t[i].says("itemprop", "articleBody") {
		next := -1
		t.children(i, func(c int) {
			if containers[t[c].DataAtom] && 3*int64(t[c].prose) > 2*int64(t[i].prose) && (t[c].blocks > 1 || t[c].blocks == t[i].blocks) {
				next = c
			}
		})
		if next < 0 || t.leads(next) {
			return i
		}
		i = next
	}
	return i
}

// leads reports that the article which i goes on with begins right above it:
// with a standfirst, by itself or under the headline.
func (t tree) leads(i int) bool {
	for s := t[i].prev; s >= 0; s = t[s].prev {
		if !t[s].gone && t[s].blocks > 0 && (t[s].is(atom.P) || t.holds(s, atom.H1)) {
			return true
		}
	}
	return false
}

func (t tree) holds(i int, tag atom.Atom) bool {
	for c := i; c < t[i].end; c++ {
		if t[c].is(tag) {
			return true
		}
	}
	return false
}

// containers are the elements that pages are laid out with.
var containers = setOf(
	atom.Article, atom.Body, atom.Center, atom.Div, atom.Form, atom.Html, atom.Main, atom.Section, atom.Span,
	atom.Table, atom.Tbody, atom.Td, atom.Tr)

// language is the one that part i is marked with, empty if it is not.
func (t tree) language(i int) string {
	for ; i >= 0; i = t[i].parent {
		if t[i].is(atom.Html) {
			return ""
		}
		if lang := t[i].attr("lang"); lang != "" {
			return lang
		}
	}
	return ""
}
