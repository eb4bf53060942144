package webpage

import (
	"encoding/json"
	"html"
	"strings"
	"unicode"
)

// Bounds on JSON-LD. Pages have up to a few hundred kilobytes, the text of the
// article among them, and articles at the third level.
const (
	maxJSON       = 1 << 20
	maxJSONLevels = 6
	maxJSONThings = 4096
)

// linkedData is what the JSON-LD of a page says about its article.
type linkedData struct {
	headline, published, publisher, language, url string
	authors                                       []string

	things  int
	byID    map[string]object
	article object
	level   int // of the article found: one nearer the top goes before
}

type object = map[string]any

// read takes in one script. What is no JSON says nothing.
func (l *linkedData) read(script string) {
	if len(script) > maxJSON {
		return
	}
	// Many pages break lines inside strings, which JSON does not allow.
	script = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, script)
	script = strings.Trim(script, " ;")
	var v any
	if json.Unmarshal([]byte(script), &v) == nil {
		l.walk(v, 0)
	}
}

// walk looks for the article where pages put it. Below other keys stand the
// teasers of other articles.
func (l *linkedData) walk(v any, level int) {
	if l.things++; level > maxJSONLevels || l.things > maxJSONThings {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			l.walk(e, level)
		}
	case object:
		l.index(v)
		if isArticle(v["@type"]) && (l.article == nil || level < l.level) {
			l.article, l.level = v, level
		}
		for _, key := range [...]string{"@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"} {
			l.walk(v[key], level+1)
		}
	}
}

func (l *linkedData) index(o object) {
	id, ok := o["@id"].(string)
	if ok && len(o) > 1 && l.byID[id] == nil {
		if l.byID == nil {
			l.byID = make(map[string]object)
		}
		l.byID[id] = o
	}
}

func isArticle(kind any) bool {
	switch k := kind.(type) {
	case string:
		k = k[strings.LastIndexAny(k, "/:")+1:]
		return strings.HasSuffix(k, "Article") || strings.HasSuffix(k, "Posting") || k == "Report"
	case []any:
		for _, e := range k[:min(len(k), maxValues)] {
			if _, ok := e.(string); ok && isArticle(e) {
				return true
			}
		}
	}
	return false
}

// finish reads the article, once all that it may refer to is known.
func (l *linkedData) finish() {
	a := l.article
	l.headline = l.name(a["headline"])
	l.published = l.name(a["datePublished"])
	l.publisher = l.name(a["publisher"])
	l.language = l.name(a["inLanguage"])
	l.url = l.name(a["url"])
	authors, ok := a["author"].([]any)
	if !ok {
		authors = []any{a["author"]}
	}
	for _, v := range authors[:min(len(authors), maxValues)] {
		if name := l.name(v); name != "" {
			l.authors = append(l.authors, name)
		}
	}
	l.byID, l.article = nil, nil
}

// name is the text of a value: a string, an object with a name or a value, a
// reference to one, or the first of several.
func (l *linkedData) name(v any) string {
	for range maxJSONLevels {
		switch o := v.(type) {
		case string:
			return html.UnescapeString(strings.TrimSpace(o[:min(len(o), maxText)]))
		case []any:
			if len(o) == 0 {
				return ""
			}
			v = o[0]
		case object:
			v = l.inner(o)
		default:
			return ""
		}
	}
	return ""
}

func (l *linkedData) inner(o object) any {
	id, _ := o["@id"].(string)
	for _, o := range []object{o, l.byID[id]} {
		for _, key := range [...]string{"name", "@value", "alternateName"} {
			if o[key] != nil {
				return o[key]
			}
		}
	}
	return nil
}
