package frontmatter

import (
	"fmt"
	"strings"
	"testing"

	"dossier/model"
)

const whole = `---
id: one
title: "A title: with a colon"
language: de_AT
date: 2021-01-13T10:00:00+01:00
author: [A. One, B. Two]
source: A paper
url: https://example.org/a
tags: [x, {y: z}]
draft: true
actors: [John Matze, Amazon, ""]
cuts:
  - vendor: Twilio
    service: messaging
    status: announced
    date: 2021-01-11
    restored: 2021-02
    reason: violent content
    mood: sad
    evidence: >
      one
      two
  - {vendor: Slack}
---


The body.
`

func TestReadTakesEveryKey(t *testing.T) {
	f, body, problems := Read(whole)
	if len(problems) > 0 {
		t.Error(problems)
	}
	if body != "The body.\n" {
		t.Errorf("body %q", body)
	}
	got := fmt.Sprint(f.ID, "|", f.Title, "|", f.Language, "|", f.Date, "|", f.Author, "|", f.Source, "|", f.URL, "|", f.Actors)
	want := "one|A title: with a colon|de-AT|2021-01-13|A. One, B. Two|A paper|https://example.org/a|[John Matze Amazon]"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if len(f.Cuts) != 2 {
		t.Fatal(f.Cuts)
	}
	c := f.Cuts[0]
	got = fmt.Sprint(c.Vendor, "|", c.Service, "|", c.Status, "|", c.Date, "|", c.Restored, "|", c.Reason, "|", c.Evidence, "|", c.Line)
	if want := "Twilio|messaging|announced|2021-01-11|2021-02|violent content|one two|20"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	all := model.FieldTitle | model.FieldLanguage | model.FieldDate | model.FieldAuthor | model.FieldSource | model.FieldActors | model.FieldCuts
	if f.Stated != all {
		t.Error(f.Stated.Names())
	}
}

func TestReadFindsTheFence(t *testing.T) {
	tests := []struct{ name, in, title, body, problem string }{
		{"plain", "---\ntitle: x\n---\nb", "x", "b", ""},
		{"dots close", "---\ntitle: x\n...\nb", "x", "b", ""},
		{"spaces after", "---  \ntitle: x\n--- \t\nb", "x", "b", ""},
		{"blank lines after", "---\ntitle: x\n---\n\n \n  b\n", "x", "  b\n", ""},
		{"nothing after", "---\ntitle: x\n---", "x", "", ""},
		{"empty block", "---\n---\nb", "", "b", ""},
		{"only a comment", "---\n# c\n---\nb", "", "b", ""},
		{"second block stays", "---\ntitle: x\n---\n---\ntitle: y\n---\n", "x", "---\ntitle: y\n---\n", ""},
		{"not at the start", "\n---\ntitle: x\n---\n", "", "\n---\ntitle: x\n---\n", ""},
		{"four dashes", "----\ntitle: x\n----\n", "", "----\ntitle: x\n----\n", ""},
		{"only a fence", "---", "", "---", ""},
		{"rules around prose", "---\nSome words.\n---\nb", "", "---\nSome words.\n---\nb", ""},
		{"rules around a list", "---\n- a\n---\nb", "", "---\n- a\n---\nb", ""},
		{"a rule", "---\n\nSome words.\n", "", "---\n\nSome words.\n", ""},
		{"not closed", "---\ntitle: x\nb\n", "", "---\ntitle: x\nb\n", "not closed"},
		{"too long", "---\ntitle: x\n" + strings.Repeat("a: b\n", 1000) + "---\nb", "", "---\ntitle: x\n" + strings.Repeat("a: b\n", 1000) + "---\nb", "not closed"},
		{"TOML", "+++\ntitle = \"x\"\n+++\nb", "", "+++\ntitle = \"x\"\n+++\nb", "TOML"},
	}
	for _, tt := range tests {
		f, body, problems := Read(tt.in)
		if f.Title != tt.title || body != tt.body {
			t.Errorf("%s: title %q, body %q", tt.name, f.Title, body)
		}
		if told := fmt.Sprint(problems); tt.problem == "" && len(problems) > 0 || !strings.Contains(told, tt.problem) {
			t.Errorf("%s: %s", tt.name, told)
		}
	}
}

