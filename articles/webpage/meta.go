package webpage

import (
	"cmp"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// meta is what a page says about itself, raw.
type meta struct {
	named  map[string][]string // contents of <meta>, and values of microdata, by name in lower case
	ld     linkedData
	title  string // of <title>
	time   string // the first <time> under a headline, or in the article
	author string // of the first rel=author
	links  struct{ canonical, base, saved string }
	lang   string // of <html>

	headlines []string // every <h1>
}

// wanted are the names that say something of use: those of <meta>, and with
// "item:" those of microdata.
var wanted = sync.OnceValue(func() map[string]bool {
	all := make(map[string]bool)
	for _, names := range [][]string{titleNames, sourceNames, authorNames, dateNames, languageNames, urlNames} {
		for _, n := range names {
			all[n] = true
		}
	}
	return all
})

// maxValues bounds how often a page may say the same thing.
const maxValues = 16

func (m *meta) note(name, value string) {
	if value = strings.TrimSpace(value); value != "" && wanted()[name] && len(m.named[name]) < maxValues {
		m.named[name] = append(m.named[name], value[:min(len(value), maxText)])
	}
}

// first returns the first value of the first of the names that has one.
func (m *meta) first(names []string) string {
	for _, n := range names {
		if values := m.named[n]; len(values) > 0 {
			return values[0]
		}
	}
	return ""
}

// gather reads all of a page, also what does not show.
func gather(t tree) *meta {
	m := &meta{named: make(map[string][]string)}
	for i := range t {
		switch n := &t[i]; n.Type {
		case html.CommentNode:
			m.links.saved = cmp.Or(m.links.saved, savedFrom(n.Data))
		case html.ElementNode:
			m.element(t, i)
		}
	}
	m.ld.finish()
	return m
}

func (m *meta) element(t tree, i int) {
	n := &t[i]
	switch n.DataAtom {
	case atom.Html:
		m.lang = cmp.Or(m.lang, n.attr("lang"), n.attr("xml:lang"))
	case atom.Meta:
		m.note(strings.ToLower(cmp.Or(n.attr("name"), n.attr("property"), n.attr("http-equiv"))), n.attr("content"))
		if p := n.attr("property"); p != "" && n.attr("name") != "" {
			m.note(strings.ToLower(p), n.attr("content"))
		}
	case atom.Link:
		if n.says("rel", "canonical") {
			m.links.canonical = cmp.Or(m.links.canonical, n.attr("href"))
		}
	case atom.Base:
		m.links.base = cmp.Or(m.links.base, n.attr("href"))
	case atom.Title:
		if m.title == "" && !t.within(i, atom.Svg) {
			m.title = t.text(i)
		}
	case atom.H1:
		if h := line(t.text(i)); h != "" && len(m.headlines) < maxValues {
			m.headlines = append(m.headlines, h)
		}
	case atom.Script:
		if strings.EqualFold(strings.TrimSpace(n.attr("type")), "application/ld+json") && n.FirstChild != nil {
			m.ld.read(n.FirstChild.Data)
		}
	}
	m.inline(t, i)
}

// inline reads what stands in the text itself: microdata, <time>, bylines.
func (m *meta) inline(t tree, i int) {
	n := &t[i]
	if n.is(atom.Time) && m.time == "" && (len(m.headlines) > 0 || t.within(i, atom.Article)) {
		m.time = n.attr("datetime")
	}
	if n.is(atom.A) && n.says("rel", "author") {
		m.author = cmp.Or(m.author, t.text(i))
	}
	for prop := range strings.FieldsSeq(n.attr("itemprop")) {
		if name := "item:" + strings.ToLower(prop); wanted()[name] {
			m.note(name, t.itemValue(i))
		}
	}
}

// itemValue is the value of an itemprop: an attribute, the name of the thing
// that it holds, or its text.
func (t tree) itemValue(i int) string {
	n := &t[i]
	if v := cmp.Or(n.attr("content"), n.attr("datetime")); v != "" {
		return v
	}
	if n.has("itemscope") {
		for c := i + 1; c < min(n.end, i+cardNodes); c++ {
			if t[c].says("itemprop", "name") {
				return cmp.Or(t[c].attr("content"), t.text(c))
			}
		}
	}
	return t.text(i)
}

// savedFrom reads the note that a browser puts above a page it saves: "saved
// from url=(0024)https://…", or a line "url: https://…".
func savedFrom(comment string) string {
	comment = comment[:min(len(comment), maxText)]
	for _, mark := range []string{"saved from url=(", "url: "} {
		_, rest, ok := strings.Cut(comment, mark)
		if !ok {
			continue
		}
		if mark[len(mark)-1] == '(' {
			_, rest, _ = strings.Cut(rest, ")")
		}
		if fields := strings.Fields(rest); len(fields) > 0 {
			return fields[0]
		}
	}
	return ""
}

// base is the address that relative ones start from.
func (m *meta) base() base {
	for _, s := range []string{m.links.base, m.links.saved, m.links.canonical, m.first(urlNames)} {
		if u, ok := web(s); ok {
			return base{u}
		}
	}
	return base{}
}
