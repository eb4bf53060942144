package query

import (
	"strings"
	"testing"
)

// known are the names of a small dossier.
func known(f Field, v Value) []string {
	var all []string
	for _, name := range map[Field][]string{
		Lang: {"de", "fr"}, Actor: {"Apple", "Donald Trump", "John Matze"}, Vendor: {"Amazon", "Apple", "American Express", "AT&T"},
	}[f] {
		if v.Matches(name) {
			all = append(all, name)
		}
	}
	return all
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
		{"date:2021 -date:2021-01-08..2021-01-12", "dated 2021 · not dated from 2021-01-08 to 2021-01-12"},
		{"date:2021-01-08..,none", "dated since 2021-01-08 or undated"},
		{"date:..2020", "dated until 2020"},
		{"lang:none vendor:none -actor:none -source:none", "in no known language · nobody cut ties · naming somebody · with a source"},
		{"is:unread -is:starred is:detected has:note -has:evidence", "unread · not starred · with detected facts · with a note · without evidence"},
		{`source:Reuters author:"Jo Doe" title:end -id:x`, "from “Reuters” · by “Jo Doe” · “end” in the title · without the id “x”"},
		{"none -none", "has “none” · without “none”"},
	} {
		if got := parse(t, c.query).Explain(known); got != c.want {
			t.Errorf("%s is explained as\n%s, want\n%s", c.query, got, c.want)
		}
	}
	if got := parse(t, "actor:Trump lang:de").Explain(nil); got != "naming “Trump” · in “de”" {
		t.Errorf("without names it is explained as %s", got)
	}
}

// TestEveryFieldIsExplained finds a field that was forgotten.
func TestEveryFieldIsExplained(t *testing.T) {
	for _, name := range append(Names(), string(Text)) {
		if w := wordings[Field(name)]; name != "sort" && (!strings.Contains(w.asked, "%") || !strings.Contains(w.left, "%")) {
			t.Errorf("%s: is worded %v", name, w)
		}
	}
	for _, order := range Choices("sort") {
		if orders[Sort(order)] == "" {
			t.Errorf("sort:%s is not worded", order)
		}
	}
}
