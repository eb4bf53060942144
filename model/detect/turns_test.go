package detect

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"dossier/model"
)

// turn is one sentence that says, or does not say, in one of a language's many
// turns that ties were cut.
type turn struct {
	lang, text string
	held       bool // every third is looked at only for its figure
	want       []string
	status     string
}

// turns reads testdata/turns/LANG.txt: lines "Vendor, Vendor: sentence", with
// "announced" or "disputed" behind the vendors if they did not simply do it, or
// "none: sentence".
func turns(t testing.TB) (all []turn) {
	t.Helper()
	for lang, data := range casesIn(t, "turns") {
		for i, line := range slices.Collect(strings.Lines(data)) {
			x := parseTurn(t, lang, strings.TrimSpace(line))
			x.held = i%3 == 2
			all = append(all, x)
		}
	}
	return all
}

func parseTurn(t testing.TB, lang, line string) turn {
	t.Helper()
	who, text, ok := strings.Cut(line, ": ")
	if !ok {
		t.Fatalf("%s: no vendor in %q", lang, line)
	}
	x := turn{lang: lang, text: text, status: "done"}
	if who == "none" {
		return x
	}
	for _, status := range []string{"announced", "disputed"} {
		if rest, is := strings.CutSuffix(who, " "+status); is {
			who, x.status = rest, status
		}
	}
	x.want = strings.Split(who, ", ")
	return x
}

// cuts are those read from a turn below the subject's name: the article is about
// it.
func (x turn) cuts(actors *Actors) []model.Cut {
	return actors.Cuts("Parler\n\n"+x.text, x.lang, model.Date{})
}

// fault says what is wrong with the cuts read from a turn; empty if nothing.
func (x turn) fault(got []model.Cut) string {
	var wrong []string
	for _, c := range got {
		switch {
		case !slices.Contains(x.want, c.Vendor):
			wrong = append(wrong, "false "+c.Vendor)
		case c.Status.String() != x.status:
			wrong = append(wrong, c.Vendor+" is "+c.Status.String())
		}
	}
	for _, v := range x.want {
		if !slices.ContainsFunc(got, func(c model.Cut) bool { return c.Vendor == v }) {
			wrong = append(wrong, "missed "+v)
		}
	}
	return strings.Join(wrong, ", ")
}

// manyTurns is how many turns a language has at least.
const manyTurns = 40

// TestTurns holds the share of right sentences of each language; with -v it
// prints the figures and what is wrong with those that are not held aside.
func TestTurns(t *testing.T) {
	actors := NewActors(cutRegister())
	development, held := map[string]*share{}, map[string]*share{}
	for _, x := range turns(t) {
		if development[x.lang] == nil {
			development[x.lang], held[x.lang] = &share{}, &share{}
		}
		fault := x.fault(x.cuts(actors))
		if x.held {
			held[x.lang].add(fault == "")
			continue
		}
		development[x.lang].add(fault == "")
		if fault != "" {
			t.Logf("%s: %s: %s", x.lang, fault, x.text)
		}
	}
	var all, aside share
	for _, lang := range slices.Sorted(maps.Keys(development)) {
		d, h := development[lang], held[lang]
		t.Logf("%-8s %v  held aside %v", lang, d, h)
		if d.value() < least || d.of+h.of < manyTurns {
			t.Errorf("%s fell below %.2f of at least %d turns", lang, least, manyTurns)
		}
		all, aside = share{all.n + d.n, all.of + d.of}, share{aside.n + h.n, aside.of + h.of}
	}
	t.Logf("%-8s %v  held aside %v", "all", all, aside)
	if aside.value() < least {
		t.Errorf("held aside fell below %.2f", least)
	}
}
