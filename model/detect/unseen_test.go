package detect

import (
	"cmp"
	"maps"
	"slices"
	"testing"

	"dossier/model"
)

// peopleScore is how the persons of some articles were found.
type peopleScore struct{ precision, recall share }

// TestUnseenPeople scores who is named in articles that were written without sight
// of the rules, with the register of the built-in dossier. What is wrong in those
// held aside is not shown, so that nobody mends it; their sum alone counts.
func TestUnseenPeople(t *testing.T) {
	register := builtIn(t)
	actors := NewActors(register)
	scores, dev, aside := map[string]*peopleScore{}, &peopleScore{}, &peopleScore{}
	for _, c := range casesOf(t, "unseen") {
		got := personsIn(actors, register, c)
		if c.held {
			scorePeople(got, c.persons, &aside.precision, &aside.recall)
			continue
		}
		s := cmp.Or(scores[c.lang], &peopleScore{})
		scores[c.lang] = s
		scorePeople(got, c.persons, &dev.precision, &dev.recall)
		for _, fault := range scorePeople(got, c.persons, &s.precision, &s.recall) {
			t.Logf("%s.txt, %s: %s", c.lang, c.name, fault)
		}
	}
	for _, lang := range slices.Sorted(maps.Keys(scores)) {
		t.Logf("%-8s precision %v recall %v", lang, scores[lang].precision, scores[lang].recall)
	}
	dev.hold(t, "seen", 0.98, 0.98)
	aside.hold(t, "aside", 0.92, 0.93)
}

// TestAsidePeople scores who is named in the articles of TestAsideCuts, TestNegatives
// and TestOrdinaryCuts. It too shows no faults.
func TestAsidePeople(t *testing.T) {
	register := builtIn(t)
	actors := NewActors(register)
	for folder, floors := range map[string][2]float64{"aside": {0.95, 0.89}, "negatives": {0.93, 0.83}, "ordinary": {0.98, 0.97}} {
		var score peopleScore
		for _, c := range casesOf(t, folder) {
			scorePeople(personsIn(actors, register, c), namedInFull(c.persons, register), &score.precision, &score.recall)
		}
		score.hold(t, folder, floors[0], floors[1])
	}
}

// namedInFull gives persons whom an article names by surname alone the names that
// they have in the register.
func namedInFull(persons []string, register *model.Register) (all []string) {
	for _, name := range persons {
		if a, ok := register.Find(name); ok {
			name = a.Name
		}
		all = append(all, name)
	}
	return all
}

// hold fails where a figure falls below what was measured, less a little for
// chance.
func (s *peopleScore) hold(t *testing.T, name string, precision, recall float64) {
	t.Helper()
	t.Logf("%-8s precision %v recall %v", name, s.precision, s.recall)
	if s.precision.value() < precision || s.recall.value() < recall {
		t.Errorf("persons of articles %s: precision %v, recall %v", name, s.precision, s.recall)
	}
}

// personsIn lists the persons of an article as the reader of a dossier gets them.
func personsIn(actors *Actors, register *model.Register, c blindCase) (persons []string) {
	page := PageOf(c.body)
	for _, name := range actors.Names(without(c.body, page.Credits()), c.lang) {
		if a, _ := register.Find(name); a.Kind == model.Person {
			persons = append(persons, name)
		}
	}
	return append(persons, actors.People(without(c.body, page.Furniture()), c.lang)...)
}
