package query

import (
	"reflect"
	"strings"
	"testing"
)

func TestHints(t *testing.T) {
	fields := []string{"lang:", "actor:", "vendor:", "status:", "source:", "author:", "title:", "date:", "id:", "is:", "has:", "sort:"}
	for _, c := range []struct {
		typed, want string // the query that is used all the same
		about       string // the part of the text that the hint is about
		says        Hint
	}{
		{"a vendr:Apple", `a "vendr:Apple"`, "vendr:Apple", Hint{Fault: UnknownField, Text: "vendr", Meant: "vendor:"}},
		{`vendr:"Apple Inc" b`, `"vendr:Apple Inc" b`, `vendr:"Apple Inc"`, Hint{Fault: UnknownField, Text: "vendr", Meant: "vendor:"}},
		{"-vendr:Apple", `-"vendr:Apple"`, "vendr:Apple", Hint{Fault: UnknownField, Text: "vendr", Meant: "vendor:"}},
		{"language:de", `"language:de"`, "language:de", Hint{Fault: UnknownField, Text: "language", Meant: "lang:"}},
		{"ven:x", `"ven:x"`, "ven:x", Hint{Fault: UnknownField, Text: "ven", Meant: "vendor:"}},
		{"autor:x", `"autor:x"`, "autor:x", Hint{Fault: UnknownField, Text: "autor", Meant: "author:"}},
		{"sorce:x", `"sorce:x"`, "sorce:x", Hint{Fault: UnknownField, Text: "sorce", Meant: "source:"}},
		{"foo:x", `"foo:x"`, "foo:x", Hint{Fault: UnknownField, Text: "foo", Choices: fields}},
		{"identity:x", `"identity:x"`, "identity:x", Hint{Fault: UnknownField, Text: "identity", Choices: fields}},
		{"la:x", `"la:x"`, "la:x", Hint{Fault: UnknownField, Text: "la", Meant: "lang:"}},
		{"hash:x", `"hash:x"`, "hash:x", Hint{Fault: UnknownField, Text: "hash", Meant: "has:"}},
		{"éditeur:x", `"éditeur:x"`, "éditeur:x", Hint{Fault: UnknownField, Text: "éditeur", Choices: fields}},
		{strings.Repeat("x", 90) + ":y", `"` + strings.Repeat("x", 90) + `:y"`, strings.Repeat("x", 90) + ":y", Hint{Fault: UnknownField, Text: strings.Repeat("x", 31) + "…", Choices: fields}},
		{"a date:2021-13", "a", "date:2021-13", Hint{Fault: NoDate, Field: Date, Text: "2021-13"}},
		{"date:2021-02-30 b", "b", "date:2021-02-30", Hint{Fault: NoDate, Field: Date, Text: "2021-02-30"}},
		{"date:x,2021", "date:2021", "date:x,2021", Hint{Fault: NoDate, Field: Date, Text: "x"}},
		{"date:2021..x", "", "date:2021..x", Hint{Fault: NoDate, Field: Date, Text: "2021..x"}},
		{`date:"none"`, "", `date:"none"`, Hint{Fault: NoDate, Field: Date, Text: "none"}},
		{"date:2021-05..2021-01", "date:2021-01..2021-05", "date:2021-05..2021-01", Hint{Fault: Inverted, Field: Date, Text: "2021-05..2021-01"}},
		{"date:2022..2021-12-31", "date:2021-12-31..2022", "date:2022..2021-12-31", Hint{Fault: Inverted, Field: Date, Text: "2022..2021-12-31"}},
		{"is:stared a", "a", "is:stared", Hint{Fault: UnknownValue, Field: Is, Text: "stared", Meant: "is:starred"}},
		{"is:read,un", "is:read", "is:read,un", Hint{Fault: UnknownValue, Field: Is, Text: "un", Meant: "is:unread"}},
		{"-has:notes", "", "has:notes", Hint{Fault: UnknownValue, Field: Has, Text: "notes", Meant: "has:note"}},
		{"status:denied", "", "status:denied", Hint{Fault: UnknownValue, Field: Status, Text: "denied", Choices: []string{"status:done", "status:announced", "status:disputed"}}},
		{`status:"none"`, "", `status:"none"`, Hint{Fault: UnknownValue, Field: Status, Text: "none", Meant: "status:done"}},
		{"is:none", "", "is:none", Hint{Fault: UnknownValue, Field: Is, Text: "none", Choices: []string{"is:read", "is:unread", "is:starred", "is:detected"}}},
		{"sort:titel", "", "sort:titel", Hint{Fault: UnknownValue, Field: sortField, Text: "titel", Meant: "sort:title"}},
		{"a -sort:date", "a", "sort:date", Hint{Fault: NegatedOrder, Field: sortField}},
		{"sort:date,title", "sort:date", "sort:date,title", Hint{Fault: SecondOrder, Field: sortField}},
		{"vendor:(A OR B)", "A OR B", "vendor:", Hint{Fault: InGroup, Field: Vendor}},
		{"is:\x1b[2J", "", "is:\x1b[2J", Hint{Fault: UnknownValue, Field: Is, Text: "␛[2J", Choices: []string{"is:read", "is:unread", "is:starred", "is:detected"}}},
	} {
		q, hints := Parse(c.typed)
		if got := q.String(); got != c.want {
			t.Errorf("Parse(%q) = %q, want %q", c.typed, got, c.want)
		}
		roundTrip(t, q)
		if len(hints) != 1 {
			t.Errorf("Parse(%q): hints %v, want one", c.typed, hints)
			continue
		}
		h := hints[0]
		if got := c.typed[h.Start:h.End]; got != c.about {
			t.Errorf("Parse(%q): the hint is about %q, want %q", c.typed, got, c.about)
		}
		if h.Start, h.End = 0, 0; !reflect.DeepEqual(h, c.says) {
			t.Errorf("Parse(%q): the hint is %+v, want %+v", c.typed, h, c.says)
		}
	}
}

func TestHintsComeInOrder(t *testing.T) {
	_, hints := Parse("date:x (is:y OR foo:z) sort:q")
	if len(hints) != 4 {
		t.Fatalf("hints %v, want four", hints)
	}
	for i := 1; i < len(hints); i++ {
		if hints[i].Start < hints[i-1].End {
			t.Errorf("hint %d begins before the one before it ends: %v", i, hints)
		}
	}
}

func TestNearest(t *testing.T) {
	verbs := []string{"list", "show", "facets", "cuts", "check", "tag", "export", "man"}
	for _, c := range []struct{ word, want string }{
		{"lisst", "list"}, {"lst", "list"}, {"LIST", "list"}, {"exprot", "export"}, {"facet", "facets"}, {"fac", "facets"},
		{"lists", "list"}, {"cut", "cuts"}, {"manual", "man"}, {"ab", ""}, {"foo", ""}, {"nowhere", ""}, {"management", ""},
	} {
		if got, ok := Nearest(c.word, verbs); got != c.want || ok != (c.want != "") {
			t.Errorf("Nearest(%q) = %q, %v, want %q", c.word, got, ok, c.want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"abc", "abc", 0}, {"kitten", "sitting", 5}, {"autor", "author", 1}, {"autor", "actor", 2}, {"vendr", "vendor", 1}, {"titel", "title", 2}} {
		if got := distance(c.a, c.b); got != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
