package search

import (
	"context"
	"errors"
	"reflect"
	"testing"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/query"
	"dossier/model/set"
)

// reload is x after a journey through bytes.
func reload(t testing.TB, x *Index) *Index {
	t.Helper()
	y, err := Load(x.Columns(), func([]string) *model.Dossier { return x.dossier }, x.texts)
	if err != nil {
		t.Fatal(err)
	}
	return y
}

// TestColumnsAnswerAsBefore asks an index, one read back from its columns, and
// one made by a builder of that, the same questions.
func TestColumnsAnswerAsBefore(t *testing.T) {
	x := index()
	again := reload(t, x)
	rebuilt := again.Builder().Index(x.dossier, again.Titles(), x.texts)
	for _, q := range []string{"", "lang:en", "vendor:bank vendor:cloud", "status:disputed", "source:none", "author:uwe", "is:detected", "has:evidence", "date:2021-01-12", "sort:source", "sort:title", "actor:doe violence"} {
		want := find(t, x, q)
		for name, y := range map[string]*Index{"read back": again, "rebuilt": rebuilt} {
			if got := find(t, y, q); !reflect.DeepEqual(got, want) {
				t.Errorf("%s: %q finds %+v, want %+v", name, q, got, want)
			}
		}
	}
}

// TestFrontAnswersTheFirstQuestion asks an index before it is whole, and after.
func TestFrontAnswersTheFirstQuestion(t *testing.T) {
	x := index()
	b := x.Builder()
	b.Remove(1)
	for name, x := range map[string]*Index{"all": x, "one is gone": b.Index(x.dossier, []int32{3, 0, 2, 4}, x.texts)} {
		front, columns, asked := x.Front(), x.Columns(), false
		y, err := LoadBehind(front, func() ([]byte, error) { asked = true; return columns, nil }, func(persons []string) *model.Dossier { return x.dossier }, x.texts)
		if err != nil {
			t.Fatal(err)
		}
		for n := range 8 {
			var all [facet.NumDimensions]bool
			for d := range all {
				all[d] = n>>d&1 != 0
			}
			want, _ := x.Find(t.Context(), query.Query{}, Marks{}, all)
			got, err := y.Find(t.Context(), query.Query{}, Marks{}, all)
			if err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("%s: found %+v, want %+v, %v", name, got, want, err)
			}
			got.Hits[0] = -1 // is the caller's
		}
		if y.Len() != x.Len() || y.Count() != x.Count() || y.Languages() != x.Languages() || y.Vendors() != x.Vendors() {
			t.Errorf("%s: %+v, want %+v", name, y.front, x.front)
		}
		if asked {
			t.Errorf("%s: the columns were asked for", name)
		}
		for _, q := range []string{"lang:en", "sort:title", "vendor:bank", "is:unread"} {
			if got, want := find(t, y, q), find(t, x, q); !reflect.DeepEqual(got, want) {
				t.Errorf("%s: %q finds %+v, want %+v", name, q, got, want)
			}
		}
	}
}

// Columns that cannot be had leave the first answer, and nothing else.
func TestFrontWithoutItsColumns(t *testing.T) {
	x := index()
	lost := errors.New("lost")
	for _, columns := range []func() ([]byte, error){
		func() ([]byte, error) { return nil, lost },
		func() ([]byte, error) { return []byte{9}, nil },
		func() ([]byte, error) { return new(Builder).Index(x.dossier, nil, x.texts).Columns(), nil }, // of another dossier
	} {
		y, err := LoadBehind(x.Front(), columns, func([]string) *model.Dossier { return x.dossier }, x.texts)
		if err != nil {
			t.Fatal(err)
		}
		if a := find(t, y, ""); len(a.Hits) != 5 {
			t.Errorf("the first answer is %+v", a)
		}
		if err := y.Whole(); !errors.Is(err, lost) && !errors.Is(err, ErrEncoding) {
			t.Error(err)
		}
		q, _ := query.Parse("lang:en")
		if _, err := y.Find(t.Context(), q, Marks{}, [facet.NumDimensions]bool{}); err == nil {
			t.Error("a query was answered from nothing")
		}
		b := y.Builder()
		if y.Warm(); b.Len() != 5 || y.Has(0) || y.Titles() != nil {
			t.Errorf("%d articles, the first is there: %v", b.Len(), y.Has(0))
		}
		b.Set(0, x.dossier.Article(0))
		if got := find(t, b.Index(x.dossier, []int32{0}, x.texts), "lang:de OR lang:en").Hits; len(got) != 1 {
			t.Errorf("built anew it finds %v", got)
		}
	}
}

