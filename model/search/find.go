package search

import (
	"cmp"
	"context"
	"sync"

	"dossier/model/facet"
	"dossier/model/fault"
	"dossier/model/query"
	"dossier/model/set"
)

// Answer is what a query finds.
type Answer struct {
	Hits   []int32 // articles, in the query's order
	Facets [facet.NumDimensions]Counts
	// Culprit is, if nothing was found, the top-level term whose removal brings
	// most articles back, as an index into the query's root; else -1. Freed is
	// how many articles that would be.
	Culprit int
	Freed   int
}

// Counts is one facet as it stands under a query.
type Counts struct {
	// Values are persons before organisations, the most frequent of all articles
	// first, then by name.
	Values []facet.Value
	All    bool // several included values mean each of them
}

// find is Find of an index that is whole.
func (x *whole) find(ctx context.Context, q query.Query, m Marks, all [facet.NumDimensions]bool) (Answer, error) {
	e := &evaluation{whole: x, ctx: ctx, marks: m}
	hits := e.all(q.Root.Kids)
	a := Answer{Culprit: -1}
	var counting sync.WaitGroup
	for d := range facet.NumDimensions {
		count := e.counts(q, d, all[d])
		counting.Go(func() {
			defer fault.Catch()
			a.Facets[d] = count()
		})
	}
	a.Hits = e.ordered(q, hits)
	counting.Wait()
	if len(a.Hits) == 0 {
		a.Culprit, a.Freed = e.culprit(q)
	}
	return a, cmp.Or(ctx.Err(), e.err)
}

func (e *evaluation) culprit(q query.Query) (term, freed int) {
	term = -1
	for i := range q.Root.Kids {
		if n := e.all(q.Without(i).Root.Kids).Count(); n > freed {
			term, freed = i, n
		}
	}
	return term, freed
}

// counts tells for each value how many articles the list would hold if it were
// ticked instead of the other included values of its dimension, or, where all
// must hold, if it were added to them. Exclusions stay, save the value's own.
// What the rest of the query finds is found at once; the counting is left to
// the function that it returns, which asks nothing but the facets, so that those of
// several may run beside each other.
func (e *evaluation) counts(q query.Query, d facet.Dimension, all bool) func() Counts {
	ticks, rest := facet.Split(q, d, e)
	all = all && len(ticks.Included) < 2 || ticks.All
	st := anyStatus
	if d == facet.Vendor {
		st, rest = unbind(rest)
	}
	base := e.all(rest)
	kept := base.Clone()
	e.exclude(kept, d, ticks.Excluded, "", st)
	if all {
		e.require(base, d, ticks.Included, st)
		e.require(kept, d, ticks.Included, st)
	}
	return func() Counts {
		c := Counts{Values: make([]facet.Value, 0, len(e.dims[d].values)), All: all}
		tally := e.tally(kept, d, st)
		for n, v := range e.dims[d].values {
			if v.Name == e.subject {
				continue // every article names it: it divides nothing
			}
			v.State = ticks.State(v.Name)
			v.Count = tally[n]
			if v.State == facet.Excluded {
				own := base.Clone()
				e.exclude(own, d, ticks.Excluded, v.Name, st)
				v.Count = e.posting(d, int32(n), st).countIn(own)
			}
			c.Values = append(c.Values, v)
		}
		return c
	}
}

// unbind takes the top-level statuses out of the vendor facet's other terms:
// they speak of the vendor that is counted.
func unbind(nodes []query.Node) (statuses, []query.Node) {
	st, _ := topStatus(nodes)
	var rest []query.Node
	for _, n := range nodes {
		if !isStatus(n) {
			rest = append(rest, n)
		}
	}
	return st, rest
}

func (e *evaluation) posting(d facet.Dimension, n int32, st statuses) posting {
	if d == facet.Vendor {
		return e.vendorCuts(n, st)
	}
	return e.dims[d].inverse().postings[n]
}

func (e *evaluation) exclude(s *set.Set, d facet.Dimension, names []string, save string, st statuses) {
	for _, name := range names {
		if n, ok := e.dims[d].naming().byName[name]; ok && name != save {
			e.posting(d, n, st).andNot(s)
		}
	}
}

func (e *evaluation) require(s *set.Set, d facet.Dimension, names []string, st statuses) {
	for _, name := range names {
		if n, ok := e.dims[d].naming().byName[name]; ok {
			e.posting(d, n, st).and(s)
		}
	}
}

// tally counts how many articles of s have each value. It walks the articles
// rather than the values: of 50,000 actors an article names a dozen.
func (e *evaluation) tally(s *set.Set, d facet.Dimension, st statuses) []int {
	counts := make([]int, len(e.dims[d].values))
	if d == facet.Vendor && st != anyStatus {
		for n := range counts {
			counts[n] = e.vendorCuts(int32(n), st).countIn(s)
		}
		return counts
	}
	dim := &e.dims[d]
	if s.Count() == e.present.Count() {
		for n := range counts {
			counts[n] = dim.values[n].Total
		}
		return counts
	}
	for i := range s.All {
		for _, n := range dim.of(i) {
			counts[n]++
		}
	}
	return counts
}
