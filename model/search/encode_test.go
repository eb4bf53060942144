package search

import (
	"errors"
	"reflect"
	"testing"

	"dossier/model"
	"dossier/model/facet"
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
	rebuilt := again.Builder().Index(x.dossier, again.titles, x.texts)
	for _, q := range []string{"", "lang:en", "vendor:bank vendor:cloud", "status:disputed", "source:none", "author:uwe", "is:detected", "has:evidence", "date:2021-01-12", "sort:source", "sort:title", "actor:doe violence"} {
		want := find(t, x, q)
		for name, y := range map[string]*Index{"read back": again, "rebuilt": rebuilt} {
			if got := find(t, y, q); !reflect.DeepEqual(got, want) {
				t.Errorf("%s: %q finds %+v, want %+v", name, q, got, want)
			}
		}
	}
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
	b.Run("build", func(b *testing.B) {
		builder := x.Builder()
		for b.Loop() {
			builder.Index(x.dossier, x.titles, x.texts)
		}
	})
	b.Run("unbuild", func(b *testing.B) {
		for b.Loop() {
			x.Builder()
		}
	})
}