// What cannot be used is told with its key and line, and the rest is used.
func TestReadTellsOfOddValues(t *testing.T) {
	tests := []struct {
		block   string
		title   string
		problem string // "line: beginning of the text"; empty: none
	}{
		{"title: no", "no", ""},
		{"title: 0777", "0777", ""},
		{"title: ~", "", ""},
		{"TITLE: x", "x", ""},
		{"title: a\ntitle: b", "a", ""},
		{`title: "\e[31mred\x9b\u202e"`, "␛[31mred\ufffd", ""},
		{"title: !!python/object [id]", "", "2: title: takes text, not a list"},
		{"title: [a, b]", "", "2: title: takes text, not a list"},
		{"x: &a b\ntitle: *a", "", "3: title: takes text, not an alias"},
		{"title: Foo: bar", "Foo: bar", "2: title: mapping values"},
		{"x: 1\ntitle: @foo", "@foo", "3: title: found character"},
		{"title: *emph* text", "*emph* text", "2: title: did not find"},
		{"title: \"open\nlang: de", "open", "2: title: found unexpected"},
		{"title: 'it's'", "it's'", "2: title: did not find"},
		{"title: x\ntags:\n\t- a", "x", "4: front matter: found character"},
		{"title: x\nactors: [a, b\nid: y", "x", "3: actors: did not find"},
		{"title: x\nlang: german", "x", `3: language: "german" is no language tag`},
		{"title: x\nlang: und", "x", ""},
		{"title: x\ndate: soon", "x", `3: date: "soon" is no date`},
		{"title: x\ndate: 2021-02-30", "x", `3: date: "2021-02-30" is no date`},
		{"title: x\nactors: {a: b}", "x", "3: actors: takes text, not a mapping"},
		{"title: x\nactors:\n- a\n- [b]", "x", "5: actors: takes a list of names, not a list in it"},
		{"title: x\ncuts: Apple", "x", "3: cuts: takes a list, not text"},
		{"title: x\ncuts: [Apple]", "x", "3: cuts: takes `vendor: …`"},
		{"title: x\ncuts:\n- status: done", "x", "4: cuts: a cut without a vendor"},
		{"title: x\ncuts:\n- vendor: A\n  status: gone", "x", `5: status: "gone" is taken as done`},
		{"title: x\ncuts:\n- vendor: A\n  evidence: [a]", "x", "5: evidence: takes text"},
		{"? [a, b]\n: c\ntitle: x\n<<: y", "x", ""},
	}
	for _, tt := range tests {
		f, body, problems := Read("---\n" + tt.block + "\n---\nb")
		if f.Title != tt.title || body != "b" {
			t.Errorf("%q: title %q, body %q", tt.block, f.Title, body)
		}
		var told []string
		for _, p := range problems {
			told = append(told, fmt.Sprintf("%d: %s", p.Line, p.Text))
		}
		switch {
		case tt.problem == "" && len(told) > 0,
			tt.problem != "" && (len(told) != 1 || !strings.HasPrefix(told[0], tt.problem)):
			t.Errorf("%q: told %q, want %q", tt.block, told, tt.problem)
		}
	}
}

func TestAKeyThatIsThereIsStated(t *testing.T) {
	for block, want := range map[string]model.Fields{
		"title:\nlang: \"\"":     model.FieldTitle | model.FieldLanguage,
		"actors: []\ncuts: []":   model.FieldActors | model.FieldCuts,
		"date: soon":             model.FieldDate,
		"title: Foo: bar":        model.FieldTitle,
		"title: x: y\nactors: [": model.FieldTitle | model.FieldActors,
		"other: x":               0,
	} {
		if f, _, _ := Read("---\n" + block + "\n---\n"); f.Stated != want {
			t.Errorf("%q: %v, want %v", block, f.Stated.Names(), want.Names())
		}
	}
}

