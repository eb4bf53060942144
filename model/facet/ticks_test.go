package facet

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dossier/model/fold"
	"dossier/model/language"
	"dossier/model/query"
)

// dossier resolves values against a few names, as an index does against those
// of its articles.
type dossier map[Dimension][]string

func (names dossier) Resolve(d Dimension, v query.Value) []string {
	if v.None() {
		return nil
	}
	m := query.NewMatcher(v)
	var meant []string
	for _, name := range names[d] {
		switch {
		case d == Language && !v.Quoted && language.Covers(v.Text, name), m.Name(fold.String(name)):
			meant = append(meant, name)
		}
	}
	return meant
}

var names = dossier{
	Language: {"de", "fr", "zh", "zh-Hant"},
	Vendor:   {"Amazon", "Apple", "Apple Bank", "Google", "None", `The "Q"`, "Twilio"},
	Actor:    {"Amazon", "John Matze", "Jo Matze", "Twilio"},
}

func parse(t *testing.T, s string) query.Query {
	t.Helper()
	q, hints := query.Parse(s)
	if len(hints) > 0 {
		t.Fatalf("Parse(%q): hints %v", s, hints)
	}
	return q
}

// sketch writes a dimension's ticks and what is beside them.
func sketch(t Ticks, rest []query.Node) string {
	s := strings.Join(t.Included, "+")
	if t.All {
		s = "all " + s
	}
	for _, name := range t.Excluded {
		s += " -" + name
	}
	for _, n := range rest {
		s += " | " + n.String()
	}
	return strings.TrimSpace(s)
}

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		d       Dimension
		q, want string
	}{
		{Vendor, "", ""},
		{Vendor, "vendor:Twilio", "Twilio"},
		{Vendor, "vendor:twi", "Twilio"},
		{Vendor, "vendor:Twilio,Google", "Twilio+Google"},
		{Vendor, "vendor:Twilio,twi", "Twilio"},
		{Vendor, "vendor:Twilio vendor:Google", "all Twilio+Google"},
		{Vendor, "vendor:Twilio vendor:twi", "Twilio"},
		{Vendor, "-vendor:Twilio", "-Twilio"},
		{Vendor, "-vendor:Twilio,Google -vendor:Amazon", "-Twilio -Google -Amazon"},
		{Vendor, "-vendor:Twilio -vendor:twi", "-Twilio"},
		{Vendor, "vendor:Google -vendor:Twilio", "Google -Twilio"},

		// Terms with one value each go before one with several, and of those
		// the last one is ticks.
		{Vendor, "vendor:Twilio vendor:Google,Amazon", "Twilio | vendor:Google,Amazon"},
		{Vendor, "vendor:Google,Amazon vendor:Twilio", "Twilio | vendor:Google,Amazon"},
		{Vendor, "vendor:Google,Amazon vendor:Twilio,Google", "Twilio+Google | vendor:Google,Amazon"},
		{Vendor, "vendor:Google,Amazon vendor:Twilio vendor:None", `Twilio | vendor:Google,Amazon | vendor:none`},

		// A value that means several names, or none, is no tick.
		{Vendor, "vendor:Apple", "| vendor:Apple"},
		{Vendor, `vendor:"Apple"`, "Apple"},
		{Vendor, "vendor:Twilio,Apple", "| vendor:Twilio,Apple"},
		{Vendor, "-vendor:Apple", "| -vendor:Apple"},
		{Vendor, "vendor:nobody", "| vendor:nobody"},
		{Vendor, "vendor:none", "| vendor:none"},
		{Vendor, `vendor:"None"`, "None"},

		// Nor is what stands in a group, in another field or in no field.
		{Vendor, "(vendor:Twilio OR lang:de)", "| vendor:Twilio OR lang:de"},
		{Vendor, "-(vendor:Twilio lang:de)", "| -(vendor:Twilio lang:de)"},
		{Vendor, "vendor:Twilio OR vendor:Google", "| vendor:Twilio OR vendor:Google"},
		{Vendor, "actor:Twilio Twilio date:2021", "| actor:Twilio | Twilio | date:2021"},
		{Actor, "actor:Matze actor:Twilio vendor:Twilio", "Twilio | actor:Matze | vendor:Twilio"},
		{Language, "lang:de,fr", "de+fr"},
		{Language, "lang:de lang:fr", "de+fr"}, // an article has one language
		{Language, "lang:zh", "| lang:zh"},
		{Language, `lang:"zh"`, "zh"},
		{Language, "lang:zh-Hant -lang:de", "zh-Hant -de"},
	} {
		if got := sketch(Split(parse(t, c.q), c.d, names)); got != c.want {
			t.Errorf("Split(%s) = %s, want %s", c.q, got, c.want)
		}
	}
}

