package webpage

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// mass says how much an element holds. Sizes are in bytes of text without white
// space: a Han character is three and says about as much as three Latin ones.
type mass struct {
	text   int32 // all of it
	links  int32 // as much of it as stands in links
	prose  int32 // what is likely to be written for readers; long paragraphs count most
	blocks int32 // paragraphs that count as prose
	count  int32 // of links
}

// A paragraph below shortest is a label, a teaser or a menu item. One of full
// counts whole, a shorter one less: five teasers of 100 bytes each shall not
// weigh as much as a paragraph of 500.
const (
	shortest = 60
	full     = 400
)

// measure fills in the masses of what is left of the tree.
func (t tree) measure() {
	block := make([]int32, len(t)) // the nearest block at or above each node
	linked := make([]bool, len(t))
	own := make([]mass, len(t)) // text right in a block
	for i := range t {
		t[i].mass = mass{}
	}
	for i := 0; i < len(t); i++ {
		if t[i].gone {
			i = t[i].end - 1
			continue
		}
		if p := t[i].parent; p >= 0 {
			block[i], linked[i] = block[p], linked[p] || t[i].is(atom.A)
		}
		switch {
		case t[i].Type == html.TextNode:
			own[block[i]].add(t[i].size, linked[i])
		case blockTags[t[i].DataAtom]:
			block[i] = int32(i)
		case t[i].is(atom.A):
			own[i].count = 1
		}
	}
	for i := len(t) - 1; i >= 0; i-- {
		m := &t[i].mass
		m.sum(own[i])
		if p := own[i].asProse(); p > 0 && !headings[t[i].DataAtom] {
			m.prose += p
			m.blocks++
		}
		if p := t[i].parent; p >= 0 {
			t[p].mass.sum(*m)
		}
	}
}

func (m *mass) add(size int32, linked bool) {
	m.text += size
	if linked {
		m.links += size
	}
}

func (m *mass) sum(o mass) {
	m.text += o.text
	m.links += o.links
	m.prose += o.prose
	m.blocks += o.blocks
	m.count += o.count
}

// asProse is what a block's own text counts. Text in links counts against it:
// the links of a paragraph are a few words of it.
func (m mass) asProse() int32 {
	n := m.text - 2*m.links
	if n < shortest {
		return 0
	}
	return int32(int64(n) * int64(min(n, full)) / full)
}

// mostlyLinks reports a menu, a list of teasers or the like.
func (m mass) mostlyLinks() bool { return 10*int64(m.links) > 6*int64(m.text) }

var headings = map[atom.Atom]bool{atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true}

// blockTags are the elements that stand on lines of their own.
var blockTags = setOf(
	atom.Html, atom.Body, atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Caption, atom.Center,
	atom.Dd, atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption,
	atom.Figure, atom.Footer, atom.Form, atom.Frameset, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
	atom.Header, atom.Hgroup, atom.Hr, atom.Legend, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P,
	atom.Pre, atom.Search, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th,
	atom.Thead, atom.Tr, atom.Ul)

func setOf(tags ...atom.Atom) map[atom.Atom]bool {
	set := make(map[atom.Atom]bool, len(tags))
	for _, tag := range tags {
		set[tag] = true
	}
	return set
}