func TestCaps(t *testing.T) {
	f, _, problems := Read("---\ntitle: " + strings.Repeat("ä", 500) +
		"\nactors: [" + strings.Repeat("a, ", 400) + "]" +
		"\ncuts:\n" + strings.Repeat("- vendor: v\n", 80) + "---\n")
	if n := len([]rune(f.Title)); n != 300 {
		t.Errorf("title of %d characters", n)
	}
	if len(f.Actors) != 256 || len(f.Cuts) != 64 || len(problems) != 2 {
		t.Errorf("%d actors, %d cuts, %v", len(f.Actors), len(f.Cuts), problems)
	}
	_, _, problems = Read("---\nactors: [" + strings.Repeat("[], ", 400) + "]\n---\n")
	if len(problems) != maxProblems+1 {
		t.Errorf("%d problems", len(problems))
	}
}

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"2021": "2021", "2021-01": "2021-01", "2021-01-08": "2021-01-08",
		"2021-01-08T23:30:00Z": "2021-01-08", "2021-01-08t10:00:00.5+01:00": "2021-01-08",
		"2021-01-08 10:00:00 +0000": "2021-01-08", "2021-01-08 10:00": "2021-01-08",
		"20210108": "2021-01-08", "2021/1/8": "2021-01-08", "8.1.2021": "2021-01-08", "08.01.2021": "2021-01-08",
		"8 January 2021": "2021-01-08", "January 8, 2021": "2021-01-08", "Jan 8, 2021": "2021-01-08",
		"Fri, 08 Jan 2021 10:00:00 GMT": "2021-01-08", "January 2021": "2021-01", " 2021-01 ": "2021-01",
		"": "", "01/02/2021": "", "2021-13": "", "2021-02-30": "", "2021-02-30T10:00:00Z": "", "0000": "",
		"yesterday": "", "2021-01-08x": "", "2021-01-08 x": "", "21": "", "12021": "",
	} {
		d, ok := ParseDate(in)
		if d.String() != want || ok != (want != "") {
			t.Errorf("%q: %v, %v", in, d, ok)
		}
	}
}

// A key that is there, even empty or unusable, is not taken from elsewhere.
func TestElseCompletes(t *testing.T) {
	all, _, _ := Read(whole)
	if got, _, _ := Read("b"); fmt.Sprint(got.Else(all).Title, got.Else(all).ID, got.Else(all).URL) != all.Title+all.ID+all.URL {
		t.Errorf("%+v", got.Else(all))
	}
	for _, key := range []string{"id", "url", "title", "language", "date", "author", "source", "actors", "cuts"} {
		f, _, _ := Read("---\n" + key + ":\n---\nb")
		f = f.Else(all)
		empty := map[string]bool{
			"id": f.ID == "", "url": f.URL == "", "title": f.Title == "", "language": f.Language == "", "date": f.Date.IsZero(),
			"author": f.Author == "", "source": f.Source == "", "actors": len(f.Actors) == 0, "cuts": len(f.Cuts) == 0,
		}
		for other, is := range empty {
			if is != (other == key) {
				t.Errorf("with an empty %s, %s is empty: %v", key, other, is)
			}
		}
		if f.Stated != all.Stated {
			t.Errorf("with an empty %s: %v", key, f.Stated.Names())
		}
	}
}

func TestLinesOfTheFile(t *testing.T) {
	f, _, _ := Read("---\nlang: de\nid: x\nactors:\n- A\n- ~\n- B\n---\n\nbody")
	if fmt.Sprint(f.Lines, f.ActorLines, f.BodyLine) != "map[actors:4 id:3 language:2] [5 7] 10" {
		t.Error(f.Lines, f.ActorLines, f.BodyLine)
	}
	if f, _, _ := Read("body"); f.BodyLine != 1 {
		t.Error(f.BodyLine)
	}
}
