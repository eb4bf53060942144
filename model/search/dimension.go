package search

import (
	"cmp"
	"slices"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/fold"
	"dossier/model/language"
	"dossier/model/set"
)

// dimension is the values of one facet, and which article has which.
type dimension struct {
	values  []facet.Value // Count and State unset
	start   []uint32      // where in ids those of each article begin, and where the last end
	ids     []int32       // values, by article
	inverse func() inverse
	naming  func() naming
}

// inverse is which articles have each value. It is made when first asked for:
// the first frame needs none.
type inverse struct {
	postings []posting
	any      *set.Set // articles with at least one value
}

// naming finds values by their names. It is made when first asked for, too.
type naming struct {
	forms  [][]string // folded name and aliases of each value
	byName map[string]int32
}

// of lists the values of article i.
func (d *dimension) of(i int) []int32 { return d.ids[d.start[i]:d.start[i+1]] }

// arrange puts the values in the order in which a reader wants them: persons
// before organisations, the most frequent first, then by name. keys are their
// names folded.
func (d *dimension) arrange(dim facet.Dimension, r *model.Register, keys []string) {
	totals := make([]int, len(d.values))
	for _, v := range d.ids {
		totals[v]++
	}
	order := make([]int32, len(d.values))
	for v := range d.values {
		value := &d.values[v]
		order[v], value.Total = int32(v), totals[v]
		if dim == facet.Language {
			keys[v] = fold.String(language.Name(value.Name))
		} else if a, known := r.FindFolded(keys[v]); known {
			value.Kind = a.Kind
		}
	}
	slices.SortFunc(order, func(a, b int32) int {
		x, y := &d.values[a], &d.values[b]
		return cmp.Or(int(y.Kind)-int(x.Kind), y.Total-x.Total, cmp.Compare(keys[a], keys[b]))
	})
	d.permute(order)
}

// permute puts the values in another order.
func (d *dimension) permute(order []int32) {
	place := make([]int32, len(order))
	values := make([]facet.Value, len(order))
	for n, v := range order {
		place[v] = int32(n)
		values[n] = d.values[v]
	}
	d.values = values
	for i, v := range d.ids {
		d.ids[i] = place[v]
	}
}

// invert makes of the values of each article the articles of each value.
func (d *dimension) invert(articles int) inverse {
	lists := d.lists()
	inv := inverse{make([]posting, len(d.values)), set.New(articles)}
	for i := range articles {
		of := d.of(i)
		if len(of) > 0 {
			inv.any.Add(i)
		}
		for _, v := range of {
			lists[v] = append(lists[v], int32(i))
		}
	}
	for v, list := range lists {
		inv.postings[v] = newPosting(list, articles)
	}
	return inv
}

// lists makes an empty list for each value, all in one piece of memory.
func (d *dimension) lists() [][]int32 {
	room := make([]int32, len(d.ids))
	lists := make([][]int32, len(d.values))
	for v := range d.values {
		n := d.values[v].Total
		lists[v], room = room[:0:n], room[n:]
	}
	return lists
}

// labels is a fact of which each article has one at most, such as its source.
type labels struct {
	names []string // each once; the first is empty: none
	of    []int32  // into names, by article
}
