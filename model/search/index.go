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
	"sync"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/fold"
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

// Index is a dossier made ready for queries. It may be shared by goroutines.
type Index struct {
	*table
	dossier *model.Dossier
	texts   Texts
	subject string

	orders orders

	resolving sync.Mutex
	resolved  map[resolveKey][]int32

	matching sync.Mutex
	matched  map[matchKey]*set.Set
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
	x := &Index{
		table: t, dossier: d, texts: texts, subject: d.Register.Subject().Name,
		resolved: map[resolveKey][]int32{}, matched: map[matchKey]*set.Set{},
	}
	x.orders.table = t
	for d := range x.dims {
		x.dims[d].naming = sync.OnceValue(func() naming { return x.nameValues(facet.Dimension(d)) })
	}
	return x
}

// nameValues collects the names that the register and the table of languages
// know for the values of a facet.
func (x *Index) nameValues(d facet.Dimension) naming {
	values := x.dims[d].values
	n := naming{make([][]string, len(values)), make(map[string]int32, len(values))}
	for i, v := range values {
		n.byName[v.Name] = int32(i)
		if d == facet.Language {
			n.forms[i] = languageForms(v.Name)
			continue
		}
		a, _ := x.dossier.Register.Find(v.Name)
		n.forms[i] = actorForms(v.Name, a)
	}
	return n
}

// Warm makes what the first filter would have to wait for.
func (x *Index) Warm() {
	for d := range x.dims {
		x.dims[d].inverse()
		x.dims[d].naming()
	}
	x.cuts()
}

func actorForms(name string, a model.Actor) []string {
	forms := []string{fold.String(name)}
	for _, alias := range a.Aliases {
		forms = append(forms, fold.String(alias))
	}
	return forms
}

// Dossier is what x is an index of.
func (x *Index) Dossier() *model.Dossier { return x.dossier }

// Len is the number that all articles' numbers are below.
func (x *Index) Len() int { return x.len }

// Date is that of article i.
func (x *Index) Date(i int32) model.Date { return x.dates[i] }

// Titles lists the articles by title; nil if they are not in order. The caller
// must not change it.
func (x *Index) Titles() []int32 { return x.titles }

// Count is the number of articles.
func (x *Index) Count() int { return x.present.Count() }

// Has reports whether there is an article i.
func (x *Index) Has(i int32) bool { return int(i) < x.len && x.present.Has(int(i)) }

// ByID returns the article with an id.
func (x *Index) ByID(ctx context.Context, id string) (i int32, ok bool, err error) {
	i, ok, err = x.texts.ByID(ctx, id)
	return i, ok && x.Has(i), err
}

// Languages is how many languages the articles are in.
func (x *Index) Languages() int { return len(x.dims[facet.Language].values) }

// Vendors is how many vendors cut ties in the articles.
func (x *Index) Vendors() int { return len(x.dims[facet.Vendor].values) }

// Telling returns those of some articles that tell of a cut.
func (x *Index) Telling(articles []int32) []int32 {
	var all []int32
	for _, i := range articles {
		if x.dims[facet.Vendor].inverse().any.Has(int(i)) {
			all = append(all, i)
		}
	}
	return all
}
