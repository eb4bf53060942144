// Package search answers a query about a dossier: which articles, in what
// order, and how many there would be for each value of each facet.
//
//	Builder ──► table: dates, values, statuses, an entry for each article
//	              │
//	            Index.Find(query) ──► evaluation: sets of articles
//	              │                      └─ Texts: who has a word
//	            Answer{hits in order, facet counts}
//
// A table holds numbers, not articles, so that a million articles take some
// hundred megabytes; a query is a few operations on sets. Only words are sought
// in texts, by whoever holds those.
package search

import (
	"context"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/query"
	"dossier/model/set"
)

// Texts finds articles by their words.
type Texts interface {
	// Match returns the articles that have a value, as numbers below n. The set
	// is the caller's.
	Match(ctx context.Context, v query.Value, in Part, n int) (*set.Set, error)
	// Rank puts the articles first that have most of the words, and leaves those
	// that it cannot tell apart as they stood.
	Rank(ctx context.Context, words []query.Value, hits []int32) error
	// ByID returns the article with an id.
	ByID(ctx context.Context, id string) (i int32, ok bool, err error)
}

// Part is where in an article words are sought.
type Part uint8

// The parts.
const (
	Anywhere Part = iota // in title and body
	InTitle
)

// Index is a dossier made ready for queries. It may be shared by goroutines. One
// that was loaded may answer the first question before it is whole.
type Index struct {
	front
	dossier *model.Dossier
	texts   Texts
	whole   func() (*whole, error) // waits; with an error it holds nothing
}

// New makes an index of a dossier whose texts are in memory. body returns the
// body of article i; it is first called when a query has a word.
func New(d *model.Dossier, body func(i int) string) *Index {
	var b Builder
	for i := range d.Len() {
		b.Set(i, d.Article(i))
	}
	if d.Articles == nil {
		return b.Index(d, nil, InMemory(model.Articles{}, body))
	}
	titles := ByTitle(d.Articles, func(int) bool { return true })
	return b.Index(d, titles, InMemory(d.Articles, body))
}

func newIndex(d *model.Dossier, t *table, texts Texts) *Index {
	w := newWhole(d, t, texts)
	return &Index{front: frontOf(t), dossier: d, texts: texts, whole: func() (*whole, error) { return w, nil }}
}

// all is the whole index; if that cannot be had, one that holds nothing.
func (x *Index) all() *whole {
	w, _ := x.whole()
	return w
}

// Whole waits until the index holds all that queries ask for. It fails if that
// cannot be read: the index then holds nothing but what was there at first.
func (x *Index) Whole() error {
	_, err := x.whole()
	return err
}

// Warm makes what the first filter would have to wait for.
func (x *Index) Warm() { x.all().warm() }

// Again is x without what it remembers of texts, of which more can be searched
// now.
func (x *Index) Again() *Index {
	w := x.all()
	again := &whole{
		table: w.table, dossier: w.dossier, texts: w.texts, subject: w.subject,
		orders: w.orders, resolved: map[resolveKey][]int32{}, matched: map[matchKey]*set.Set{},
	}
	return &Index{front: x.front, dossier: x.dossier, texts: x.texts, whole: func() (*whole, error) { return again, nil }}
}

// Find answers q. all tells, for each dimension, that the reader wants a second
// included value to narrow and not to widen: it bears on the counts while fewer
// than two are ticked. An answer is worthless once ctx is done, and Find then
// returns its error.
func (x *Index) Find(ctx context.Context, q query.Query, m Marks, all [facet.NumDimensions]bool) (Answer, error) {
	if a, ok := x.first(q, all, x.dossier.Register.Subject().Name); ok {
		return a, ctx.Err()
	}
	w, err := x.whole()
	if err != nil {
		return Answer{}, err
	}
	return w.find(ctx, q, m, all)
}

// Resolve returns the canonical names that a typed value means in a dimension,
// among the values that the dossier has.
func (x *Index) Resolve(d facet.Dimension, v query.Value) []string { return x.all().Resolve(d, v) }

// Dossier is what x is an index of.
func (x *Index) Dossier() *model.Dossier { return x.dossier }

// Len is the number that all articles' numbers are below.
func (x *Index) Len() int { return x.len }

// Date is that of article i.
func (x *Index) Date(i int32) model.Date { return x.all().dates[i] }

// Titles lists the articles by title; nil if they are not in order. The caller
// must not change it.
func (x *Index) Titles() []int32 { return x.all().titles }

// Count is the number of articles.
func (x *Index) Count() int { return x.count }

// Has reports whether there is an article i.
func (x *Index) Has(i int32) bool { return x.all().has(i) }

// ByID returns the article with an id.
func (x *Index) ByID(ctx context.Context, id string) (i int32, ok bool, err error) {
	i, ok, err = x.texts.ByID(ctx, id)
	return i, ok && int(i) < x.len, err
}

// Languages is how many languages the articles are in.
func (x *Index) Languages() int { return x.values[facet.Language] }

// Vendors is how many vendors cut ties in the articles.
func (x *Index) Vendors() int { return x.values[facet.Vendor] }

// Telling returns those of some articles that tell of a cut.
func (x *Index) Telling(articles []int32) []int32 {
	var all []int32
	telling := x.all().dims[facet.Vendor].inverse().any
	for _, i := range articles {
		if telling.Has(int(i)) {
			all = append(all, i)
		}
	}
	return all
}
