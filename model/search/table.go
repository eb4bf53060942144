package search

import (
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
	status                     [numStatuses]*set.Set // articles with a cut of that status
	cuts                       map[cutKey]posting
}

const numStatuses = int(model.Disputed) + 1

// cutKey is a vendor's number in its dimension and a status.
type cutKey struct {
	vendor int32
	status model.Status
}

// complete makes what follows from the rest.
func (t *table) complete() {
	t.present, t.detected, t.evident = set.New(t.len), set.New(t.len), set.New(t.len)
	for i, m := range t.marks {
		t.mark(i, m)
	}
	for d := range t.dims {
		t.dims[d].invert(t.len)
	}
	t.addCuts()
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

func (t *table) addCuts() {
	lists := map[cutKey][]int32{}
	for s := range t.status {
		t.status[s] = set.New(t.len)
	}
	vendors := &t.dims[facet.Vendor]
	firm := make([]bool, len(vendors.values))
	cut := 0
	for i := range t.len {
		for _, n := range vendors.of(i) {
			k := cutKey{n, t.statuses[cut]}
			cut++
			t.status[k.status].Add(i)
			lists[k] = append(lists[k], int32(i))
			firm[n] = firm[n] || k.status != model.Disputed
		}
	}
	t.cuts = make(map[cutKey]posting, len(lists))
	for k, list := range lists {
		t.cuts[k] = newPosting(list, t.len)
	}
	for n := range vendors.values {
		vendors.values[n].Disputed = !firm[n]
	}
}