func FuzzLoadBehind(f *testing.F) {
	x := index()
	f.Add(x.Front())
	f.Add([]byte{columnsVersion, 200, 200, 200, 7})
	f.Fuzz(func(t *testing.T, front []byte) {
		y, err := LoadBehind(front, func() ([]byte, error) { return x.Columns(), nil }, func([]string) *model.Dossier { return x.dossier }, x.texts)
		if err == nil && y.Len() < 1<<16 {
			for _, i := range find(t, y, "").Hits {
				if i < 0 || int(i) >= y.Len() {
					t.Errorf("article %d of %d", i, y.Len())
				}
			}
			y.Whole()
		}
	})
}

// Articles that are gone leave no trace but their numbers.
func TestRemovedArticlesAreNowhere(t *testing.T) {
	x := index()
	b := x.Builder()
	b.Remove(4) // the only one with Cloudy Days, and in Chinese
	b.Remove(1)
	y := b.Index(x.dossier, []int32{0, 2, 3}, x.texts)
	for _, q := range []string{"", "-lang:en", "is:unread", "date:none", "vendor:none", "雲", "source:none", "sort:title", "cloud"} {
		for _, i := range find(t, y, q).Hits {
			if i == 1 || i == 4 {
				t.Errorf("%q finds article %d, which is gone", q, i)
			}
		}
	}
	if y.Count() != 3 || y.Len() != 5 || y.Has(4) {
		t.Errorf("%d articles of %d numbers", y.Count(), y.Len())
	}
	for _, v := range find(t, y, "").Facets[facet.Actor].Values {
		if v.Name == "Cloudy Days" {
			t.Error("a facet lists a value that no article has")
		}
	}
	if find(t, x, "雲").Hits[0] != 4 {
		t.Error("the older index changed")
	}
}

// While titles are not in order yet, articles stand as they come.
func TestUnsortedIndex(t *testing.T) {
	x := index()
	y := x.Builder().Index(x.dossier, nil, x.texts)
	for _, q := range []string{"", "sort:title", "sort:source", "sort:-date"} {
		if got := ids(y, find(t, y, q)); got != "abcde" {
			t.Errorf("%q lists %s", q, got)
		}
	}
}

func FuzzLoad(f *testing.F) {
	x := index()
	f.Add(x.Columns())
	f.Add([]byte{})
	f.Add([]byte{1, 255, 255, 255, 255, 7})
	f.Fuzz(func(t *testing.T, columns []byte) {
		y, err := Load(columns, func([]string) *model.Dossier { return x.dossier }, x.texts)
		if err != nil {
			if !errors.Is(err, ErrEncoding) {
				t.Error(err)
			}
			return
		}
		if y.Len() < 1<<16 {
			reload(t, y)
			for _, q := range []string{"", "lang:en sort:title", "vendor:none", "status:done sort:source"} {
				find(t, y, q)
			}
		}
	})
}

func BenchmarkColumns(b *testing.B) {
	x := large(100_000)
	columns := x.Columns()
	b.Run("write", func(b *testing.B) {
		for b.Loop() {
			x.Columns()
		}
		b.ReportMetric(float64(len(columns))/float64(x.Len()), "B/article")
	})
	b.Run("load", func(b *testing.B) {
		for b.Loop() {
			reload(b, x)
		}
	})
	front := x.Front()
	b.Run("front", func(b *testing.B) {
		for b.Loop() {
			y, err := LoadBehind(front, func() ([]byte, error) { return columns, nil }, func([]string) *model.Dossier { return x.dossier }, x.texts)
			if err != nil {
				b.Fatal(err)
			}
			y.Find(b.Context(), query.Query{}, Marks{}, [facet.NumDimensions]bool{})
		}
	})
	b.Run("build", func(b *testing.B) {
		builder := x.Builder()
		for b.Loop() {
			builder.Index(x.dossier, x.Titles(), x.texts)
		}
	})
	b.Run("unbuild", func(b *testing.B) {
		for b.Loop() {
			x.Builder()
		}
	})
}

// What was not in the texts may be there later.
func TestAgainAsksTheTexts(t *testing.T) {
	x := index()
	texts := &growing{x.texts, false}
	y := x.Builder().Index(x.dossier, x.Titles(), texts)
	if a := find(t, y, "violence"); len(a.Hits) != 0 {
		t.Fatalf("found %v", a.Hits)
	}
	texts.all = true
	again := y.Again()
	for _, q := range []string{"violence", "lang:en", "sort:source vendor:bank", ""} {
		if got, want := find(t, again, q), find(t, x, q); !reflect.DeepEqual(got, want) {
			t.Errorf("%q finds %+v, want %+v", q, got, want)
		}
	}
}

// growing finds words only once all texts are there.
type growing struct {
	Texts
	all bool
}

func (g *growing) Match(ctx context.Context, v query.Value, in Part, n int) (*set.Set, error) {
	if !g.all {
		return set.New(n), nil
	}
	return g.Texts.Match(ctx, v, in, n)
}
