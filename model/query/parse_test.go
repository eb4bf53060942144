package query

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"dossier/model"
)

// Each typed text is read as the query that prints as want, without a hint.
func TestParse(t *testing.T) {
	for _, c := range []struct{ typed, want string }{
		{"", ""},
		{" \t\n", ""},
		{`lang:de actor:"John Matze" -vendor:Apple (violence OR "terms of service") date:2021-01-08..2021-01-12`,
			`lang:de actor:"John Matze" -vendor:Apple (violence OR "terms of service") date:2021-01-08..2021-01-12`},

		// operators
		{"a b", "a b"},
		{"a  AND\tb", "a b"},
		{"a OR b", "a OR b"},
		{"a b OR c d", "a b OR c d"},
		{"a (b OR c) d", "a (b OR c) d"},
		{"a or b and not c", "a or b and not c"},
		{"OR a", "a"},
		{"a OR", "a"},
		{"a OR OR b", "a OR b"},
		{"AND a AND AND b AND", "a b"},
		{"OR AND NOT", ""},
		{"a OR(b c)", "a OR b c"},

		// negation
		{"-a", "-a"},
		{"NOT a", "-a"},
		{"NOT a b", "-a b"},
		{"a AND NOT b", "a -b"},
		{`-"a b"`, `-"a b"`},
		{"-(a b)", "-(a b)"},
		{"NOT (a OR b) c", "-(a OR b) c"},
		{"NOT(a OR b)", "-(a OR b)"},
		{"-vendor:A,B", "-vendor:A,B"},
		{"--a", "a"},
		{"NOT NOT NOT a", "-a"},
		{"-(-(a b)) c", "a b c"},
		{"-(NOT a)", "a"},
		{"a - b", "a b"},
		{"a -", "a"},
		{"- - -", ""},
		{"(a -) b", "a b"},
		{"a NOT", "a"},
		{"NOT OR a", "a"},
		{"NOT AND a", "a"},
		{"-(vendor:)", ""},
		{"well-known", "well-known"},

		// groups
		{"((a))", "a"},
		{"(a", "a"},
		{"a OR (b", "a OR b"},
		{"(a OR (b c", "a OR b c"},
		{"a) b", "a b"},
		{"a OR b) c", "a OR b c"},
		{")(", ""},
		{"()", ""},
		{"f(x)", "f x"},

		// fields
		{"vendor:Apple,Google", "vendor:Apple,Google"},
		{`vendor:"Amazon, Inc.",Apple`, `vendor:"Amazon, Inc.",Apple`},
		{"VENDOR:Apple Lang:de", "vendor:Apple lang:de"},
		{"vendor:", ""},
		{"a vendor: b", "a b"},
		{"vendor:,", ""},
		{"vendor:A,,B,", "vendor:A,B"},
		{`vendor:""`, ""},
		{`vendor:"  "`, ""},
		{`vendor:"Amazon`, `vendor:"Amazon"`},
		{`vendor:"Amazon Web`, `vendor:"Amazon Web"`},
		{`vendor:A"B"`, `vendor:A "B"`},
		{`vendor:"A"B`, `vendor:"A" B`},
		{"vendor:a:b", "vendor:a:b"},
		{"vendor:-a", "vendor:-a"},
		{"vendor:OR", "vendor:OR"},
		{"title://x", "title://x"},
		{"(vendor:A)", "vendor:A"},
		{"author:O'Neill title:O’Neill", "author:O'Neill title:O’Neill"},
		{"is:read,starred has:note", "is:read,starred has:note"},
		{`is:READ has:"evidence"`, "is:read has:evidence"},
		{"status:Disputed status:none", "status:disputed,none"},
		{"vendor:NONE author:none", "vendor:none author:none"},
		{`author:"none"`, `author:"none"`},
		{"id:2021/parler", "id:2021/parler"},

		// dates
		{"date:2021", "date:2021"},
		{"date:2021-01,2021-01-08", "date:2021-01,2021-01-08"},
		{"date:2021-01-08..", "date:2021-01-08.."},
		{"date:..2021", "date:..2021"},
		{"date:2021..2021", "date:2021"},
		{"date:2021-01..2021", "date:2021-01..2021"},
		{"date:2021,none,2021", "date:2021,none"},
		{"date:none", "date:none"},
		{`date:"2021-01 .. 2021-02"`, "date:2021-01..2021-02"},
		{"date:２０２１", "date:2021"},
		{"date:..", ""},
		{`date:"",`, ""},
		{"date:2021 date:2022", "date:2021 date:2022"},

		// order
		{"sort:date", "sort:date"},
		{"sort:-date a", "a sort:-date"},
		{"sort:title a sort:read", "a sort:read"},
		{"(sort:source a OR b) c", "(a OR b) c sort:source"},
		{"a OR b sort:relevance", "a OR b sort:relevance"},
		{"sort:", ""},

		// words and phrases
		{`"a phrase"`, `"a phrase"`},
		{`"word"`, `"word"`},
		{`" a   b "`, `"a b"`},
		{`“a b” „c d“ «e f» „g h” »i j«`, `"a b" "c d" "e f" "g h" "i j"`},
		{`"a b”`, `"a b"`},
		{`a"b c"d`, `a "b c" d`},
		{`"a \"b\" \\ \c"`, `"a \"b\" \\ \\c"`},
		{`"a \“b\”"`, `"a \“b\”"`},
		{`"a\`, `"a\\"`},
		{`""`, ""},
		{`"`, ""},
		{"l’article ‘x’", "l’article ‘x’"},
		{`"OR" "NOT"`, `"OR" "NOT"`},
		{`"-a" "(b" "vendor:c"`, `"-a" "(b" "vendor:c"`},
		{"https://example.org/a?b=c,d 10:30", "https://example.org/a?b=c,d 10:30"},
		{"Parler: a :b c::d x:y", "Parler: a :b c::d x:y"},
		{"a,b", "a,b"},
		{"#tag @name $5 .NET C++", "#tag @name $5 .NET C++"},
		{`back\slash \"x`, `back\slash \ "x"`},
		{"none", "none"},
		{"帕勒 パーラー", "帕勒 パーラー"},
		{"a\u3000b\u00a0c", "a b c"},

		// what a reader does not see is cleaned away
		{"a\x1bb", "a␛b"},
		{"O\u200bR ven\u200bdor:x \u200b-y", `"OR" "vendor:x" "-y"`},
		{"\u202e\u200b", ""},
		{"\u0301", ""},
		{"vendor:\u200b", ""},
		{"a\xffb", "a\ufffdb"},
		{"e\u0301", "é"},
	} {
		q, hints := Parse(c.typed)
		if got := q.String(); got != c.want || hints != nil {
			t.Errorf("Parse(%q) = %q, hints %v, want %q", c.typed, got, hints, c.want)
		}
		roundTrip(t, q)
	}
}

func TestNormalForm(t *testing.T) {
	for _, c := range []struct{ typed, want string }{
		// flat
		{"a (b (c d))", "a b c d"},
		{"a OR (b OR (c OR d))", "a OR b OR c OR d"},
		{"(a OR b) OR ((c) d)", "a OR b OR c d"},
		{"a ((b OR c))", "a (b OR c)"},

		// repeats of single-valued fields
		{"lang:de a lang:fr", "lang:de,fr a"},
		{"source:A author:B id:c status:done source:D author:E id:f status:disputed",
			"source:A,D author:B,E id:c,f status:done,disputed"},
		{"lang:de (lang:fr a)", "lang:de,fr a"},
		{"lang:de -(-lang:fr)", "lang:de,fr"},
		{"-lang:de -lang:fr lang:it", "-lang:de -lang:fr lang:it"},
		{"lang:de (lang:fr OR a)", "lang:de (lang:fr OR a)"},
		{"lang:de OR lang:fr", "lang:de OR lang:fr"},
		{"(lang:de lang:fr) OR a", "lang:de,fr OR a"},
		{"actor:A actor:B vendor:A vendor:B is:read is:starred title:a title:b has:note has:evidence",
			"actor:A actor:B vendor:A vendor:B is:read is:starred title:a title:b has:note has:evidence"},

		// twins
		{"vendor:Apple,apple,ÄPPLE,Google", "vendor:Apple,Google"},
		{`vendor:Apple,"Apple"`, `vendor:Apple,"Apple"`},
		{"lang:de,fr lang:fr,it", "lang:de,fr,it"},
		{"id:a,A,a", "id:a,A"},
		{"a A a b", "a b"},
		{"-a b -a", "-a b"},
		{"a -a", "a -a"},
		{"a OR b OR a", "a OR b"},
		{"a OR a", "a"},
		{"(a b OR a b) c", "a b c"},
		{"(a OR b) c (a OR b)", "(a OR b) c"},
		{"(a OR b) (b OR a)", "(a OR b) (b OR a)"},
		{`-(a OR b) -(a or b)`, `-(a OR b) -(a or b)`},
		{"date:2021 date:2021", "date:2021"},
	} {
		q, hints := Parse(c.typed)
		if got := q.String(); got != c.want || hints != nil {
			t.Errorf("Parse(%q) = %q, hints %v, want %q", c.typed, got, hints, c.want)
		}
		roundTrip(t, q)
	}
}

func TestTree(t *testing.T) {
	word := func(s string) Node { return Match(Text, Value{Text: s}) }
	jan := model.Date{Year: 2021, Month: 1}
	for typed, want := range map[string]Query{
		"":  {},
		"a": {Root: Node{Kids: []Node{word("a")}}},
		"a OR -b sort:title": {Sort: ByTitle, Root: Node{Kids: []Node{
			{Op: Or, Kids: []Node{word("a"), Negate(word("b"))}},
		}}},
		`vendor:Apple,"Amazon Web Services"`: {Root: Node{Kids: []Node{
			Match(Vendor, Value{Text: "Apple"}, Value{"Amazon Web Services", true}),
		}}},
		"date:none,2021-01,2021-01..": {Root: Node{Kids: []Node{
			{Op: Leaf, Term: Term{Field: Date, Values: []Value{{Text: "none"}}, Ranges: []model.Range{{From: jan, To: jan}, {From: jan}}}},
		}}},
		`vendr:Apple`: {Root: Node{Kids: []Node{Match(Text, Value{"vendr:Apple", true})}}},
	} {
		if q, _ := Parse(typed); !reflect.DeepEqual(q, want) {
			t.Errorf("Parse(%q) = %+v, want %+v", typed, q, want)
		}
	}
}

// roundTrip asserts what every query from Parse holds.
func roundTrip(t *testing.T, q Query) {
	t.Helper()
	again, hints := Parse(q.String())
	if !reflect.DeepEqual(again, q) || hints != nil {
		t.Errorf("%q is read back as %q, hints %v\n%+v\n%+v", q.String(), again.String(), hints, q, again)
	}
}

func TestLimits(t *testing.T) {
	deep := strings.Repeat("(a OR ", 80) + "b" + strings.Repeat(")", 80)
	q, hints := Parse(deep + " c")
	if len(hints) != 1 || hints[0].Fault != TooDeep || strings.Contains(q.String(), "b") || !strings.HasSuffix(q.String(), " c") {
		t.Errorf("too deep: %q, hints %v", q, hints)
	}
	if from, to := hints[0].Start, hints[0].End; deep[from] != '(' || deep[from:to] != strings.TrimSuffix(deep[from:], strings.Repeat(")", maxDepth)) {
		t.Errorf("the hint is about %q", deep[from:to])
	}
	roundTrip(t, q)

	long := strings.Repeat("ä ", maxQuery)
	q, hints = Parse(long)
	if len(hints) != 1 || hints[0].Start > maxQuery || hints[0].End != len(long) || len(q.Root.Kids) != 1 {
		t.Errorf("too long: %q, hints %v", q, hints)
	}

	var growing strings.Builder // a control prints as three bytes
	for i := range 400 {
		fmt.Fprintf(&growing, "%d\x01\x02\x03 ", i)
	}
	q, hints = Parse("x sort:title " + growing.String())
	if got := q.String(); len(got) > maxQuery || len(got) < maxQuery-50 || !strings.HasSuffix(got, " sort:title") {
		t.Errorf("too long when printed: %q", got)
	}
	if len(hints) != 1 || hints[0].Fault != TooLong {
		t.Errorf("too long when printed: hints %v", hints)
	}
	roundTrip(t, q)
}
