package query

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"dossier/model/clean"
)

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		`lang:de actor:"John Matze" -vendor:Apple (violence OR "terms of service") date:2021-01-08..2021-01-12`,
		`-(a OR -(b c)) NOT d,e f:g vendor:"h, i",j,none sort:-date`,
		`“a” „b" «c\» \\" "x\"y\“z" ‘d’`,
		"date:2021..2020,..,none,x status:done,foo is:READ has: sort:date,title vendor:(a)",
		"((((a) OR b) c) OR d) e) f OR",
		"O\u200bR ven\u200bdor:a \u200b-b \x1b[2J \xff\xfe e\u0301 \u202ex",
		"lang:de lang:DE lang:none -lang:de (lang:fr OR lang:fr) id:a id:A",
		"- -- --a NOT NOT NOT -- (-) -() \"\"",
		strings.Repeat("(", 100) + "a" + strings.Repeat(")", 100),
		strings.Repeat("\x01:\\ ", 1100),
		"https://x.y/z 10:30 a: :b c::d vendr:\"e",
		"帕勒,アップル vendor:亚马逊 ｖendor:x date:２０２１ none is:ｒead",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, hints := Parse(s)
		printed := q.String()
		if !utf8.ValidString(printed) || strings.ContainsFunc(printed, clean.Forbidden) || strings.ContainsAny(printed, "\n\t") {
			t.Fatalf("Parse(%q) prints as %q", s, printed)
		}
		roundTrip(t, q)
		if same := q.And(); !reflect.DeepEqual(same, q) {
			t.Fatalf("Parse(%q) is not in normal form: %q becomes %q", s, printed, same)
		}
		if again, hintsAgain := Parse(s); !reflect.DeepEqual(again, q) || !reflect.DeepEqual(hintsAgain, hints) {
			t.Fatalf("Parse(%q) differs from time to time", s)
		}
		checkHints(t, s, hints)
		checkEdits(t, q)
	})
}

func checkHints(t *testing.T, s string, hints []Hint) {
	t.Helper()
	for _, h := range hints {
		if h.Start < 0 || h.End <= h.Start || h.End > len(s) {
			t.Fatalf("Parse(%q): hint %+v is out of bounds", s, h)
		}
		if h.Text != clean.Line(h.Text) || len(h.Text) > 100 {
			t.Fatalf("Parse(%q): hint %q is no short line", s, h.Text)
		}
	}
}

func checkEdits(t *testing.T, q Query) {
	t.Helper()
	for i, n := range q.Root.Kids[:min(4, len(q.Root.Kids))] {
		roundTrip(t, q.Without(i))
		if alone, hints := Parse(n.String()); !reflect.DeepEqual(alone, Query{}.And(n)) || hints != nil {
			t.Fatalf("node %q is read back as %q, hints %v", n, alone, hints)
		}
	}
}

func FuzzMatch(f *testing.F) {
	f.Add("Apple", false, "Die Firma Apple, Inc. trennt sich")
	f.Add("terms of\u00a0service", true, "the Terms\n of  Service.")
	f.Add("帕勒", false, "关于帕勒公司")
	f.Add("strasse", true, "Straße, ﬁn. ᄀ\u1161")
	f.Add("น้ำ", false, "ดื่มน้ำ")
	f.Fuzz(func(t *testing.T, value string, quoted bool, text string) {
		v := Value{value, quoted}
		m := NewMatcher(v)
		spans := Spans(text, m)
		if found := v.In(text); found != (len(spans) > 0) {
			t.Fatalf("%+v in %q: %v, but spans %v", v, text, found, spans)
		}
		end := 0
		for _, s := range spans {
			if s.Start < end || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("%+v in %q: spans %v", v, text, spans)
			}
			end = s.End
			if utf8.ValidString(text) && !(Value{value, false}).In(text[s.Start:s.End]) {
				t.Fatalf("%+v in %q: the span holds %q", v, text, text[s.Start:s.End])
			}
		}
	})
}
