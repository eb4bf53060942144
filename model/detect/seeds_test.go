package detect

import (
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dossier/model"

	"go.yaml.in/yaml/v3"
)

// seed is one text of the seed folder with what is true of it.
type seed struct {
	ID            string            `json:"id"`
	Language      string            `json:"language"`
	Title         *string           `json:"title"`
	Author        *string           `json:"author"`
	Persons       []string          `json:"persons"`
	Optional      []string          `json:"persons_optional"`
	Organisations []string          `json:"organisations"`
	CutTies       map[string]string `json:"cut_ties"`
	Disputed      map[string]string `json:"disputed"`
	Status        map[string]string `json:"status"`
	body          string
}

// seeds reads the texts that were collected from the web. They are no part of
// the project; without them these tests have nothing to say.
func seeds(t *testing.T) []seed {
	t.Helper()
	dir := os.Getenv("DOSSIER_SEEDS")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "seeds")
	}
	gold, err := os.ReadFile(filepath.Join(dir, "gold.json"))
	if err != nil {
		t.Skipf("no seeds: set DOSSIER_SEEDS (%v)", err)
	}
	var all []seed
	if err := json.Unmarshal(gold, &all); err != nil {
		t.Fatal(err)
	}
	for i := range all {
		body, err := os.ReadFile(filepath.Join(dir, all[i].ID))
		if err != nil {
			t.Fatal(err)
		}
		all[i].body = string(body)
	}
	return all
}

func TestSeedHeadlines(t *testing.T) {
	for _, s := range seeds(t) {
		got, at := Headline(s.body)
		if s.Title == nil {
			if n := columns(got); n < 60 || n > sentenceColumns+1 {
				t.Errorf("%s: stand-in of %d columns: %q", s.ID, n, got)
			}
			continue
		}
		if got != *s.Title {
			t.Errorf("%s: %q at %v", s.ID, got, at)
		}
	}
}

// builtIn reads the register of the built-in dossier where it lies. Package
// model may not import it.
func builtIn(t *testing.T) *model.Register {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "articles", "parler", "dossier.yaml"))
	if err != nil {
		t.Skip(err)
	}
	type actor struct {
		Name, Kind, Role, Supplies string
		Aliases                    []string
	}
	var d struct {
		Subject actor
		Actors  []actor
	}
	if err := yaml.Unmarshal(data, &d); err != nil {
		t.Fatal(err)
	}
	toModel := func(a actor) model.Actor {
		kind := model.Organisation
		if a.Kind == "person" {
			kind = model.Person
		}
		return model.Actor{Name: a.Name, Kind: kind, Aliases: a.Aliases, Supplies: a.Supplies, Role: a.Role}
	}
	var actors []model.Actor
	for _, a := range d.Actors {
		actors = append(actors, toModel(a))
	}
	return model.NewRegister(toModel(d.Subject), actors)
}

func TestSeedActors(t *testing.T) {
	register := builtIn(t)
	actors := NewActors(register)
	for _, s := range seeds(t) {
		names := actors.Names(s.body, s.Language)
		for _, want := range append(slices.Clone(s.Persons), s.Organisations...) {
			if _, known := register.Find(want); known && !slices.Contains(names, want) {
				t.Errorf("%s: %s is not found", s.ID, want)
			}
		}
		for _, name := range names {
			a, _ := register.Find(name)
			if a.Kind == model.Person && !slices.Contains(s.Persons, name) && !slices.Contains(s.Optional, name) {
				t.Errorf("%s: %s is not in the text", s.ID, name)
			}
		}
		t.Logf("%s: %v", s.ID, names)
	}
}

func TestSeedLanguages(t *testing.T) {
	for _, s := range seeds(t) {
		if got := Language(s.body); got != s.Language {
			t.Errorf("%s: %q, not %q", s.ID, got, s.Language)
		}
	}
}

func TestSeedCuts(t *testing.T) {
	actors := NewActors(builtIn(t))
	for _, s := range seeds(t) {
		got := actors.Cuts(s.body, s.Language, model.Date{})
		for _, c := range got {
			status, ok := s.Status[c.Vendor]
			if !ok {
				t.Errorf("%s: %s cut nothing: %s", s.ID, c.Vendor, c.Evidence)
				continue
			}
			if c.Status.String() != status {
				t.Errorf("%s: %s is %v, want %s: %s", s.ID, c.Vendor, c.Status, status, c.Evidence)
			}
			if gold := s.passage(c.Vendor); gold.Start >= c.Passages[0].End || c.Passages[0].Start >= gold.End {
				t.Errorf("%s: evidence of %s is %s", s.ID, c.Vendor, c.Evidence)
			}
		}
		for vendor := range s.Status {
			if !slices.ContainsFunc(got, func(c model.Cut) bool { return c.Vendor == vendor }) {
				t.Errorf("%s: no cut of %s", s.ID, vendor)
			}
		}
	}
}

// passage is where the evidence of a vendor stands.
func (s *seed) passage(vendor string) model.Passage {
	text := cmp.Or(s.CutTies[vendor], s.Disputed[vendor])
	start := strings.Index(s.body, text)
	return model.Passage{Start: start, End: start + len(text)}
}

func TestSeedBylines(t *testing.T) {
	dated := 0
	for _, s := range seeds(t) {
		want := ""
		if s.Author != nil {
			want = *s.Author
		}
		if got := PageOf(s.body).Author(); got != want {
			t.Errorf("%s: author %q, want %q", s.ID, got, want)
		}
		if d := PageOf(s.body).Date(); !d.IsZero() {
			dated++
			if d.String() != "2021-01" {
				t.Errorf("%s: date %v", s.ID, d)
			}
		}
	}
	if dated != 1 {
		t.Errorf("%d texts have a date line, want 1", dated)
	}
}
