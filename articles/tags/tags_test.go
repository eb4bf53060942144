package tags

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dossier/articles/frontmatter"
	"dossier/model/clean"
)

func told(problems []frontmatter.Problem) string {
	var all []string
	for _, p := range problems {
		all = append(all, fmt.Sprintf("%d %s: %s", p.Line, p.Kind, p.Text))
	}
	return strings.Join(all, "\n")
}

func TestParse(t *testing.T) {
	tags := Parse(`
# for the press
sub/A.md:
  lang: de
  actors: []
  mood: ours
  confirmed:
    - {vendor: Apple, status: announced, evidence: gone}
  rejected:
    - vendor: Twitter
a.md:
`)
	if len(tags.Problems) > 0 {
		t.Error(told(tags.Problems))
	}
	e := tags.Of("sub/A.md")
	if got := fmt.Sprint(e.Facts.Language, e.Facts.Stated.Names(), e.Facts.Lines, e.Problems); got != "de[language actors] map[actors:5 language:4] []" {
		t.Error(got)
	}
	if len(e.Confirmed) != 1 || len(e.Rejected) != 1 {
		t.Fatalf("%+v", e)
	}
	c, r := e.Confirmed[0], e.Rejected[0]
	if got := fmt.Sprintf("%s %s %s %d %s %d", c.Vendor, c.Status, c.Evidence, c.Line, r.Vendor, r.Line); got != "Apple announced gone 8 Twitter 10" {
		t.Error(got)
	}
	if got := told(tags.Strangers(among("a.md", "sub/a.md"))); got != "3 path: no article is at sub/A.md; correct the path or take it out" {
		t.Error(got)
	}
	if e := tags.Of("sub/a.md"); e.Facts.Stated != 0 || e.Confirmed != nil {
		t.Errorf("an article that is not named has %+v", e)
	}
}

func among(paths ...string) func(string) bool {
	return func(path string) bool { return slices.Contains(paths, path) }
}

// A path may be written in any form that looks the same.
func TestPathsAreClean(t *testing.T) {
	tags := Parse("\"e\\u0301\\e.md\": {lang: de}\n")
	if tags.Of("é\x1b.md").Facts.Language != "de" || len(tags.Strangers(among(clean.Line("e\u0301\x1b.md")))) > 0 {
		t.Errorf("%q", tags.paths)
	}
}

func TestParseTellsWhatIsOdd(t *testing.T) {
	for text, want := range map[string]string{
		"":                              "",
		"# only a comment\n":            "",
		"a.md:\n":                       "",
		"a.md: ~":                       "",
		"a.md: {x: [y]}":                "",
		"- a.md":                        "1 format: no `key: value` pairs in it",
		"a.md":                          "1 format: no `key: value` pairs in it",
		"a.md: [":                       "1 format: not valid YAML",
		"a.md:\n  x: y: z":              "2 format: not valid YAML",
		"a.md: de":                      "1 format: a.md: takes `key: value` pairs, not text",
		"a.md: *x":                      "0 format: not valid YAML: unknown anchor",
		"x: &x {lang: de}\na.md: *x":    "2 format: a.md: takes `key: value` pairs, not an alias",
		"a.md: {}\nb.md:\na.md: {}":     "3 format: a.md stands in line 1 already",
		"a.md: {lang: german}":          `1 language: language: "german" is no language tag`,
		"a.md:\n  confirmed: Apple":     "2 format: confirmed: takes a list, not text",
		"a.md:\n  rejected: [Apple]":    "2 format: rejected: takes `vendor: …`",
		"a.md:\n  rejected: [{x: y}]":   "2 format: rejected: a cut without a vendor",
		strings.Repeat("#", MaxBytes+1): "0 format: not valid YAML: more than 4 MiB",
	} {
		tags := Parse(text)
		problems := tags.Problems
		for _, p := range tags.paths {
			problems = append(problems, tags.Of(p).Problems...)
		}
		if got := told(problems); !strings.HasPrefix(got, want) || want == "" && got != "" || len(problems) > 1 {
			t.Errorf("%.30q: %s", text, got)
		}
	}
}

// That these come back at all is the test.
func TestBombsDoNotGoOff(t *testing.T) {
	laughs := "a0.md: &a0 {cuts: [x,x,x,x,x,x,x,x,x]}\n"
	for i := '1'; i <= '9'; i++ {
		laughs += "a" + string(i) + ".md: &a" + string(i) + " {cuts: [" + strings.Repeat("*a"+string(i-1)+",", 9) + "]}\n"
	}
	for _, in := range []string{
		laughs, "a: &a [*a]\n", "a: &a {cuts: [*a]}\n", "a: " + strings.Repeat("[", 20000),
		strings.Repeat("? ", 20000) + "a\n", strings.Repeat("a: ", 20000),
	} {
		Parse(in)
		f, err := parse([]byte(in), nil)
		if err != nil {
			continue
		}
		if err := f.Reject("a9.md", cutOf("Apple", "x")); err == nil {
			f.Text()
		}
	}
}
