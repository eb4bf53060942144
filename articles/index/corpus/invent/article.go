package invent

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

// writer writes one article.
type writer struct {
	*rand.Rand
	language *language
	actors   int
	named    []string // actors of this article
}

func (w *writer) article(i, size int) Article {
	for range w.IntN(7) {
		w.named = append(w.named, actor(zipf(w.Rand, w.actors)))
	}
	a := Article{Title: w.title()}
	a.Body = w.body(size)
	ending, data := "md", ""
	switch i % 40 {
	case 7:
		ending, data = "html", w.page(a)
	case 27:
		ending, data = "txt", a.Title+"\n\n"+a.Body
	default:
		data = w.head(a, i) + "# " + a.Title + "\n\n" + a.Body
	}
	a.Data = []byte(data)
	a.Path = fmt.Sprintf("%04d/%06d.%s", i/1000, i, ending)
	return a
}

// head is front matter, which one in three articles is without.
func (w *writer) head(a Article, i int) string {
	if i%3 == 2 {
		return ""
	}
	var b strings.Builder
	date := w.date()
	fmt.Fprintf(&b, "---\ntitle: %q\nlanguage: %s\ndate: %s\nsource: %s\n", a.Title, w.language.tag, date, actor(1+2*zipf(w.Rand, 500)))
	if len(w.named) > 0 {
		fmt.Fprintf(&b, "actors: [%s]\n", strings.Join(w.named, ", "))
	}
	if len(w.named) > 1 && w.IntN(3) == 0 {
		b.WriteString("cuts:\n")
		for _, vendor := range w.named[:1+w.IntN(2)] {
			fmt.Fprintf(&b, "  - vendor: %s\n    status: %s\n    date: %s\n", vendor, []string{"done", "announced", "disputed"}[zipf(w.Rand, 3)], date)
		}
	}
	b.WriteString("---\n")
	return b.String()
}

func (w *writer) date() string {
	return fmt.Sprintf("%d-%02d-%02d", 2015+w.IntN(11), 1+w.IntN(12), 1+w.IntN(28))
}

// page is a saved web page.
func (w *writer) page(a Article) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=%q><head><meta charset=\"utf-8\"><title>%s</title></head>\n<body><nav><a href=\"/\">Home</a></nav><article><h1>%[2]s</h1>\n", w.language.tag, a.Title)
	for _, p := range strings.Split(strings.TrimSpace(a.Body), "\n\n") {
		fmt.Fprintf(&b, "<p>%s</p>\n", p)
	}
	b.WriteString("</article><footer>©</footer></body></html>\n")
	return b.String()
}

func (w *writer) title() string {
	var b strings.Builder
	for n := range 4 + w.IntN(6) {
		if n > 0 && w.language.spaced {
			b.WriteByte(' ')
		}
		b.WriteString(w.word(0.3))
	}
	return w.capital(b.String())
}

// body is paragraphs of about size bytes in all, with headings between some.
func (w *writer) body(size int) string {
	var b strings.Builder
	b.Grow(size + 500)
	for b.Len() < size {
		if b.Len() > 0 && w.IntN(6) == 0 {
			b.WriteString("## " + w.title() + "\n\n")
		}
		for range 2 + w.IntN(4) {
			w.sentence(&b)
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

func (w *writer) sentence(b *strings.Builder) {
	from := b.Len()
	for n := range 6 + w.IntN(18) {
		if n > 0 && w.language.spaced {
			b.WriteByte(' ')
		}
		switch {
		case len(w.named) > 0 && w.IntN(30) == 0:
			b.WriteString(w.named[w.IntN(len(w.named))])
		case n == 0:
			b.WriteString(w.capital(w.word(0.5)))
		default:
			b.WriteString(w.word(0.5))
		}
		if w.language.spaced && n > 3 && w.IntN(12) == 0 {
			b.WriteByte(',')
		}
	}
	if b.Len() > from {
		b.WriteString(w.language.stop)
	}
}

// word is a small one with that probability.
func (w *writer) word(small float64) string {
	if w.Float64() < small {
		return w.language.small[zipf(w.Rand, len(w.language.small))]
	}
	return w.language.words[zipf(w.Rand, len(w.language.words))]
}

func (w *writer) capital(s string) string {
	if !w.language.cased {
		return s
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
