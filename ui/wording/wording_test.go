package wording

import (
	"math"
	"testing"

	"dossier/model"
)

func TestDates(t *testing.T) {
	for _, c := range []struct{ date, full, short string }{
		{"2021-01-13", "13 January 2021", "13 Jan 2021"},
		{"2021-09-01", "1 September 2021", "1 Sep 2021"},
		{"2021-12", "December 2021", "Dec 2021"},
		{"2021", "2021", "2021"},
		{"0987", "987", "987"},
	} {
		d, err := model.ParseDate(c.date)
		if err != nil {
			t.Fatal(err)
		}
		if got := Date(d); got != c.full {
			t.Errorf("%s is written %q, want %q", c.date, got, c.full)
		}
		if got := ShortDate(d); got != c.short {
			t.Errorf("%s is written %q in a list, want %q", c.date, got, c.short)
		}
	}
	if Date(model.Date{}) != "undated" || ShortDate(model.Date{}) != "undated" {
		t.Error("no date is not said to be none")
	}
}

func TestNumbers(t *testing.T) {
	for n, want := range map[int]string{
		0: "0", 7: "7", 999: "999", 1000: "1,000", 12345: "12,345", 123456: "123,456", 1234567: "1,234,567",
		-1: "-1", -999: "-999", -1000: "-1,000", -123456: "-123,456",
		math.MinInt64: "-9,223,372,036,854,775,808",
	} {
		if got := Number(n); got != want {
			t.Errorf("%d is written %q, want %q", n, got, want)
		}
	}
}

func TestCounts(t *testing.T) {
	for n, want := range map[int]string{0: "0 articles", 1: "1 article", 2: "2 articles", 1204: "1,204 articles"} {
		if got := Count(n, "article", "articles"); got != want {
			t.Errorf("%d articles are written %q, want %q", n, got, want)
		}
	}
}

// TestEveryStatusHasASignOfItsOwn tells statuses apart without colour.
func TestEveryStatusHasASignOfItsOwn(t *testing.T) {
	for s, want := range map[model.Status]string{
		model.Done: "Apple", model.Announced: "Apple ◌", model.Disputed: "Apple?",
	} {
		if got := Vendor(model.Cut{Vendor: "Apple", Status: s}); got != want {
			t.Errorf("a cut that is %s is written %q, want %q", s, got, want)
		}
	}
}

func TestPassage(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Apple [removed](https://a.example/x) the app", "Apple removed the app"},
		{"[Apple](a) and [Google](b) left", "Apple and Google left"},
		{"![logo](x.png) Apple left", "logo Apple left"},
		{"a [b] c](d", "a [b] c](d"},
		{"plain", "plain"},
		{"(a) [b", "(a) [b"},
	} {
		if got := Passage(c.in); got != c.want {
			t.Errorf("Passage(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}
