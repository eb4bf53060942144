package wording

import (
	"strings"
	"testing"

	"dossier/model/query"
	"dossier/ui/message"
)

// known are the names of a small dossier.
func known(f query.Field, v query.Value) []string {
	var all []string
	for _, name := range map[query.Field][]string{
		query.Lang: {"de", "fr"}, query.Actor: {"Apple", "Donald Trump", "John Matze"}, query.Vendor: {"Amazon", "Apple", "American Express", "AT&T"},
	}[f] {
		if v.Matches(name) {
			all = append(all, name)
		}
	}
	return all
}

func explained(typed string, names Meanings) string {
	q, _ := query.Parse(typed)
	return Explain(q, names)
}

func TestExplain(t *testing.T) {
	for _, c := range []struct{ query, want string }{
		{"", ""},
		{"sort:-date", "latest first"},
		{`lang:de vendor:Apple -actor:Trump violence`, "in German · Apple cut ties · not naming Donald Trump · has “violence”"},
		{`lang:de,fr vendor:Apple,Amazon`, "in German or French · Apple or Amazon cut ties"},
		{"vendor:a", "“a” cut ties"},
		{"vendor:Nobody -vendor:ap", "“Nobody” cut ties · not saying that Apple cut ties"},
		{`(violence OR "terms of service") -(lang:de OR a)`, "has “violence” or has “terms of service” · not (in German or has “a”)"},
		{"a OR (b c)", "has “a” or (has “b” and has “c”)"},
		{"-(a -b)", "not (has “a” and without “b”)"},
		{"status:disputed,announced -status:done", "the cut is disputed or announced · the cut is not done"},
		{"date:2021 -date:2021-01-08..2021-01-12", "dated 2021 · not dated from 8 January 2021 to 12 January 2021"},
		{"date:2021-01-08..,none", "dated since 8 January 2021 or undated"},
		{"date:..2020", "dated until 2020"},
		{"lang:none vendor:none -actor:none -source:none", "in no known language · nobody cut ties · naming somebody · with a source"},
		{"is:unread -is:starred is:detected has:note -has:evidence", "unread · not starred · with detected facts · with a note · without evidence"},
		{`source:Reuters author:"Jo Doe" title:end -id:x`, "from “Reuters” · by “Jo Doe” · “end” in the title · without the id “x”"},
		{"none -none", "has “none” · without “none”"},
	} {
		if got := explained(c.query, known); got != c.want {
			t.Errorf("%s is explained as\n%s, want\n%s", c.query, got, c.want)
		}
	}
	defer message.Follow(nil)
	for env, want := range map[string]string{
		"LANG=de_DE": "Datum vom 8. Januar 2021 bis zum 12. Januar 2021 · Datum nicht seit März 2021 · Datum bis zum 1. Mai 2021",
		"LANG=fr_FR": "date : du 8 janvier 2021 au 12 janvier 2021 · autre date : depuis mars 2021 · date : jusqu’au 1er mai 2021",
		"LC_TIME=ja": "dated from 2021-01-08 to 2021-01-12 · not dated since 2021-03 · dated until 2021-05-01",
	} {
		message.Follow([]string{env})
		if got := explained("date:2021-01-08..2021-01-12 -date:2021-03.. date:..2021-05-01", nil); got != want {
			t.Errorf("%s: dates are explained as\n%s, want\n%s", env, got, want)
		}
	}
	message.Follow(nil)
	if got := explained("actor:Trump lang:de", nil); got != "naming “Trump” · in “de”" {
		t.Errorf("without names it is explained as %s", got)
	}
}

// TestEveryFieldIsExplained finds a field, a value or an order that was forgotten.
func TestEveryFieldIsExplained(t *testing.T) {
	for _, name := range append(query.Names(), string(query.Text)) {
		if f := fields[query.Field(name)]; name != "sort" && (!strings.Contains(string(f.asked), "%s") || !strings.Contains(string(f.left), "%s")) {
			t.Errorf("%s: is worded %v", name, f)
		}
		for _, value := range query.Choices(name) {
			if name != "sort" && states[value] == "" {
				t.Errorf("%s:%s is not worded", name, value)
			}
		}
	}
	for _, order := range query.Choices("sort") {
		if orders[query.Sort(order)] == "" {
			t.Errorf("sort:%s is not worded", order)
		}
	}
}
