package search

import (
	"sync"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/set"
)

// table is what queries ask of articles, an entry for each number. It does not
// change once made.
type table struct {
	len      int
	dates    []model.Date
	marks    []rowMarks
	dims     [facet.NumDimensions]dimension
	statuses []model.Status // of the cuts, beside the ids of the vendors
	sources  labels
	authors  labels
	titles   []int32  // the articles by title; nil if they are not in order yet
	persons  []string // that the register does not know, sorted

	// Made of the above:
	present, detected, evident *set.Set
	cuts                       func() cutSets
}

// cutSets is which articles have which cuts. It is made when first asked for.
type cutSets struct {
	status [numStatuses]*set.Set // articles with a cut of that status
	by     map[cutKey]posting
}

const numStatuses = int(model.Disputed) + 1

// cutKey is a vendor's number in its dimension and a status.
type cutKey struct {
	vendor int32
	status model.Status
}

// emptyTable has no article below n.
func emptyTable(n int) *table {
	t := &table{len: n, dates: make([]model.Date, n), marks: make([]rowMarks, n)}
	for d := range t.dims {
		t.dims[d].start = make([]uint32, n+1)
	}
	for _, l := range [...]*labels{&t.sources, &t.authors} {
		*l = labels{names: []string{""}, of: make([]int32, n)}
	}
	return t
}

// complete makes what follows from the rest.
func (t *table) complete() {
	t.present, t.detected, t.evident = set.New(t.len), set.New(t.len), set.New(t.len)
	for i, m := range t.marks {
		t.mark(i, m)
	}
	for d := range t.dims {
		dim := &t.dims[d]
		dim.inverse = sync.OnceValue(func() inverse { return dim.invert(t.len) })
	}
	t.cuts = sync.OnceValue(t.findCuts)
}

func (t *table) mark(i int, m rowMarks) {
	if m&present != 0 {
		t.present.Add(i)
	}
	if m&detected != 0 {
		t.detected.Add(i)
	}
	if m&evident != 0 {
		t.evident.Add(i)
	}
}

func (t *table) findCuts() cutSets {
	lists := map[cutKey][]int32{}
	var c cutSets
	for s := range c.status {
		c.status[s] = set.New(t.len)
	}
	t.eachCut(func(i int, k cutKey) {
		c.status[k.status].Add(i)
		lists[k] = append(lists[k], int32(i))
	})
	c.by = make(map[cutKey]posting, len(lists))
	for k, list := range lists {
		c.by[k] = newPosting(list, t.len)
	}
	return c
}

func (t *table) eachCut(f func(article int, k cutKey)) {
	vendors := &t.dims[facet.Vendor]
	cut := 0
	for i := range t.len {
		for _, n := range vendors.of(i) {
			f(i, cutKey{n, t.statuses[cut]})
			cut++
		}
	}
}

// markDisputed notes of which vendors every cut is disputed.
func (t *table) markDisputed() {
	values := t.dims[facet.Vendor].values
	for n := range values {
		values[n].Disputed = true
	}
	t.eachCut(func(_ int, k cutKey) {
		values[k.vendor].Disputed = values[k.vendor].Disputed && k.status == model.Disputed
	})
}
