package timeline

import (
	"fmt"
	"slices"
	"testing"

	"dossier/model"
)

func day(n uint8) model.Date { return model.Date{Year: 2021, Month: 1, Day: n} }

func dossier() *model.Dossier {
	p := []model.Passage{{Start: 3, End: 9}}
	return &model.Dossier{Articles: model.Articles{
		{Language: "de", Cuts: []model.Cut{
			{Vendor: "Host", Date: day(10), Status: model.Announced, Service: "hosting", Evidence: "one", Passages: p},
			{Vendor: "Shop", Date: day(9), Evidence: "two", Passages: p},
			{Vendor: "Bank", Status: model.Disputed, Evidence: "three"},
		}},
		{Language: "fr", Cuts: []model.Cut{
			{Vendor: "Host", Date: day(11), Evidence: "four", Passages: p},
			{Vendor: "Shop", Date: day(9), Service: "app store"},
		}},
		{Language: "de", Cuts: []model.Cut{{Vendor: "Host", Date: day(11)}, {Vendor: "Shop", Date: day(8)}}},
	}}
}

func TestOf(t *testing.T) {
	vendors := Of(dossier(), []int32{0, 1, 2})
	var got []string
	for _, v := range vendors {
		for _, e := range v.Events {
			got = append(got, fmt.Sprintf("%s %s %s %q %v %v", v.Name, e.Date, e.Status, e.Service, e.Articles, e.Languages))
		}
	}
	want := []string{
		`Shop 2021-01-08 done "" [2] [de]`,
		`Shop 2021-01-09 done "app store" [0 1] [de fr]`,
		`Host 2021-01-10 announced "hosting" [0] [de]`,
		`Host 2021-01-11 done "" [1 2] [fr de]`,
		`Bank  disputed "" [0] [de]`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("events\n%q\nwant\n%q", got, want)
	}
	if n := len(vendors[1].Evidence); n != 2 {
		t.Errorf("%d passages for Host, want the two that articles have", n)
	}
}

func TestOfSomeArticles(t *testing.T) {
	vendors := Of(dossier(), []int32{1})
	if len(vendors) != 2 || vendors[0].Name != "Shop" {
		t.Errorf("vendors of one article are %v", vendors)
	}
	if Of(dossier(), nil) != nil {
		t.Error("no articles have vendors")
	}
}

func TestArticlesCountsEachOnce(t *testing.T) {
	d := dossier()
	got := Of(d, []int32{0, 1, 2})[1].Articles(d)
	if want := []Count{{"de", 2}, {"fr", 1}}; !slices.Equal(got, want) {
		t.Errorf("counts %v, want %v", got, want)
	}
}

func TestSpan(t *testing.T) {
	first, last := Span(Of(dossier(), []int32{0, 1, 2}))
	if first != day(8) || last != day(11) {
		t.Errorf("span %s to %s", first, last)
	}
	if first, last = Span(nil); !first.IsZero() || !last.IsZero() {
		t.Error("nothing has a span")
	}
}
