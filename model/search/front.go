package search

import (
	"encoding/binary"
	"sync"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/query"
)

// front is what the first frame of a large dossier needs of an index: how much
// there is and, if it was loaded, the answer to the first question, for
// everything in the usual order. To read and lay out the columns of a million
// articles takes two tenths of a second, this a hundredth.
type front struct {
	len, count int
	values     [facet.NumDimensions]int // how many
	order      []int32                  // the articles in the usual order; nil if the first answer is not known
	facets     [facet.NumDimensions][]facet.Value
	persons    []string // that the register does not know
}

func frontOf(t *table) front {
	f := front{len: t.len, count: t.present.Count()}
	for d := range t.dims {
		f.values[d] = len(t.dims[d].values)
	}
	return f
}

// first answers the first question.
func (f *front) first(q query.Query, all [facet.NumDimensions]bool, subject string) (a Answer, ok bool) {
	if f.order == nil || !q.Empty() || q.Sort != query.ByDefault {
		return a, false
	}
	a = Answer{Hits: append(make([]int32, 0, len(f.order)), f.order...), Culprit: -1}
	for d, values := range f.facets {
		c := Counts{Values: make([]facet.Value, 0, len(values)), All: all[d]}
		for _, v := range values {
			if v.Name != subject {
				v.Count = v.Total
				c.Values = append(c.Values, v)
			}
		}
		a.Facets[d] = c
	}
	return a, true
}

// Front writes what a first frame needs of the index, for LoadBehind to read.
func (x *Index) Front() []byte {
	w := x.all()
	order := w.orders.by(query.ByDefault)
	e := encoder{out: make([]byte, 0, 4*len(order)+1024)}
	e.number(columnsVersion)
	e.number(w.len)
	for d := range w.dims {
		e.section(func(e *encoder) { e.totals(w.dims[d].values) })
	}
	e.section(func(e *encoder) { e.strings(w.persons) })
	e.section(func(e *encoder) { e.quick(order) })
	return e.out
}

// totals writes values with how many articles have each.
func (e *encoder) totals(values []facet.Value) {
	e.values(values)
	for _, v := range values {
		e.number(v.Total)
	}
}

// quick writes numbers so that they are read without looking at each byte.
func (e *encoder) quick(all []int32) {
	for _, n := range all {
		e.out = binary.LittleEndian.AppendUint32(e.out, uint32(n))
	}
}

func readFront(encoded []byte) (f front, ok bool) {
	d := decoder{in: encoded}
	if d.number() != columnsVersion {
		return f, false
	}
	f.len = d.number()
	var parts []func(*decoder)
	for n := range f.facets {
		parts = append(parts, func(d *decoder) { f.facets[n] = d.totals(f.len) })
	}
	parts = append(parts,
		func(d *decoder) { f.persons = d.strings() },
		func(d *decoder) { f.order = d.quick(f.len) })
	ok = d.sections(parts)
	f.count = len(f.order)
	for n := range f.facets {
		f.values[n] = len(f.facets[n])
	}
	return f, ok
}

func (d *decoder) totals(articles int) []facet.Value {
	values := d.values()
	for n := range values {
		values[n].Total = d.number()
		d.failed = d.failed || values[n].Total > articles
	}
	return values
}

// quick reads numbers below limit, as many as are left.
func (d *decoder) quick(limit int) []int32 {
	all := make([]int32, len(d.in)/4)
	for i := range all {
		all[i] = int32(binary.LittleEndian.Uint32(d.in[4*i:]))
		d.failed = d.failed || uint(all[i]) >= uint(limit)
	}
	d.in = d.in[4*len(all):]
	return all
}

// LoadBehind makes an index of what Front wrote. columns are read and loaded, as
// by Load, behind it: when somebody waits for them. They fail it with whatever
// they fail with, or with ErrEncoding.
func LoadBehind(front []byte, columns func() ([]byte, error), dossier func(persons []string) *model.Dossier, texts Texts) (*Index, error) {
	f, ok := readFront(front)
	if !ok {
		return nil, ErrEncoding
	}
	x := &Index{front: f, dossier: dossier(f.persons), texts: texts}
	x.whole = sync.OnceValues(func() (*whole, error) {
		raw, err := columns()
		var t *table
		if err == nil {
			t, err = decode(raw)
		}
		if err == nil && t.len != f.len {
			err = ErrEncoding
		}
		if err != nil {
			t = emptyTable(f.len)
		}
		t.complete()
		return newWhole(x.dossier, t, texts), err
	})
	return x, nil
}
