package search

import (
	"cmp"
	"slices"
	"sync"

	"dossier/model"
	"dossier/model/fold"
	"dossier/model/query"
	"dossier/model/set"
)

// orders keeps the articles in each order that was asked for.
type orders struct {
	articles []model.Article
	mu       sync.Mutex
	made     map[query.Sort][]int32
}

// by returns all articles in an order. The caller must not change it.
func (o *orders) by(s query.Sort) []int32 {
	o.mu.Lock()
	defer o.mu.Unlock()
	if order, ok := o.made[s]; ok {
		return order
	}
	order := make([]int32, len(o.articles))
	for i := range order {
		order[i] = int32(i)
	}
	before := o.comparison(s)
	slices.SortStableFunc(order, func(a, b int32) int { return before(a, b) })
	if o.made == nil {
		o.made = map[query.Sort][]int32{}
	}
	o.made[s] = order
	return order
}

// comparison of articles; where s does not tell two apart, the default does.
func (o *orders) comparison(s query.Sort) func(a, b int32) int {
	titles := o.folded(func(a *model.Article) string { return a.Title })
	byDefault := func(a, b int32) int {
		return cmp.Or(
			o.dates(b, a, -1),
			cmp.Compare(titles[a], titles[b]),
			cmp.Compare(o.articles[a].ID, o.articles[b].ID))
	}
	switch s {
	case query.ByDate:
		return func(a, b int32) int { return cmp.Or(o.dates(a, b, 1), byDefault(a, b)) }
	case query.ByTitle:
		return func(a, b int32) int { return cmp.Or(cmp.Compare(titles[a], titles[b]), byDefault(a, b)) }
	case query.BySource:
		sources := o.folded(func(a *model.Article) string { return a.Source })
		return func(a, b int32) int { return cmp.Or(emptyLast(sources[a], sources[b]), byDefault(a, b)) }
	}
	return byDefault
}

// dates compares a and b by date, the undated last whichever way the order
// goes: undated is the sign that puts a missing date of a behind.
func (o *orders) dates(a, b int32, undated int) int {
	x, y := o.articles[a].Date, o.articles[b].Date
	switch {
	case x.IsZero() && y.IsZero():
		return 0
	case x.IsZero():
		return undated
	case y.IsZero():
		return -undated
	}
	return x.Compare(y)
}

func emptyLast(a, b string) int {
	switch {
	case a == b:
		return 0
	case a == "":
		return 1
	case b == "":
		return -1
	}
	return cmp.Compare(a, b)
}

func (o *orders) folded(get func(*model.Article) string) []string {
	keys := make([]string, len(o.articles))
	for i := range keys {
		keys[i] = fold.String(get(&o.articles[i]))
	}
	return keys
}

// ordered lists the articles of s in the order of the query.
func (e *evaluation) ordered(q query.Query, s *set.Set) []int32 {
	hits := make([]int32, 0, s.Count())
	for _, i := range e.orders.by(q.Sort) {
		if s.Has(int(i)) {
			hits = append(hits, i)
		}
	}
	switch q.Sort {
	case query.ByRelevance:
		e.byRelevance(q, hits)
	case query.ByRead:
		e.byRead(hits)
	}
	return hits
}

func (e *evaluation) byRelevance(q query.Query, hits []int32) {
	words := q.Words()
	if len(words) == 0 {
		return
	}
	e.foldTexts()
	var ms []query.Matcher
	for _, w := range words {
		ms = append(ms, query.NewMatcher(w))
	}
	score := make(map[int32]int, len(hits))
	for n, i := range hits {
		if n%pause == 0 && e.ctx.Err() != nil {
			return
		}
		score[i] = e.relevance(ms, int(i))
	}
	slices.SortStableFunc(hits, func(a, b int32) int { return score[b] - score[a] })
}

func (e *evaluation) byRead(hits []int32) {
	when := map[int32]int{}
	for n, i := range e.marks.Order {
		when[i] = n + 1
	}
	slices.SortStableFunc(hits, func(a, b int32) int { return when[b] - when[a] })
}
