package detect

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"dossier/model"
)

// TestTrust holds lexicon/trust.txt to what is measured, so that no language is
// trusted for longer than it deserves. A run with -v prints the lines.
func TestTrust(t *testing.T) {
	measured := measureTrust(t)
	for _, lang := range slices.Sorted(maps.Keys(measured)) {
		m := measured[lang]
		t.Logf("%s %d/%d", lang, m.n, m.of)
		x := trusts()[lang]
		if x.right != m.n || x.of != m.of {
			t.Errorf("%s: trust.txt has %d/%d, measured %d/%d", lang, x.right, x.of, m.n, m.of)
		}
	}
}

// measureTrust counts the cases held aside in which no false cut is read.
func measureTrust(t *testing.T) map[string]*share {
	t.Helper()
	all := map[string]*share{}
	count := func(lang string, got []model.Cut, right func(vendor string) bool) {
		if all[lang] == nil {
			all[lang] = &share{}
		}
		all[lang].add(!slices.ContainsFunc(got, func(c model.Cut) bool { return !right(c.Vendor) }))
	}
	actors := NewActors(cutRegister())
	for _, x := range turns(t) {
		if x.held {
			count(x.lang, x.cuts(actors), func(v string) bool { return slices.Contains(x.want, v) })
		}
	}
	for _, c := range cutCases(t) {
		if c.held {
			count(c.lang, actors.Cuts(c.body, c.lang, model.Date{}), func(v string) bool {
				return slices.ContainsFunc(c.want, func(w wantCut) bool { return w.vendor == v })
			})
		}
	}
	actors = NewActors(builtIn(t))
	for _, c := range casesOf(t, "unseen") {
		if c.held {
			count(c.lang, actors.Cuts(c.body, c.lang, model.Date{}), func(v string) bool {
				return slices.ContainsFunc(c.cuts, func(w blindCut) bool { return w.vendor == v })
			})
		}
	}
	return all
}

// TestTrustTable proves the rule on a table of its own.
func TestTrustTable(t *testing.T) {
	table := trust{}
	for _, line := range strings.Split("xx 18/20\nyy 17/20\nzz 0/0\nzh 9/10\nzh-Hant 1/2", "\n") {
		table.add(line)
	}
	for lang, want := range map[string]bool{"xx": true, "yy": false, "zz": false, "": false, "qq": false, "zh-Hans": true, "zh-Hant": false, "xx-XX": true} {
		if got := table.in(lang); got != want {
			t.Errorf("%q: %v, want %v", lang, got, want)
		}
	}
}