func TestStateOfATick(t *testing.T) {
	ticks, _ := Split(parse(t, "vendor:Twilio -vendor:Google"), Vendor, names)
	for name, want := range map[string]State{"Twilio": Included, "Google": Excluded, "Amazon": Off, "twilio": Off} {
		if got := ticks.State(name); got != want {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
}

func TestSpell(t *testing.T) {
	for _, c := range []struct {
		d          Dimension
		name, want string
	}{
		{Vendor, "Twilio", "vendor:Twilio"},
		{Vendor, "Apple", `vendor:"Apple"`}, // the bare word means the bank too
		{Vendor, "Apple Bank", `vendor:"Apple Bank"`},
		{Vendor, "None", `vendor:"None"`}, // the bare word means that there is none
		{Vendor, `The "Q"`, `vendor:"The \"Q\""`},
		{Actor, "John Matze", `actor:"John Matze"`},
		{Language, "de", "lang:de"},
		{Language, "zh", `lang:"zh"`},
		{Language, "zh-Hant", "lang:zh-Hant"},
	} {
		v := Spell(c.d, c.name, names)
		if got := query.Match(c.d.Field(), v).String(); got != c.want {
			t.Errorf("%s is spelled %s, want %s", c.name, got, c.want)
		}
		if meant := names.Resolve(c.d, v); !slices.Equal(meant, []string{c.name}) {
			t.Errorf("%s is spelled so that it means %q", c.name, meant)
		}
	}
}

func TestSet(t *testing.T) {
	for _, c := range []struct {
		q    string
		name string
		s    State
		all  bool
		want string
	}{
		{"", "Twilio", Included, false, "vendor:Twilio"},
		{"", "Apple", Included, false, `vendor:"Apple"`},
		{"", "Twilio", Excluded, false, "-vendor:Twilio"},
		{"", "Twilio", Off, false, ""},
		{"vendor:Twilio", "Google", Included, false, "vendor:Twilio,Google"},
		{"vendor:Twilio", "Google", Included, true, "vendor:Twilio vendor:Google"},
		{"vendor:Twilio,Google", "Amazon", Included, true, "vendor:Twilio vendor:Google vendor:Amazon"},
		{"vendor:Twilio vendor:Google", "Amazon", Included, false, "vendor:Twilio,Google,Amazon"},
		{"vendor:Twilio,Google", "Twilio", Off, false, "vendor:Google"},
		{"vendor:Twilio -vendor:Twilio", "Google", Included, false, "vendor:Twilio,Google -vendor:Twilio"},
		{"vendor:Twilio,Google", "Twilio", Excluded, false, "vendor:Google -vendor:Twilio"},
		{"-vendor:Twilio,Google", "Twilio", Off, false, "-vendor:Google"},
		{"-vendor:Twilio", "Twilio", Included, false, "vendor:Twilio"},
		{"vendor:twi", "Twilio", Off, false, ""},

		// Each term keeps its place; what is new comes last, where it is the
		// first to be dropped again.
		{"vendor:Twilio lang:de", "Google", Included, false, "vendor:Twilio,Google lang:de"},
		{"vendor:Twilio lang:de", "Google", Included, true, "vendor:Twilio lang:de vendor:Google"},
		{"vendor:Twilio lang:de", "Google", Excluded, false, "vendor:Twilio lang:de -vendor:Google"},
		{"-vendor:Google a vendor:Twilio b -vendor:Amazon", "Google", Off, false, "a vendor:Twilio b -vendor:Amazon"},
		{"-vendor:Google a vendor:Twilio b", "Amazon", Included, false, "-vendor:Google a vendor:Twilio,Amazon b"},
		{"vendor:Twilio a vendor:Google b vendor:Amazon", "Google", Off, true, "vendor:Twilio a b vendor:Amazon"},
		{"vendor:Twilio a vendor:Google b", "Amazon", Included, false, "vendor:Twilio,Google,Amazon a b"},

		// What is no tick stays as it is, also in the same field.
		{"a OR b", "Twilio", Included, false, "(a OR b) vendor:Twilio"},
		{"vendor:Apple -(b c) sort:title", "Twilio", Included, false, "vendor:Apple -(b c) vendor:Twilio sort:title"},
		{"vendor:none date:2021", "None", Included, false, `vendor:none date:2021 vendor:"None"`},
		{"vendor:Twilio vendor:Google,Amazon", "Twilio", Off, false, "vendor:Google,Amazon"},

		// A condition beside the ticks must not take their place.
		{"vendor:Twilio vendor:Google,Amazon", "None", Included, false, `vendor:Google,Amazon vendor:Twilio,"None"`},
		{`-vendor:"None" vendor:Google,Amazon vendor:Twilio,Google`, "Amazon", Included, false,
			`-vendor:"None" vendor:Google,Amazon vendor:Twilio,Google,Amazon`},
	} {
		if got := Set(parse(t, c.q), Vendor, c.name, c.s, c.all, names); got.String() != c.want {
			t.Errorf("%s with %s %v (all: %v) is %s, want %s", c.q, c.name, c.s, c.all, got, c.want)
		}
	}
}

// TestTickingDoesNotChangeTheQueryItself guards against shared memory: a query
// is a value, and an older one may still be being answered.
func TestTickingDoesNotChangeTheQueryItself(t *testing.T) {
	q := parse(t, "vendor:Twilio a -vendor:Google")
	ticks, _ := Split(q, Vendor, names)
	Set(q, Vendor, "Twilio", Off, false, names)
	Set(q, Vendor, "Amazon", Included, true, names)
	if got := q.String(); got != "vendor:Twilio a -vendor:Google" {
		t.Errorf("the query became %s", got)
	}
	if got := sketch(ticks, nil); got != "Twilio -Google" {
		t.Errorf("its ticks became %s", got)
	}
}

// pieces are terms of which random queries are made.
var pieces = []string{
	"a", "b OR c", `"a phrase"`, "-d", "date:2021", "status:done", "actor:Matze", "lang:de", "-lang:fr,zh",
	"vendor:Twilio", "vendor:Amazon", "vendor:goo", "vendor:Twilio,Amazon", `vendor:Google,"Apple"`, "vendor:Google,None",
	"vendor:Apple", "vendor:none", "-vendor:Amazon", "-vendor:Google,Twilio", "-vendor:Apple", "(vendor:Twilio OR a)",
}

func randomQuery(t *testing.T, r *rand.Rand) query.Query {
	var parts []string
	for range r.IntN(6) {
		p := pieces[r.IntN(len(pieces))]
		if strings.Contains(p, " OR ") && p[0] != '(' {
			p = "(" + p + ")"
		}
		parts = append(parts, p)
	}
	return parse(t, strings.Join(parts, " "))
}

func randomTicks(r *rand.Rand, d Dimension) Ticks {
	t := Ticks{All: r.IntN(2) == 0 && d != Language}
	for _, name := range names[d] {
		switch r.IntN(4) {
		case 0:
			t.Included = append(t.Included, name)
		case 1:
			t.Excluded = append(t.Excluded, name)
		}
	}
	return t
}

// sorted is a sketch that does not tell in which order things stand.
func sorted(t Ticks, rest []query.Node) string {
	slices.Sort(t.Included)
	slices.Sort(t.Excluded)
	t.All = t.All && len(t.Included) > 1
	var texts []string
	for _, n := range rest {
		texts = append(texts, n.String())
	}
	slices.Sort(texts)
	return sketch(t, nil) + " | " + strings.Join(texts, " | ")
}

// competing reports terms of several values beside the ticks of a dimension:
// where all ticks go, the last of those becomes ticks.
func competing(rest []query.Node, d Dimension) bool {
	return slices.ContainsFunc(rest, func(n query.Node) bool { return len(oneEach(n, d, names)) > 1 })
}

func TestJoinGivesTheTicksBack(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	checked := 0
	for range 6000 {
		q, d := randomQuery(t, r), Dimension(r.IntN(int(NumDimensions)))
		want := randomTicks(r, d)
		_, rest := Split(q, d, names)
		if competing(rest, d) && len(want.Included) == 0 {
			continue
		}
		joined := Join(q, d, want, names)
		got, left := Split(joined, d, names)
		if sorted(got, left) != sorted(want, rest) {
			t.Fatalf("%s with ticks %s is %s, which splits into %s", q, sketch(want, rest), joined, sketch(got, left))
		}
		if again, _ := query.Parse(joined.String()); again.String() != joined.String() {
			t.Fatalf("%s is read back as %s", joined, again)
		}
		for other := range NumDimensions {
			before, after := sketchOf(q, other), sketchOf(joined, other)
			if other != d && before != after {
				t.Fatalf("ticks of dimension %d changed those of %d from %s to %s", d, other, before, after)
			}
		}
		checked++
	}
	if checked < 3000 {
		t.Errorf("only %d cases were checked", checked)
	}
}

func sketchOf(q query.Query, d Dimension) string {
	ticks, _ := Split(q, d, names)
	return sketch(ticks, nil)
}

func TestTickingAndUntickingChangesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 17))
	for range 6000 {
		q, d := randomQuery(t, r), Dimension(r.IntN(int(NumDimensions)))
		ticks, rest := Split(q, d, names)
		all := ticks.All || d != Language && len(ticks.Included) < 2 && r.IntN(2) == 0
		name := names[d][r.IntN(len(names[d]))]
		if ticks.State(name) != Off {
			continue
		}
		written := Join(q, d, ticks, names) // as ticking spells it
		for _, s := range []State{Included, Excluded} {
			on := Set(q, d, name, s, all, names)
			got, beside := Split(on, d, names)
			if len(beside) < len(rest) {
				continue // the ticks have come to say what a condition beside them said
			}
			if got.State(name) != s {
				t.Fatalf("%s with %s %v is %s, where it is %v", q, name, s, on, got.State(name))
			}
			if competing(rest, d) && len(ticks.Included) == 0 {
				continue
			}
			off := Set(on, d, name, Off, all, names)
			if competing(rest, d) { // which may change places with the ticks
				if a, b := sorted(Split(off, d, names)), sorted(Split(written, d, names)); a != b {
					t.Fatalf("%s with %s %v and off again is %s", q, name, s, off)
				}
			} else if off.String() != written.String() {
				t.Fatalf("%s with %s %v and off again is %s, want %s", q, name, s, off, written)
			}
		}
	}
}

func Example() {
	q, _ := query.Parse("lang:de vendor:twi")
	q = Set(q, Vendor, "Apple", Included, false, names)
	fmt.Println(q)
	ticks, _ := Split(q, Vendor, names)
	fmt.Println(ticks.Included, ticks.State("Google"))
	// Output:
	// lang:de vendor:Twilio,"Apple"
	// [Twilio Apple] off
}
