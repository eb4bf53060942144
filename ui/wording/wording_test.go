package wording

import (
	"strings"
	"testing"
	"time"

	"dossier/model"
	"dossier/ui/message"
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

// TestDatesOfLanguages are written as they are there, and for all others as numbers.
func TestDatesOfLanguages(t *testing.T) {
	defer message.Follow(nil)
	for env, want := range map[string][4]string{
		"LANG=de_DE":    {"13. Januar 2021", "13. Jan. 2021", "März 2021", "1. Mai 2021"},
		"LANG=fr_FR":    {"13 janvier 2021", "13 janv. 2021", "mars 2021", "1er mai 2021"},
		"LANG=en_US":    {"13 January 2021", "13 Jan 2021", "March 2021", "1 May 2021"},
		"LANG=ja_JP":    {"2021-01-13", "2021-01-13", "2021-03", "2021-05-01"},
		"LC_TIME=de_DE": {"13. Januar 2021", "13. Jan. 2021", "März 2021", "1. Mai 2021"},
	} {
		message.Follow([]string{env})
		got := [...]string{
			Date(model.Date{Year: 2021, Month: 1, Day: 13}), ShortDate(model.Date{Year: 2021, Month: 1, Day: 13}),
			Date(model.Date{Year: 2021, Month: 3}), Date(model.Date{Year: 2021, Month: 5, Day: 1}),
		}
		if got != want {
			t.Errorf("%s: %q, want %q", env, got, want)
		}
	}
}

func TestDaysOfAnAxis(t *testing.T) {
	defer message.Follow(nil)
	day := time.Date(2021, 1, 8, 12, 0, 0, 0, time.UTC)
	for env, want := range map[string]string{
		"LANG=en_US": "Fri 8, 8; Fri 8 Jan, 8 Jan", "LANG=de_DE": "Fr 8., 8.; Fr 8. Jan., 8. Jan.",
		"LANG=fr_FR": "ven. 8, 8; ven. 8 janv., 8 janv.", "LANG=ja_JP": "08; 01-08",
	} {
		message.Follow([]string{env})
		if got := strings.Join(Days(day, false), ", ") + "; " + strings.Join(Days(day, true), ", "); got != want {
			t.Errorf("%s: %s, want %s", env, got, want)
		}
	}
}

func TestLanguages(t *testing.T) {
	defer message.Follow(nil)
	for env, want := range map[string]string{"LANG=en_US": "Deutsch (German), English, 日本語 (Japanese)", "LANG=de_DE": "Deutsch, English (Englisch), 日本語 (Japanisch)"} {
		message.Follow([]string{env})
		if got := Languages("de") + ", " + Languages("en") + ", " + Languages("ja"); got != want {
			t.Errorf("%s: %s, want %s", env, got, want)
		}
	}
	if Languages("") != "" {
		t.Error("no language has a name")
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
