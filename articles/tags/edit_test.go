package tags

import (
	"errors"
	"strings"
	"testing"

	"dossier/model"
)

var register = model.NewRegister(model.Actor{Name: "Parler"}, []model.Actor{{Name: "Amazon", Aliases: []string{"AWS"}}, {Name: "Apple"}})

func cutOf(vendor, evidence string) model.Cut {
	return model.Cut{Vendor: vendor, Evidence: evidence, Detected: true}
}

// after is a text after an edit, or its error between brackets.
func after(t *testing.T, text string, edit func(*File) error) string {
	t.Helper()
	f, err := parse([]byte(text), register)
	if err == nil {
		err = edit(f)
	}
	if err != nil {
		return "(" + err.Error() + ")"
	}
	got, err := f.Text()
	if err != nil {
		return "(" + err.Error() + ")"
	}
	if f.changed == (got == text) {
		t.Errorf("%q: changed %v", text, f.changed)
	}
	return got
}

func TestDecisions(t *testing.T) {
	confirm := func(c model.Cut) func(*File) error { return func(f *File) error { return f.Confirm("a.md", c) } }
	reject := func(c model.Cut) func(*File) error { return func(f *File) error { return f.Reject("a.md", c) } }
	apple := cutOf("Apple", "gone")
	stated := model.Cut{Vendor: "Apple", Evidence: "gone"}
	const (
		confirmed = "a.md:\n  confirmed:\n    - vendor: Apple\n      status: done\n      evidence: gone\n"
		rejected  = "a.md:\n  rejected:\n    - vendor: Apple\n      evidence: gone\n"
	)
	for _, tt := range []struct {
		name, in string
		edit     func(*File) error
		want     string
	}{
		{"first", "", confirm(apple), confirmed},
		{"first", "", reject(apple), rejected},
		{"again", confirmed, confirm(apple), confirmed},
		{"again", rejected, reject(apple), rejected},
		{"other mind", rejected, confirm(apple), confirmed},
		{"other mind", confirmed, reject(apple), rejected},
		{"other mind, after it was opened anew", confirmed, reject(stated), rejected},
		{"another passage", "a.md:\n  rejected:\n    - vendor: Apple\n      evidence: left\n", reject(apple),
			"a.md:\n  rejected:\n    - vendor: Apple\n      evidence: left\n    - vendor: Apple\n      evidence: gone\n"},
		{"all by the vendor", "a.md:\n  rejected:\n  - vendor: Apple\n", reject(apple), "a.md:\n  rejected:\n  - vendor: Apple\n"},
		{"by its alias", "a.md:\n  confirmed: [{vendor: AWS}]\n", confirm(cutOf("Amazon", "x")), "a.md:\n  confirmed: [{vendor: AWS}]\n"},
		{"beside another", "a.md:\n  rejected: [{vendor: AWS}]\n", reject(apple),
			"a.md:\n  rejected:\n    - {vendor: AWS}\n    - vendor: Apple\n      evidence: gone\n"},
		{"the other stays", "a.md:\n  rejected: [{vendor: AWS}, {vendor: Apple}] # x\n  lang: de\n", confirm(apple),
			"a.md:\n  rejected: [{vendor: AWS}] # x\n  lang: de\n" + confirmed[len("a.md:\n"):]},
		{"no value", "a.md:\n  rejected:\n", reject(apple), rejected},
		{"no value", "a.md:\n", reject(apple), rejected},
		{"stated already", "", confirm(stated), ""},
		{"stated elsewhere", "", reject(stated), "(the cut of Apple is stated in a.md itself; take it out there)"},
		{"closed", "a.md:\n  cuts: [{vendor: Apple}]\n", confirm(apple), "a.md:\n  cuts: [{vendor: Apple}]\n"},
		{"closed", "a.md:\n  cuts: []\n", confirm(apple), "(a.md has cuts: without Apple, and so there are no others; add it there)"},
		{"closed", "a.md:\n  Cuts: [{Vendor: apple}]\n", reject(apple), "(a.md states the cut of Apple under cuts:; take it out there)"},
		{"closed", "a.md:\n  cuts:\n", reject(apple), "a.md:\n  cuts:\n"},
		{"no list", "a.md:\n  rejected: Apple\n", reject(apple), "(rejected: takes a list; correct that first)"},
		{"no list", "a.md:\n  confirmed: Apple\n", reject(apple), "(confirmed: takes a list; correct that first)"},
		{"no keys", "a.md: Apple\n", reject(apple), "(a.md has no `key: value` pairs below it; correct that first)"},
	} {
		if got := after(t, tt.in, tt.edit); got != tt.want {
			t.Errorf("%s, %q:\n%s\nwant\n%s", tt.name, tt.in, got, tt.want)
		}
	}
}

