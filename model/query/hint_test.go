package query

import (
	"strings"
	"testing"
)

func TestHints(t *testing.T) {
	for _, c := range []struct {
		typed, want string   // the query that is used all the same
		about       string   // the part of the text that the hint is about
		says        []string // what the hint names
	}{
		{"a vendr:Apple", `a "vendr:Apple"`, "vendr:Apple", []string{"vendr:", "vendor:", "text"}},
		{`vendr:"Apple Inc" b`, `"vendr:Apple Inc" b`, `vendr:"Apple Inc"`, []string{"vendor:"}},
		{"-vendr:Apple", `-"vendr:Apple"`, "vendr:Apple", []string{"vendor:"}},
		{"language:de", `"language:de"`, "language:de", []string{"did you mean lang:"}},
		{"ven:x", `"ven:x"`, "ven:x", []string{"did you mean vendor:"}},
		{"autor:x", `"autor:x"`, "autor:x", []string{"did you mean author:"}},
		{"sorce:x", `"sorce:x"`, "sorce:x", []string{"did you mean source:"}},
		{"foo:x", `"foo:x"`, "foo:x", []string{"foo: is no field", "there are lang: actor: vendor:"}},
		{"identity:x", `"identity:x"`, "identity:x", []string{"there are lang:"}},
		{"la:x", `"la:x"`, "la:x", []string{"did you mean lang:?"}},
		{"hash:x", `"hash:x"`, "hash:x", []string{"did you mean has:?"}},
		{"éditeur:x", `"éditeur:x"`, "éditeur:x", []string{"éditeur:"}},
		{strings.Repeat("x", 90) + ":y", `"` + strings.Repeat("x", 90) + `:y"`, strings.Repeat("x", 90) + ":y", []string{"xxx…:"}},
		{"a date:2021-13", "a", "date:2021-13", []string{"2021-13", "2021-01-08"}},
		{"date:2021-02-30 b", "b", "date:2021-02-30", []string{"2021-02-30"}},
		{"date:x,2021", "date:2021", "date:x,2021", []string{"x is no date"}},
		{"date:2021..x", "", "date:2021..x", []string{"2021..x"}},
		{`date:"none"`, "", `date:"none"`, []string{"none is no date"}},
		{"date:2021-05..2021-01", "date:2021-01..2021-05", "date:2021-05..2021-01", []string{"swapped"}},
		{"date:2022..2021-12-31", "date:2021-12-31..2022", "date:2022..2021-12-31", []string{"swapped"}},
		{"is:stared a", "a", "is:stared", []string{"is:stared", "is:starred"}},
		{"is:read,un", "is:read", "is:read,un", []string{"is:un ", "is:unread"}},
		{"-has:notes", "", "has:notes", []string{"has:note?"}},
		{"status:denied", "", "status:denied", []string{"status:denied is not known", "there are status:done status:announced status:disputed"}},
		{`status:"none"`, "", `status:"none"`, []string{"status:none is not known"}},
		{"is:none", "", "is:none", []string{"is:none is not known"}},
		{"sort:titel", "", "sort:titel", []string{"sort:title"}},
		{"a -sort:date", "a", "sort:date", []string{"sort:-date"}},
		{"sort:date,title", "sort:date", "sort:date,title", []string{"one order"}},
		{"vendor:(A OR B)", "A OR B", "vendor:", []string{"vendor:a,b"}},
		{"is:\x1b[2J", "", "is:\x1b[2J", []string{"␛[2J"}},
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
		for _, s := range c.says {
			if !strings.Contains(h.Text, s) {
				t.Errorf("Parse(%q): the hint %q does not say %q", c.typed, h.Text, s)
			}
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
