package query

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestSpotAt marks the place with | and what a completion replaces with [ ].
func TestSpotAt(t *testing.T) {
	for _, c := range []struct{ text, want, typed string }{
		{"|", "[]", ""},
		{"ven|", "[ven]", "ven"},
		{"a ve|n b", "a [ven] b", "ve"},
		{"a | b", "a [] b", ""},
		{"a|", "[a]", "a"},
		{"-ac|", "-[ac]", "ac"},
		{"(la|", "([la]", "la"},
		{"(|", "([]", ""},
		{"a (|b)", "a ([b])", ""},
		{"vendor:|", "vendor:[]", ""},
		{"vendor:Tw|", "vendor:[Tw]", "Tw"},
		{"vendor:Apple,Tw|", "vendor:Apple,[Tw]", "Tw"},
		{"vendor:Ap|ple,Twilio x", "vendor:[Apple],Twilio x", "Ap"},
		{"vendor:Apple,|", "vendor:Apple,[]", ""},
		{`actor:"John Ma|`, `actor:["John Ma]`, "John Ma"},
		{`actor:"John |Matze" b`, `actor:["John Matze"] b`, "John "},
		{`-actor:"a, b",J|`, `-actor:"a, b",[J]`, "J"},
		{"act|or:Jo", "[actor:]Jo", "act"},
		{"SORT:da|", "SORT:[da]", "da"},
		{"lang:de |", "lang:de []", ""},
		{"date:2021|", "date:[2021]", "2021"},
	} {
		at := strings.IndexByte(c.text, '|')
		text := strings.Replace(c.text, "|", "", 1)
		s, ok := SpotAt(text, at)
		if got := text[:s.Start] + "[" + text[s.Start:s.End] + "]" + text[s.End:]; !ok || got != c.want || s.Typed != c.typed {
			t.Errorf("%s: the spot is %s with %q typed, want %s with %q", c.text, got, s.Typed, c.want, c.typed)
		}
	}
	for _, text := range []string{`"a phr`, `x "a`, `unknown:"a`} {
		if _, ok := SpotAt(text, len(text)); ok {
			t.Errorf("%s is completed within a phrase", text)
		}
	}
}

func TestPut(t *testing.T) {
	text := "lang:de vendor:am x"
	s, _ := SpotAt(text, len("lang:de vendor:am"))
	got, end := s.Put(text, Spell(Vendor, Value{"American Express", true}))
	if want := `lang:de vendor:"American Express" x`; got != want || got[end:] != " x" {
		t.Errorf("completed it is %q with the cursor before %q", got, got[end:])
	}
	if got := s.Without(text); got != "lang:de vendor: x" {
		t.Errorf("without it it is %q", got)
	}
}

func FuzzSpotAt(f *testing.F) {
	f.Add(`-actor:"a, b",J (x OR lang:de)`, 9)
	f.Fuzz(func(t *testing.T, text string, at int) {
		text = strings.ToValidUTF8(text, "?")
		if at = min(max(at, 0), len(text)); !strings.HasPrefix(text[at:], strings.ToValidUTF8(text[at:], "")) {
			return
		}
		s, _ := SpotAt(text, at)
		if s.Start < 0 || s.End < s.Start || s.End > len(text) {
			t.Fatalf("%q at %d: %+v", text, at, s)
		}
		if after, _ := s.Put(text, "x"); !utf8.ValidString(after) {
			t.Errorf("%q at %d becomes %q", text, at, after)
		}
	})
}
