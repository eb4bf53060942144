package webpage

import (
	"errors"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// tree is a page's nodes in the order they stand in it. The nodes below node i
// are those up to its end, so that no pass needs a stack.
type tree []node

type node struct {
	*html.Node
	parent int   // -1 at the top
	prev   int   // the sibling before it, or -1
	end    int   // the first node that is not below this one
	size   int32 // bytes of its own text without white space
	gone   bool
	mass
}

// maxDepth bounds a tree. The parser refuses to keep more than 512 elements
// open; those that it moves may come to stand somewhat deeper.
const maxDepth = 1000

// What the parser takes too long for. It makes up to eight nodes of one tag, and
// it adds up the attributes of all <html> and <body> in time that is quadratic:
// a megabyte of those takes minutes, and of <b><p> three seconds. The largest
// real pages have a tenth of maxTags.
const (
	maxTags  = 200_000
	maxRoots = 64
)

var (
	errDeep = errors.New("the page nests elements too deep")
	errTags = errors.New("the page has too many tags")
)

// parse fails if the page has too many tags, or nests them too deep.
func parse(page string) (tree, error) {
	if manyTags(page) {
		return nil, errTags
	}
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil, errDeep // nothing else stops the parser
	}
	return flatten(root)
}

func manyTags(page string) bool {
	tags, roots := 0, 0
	for i := strings.IndexByte(page, '<'); i >= 0 && tags <= maxTags && roots <= maxRoots; i = strings.IndexByte(page, '<') {
		page = page[i+1:]
		tags++
		if len(page) >= 4 && (strings.EqualFold(page[:4], "html") || strings.EqualFold(page[:4], "body")) {
			roots++
		}
	}
	return tags > maxTags || roots > maxRoots
}

func flatten(root *html.Node) (tree, error) {
	t := tree{{Node: root, parent: -1, prev: -1}}
	depth := 0
	for n, at := root, 0; n != nil; {
		if c := n.FirstChild; c != nil {
			if depth++; depth > maxDepth {
				return nil, errDeep
			}
			t = append(t, newNode(c, at, -1))
			n, at = c, len(t)-1
			continue
		}
		for n != nil {
			t[at].end = len(t)
			if s := n.NextSibling; s != nil {
				t = append(t, newNode(s, t[at].parent, at))
				n, at = s, len(t)-1
				break
			}
			n, at = n.Parent, t[at].parent
			depth--
		}
	}
	return t, nil
}

func newNode(n *html.Node, parent, prev int) node {
	size := int32(0)
	if n.Type == html.TextNode {
		for f := range strings.FieldsSeq(n.Data) {
			size += int32(len(f))
		}
	}
	return node{Node: n, parent: parent, prev: prev, size: size}
}

// children calls f with the nodes right below i that are left.
func (t tree) children(i int, f func(c int)) {
	for c := i + 1; c < t[i].end; c = t[c].end {
		if !t[c].gone {
			f(c)
		}
	}
}

// elements calls f with every element below i that is left, i among them.
func (t tree) elements(i int, f func(e int)) {
	for e := i; e < t[i].end; {
		if t[e].gone {
			e = t[e].end
			continue
		}
		if t[e].Type == html.ElementNode {
			f(e)
		}
		e++
	}
}

// maxText bounds the text of one element that a fact is read from.
const maxText = 4 << 10

// text is what the element shows, its beginning if that is long.
func (t tree) text(i int) string {
	var b strings.Builder
	for c := i; c < t[i].end && b.Len() < maxText; c++ {
		switch {
		case t[c].gone, t[c].is(atom.Script, atom.Style, atom.Noscript, atom.Svg):
			c = t[c].end - 1
		case t[c].Type == html.TextNode:
			b.WriteString(t[c].Data[:min(len(t[c].Data), maxText)])
		case t[c].is(atom.Br) || blockTags[t[c].DataAtom]:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// within reports that i stands below an element of one of the tags.
func (t tree) within(i int, tags ...atom.Atom) bool {
	for p := t[i].parent; p >= 0; p = t[p].parent {
		if t[p].is(tags...) {
			return true
		}
	}
	return false
}

func (n *node) is(tags ...atom.Atom) bool {
	if n.Type != html.ElementNode {
		return false
	}
	for _, tag := range tags {
		if n.DataAtom == tag {
			return true
		}
	}
	return false
}

func (n *node) attr(key string) string {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

func (n *node) has(key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// says reports that a word is among those of an attribute such as itemprop.
func (n *node) says(key, word string) bool {
	for w := range strings.FieldsSeq(n.attr(key)) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}
