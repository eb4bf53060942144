package articles

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"dossier/model"
)

func aboutOf(text string) about {
	a, _ := readAbout(embedded{fstest.MapFS{registerFile: {Data: []byte(text)}}}, registerFile)
	return a
}

func TestRegisterOfADossier(t *testing.T) {
	a := aboutOf(`
title: Our subject
subject: {name: Acme, aliases: [ACME Inc]}
actors:
  - name: Jane Doe
    kind: person
    role: its head
    aliases: [Doe]
  - Plain Name
  - {name: Firm, kind: organization, aliases: The Firm, supplies: paper}
`)
	if len(a.notices) > 0 || a.title != "Our subject" {
		t.Errorf("title %q, %v", a.title, a.notices)
	}
	r := a.register()
	if got := fmt.Sprint(r.Subject(), r.Actors()); got != "{Acme organisation  [ACME Inc] } [{Jane Doe person its head [Doe] } {Plain Name organisation  [] } {Firm organisation  [The Firm] paper}]" {
		t.Error(got)
	}
}

// What a dossier leaves out is the built-in one's; what it states, even as
// empty, is its own.
func TestRegisterLeavesOut(t *testing.T) {
	const builtin = "Parler"
	for text, want := range map[string]struct {
		subject string
		actors  bool
	}{
		"":                            {builtin, true},
		"title: x":                    {builtin, true},
		"subject: Acme":               {"Acme", true},
		"subject:":                    {"", true},
		"actors: []":                  {builtin, false},
		"subject: Acme\nactors:":      {"Acme", false},
		"subject: {name: Acme}\nx: y": {"Acme", true},
	} {
		a := aboutOf(text)
		r := a.register()
		if r.Subject().Name != want.subject || len(r.Actors()) > 0 != want.actors || len(a.notices) > 0 {
			t.Errorf("%q: subject %q, %d actors, %v", text, r.Subject().Name, len(r.Actors()), a.notices)
		}
	}
	if _, ok := readAbout(embedded{fstest.MapFS{}}, registerFile); ok {
		t.Error("a folder without the file says something")
	}
}

func TestRegisterTellsWhatIsOdd(t *testing.T) {
	for text, want := range map[string]string{
		"title: a: b":                            "1: not valid YAML",
		"title: x\nactors: [a":                   "2: not valid YAML",
		"- a":                                    "1: no `key: value` pairs",
		"\x00":                                   "0: it is no text",
		"title: [a]":                             "1: title: takes text, not a list",
		"actors: Apple":                          "1: actors: takes a list, not text",
		"actors:\n- kind: person":                "2: actors: one without a name",
		"actors:\n- {name: A, kind: robot}":      `2: kind: "robot" is taken as organisation`,
		"actors:\n- {name: A, aliases: [[b]]}":   "2: aliases: takes a list of names, not a list",
		"subject: [a]":                           "1: subject: takes `name: …` with its keys, not a list",
		"title: " + strings.Repeat("x", 2<<20):   "0: not valid YAML: more than 1 MiB",
		"actors: [" + strings.Repeat("[],", 999): "1: not valid YAML",
	} {
		a := aboutOf(text)
		if len(a.notices) != 1 || !strings.HasPrefix(fmt.Sprintf("%d: %s", a.notices[0].Line, a.notices[0].Text), want) {
			t.Errorf("%.40q: %+v, want %q", text, a.notices, want)
		}
		if r := a.register(); r.Subject().Name != "Parler" && !strings.HasPrefix(text, "subject") {
			t.Errorf("%.40q: subject %q", text, r.Subject().Name)
		}
	}
}

func TestRegisterIsClean(t *testing.T) {
	a := aboutOf(`title: "a\e[2J\nb"` + "\nactors:\n- " + `{name: "A\u202e\x9bB", role: "x\ny"}`)
	want := model.Actor{Name: "A\ufffdB", Role: "x y"}
	if a.title != "a␛[2J b" || fmt.Sprint(a.actors) != fmt.Sprint([]model.Actor{want}) {
		t.Errorf("%q %q", a.title, a.actors)
	}
}
