package detect

import (
	"strings"
	"testing"

	"dossier/model"
)

// TestAnyOrder: the parts of "a & b" stand near each other in any order, and no
// comma between them.
func TestAnyOrder(t *testing.T) {
	g := &grammar{stems: map[string]*stem{}, byTail: map[string][]phrase{}, lists: map[string][]string{}}
	g.add("end: mach*/gemacht & kurzen prozess")
	for text, want := range map[string]bool{
		"amazon macht mit parler kurzen prozess":                     true,
		"amazon hat kurzen prozess gemacht":                          true,
		"kurzen prozess hat amazon mit dem netzwerk gemacht":         true,
		"kurzen prozess , den amazon gemacht hat":                    false,
		"gemacht hat das amazon":                                     false,
		"kurzen einmal eins zwei drei vier fünf sechs mach":          false,
		"macht prozess kurzen":                                       false,
		"macht eins zwei drei vier fünf sechs kurzen prozess":        true,
		"macht eins zwei drei vier fünf sechs sieben kurzen prozess": false,
	} {
		ts := wordsOf(text)
		(&reader{g: g}).mark(ts)
		got := false
		for _, w := range ts {
			got = got || w.has(markEnd)
		}
		if got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

func wordsOf(text string) (ts []token) {
	for w := range strings.FieldsSeq(text) {
		k := word
		if w == "," {
			k = point
		}
		ts = append(ts, token{low: w, kind: k})
	}
	return ts
}

// TestCalled: a vendor is also meant by what papers call it, where the text names
// it too.
func TestCalled(t *testing.T) {
	actors := NewActors(cutRegister())
	for body, want := range map[string]int{
		"Parler and Apple are at odds. The iPhone maker threw Parler out on Saturday.": 1,
		"Parler is in trouble. The iPhone maker threw Parler out on Saturday.":         0,
	} {
		if got := actors.Cuts(body, "en", model.Date{}); len(got) != want {
			t.Errorf("%s: %v", body, got)
		}
	}
}
