package search

import (
	"slices"
	"testing"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/query"
)

// crowded is a dossier whose names stand in each other's way.
func crowded() *Index {
	d := &model.Dossier{
		Register: model.NewRegister(model.Actor{Name: "Acme"}, []model.Actor{
			{Name: "Apple", Aliases: []string{"Big A"}},
			{Name: "Amazon", Aliases: []string{"Big A", "Apple"}},
			{Name: "Apple Bank"},
			{Name: "None"},
			{Name: `The "Q", Inc.`},
		}),
	}
	var all model.Articles
	for _, tag := range []string{"zh", "zh-Hant", "de", "de-AT", "fr", "fry", "nb"} {
		all = append(all, model.Article{Language: tag})
	}
	for _, a := range d.Register.Actors() {
		all = append(all, model.Article{Actors: []string{a.Name}, Cuts: []model.Cut{cut(a.Name, model.Done)}})
	}
	d.Articles = all
	return New(d, func(int) string { return "" })
}

// TestEveryValueCanBeTicked ticks each value that a facet lists and finds it,
// and it alone, ticked.
func TestEveryValueCanBeTicked(t *testing.T) {
	x := crowded()
	for d := range facet.NumDimensions {
		for _, v := range find(t, x, "").Facets[d].Values {
			q := facet.Set(query.Query{}, d, v.Name, facet.Included, false, x)
			if ticks, _ := facet.Split(q, d, x); !slices.Equal(ticks.Included, []string{v.Name}) {
				t.Errorf("%s ticked is %s, which means %q", v.Name, q, ticks.Included)
			}
			if n := len(find(t, x, q.String()).Hits); n != v.Count {
				t.Errorf("%s finds %d articles, its count said %d", q, n, v.Count)
			}
		}
	}
}

func TestResolve(t *testing.T) {
	x := crowded()
	for _, c := range []struct {
		d    facet.Dimension
		v    query.Value
		want []string
	}{
		{facet.Language, query.Value{Text: "zh"}, []string{"zh", "zh-Hant"}},
		{facet.Language, query.Value{Text: "zh", Quoted: true}, []string{"zh"}},
		{facet.Language, query.Value{Text: "DE", Quoted: true}, []string{"de"}},
		{facet.Language, query.Value{Text: "fr"}, []string{"fr"}}, // not also Frysk
		{facet.Language, query.Value{Text: "no"}, []string{"nb"}},
		{facet.Language, query.Value{Text: "deutsch"}, []string{"de", "de-AT"}},
		{facet.Actor, query.Value{Text: "apple"}, []string{"Amazon", "Apple", "Apple Bank"}},
		{facet.Actor, query.Value{Text: "apple", Quoted: true}, []string{"Apple"}}, // a name goes before an alias
		{facet.Actor, query.Value{Text: "big a", Quoted: true}, []string{"Amazon", "Apple"}},
		{facet.Actor, query.Value{Text: "none"}, nil},
		{facet.Actor, query.Value{Text: "none", Quoted: true}, []string{"None"}},
	} {
		for range 2 { // the second answer is remembered
			if got := x.Resolve(c.d, c.v); !slices.Equal(got, c.want) {
				t.Errorf("%s %+v means %q, want %q", c.d.Field(), c.v, got, c.want)
			}
		}
	}
}
