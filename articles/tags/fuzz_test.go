package tags

import (
	"strings"
	"testing"

	"dossier/articles/frontmatter"
	"dossier/model"
	"dossier/model/clean"
)

// FuzzParse reads any text. No line that it names may lie outside.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"a.md:\n  lang: de\n", "a.md: {cuts: [{vendor: A}]}", "a.md:\n  confirmed:\n  - vendor: B\n", "a: &a [*a]", "- a", "a.md: x\na.md: y", "a.md:\n\t- b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = clean.Text(text)
		tags := Parse(text)
		problems := append(tags.Problems, tags.Strangers(among())...)
		for _, p := range tags.paths {
			problems = append(problems, tags.Of(p).Problems...)
		}
		for _, p := range problems {
			if p.Line < 0 || p.Line > 1+strings.Count(text, "\n") || p.Text != clean.Line(p.Text) || p.Text == "" {
				t.Errorf("%q: %+v", text, p)
			}
		}
	})
}

// FuzzEdit edits any file. Where that is not refused, it says what was put in
// and all that it said before.
func FuzzEdit(f *testing.F) {
	for _, s := range []string{"", "# a\n", "a.md:\n  lang: de # x\nb.md: {}\n", "---\na.md:\n", "b.md: |\n  x\n\n# c\n", "? a.md\n: rejected: []\n", "\ufeffb.md: 1\r\n", "a.md: {confirmed: [{vendor: Apple}]} # y", "a.md:\n  rejected:\n  # c\n  - vendor: Apple\n"} {
		f.Add(s, "it has closed", "a.md")
	}
	f.Add("0:", "\r", "\x80")
	f.Fuzz(func(t *testing.T, text, evidence, path string) {
		f, err := parse([]byte(text), register)
		if err != nil {
			return
		}
		cut, other := cutOf("Apple", evidence), cutOf("Amazon", evidence)
		if f.Reject(path, cut) != nil || f.Confirm(path, other) != nil {
			return
		}
		got, err := f.Text()
		if err != nil {
			return
		}
		before, after := Parse(text), Parse(got)
		e := after.Of(path)
		if open := find(f.byPath[clean.Line(path)].keys(), "cuts") < 0; open && (!has(e.Rejected, cut) || !has(e.Confirmed, other)) {
			t.Errorf("%q: not all is in %q", text, got)
		}
		for _, p := range before.paths {
			if _, ok := after.entries[p]; !ok {
				t.Errorf("%q: %s is lost in %q", text, p, got)
			}
		}
		if again, err := parse([]byte(got), register); err != nil || again.Reject(path, cut) != nil || again.Confirm(path, other) != nil || again.changed {
			t.Errorf("%q: the same again changes %q", text, got)
		}
	})
}

func has(cuts []frontmatter.Cut, c model.Cut) bool {
	for _, r := range cuts {
		if register.Canonical(r.Vendor) == c.Vendor && (r.Evidence == "" || clean.Line(r.Evidence) == clean.Line(c.Evidence)) {
			return true
		}
	}
	return false
}
