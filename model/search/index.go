// Package search answers a query about a dossier: which articles, in what
// order, and how many there would be for each value of each facet.
//
// An Index holds postings in memory: for each value the set of articles that
// have it. A query is then a few operations on sets; only bare words read text.
package search

import (
	"sync"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/fold"
	"dossier/model/set"
)

// Index is a dossier made ready for queries. It may be shared by goroutines.
type Index struct {
	dossier *model.Dossier
	body    func(i int) string
	subject string
	dims    [facet.NumDimensions]dimension
	status  [numStatuses]*set.Set // articles with a cut of that status
	cuts    map[cutKey]*set.Set
	orders  orders

	folding sync.Once
	titles  []string // folded; made by fold
	bodies  []string

	resolving sync.Mutex
	resolved  map[resolveKey][]int32
}

const numStatuses = int(model.Disputed) + 1

// cutKey is a vendor's number in its dimension and a status.
type cutKey struct {
	vendor int32
	status model.Status
}

// New makes an index of d. body returns the body of article i; it is first
// called when a query has a bare word.
func New(d *model.Dossier, body func(i int) string) *Index {
	x := &Index{dossier: d, body: body, subject: d.Register.Subject().Name, resolved: map[resolveKey][]int32{}}
	x.addLanguages()
	x.addVendors()
	x.addActors()
	x.orders.articles = d.Articles
	return x
}

// Dossier is what x is an index of.
func (x *Index) Dossier() *model.Dossier { return x.dossier }

// Len is the number of articles.
func (x *Index) Len() int { return len(x.dossier.Articles) }

// dimension is the values of one facet.
type dimension struct {
	values   []facet.Value // State and Count unset
	forms    [][]string    // folded name and aliases of each value
	byName   map[string]int32
	postings []*set.Set
	has      [][]int32 // values of each article
	any      *set.Set  // articles with at least one value
}

func newDimension(articles int) dimension {
	return dimension{byName: map[string]int32{}, has: make([][]int32, articles), any: set.New(articles)}
}

// add notes that article i has the value, and returns the value's number.
func (d *dimension) add(i int, v facet.Value, forms func() []string) int32 {
	n, known := d.byName[v.Name]
	if !known {
		n = int32(len(d.values))
		d.byName[v.Name] = n
		d.values = append(d.values, v)
		d.forms = append(d.forms, forms())
		d.postings = append(d.postings, set.New(len(d.has)))
	}
	if !d.postings[n].Has(i) {
		d.postings[n].Add(i)
		d.any.Add(i)
		d.has[i] = append(d.has[i], n)
		d.values[n].Total++
	}
	return n
}

func (x *Index) addLanguages() {
	d := newDimension(x.Len())
	for i := range x.dossier.Articles {
		if tag := x.dossier.Articles[i].Language; tag != "" {
			d.add(i, facet.Value{Name: tag}, func() []string { return languageForms(tag) })
		}
	}
	x.dims[facet.Language] = d
}

func (x *Index) addVendors() {
	d := newDimension(x.Len())
	x.cuts = map[cutKey]*set.Set{}
	for s := range x.status {
		x.status[s] = set.New(x.Len())
	}
	firm := map[int32]bool{}
	for i := range x.dossier.Articles {
		for _, c := range x.dossier.Articles[i].Cuts {
			n := d.add(i, x.actorValue(c.Vendor), func() []string { return x.actorForms(c.Vendor) })
			x.addCut(i, cutKey{n, c.Status})
			firm[n] = firm[n] || c.Status != model.Disputed
		}
	}
	for n := range d.values {
		d.values[n].Disputed = !firm[int32(n)]
	}
	x.dims[facet.Vendor] = d
}

func (x *Index) addCut(i int, k cutKey) {
	x.status[k.status].Add(i)
	if x.cuts[k] == nil {
		x.cuts[k] = set.New(x.Len())
	}
	x.cuts[k].Add(i)
}

// addActors takes in whoever an article names, its vendors too: the evidence of
// a cut names its vendor.
func (x *Index) addActors() {
	d := newDimension(x.Len())
	for i := range x.dossier.Articles {
		a := &x.dossier.Articles[i]
		for _, name := range a.Actors {
			d.add(i, x.actorValue(name), func() []string { return x.actorForms(name) })
		}
		for _, c := range a.Cuts {
			d.add(i, x.actorValue(c.Vendor), func() []string { return x.actorForms(c.Vendor) })
		}
	}
	x.dims[facet.Actor] = d
}

func (x *Index) actorValue(name string) facet.Value {
	a, _ := x.dossier.Register.Find(name)
	return facet.Value{Name: name, Kind: a.Kind}
}

func (x *Index) actorForms(name string) []string {
	forms := []string{fold.String(name)}
	if a, known := x.dossier.Register.Find(name); known {
		for _, alias := range a.Aliases {
			forms = append(forms, fold.String(alias))
		}
	}
	return forms
}
