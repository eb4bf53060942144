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

// measureTrust counts the right ones among the cuts read in all cases held aside.
func measureTrust(t *testing.T) map[string]*share {
	t.Helper()
	all := map[string]*share{}
	count := func(lang, vendor string, want []string) {
		if all[lang] == nil {
			all[lang] = &share{}
		}
		all[lang].add(slices.Contains(want, vendor))
	}
	actors := NewActors(cutRegister())
	for _, x := range turns(t) {
		for _, c := range x.cuts(actors) {
			if x.held {
				count(x.lang, c.Vendor, x.want)
			}
		}
	}
	for _, c := range cutCases(t) {
		var want []string
		for _, w := range c.want {
			want = append(want, w.vendor)
		}
		for _, got := range actors.Cuts(c.body, c.lang, model.Date{}) {
			if c.held {
				count(c.lang, got.Vendor, want)
			}
		}
	}
	actors = NewActors(builtIn(t))
	for _, c := range casesOf(t, "unseen") {
		var want []string
		for _, w := range c.cuts {
			want = append(want, w.vendor)
		}
		for _, got := range actors.Cuts(c.body, c.lang, model.Date{}) {
			if c.held {
				count(c.lang, got.Vendor, want)
			}
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
