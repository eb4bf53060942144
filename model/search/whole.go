package search

import (
	"context"
	"sync"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/fold"
	"dossier/model/set"
)

// whole is an index with all that queries ask for.
type whole struct {
	*table
	dossier *model.Dossier
	texts   Texts
	subject string

	orders *orders

	resolving sync.Mutex
	resolved  map[resolveKey][]int32

	matching sync.Mutex
	matched  map[matchKey]*set.Set
}

func newWhole(d *model.Dossier, t *table, texts Texts) *whole {
	x := &whole{
		table: t, dossier: d, texts: texts, subject: d.Register.Subject().Name,
		orders: &orders{table: t}, resolved: map[resolveKey][]int32{}, matched: map[matchKey]*set.Set{},
	}
	for d := range x.dims {
		x.dims[d].naming = sync.OnceValue(func() naming { return x.nameValues(facet.Dimension(d)) })
	}
	return x
}

// nameValues collects the names that the register and the table of languages
// know for the values of a facet.
func (x *whole) nameValues(d facet.Dimension) naming {
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

// warm makes what the first filter would have to wait for.
func (x *whole) warm() {
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

func (x *whole) has(i int32) bool { return int(i) < x.len && x.present.Has(int(i)) }

func (x *whole) byID(ctx context.Context, id string) (i int32, ok bool, err error) {
	i, ok, err = x.texts.ByID(ctx, id)
	return i, ok && x.has(i), err
}
