package detect

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dossier/model"
)

// peopleCase is a text in testdata/people/LANG.txt: "# name", the text, and "="
// with the persons in it by their full names, in order, or "= none".
type peopleCase struct {
	lang, name, body string
	persons          []string
}

func peopleCases(t testing.TB) (all []peopleCase) {
	t.Helper()
	for lang, data := range casesIn(t, "people") {
		for _, text := range strings.Split("\n"+data, "\n# ")[1:] {
			name, rest, _ := strings.Cut(text, "\n")
			body, gold, ok := strings.Cut(rest, "\n= ")
			if !ok {
				t.Fatalf("%s, %s: no line of persons", lang, name)
			}
			c := peopleCase{lang: lang, name: name, body: body}
			if gold = strings.TrimSpace(gold); gold != "none" {
				c.persons = strings.Split(gold, "; ")
			}
			all = append(all, c)
		}
	}
	return all
}

// scorePeople counts the names of got that are in want, and those of want in got.
func scorePeople(got, want []string, precision, recall *share) (wrong []string) {
	for _, g := range got {
		precision.add(slices.Contains(want, g))
		if !slices.Contains(want, g) {
			wrong = append(wrong, "false "+g)
		}
	}
	for _, w := range want {
		recall.add(slices.Contains(got, w))
		if !slices.Contains(got, w) {
			wrong = append(wrong, "missed "+w)
		}
	}
	return wrong
}

func nobody() *Actors { return NewActors(model.NewRegister(model.Actor{Name: "Parler"}, nil)) }

func TestPeople(t *testing.T) {
	a := nobody()
	type pair struct{ precision, recall share }
	scores, total := map[string]*pair{}, pair{}
	for _, c := range peopleCases(t) {
		s := scores[c.lang]
		if s == nil {
			s = &pair{}
			scores[c.lang] = s
		}
		got := a.People(c.body, c.lang)
		scorePeople(got, c.persons, &total.precision, &total.recall)
		for _, fault := range scorePeople(got, c.persons, &s.precision, &s.recall) {
			t.Errorf("%s.txt, %s: %s", c.lang, c.name, fault)
		}
	}
	for _, lang := range slices.Sorted(maps.Keys(scores)) {
		t.Logf("%-8s precision %v recall %v", lang, scores[lang].precision, scores[lang].recall)
	}
	t.Logf("%-8s precision %v recall %v", "all", total.precision, total.recall)
}

// TestSeedPeople knows nobody but the subject, as in a folder without a register.
func TestSeedPeople(t *testing.T) {
	var precision, recall share
	a := nobody()
	for _, s := range seeds(t) {
		body := withoutFurniture(s.body)
		want := s.Persons
		got := slices.DeleteFunc(a.People(body, s.Language), func(n string) bool { return slices.Contains(s.Optional, n) })
		for _, fault := range scorePeople(got, want, &precision, &recall) {
			t.Logf("%s: %s", s.ID, fault)
		}
	}
	t.Logf("precision %v recall %v", precision, recall)
	if precision.value() < 0.97 || recall.value() < 0.94 {
		t.Errorf("precision %v, recall %v", precision, recall)
	}
}

// TestSeedPeopleRegistered: with the register of the built-in dossier nobody is
// left to be found.
func TestSeedPeopleRegistered(t *testing.T) {
	a := NewActors(builtIn(t))
	for _, s := range seeds(t) {
		if got := a.People(withoutFurniture(s.body), s.Language); len(got) > 0 {
			t.Errorf("%s: %q", s.ID, got)
		}
	}
}

func withoutFurniture(body string) string { return without(body, Furniture(body)) }

// without is body with spaces in place of some ranges.
func without(body string, ranges []model.Passage) string {
	b := []byte(body)
	for _, r := range ranges {
		for i := r.Start; i < r.End; i++ {
			if b[i] != '\n' {
				b[i] = ' '
			}
		}
	}
	return string(b)
}

// TestPeopleInBlindTexts: the articles that were written for cuts name more people than
// the register; they are printed, for a person to judge.
func TestPeopleInBlindTexts(t *testing.T) {
	a := NewActors(builtIn(t))
	for _, c := range blindCases(t) {
		if got := a.People(withoutFurniture(c.body), c.lang); len(got) > 0 {
			t.Logf("%s, %s: %q", c.lang, c.name, got)
		}
		for _, name := range a.People(c.body, c.lang) {
			if slices.Contains(c.persons, name) {
				t.Errorf("%s, %s: %s is in the register", c.lang, c.name, name)
			}
		}
	}
}

func FuzzPeople(f *testing.F) {
	for _, c := range peopleCases(f) {
		f.Add(c.body, c.lang)
	}
	f.Add("Jane M. van der Roe-O'Neil Jr., 43, said. JR. A. B", "en")
	f.Add("Ивана Петрова А. Б. Ван", "ru")
	a := nobody()
	f.Fuzz(func(t *testing.T, body, lang string) {
		if !utf8.ValidString(body) {
			return
		}
		for _, name := range a.People(body, lang) {
			first, _, _ := strings.Cut(name, " ")
			r, n := utf8.DecodeRuneInString(first)
			_, m := utf8.DecodeRuneInString(first[n:])
			if r == utf8.RuneError && n == 1 || !strings.Contains(strings.ReplaceAll(body, "\u00a0", " "), first[:n+m]) && !strings.Contains(body, first[:n]) {
				t.Errorf("%q is not in the text", name)
			}
		}
	})
}

func BenchmarkPeople(b *testing.B) {
	a := nobody()
	for _, lang := range []string{"en", "de", "ru", "zh-Hans"} {
		var text strings.Builder
		for _, c := range peopleCases(b) {
			if c.lang == lang {
				text.WriteString(c.body)
			}
		}
		body := strings.Repeat(text.String()+"\n", 1+1<<18/max(1, text.Len()))
		b.Run(lang, func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			b.ReportAllocs()
			for b.Loop() {
				a.People(body, lang)
			}
		})
	}
}

func ExampleActors_People() {
	a := NewActors(model.NewRegister(model.Actor{Name: "Parler"}, []model.Actor{{Name: "John Matze", Kind: model.Person}}))
	fmt.Println(a.People("John Matze told Rosalind Vey, a lawyer, that Goldman Sachs had left. Rosalind T. Vey disagreed.", "en"))
	// Output: [Rosalind T. Vey]
}
