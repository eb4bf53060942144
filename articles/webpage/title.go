package webpage

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"unicode"
)

// site is what is known of the page's place while its title is looked for.
type site struct {
	name      string   // may be found at the end of a title
	headlines []string // every <h1>: the headline is among them, and on some pages the site's name
}

// bestTitle is the first candidate that is more than the name of the site.
func (m *meta) bestTitle(s *site) string {
	said := []string{m.ld.headline}
	for _, n := range titleNames {
		said = append(said, m.named[n]...)
	}
	said = append(append(said, m.title), m.headlines...)
	for _, c := range said {
		if t := s.cut(line(c)); t != "" && !same(t, s.name) {
			return s.whole(t, said)
		}
	}
	return line(m.title)
}

// whole completes a headline that was cut off for machines that take only so
// many characters of it.
func (s *site) whole(title string, said []string) string {
	start := strings.TrimRight(title, ". …")
	if !strings.HasSuffix(title, "…") && !strings.HasSuffix(title, "...") {
		return title
	}
	for _, c := range said {
		if c = s.cut(line(c)); c != title && len(c) > len(start) && strings.HasPrefix(c, start) {
			return c
		}
	}
	return title
}

// separators stand between a title and the name of the site.
var separators = []string{" | ", " – ", " — ", " - ", " · ", " • ", " :: ", " » ", " « ", "｜", " / "}

// maxParts bounds how many names are taken off a title, such as those of a
// section and of a site.
const maxParts = 4

// cut takes the name of the site off a title: what stands behind the last
// separator if it is like that name, and what stands behind the headline.
func (s *site) cut(title string) string {
	rest := title
	for range maxParts {
		before, after, ok := cutLast(rest)
		if !ok {
			break
		}
		if s.isHeadline(before) {
			_, last, _ := cutLast(title)
			s.name = cmp.Or(s.name, last)
			return before
		}
		if rest == title && (alike(after, s.name) || s.isHeadline(after)) {
			s.name = cmp.Or(s.name, after)
			title = before
		}
		rest = before
	}
	return title
}

func (s *site) isHeadline(t string) bool {
	return slices.ContainsFunc(s.headlines, func(h string) bool { return same(h, t) })
}

// cutLast parts a title at its last separator.
func cutLast(s string) (before, after string, ok bool) {
	at, n := -1, 0
	for _, sep := range separators {
		if i := strings.LastIndex(s, sep); i > at {
			at, n = i, len(sep)
		}
	}
	if at <= 0 {
		return s, "", false
	}
	return strings.TrimSpace(s[:at]), strings.TrimSpace(s[at+n:]), true
}

// alike reports that one name is the other, or holds it: "Daily Example" and
// "The Daily Example", "example.org".
func alike(a, b string) bool {
	a, b = letters(a), letters(b)
	short := min(len(a), len(b))
	return short > 3 && (strings.Contains(a, b) || strings.Contains(b, a)) || short > 0 && a == b
}

func same(a, b string) bool { return letters(a) == letters(b) }

// letters is what of a name is compared.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// address is where the page stands on the web; empty if it does not say. A
// canonical link to the front page is a mistake if another says more.
func (m *meta) address() *url.URL {
	front := &url.URL{}
	b := m.base()
	for _, s := range []string{m.links.canonical, m.first(urlNames), m.ld.url, m.links.saved} {
		if b.URL != nil {
			s = b.resolve(s)
		}
		u, ok := web(s)
		switch {
		case !ok:
		case strings.Trim(u.Path, "/") != "" || u.RawQuery != "":
			return u
		case front.Host == "":
			front = u
		}
	}
	return front
}
