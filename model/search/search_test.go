package search

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/query"
	"dossier/model/set"
)

func date(s string) model.Date {
	d, err := model.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func cut(vendor string, s model.Status) model.Cut {
	return model.Cut{Vendor: vendor, Status: s, Passages: []model.Passage{{Start: 0, End: 1}}}
}

// small is a dossier of five articles that differ in everything.
func small() (*model.Dossier, []string) {
	r := model.NewRegister(model.Actor{Name: "Acme"}, []model.Actor{
		{Name: "Jo Doe", Kind: model.Person, Aliases: []string{"Doe"}},
		{Name: "Ann Doe", Kind: model.Person},
		{Name: "Bank", Aliases: []string{"The Bank", "BNK"}},
		{Name: "Cloud"},
		{Name: "Cloudy Days"},
		{Name: "Shop"},
	})
	bodies := []string{
		"The bank has left. Violence was the reason it gave.",
		"Straße und Cloud, ein Wort zum Ende.",
		"Rien à dire du magasin.",
		"The shop denies it; terms  of\nservice, it says.",
		"東京で雲が切れた。",
	}
	return &model.Dossier{Register: r, Articles: model.Articles{
		{ID: "a", Title: "Bank leaves", Language: "en", Date: date("2021-01-09"), Source: "Times", Actors: []string{"Acme", "Jo Doe", "Bank"}, Cuts: []model.Cut{cut("Bank", model.Done)}},
		{ID: "b", Title: "Ende", Language: "de", Date: date("2021-01"), Source: "Zeit", Author: "Uwe", Actors: []string{"Acme", "Cloud"}, Cuts: []model.Cut{cut("Cloud", model.Announced), cut("Bank", model.Disputed)}},
		{ID: "c", Title: "Rien", Language: "fr", Date: date("2021-01-12"), Actors: []string{"Ann Doe", "Shop"}, Detected: model.FieldActors},
		{ID: "d", Title: "Shop denies", Language: "en", Date: date("2021-01-12"), Actors: []string{"Jo Doe"}, Cuts: []model.Cut{cut("Shop", model.Disputed), cut("Cloud", model.Done)}},
		{ID: "e", Title: "雲", Language: "zh-Hant", Actors: []string{"Cloudy Days"}},
	}}, bodies
}

func index() *Index {
	d, bodies := small()
	return New(d, func(i int) string { return bodies[i] })
}

func find(t *testing.T, x *Index, text string) Answer {
	t.Helper()
	q, hints := query.Parse(text)
	if len(hints) > 0 {
		t.Fatalf("%s: %v", text, hints)
	}
	read := set.New(x.Len())
	read.Add(0)
	read.Add(2)
	a, err := x.Find(context.Background(), q, Marks{Read: read, Order: []int32{2, 0}}, [facet.NumDimensions]bool{})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func ids(x *Index, a Answer) string {
	var out []string
	for _, i := range a.Hits {
		out = append(out, x.dossier.Article(int(i)).ID)
	}
	return strings.Join(out, "")
}

func TestFind(t *testing.T) {
	x := index()
	// The default order is c d a b e: by date, then title, the undated last.
	for _, c := range []struct{ query, want string }{
		{"", "cdabe"},
		{"lang:en", "da"},
		{"lang:zh", "e"},
		{"lang:german", "b"},
		{"lang:de,fr", "cb"},
		{"lang:de lang:fr", "cb"},
		{"-lang:en", "cbe"},
		{"lang:none", ""},
		{"actor:doe", "cda"},
		{`actor:"Doe"`, "da"},
		{"actor:acme", "ab"},
		{"actor:cloud", "dbe"},
		{`actor:"cloud"`, "db"},
		{"vendor:bank", "ab"},
		{"vendor:bnk", "ab"},
		{"vendor:bank vendor:cloud", "b"},
		{"vendor:bank,cloud", "dab"},
		{"-vendor:bank,cloud", "ce"},
		{"vendor:none", "ce"},
		{"actor:shop -vendor:shop", "c"},
		{"status:disputed", "db"},
		{"status:disputed vendor:cloud", ""},
		{"status:done vendor:cloud", "d"},
		{"status:announced,done vendor:cloud", "db"},
		{"-status:disputed vendor:bank", "a"},
		{"-status:disputed", "cae"},
		{"status:disputed -vendor:bank", "d"},
		{"(status:disputed vendor:cloud)", ""},
		{"status:disputed (vendor:cloud OR lang:fr)", "db"},
		{"source:zeit", "b"},
		{"source:none", "cde"},
		{"author:uwe OR lang:fr", "cb"},
		{"title:shop", "d"},
		{"id:a", "a"},
		{"date:2021-01-12", "cdb"},
		{"date:2021-01-10..", "cdb"},
		{"date:..2021-01-09", "ab"},
		{"date:none", "e"},
		{"-date:2021-01", "e"},
		{"is:read", "ca"},
		{"is:unread", "dbe"},
		{"is:starred", ""},
		{"is:detected", "c"},
		{"has:evidence", "dab"},
		{"has:note", ""},
		{"violence", "a"},
		{"STRASSE", "b"},
		{`"terms of service"`, "d"},
		{"雲", "e"},
		{"bank OR rien", "ca"},
		{"-bank lang:en", "d"},
		{"sort:title", "abcde"},
		{"sort:date", "bacde"},
		{"sort:read", "acdbe"},
	} {
		if got := ids(x, find(t, x, c.query)); got != c.want {
			t.Errorf("%s finds %q, want %q", c.query, got, c.want)
		}
	}
}

func TestRelevanceGoesByHits(t *testing.T) {
	x := index()
	if got := ids(x, find(t, x, "shop OR violence sort:relevance")); got != "da" {
		t.Errorf("found %q, want the article with the word in its title first", got)
	}
}

func TestSubjectIsNoFacetValue(t *testing.T) {
	for _, v := range find(t, index(), "").Facets[facet.Actor].Values {
		if v.Name == "Acme" {
			t.Error("the subject is listed among the actors")
		}
	}
}

func TestCulprit(t *testing.T) {
	x := index()
	a := find(t, x, "lang:fr vendor:bank")
	if a.Culprit != 0 || a.Freed != 2 {
		t.Errorf("culprit %d frees %d, want term 0 (lang:fr) to free 2", a.Culprit, a.Freed)
	}
	if a := find(t, x, "lang:en"); a.Culprit != -1 {
		t.Errorf("culprit %d of a query that finds something", a.Culprit)
	}
}

func TestFindStopsWhenNotWanted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	q, _ := query.Parse("violence")
	if _, err := index().Find(ctx, q, Marks{}, [facet.NumDimensions]bool{}); err == nil {
		t.Error("a cancelled search gave an answer")
	}
}

// TestCountsAreWhatTickingFinds holds every count against the list that ticking
// the value would bring: the rule by which the counts are defined.
func TestCountsAreWhatTickingFinds(t *testing.T) {
	x := index()
	queries := []string{
		"", "lang:en", "lang:en,de", "-lang:en", "-lang:en -lang:fr",
		"vendor:Bank", "vendor:Bank,Cloud", "vendor:Bank vendor:Cloud", "-vendor:Bank", "vendor:Cloud -vendor:Bank",
		"lang:en vendor:Cloud", "actor:\"Jo Doe\"", "actor:\"Jo Doe\" -lang:de", "actor:\"Jo Doe\" actor:Bank",
		"status:disputed", "status:disputed vendor:Bank", "-status:disputed vendor:Bank", "-status:done", "status:done -vendor:Bank",
		"vendor:Bank,Cloud vendor:Shop", "actor:doe lang:en", "violence lang:en", "lang:fr vendor:Bank",
	}
	for _, text := range queries {
		for all := range 2 {
			checkCounts(t, x, text, all == 1)
		}
	}
}

func checkCounts(t *testing.T, x *Index, text string, all bool) {
	t.Helper()
	q, _ := query.Parse(text)
	prefer := [facet.NumDimensions]bool{false, all, all}
	a, err := x.Find(context.Background(), q, Marks{}, prefer)
	if err != nil {
		t.Fatal(err)
	}
	for d := range facet.NumDimensions {
		counts := a.Facets[d]
		ticks, _ := facet.Split(q, d, x)
		for _, v := range counts.Values {
			want := tickAlone(x, q, d, ticks, v.Name, counts.All)
			if v.Count != want {
				t.Errorf("query %q, all %v, %s %s: count %d, but ticking it lists %d", text, counts.All, d.Field(), v.Name, v.Count, want)
			}
		}
	}
}

// tickAlone is how many articles the list holds with one value ticked instead
// of the other included ones of its facet, or, where all must hold, beside
// them.
func tickAlone(x *Index, q query.Query, d facet.Dimension, ticks facet.Ticks, name string, all bool) int {
	next := facet.Ticks{Included: []string{name}, All: all}
	if all {
		next.Included = append(slices.DeleteFunc(slices.Clone(ticks.Included), func(n string) bool { return n == name }), name)
	}
	next.Excluded = slices.DeleteFunc(slices.Clone(ticks.Excluded), func(n string) bool { return n == name })
	a, err := x.Find(context.Background(), facet.Join(q, d, next, x), Marks{}, [facet.NumDimensions]bool{})
	if err != nil {
		panic(err)
	}
	return len(a.Hits)
}

func BenchmarkFind(b *testing.B) {
	for _, n := range []int{1000, 100_000} {
		x := large(n)
		for _, text := range []string{"", "lang:de", "vendor:Vendor3 -lang:fr", "word7"} {
			q, _ := query.Parse(text)
			x.Find(context.Background(), q, Marks{}, [facet.NumDimensions]bool{})
			b.Run(fmt.Sprintf("%d/%s", n, text), func(b *testing.B) {
				for b.Loop() {
					x.Find(context.Background(), q, Marks{}, [facet.NumDimensions]bool{})
				}
			})
		}
	}
}

// large is a dossier of n small articles with 200 actors and 12 vendors.
func large(n int) *Index {
	var actors []model.Actor
	for i := range 200 {
		actors = append(actors, model.Actor{Name: fmt.Sprintf("Actor%d", i), Kind: model.Person})
	}
	for i := range 12 {
		actors = append(actors, model.Actor{Name: fmt.Sprintf("Vendor%d", i)})
	}
	d := &model.Dossier{Register: model.NewRegister(model.Actor{Name: "Acme"}, actors)}
	languages := []string{"de", "fr", "en", "es", "ja"}
	var all model.Articles
	for i := range n {
		a := model.Article{ID: fmt.Sprint(i), Title: fmt.Sprintf("Title %d", i*7919%n), Language: languages[i%5], Date: model.Date{Year: 2021, Month: uint8(1 + i%12), Day: uint8(1 + i%28)}}
		for k := range 6 {
			a.Actors = append(a.Actors, actors[(i*31+k*17)%200].Name)
		}
		a.Cuts = []model.Cut{cut(fmt.Sprintf("Vendor%d", i%12), model.Done)}
		all = append(all, a)
	}
	d.Articles = all
	return New(d, func(i int) string {
		return fmt.Sprintf("word%d and word%d stand in this body of some words", i%100, i%97)
	})
}
