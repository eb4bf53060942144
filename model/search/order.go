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
	*table
	mu   sync.Mutex
	made map[query.Sort][]int32
}

// by returns all articles in an order. The caller must not change it.
func (o *orders) by(s query.Sort) []int32 {
	o.mu.Lock()
	defer o.mu.Unlock()
	if order, ok := o.made[s]; ok {
		return order
	}
	order := o.make(s)
	if o.made == nil {
		o.made = map[query.Sort][]int32{}
	}
	o.made[s] = order
	return order
}

// make sorts by one key after the other, the last one first: each sorting keeps
// what the one before has done, and takes time in proportion to the articles.
func (o *orders) make(s query.Sort) []int32 {
	if o.titles == nil {
		return slices.AppendSeq(make([]int32, 0, o.len), o.numbers)
	}
	switch s {
	case query.ByTitle:
		return o.titles
	case query.ByDate:
		return deal(o.titles, o.dateRanks(true))
	}
	latestFirst := deal(o.titles, o.dateRanks(false))
	if s == query.BySource {
		return deal(latestFirst, o.sources.ranks())
	}
	return latestFirst
}

func (o *orders) numbers(yield func(int32) bool) {
	for i := range o.present.All {
		if !yield(int32(i)) {
			return
		}
	}
}

// ranks is a place in an order for each article. Those of one rank are not told
// apart; the ranks are few.
type ranks struct {
	of    []int32
	count int
}

// deal sorts items by rank, those of one rank as they stand.
func deal(items []int32, by ranks) []int32 {
	next := make([]int, by.count+1)
	for _, i := range items {
		next[by.of[i]+1]++
	}
	for r := range by.count {
		next[r+1] += next[r]
	}
	out := make([]int32, len(items))
	for _, i := range items {
		out[next[by.of[i]]] = i
		next[by.of[i]]++
	}
	return out
}

// dateRanks ranks by date; the undated come last whichever way the order goes.
func (o *orders) dateRanks(ascending bool) ranks {
	days := dayNumbers(o.dates)
	n := len(days.seen)
	next := int32(0)
	rank := make([]int32, n)
	for at := range n {
		day := at
		if !ascending {
			day = n - 1 - at
		}
		if days.seen[day] {
			rank[day] = next
			next++
		}
	}
	r := ranks{make([]int32, o.len), int(next) + 1}
	for i, day := range days.of {
		if r.of[i] = next; day >= 0 {
			r.of[i] = rank[day]
		}
	}
	return r
}

// days numbers dates in their order, from the first year on; -1 is no date.
type days struct {
	of   []int32
	seen []bool
}

func dayNumbers(dates []model.Date) days {
	first, last := 1<<15, 0
	for _, d := range dates {
		if !d.IsZero() {
			first, last = min(first, int(d.Year)), max(last, int(d.Year))
		}
	}
	if last < first {
		first, last = 0, 0
	}
	const months, monthDays = 16, 32
	all := days{make([]int32, len(dates)), make([]bool, (last-first+1)*months*monthDays)}
	for i, d := range dates {
		if d.IsZero() {
			all.of[i] = -1
			continue
		}
		day := (int(d.Year)-first)*months*monthDays + int(d.Month)*monthDays + int(d.Day)
		all.of[i] = int32(day)
		all.seen[day] = true
	}
	return all
}

// ranks ranks by name, those without one last.
func (l *labels) ranks() ranks {
	order := make([]int32, len(l.names))
	folded := make([]string, len(l.names))
	for n := range order {
		order[n] = int32(n)
		folded[n] = fold.String(l.names[n])
	}
	slices.SortFunc(order, func(a, b int32) int { return emptyLast(folded[a], folded[b]) })
	place := make([]int32, len(order))
	rank := int32(-1)
	for n, at := range order {
		if n == 0 || folded[at] != folded[order[n-1]] {
			rank++
		}
		place[at] = rank
	}
	r := ranks{make([]int32, len(l.of)), int(rank) + 1}
	for i, n := range l.of {
		r.of[i] = place[n]
	}
	return r
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
	if err := e.texts.Rank(e.ctx, words, hits); err != nil {
		e.err = err
	}
}

func (e *evaluation) byRead(hits []int32) {
	when := map[int32]int{}
	for n, i := range e.marks.Order {
		when[i] = n + 1
	}
	slices.SortStableFunc(hits, func(a, b int32) int { return when[b] - when[a] })
}

// PutFirst puts those of hits that are among the best first, in their order
// there; the others stay as they stood.
func PutFirst(hits, best []int32) {
	place := make(map[int32]int, len(best))
	for n, i := range best {
		place[i] = n - len(best)
	}
	slices.SortStableFunc(hits, func(a, b int32) int { return place[a] - place[b] })
}