var article = model.Article{
	Title: "2021", Language: "de", Date: model.Date{Year: 2021, Month: 1, Day: 9}, Author: "A: B", Source: "no", Actors: []string{"John Matze", "Amazon"},
	Cuts: []model.Cut{
		{Vendor: "Amazon", Service: "hosting", Status: model.Announced, Date: model.Date{Year: 2021, Month: 1}, Restored: model.Date{Year: 2022},
			Reason: "# none", Evidence: "It has\n  closed.", Detected: true},
		{Vendor: "Apple"}, // confirmed, and so there already
	},
	Detected: model.FieldLanguage | model.FieldTitle | model.FieldDate | model.FieldAuthor | model.FieldSource | model.FieldActors | model.FieldCuts,
}

func TestAdd(t *testing.T) {
	add := func(want int) func(*File) error {
		return func(f *File) error {
			if n, err := f.Add("sub/a b.md", &article); err != nil || n != want {
				t.Errorf("%d facts, %v; want %d", n, err, want)
			}
			return nil
		}
	}
	const all = `sub/a b.md:
  title: "2021"
  language: de
  date: 2021-01-09
  author: 'A: B'
  source: no
  actors:
    - John Matze
    - Amazon
  cuts:
    - vendor: Amazon
      service: hosting
      status: announced
      date: 2021-01
      restored: 2022
      reason: '# none'
      evidence: |-
        It has
          closed.
`
	if got := after(t, "", add(7)); got != all {
		t.Errorf("got\n%s\nwant\n%s", got, all)
	}
	if got := after(t, all, add(0)); got != all {
		t.Errorf("a second run wrote\n%s", got)
	}
	const some = "sub/a b.md:\n  lang: en\n  actors: []\n  cuts:\n"
	if got := after(t, some, add(4)); !strings.HasPrefix(got, some) || strings.Count(got, "\n") != 8 {
		t.Errorf("after what a person wrote\n%s", got)
	}
}

// A person's words, comments and order stay, and what is not concerned keeps
// every byte.
func TestAPersonsTextStays(t *testing.T) {
	const (
		before = "\ufeff# ours\n\n---\n# of b\nb.md:   {lang:  'de',   mood: \"ours\"}   # b\n\n\n"
		then   = "# below, of nobody\n\n'c.md':\n      actors:\n\n      - A\n\n# end\n"
	)
	const a = "# of a\na.md: # a\n  # above\n  mood: ours # mood\n  lang: de\n\n  # of cuts\n  rejected:\n    # of AWS\n    - vendor: AWS # by its alias\n# at the edge\n    - vendor: Apple\n  # last\n"
	reject := func(f *File) error { return f.Reject("a.md", cutOf("Twilio", "x")) }
	got := after(t, before+a+then, reject)
	rest, ok := strings.CutPrefix(got, before+"# of a\n")
	rest, tail := strings.CutSuffix(rest, then)
	if !ok || !tail {
		t.Fatalf("other parts changed:\n%s", got)
	}
	for _, comment := range []string{"# a", "# above", "# mood", "# of cuts", "# of AWS", "# by its alias", "# at the edge", "# last"} {
		if strings.Count(rest, comment+"\n") != 1 {
			t.Errorf("%q stands %d times in\n%s", comment, strings.Count(rest, comment), rest)
		}
	}
	if i, j := strings.Index(rest, "mood"), strings.Index(rest, "lang"); i < 0 || j < i {
		t.Errorf("the order changed:\n%s", rest)
	}
}

func TestLineEndsStay(t *testing.T) {
	got := after(t, "b.md:\r\n  lang: de", func(f *File) error { return f.Reject("a.md", cutOf("Apple", "x\ny")) })
	if strings.Count(got, "\n") != 8 || strings.Count(got, "\r\n") != 8 {
		t.Errorf("%q", got)
	}
}

// What cannot be edited without loss is refused.
func TestRefuses(t *testing.T) {
	add := func(f *File) error { _, err := f.Add("a.md", &article); return err }
	for text, want := range map[string]error{
		"a.md: [":                          nil,
		"a.md: {}\n\xff: {}":               errEncoding,
		"a.md: {}\n---\nb.md: {}":          errSeveral,
		"a.md: {}\n---\n[":                 errSeveral,
		"- a.md":                           errNoPaths,
		"a.md":                             errNoPaths,
		"{a.md: {}}":                       errBraces,
		"{}":                               errBraces,
		"b.md: {}\n...\n":                  errForm,
		"  b.md: {}":                       errForm,
		"b.md: &b {}\na.md: *b":            errForm,
		"? [a, b]\n: c":                    errForm,
		"a.md: |+\n  x\n\n\n":              nil,
		strings.Repeat("# \n", MaxBytes/3): errLarge,
	} {
		f, err := parse([]byte(text), register)
		if err == nil {
			err = add(f)
		}
		if err == nil {
			_, err = f.Text()
		}
		if err == nil || want != nil && !errors.Is(err, want) {
			t.Errorf("%.30q: %v, want %v", text, err, want)
		}
	}
	_, err := parse([]byte("a.md:\n  x: y: z\n"), register)
	if err == nil || !strings.HasPrefix(err.Error(), "line 2 is not valid YAML: ") {
		t.Error(err)
	}
}
