package wording

import (
	"strings"
	"testing"

	"dossier/model/clean"
	"dossier/model/query"
)

func TestHints(t *testing.T) {
	for _, c := range []struct{ typed, want string }{
		{"vendr:Apple", "vendr: is no field, so it is sought as text; did you mean vendor:?"},
		{"foo:x", "foo: is no field, so it is sought as text; there are lang: actor: vendor: status: source: author: title: date: id: is: has: sort:"},
		{"date:x,2021", "x is no date, so it is ignored; use 2021-01-08, 2021-01, 2021 or a..b"},
		{"date:2021-05..2021-01", "2021-05..2021-01 ends before it begins, so its ends are swapped"},
		{"is:stared", "is:stared is not known, so it is ignored; did you mean is:starred?"},
		{"status:denied", "status:denied is not known, so it is ignored; there are done announced disputed"},
		{"-sort:date", "an order cannot be negated; for the latest first write sort:-date"},
		{"sort:date,title", "sort: takes one order; the first is used"},
		{"vendor:(A OR B)", "vendor: takes its values without parentheses, as in vendor:a,b"},
		{strings.Repeat("(", 70) + "a", "parentheses nest deeper than 64; what is in them is ignored"},
		{strings.Repeat("a", 5000), "a query has at most 4,096 bytes; the rest is ignored"},
	} {
		_, hints := query.Parse(c.typed)
		if len(hints) != 1 {
			t.Errorf("%s has hints %v", c.typed, hints)
			continue
		}
		if got := Hint(hints[0]); got != c.want || got != clean.Line(got) {
			t.Errorf("%s: the hint is\n%s, want\n%s", c.typed, got, c.want)
		}
	}
}
