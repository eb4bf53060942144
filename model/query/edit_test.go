package query

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dossier/model"
)

func parse(t *testing.T, s string) Query {
	t.Helper()
	q, hints := Parse(s)
	if len(hints) > 0 {
		t.Fatalf("Parse(%q): hints %v", s, hints)
	}
	return q
}

func TestAnd(t *testing.T) {
	apple := Match(Vendor, Value{Text: "Apple"})
	for _, c := range []struct {
		q    string
		n    Node
		want string
	}{
		{"", apple, "vendor:Apple"},
		{"a sort:title", apple, "a vendor:Apple sort:title"},
		{"a OR b", apple, "(a OR b) vendor:Apple"},
		{"vendor:apple b", apple, "vendor:apple b"},
		{"a", Negate(apple), "a -vendor:Apple"},
		{"a", Negate(Negate(apple)), "a vendor:Apple"},
		{"a", AnyOf(apple, Match(Text, Value{"x y", true})), `a (vendor:Apple OR "x y")`},
		{"a", AnyOf(apple), "a vendor:Apple"},
		{"a", AnyOf(), "a"},
		{"a", Node{Op: Not}, "a"},
		{"a", Match(Vendor), "a"},
		{"lang:de a", Match(Lang, Value{Text: "fr"}), "lang:de,fr a"},
		{"a", parse(t, "b (c OR d)").Root, "a b (c OR d)"},
		{"a", Match(Text, Value{Text: "b"}, Value{Text: "c"}), "a (b OR c)"},
		{"", Match(Actor, Value{Text: "John Matze"}), `actor:"John Matze"`},
		{"", Match(Actor, Value{Text: "Smith, Inc."}, Value{Text: " a\x1b\n"}), `actor:"Smith, Inc.",a␛`},
		{"", Match(Text, Value{Text: "OR"}), `"OR"`},
		{"", During(model.Range{}, model.Range{From: model.Date{Year: 2022}, To: model.Date{Year: 2021}}), "date:2021..2022"},
		{"", During(), ""},
	} {
		q := parse(t, c.q)
		before := q.String()
		got := q.And(c.n)
		if got.String() != c.want {
			t.Errorf("%q and %q is %q, want %q", c.q, c.n, got, c.want)
		}
		roundTrip(t, got)
		if q.String() != before {
			t.Errorf("adding to %q changed it to %q", before, q)
		}
	}
}

func TestWithout(t *testing.T) {
	q := parse(t, "a (b OR c) -d sort:title")
	for i, want := range map[int]string{
		-1: "a (b OR c) -d sort:title",
		0:  "(b OR c) -d sort:title",
		1:  "a -d sort:title",
		2:  "a (b OR c) sort:title",
		3:  "a (b OR c) -d sort:title",
	} {
		got := q.Without(i)
		if got.String() != want {
			t.Errorf("without node %d: %q, want %q", i, got, want)
		}
		roundTrip(t, got)
	}
	if got := q.String(); got != "a (b OR c) -d sort:title" {
		t.Errorf("the query itself became %q", got)
	}
}

func TestDropLast(t *testing.T) {
	q := parse(t, "a lang:de sort:title")
	for _, want := range []string{"a sort:title", "sort:title", "sort:title"} {
		if q.Empty() && want != "sort:title" {
			t.Errorf("%q is empty", q)
		}
		q = q.DropLast()
		if q.String() != want {
			t.Errorf("left over: %q, want %q", q, want)
		}
	}
	if !q.Empty() || parse(t, "a").Empty() || !(Query{}).Empty() {
		t.Error("a query is empty if and only if it leaves nothing out")
	}
}

func TestNodeString(t *testing.T) {
	q := parse(t, `a "b c" -vendor:A,B (d OR e f) -(g h) date:2021..`)
	want := []string{"a", `"b c"`, "-vendor:A,B", "d OR e f", "-(g h)", "date:2021.."}
	for i, n := range q.Root.Kids {
		if got := n.String(); got != want[i] {
			t.Errorf("node %d is %q, want %q", i, got, want[i])
		}
	}
}

func TestWords(t *testing.T) {
	for typed, want := range map[string]string{
		"":                             "",
		"lang:de vendor:a":             "",
		`a "b c" -d (e OR lang:f g) A`: "a|b c|e|g",
		"-(a -b) -(c OR -(d e))":       "b|d|e",
		"none":                         "none",
	} {
		var got []string
		for _, v := range parse(t, typed).Words() {
			got = append(got, v.Text)
		}
		slices.Sort(got)
		if strings.Join(got, "|") != want {
			t.Errorf("words of %q are %q, want %q", typed, got, want)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	for _, c := range []struct{ name, typed string }{
		{"word", "amazon"},
		{"usual", `lang:de actor:"John Matze" -vendor:Apple (violence OR "terms of service") date:2021-01-08..2021-01-12`},
		{"longest", strings.Repeat("vendor:Äpple,b OR ", maxQuery/19)},
		{"deepest", strings.Repeat("a (b OR ", maxQuery/8)},
		{"hints", strings.Repeat("a:b ab:c ", maxQuery/9)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Parse(c.typed)
			}
		})
	}
}

func ExampleParse() {
	q, hints := Parse(`lang:de NOT vendr:Apple (“terms of service” OR violence`)
	fmt.Println(q)
	fmt.Println(hints[0].Text, hints[0].Meant)
	// Output:
	// lang:de -"vendr:Apple" ("terms of service" OR violence)
	// vendr vendor:
}
