package articles

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dossier/model"

	"golang.org/x/text/language"
)

// builtin is what the built-in articles have to say, by id: language, date,
// source, and each vendor with its status.
var builtin = map[string]struct {
	facts   string
	vendors string
}{
	"amazon-kontert": {"de 2021-01 ComputerBase", "Amazon:done"},
	"menaces-et-liste-noire": {
		"fr 2021-01-11 ", "Amazon:done Apple:done Google:done"},
	"ultimatum-von-amazon": {
		"de 2021-01-09 ceosg, after BuzzFeed News", "Amazon:announced Apple:done Google:done"},
	"ungewisse-rueckkehr": {
		"de 2021-01-13 The Indian Express, after Reuters",
		"Amazon:done American Express:disputed Apple:done Google:done ScyllaDB:done Slack:done Stripe:done Twilio:done"},
	"wieder-online": {
		"de 2021-01-18 WirtschaftsWoche, with dpa", "Amazon:done Apple:done Google:done"},
}

func openBuiltin(t testing.TB) *Library {
	t.Helper()
	l, err := Open(context.Background(), nil, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestBuiltinDossierIsWhole(t *testing.T) {
	d := openBuiltin(t).Dossier()
	for _, n := range d.Notices {
		t.Errorf("notice: %+v", n)
	}
	if d.Title == "" || d.Register.Subject().Name != "Parler" {
		t.Errorf("title %q, subject %q", d.Title, d.Register.Subject().Name)
	}
	if d.Len() != len(builtin) {
		t.Errorf("%d articles, want %d", d.Len(), len(builtin))
	}
	for _, a := range every(d) {
		want := builtin[a.ID]
		if got := fmt.Sprint(a.Language, " ", a.Date, " ", a.Source); got != want.facts {
			t.Errorf("%s: %q, want %q", a.ID, got, want.facts)
		}
		if got := vendorsOf(a); got != want.vendors {
			t.Errorf("%s: %s, want %s", a.ID, got, want.vendors)
		}
		if a.Detected != 0 || len(a.Actors) == 0 {
			t.Errorf("%s: %d actors, detected %v", a.ID, len(a.Actors), a.Detected.Names())
		}
		if _, err := language.Parse(a.Language); err != nil {
			t.Errorf("%s: language %q: %v", a.ID, a.Language, err)
		}
	}
}

func vendorsOf(a model.Article) string {
	var all []string
	for _, c := range a.Cuts {
		all = append(all, c.Vendor+":"+c.Status.String())
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

func TestBuiltinActorsAreRegistered(t *testing.T) {
	d := openBuiltin(t).Dossier()
	for _, a := range every(d) {
		names := slices.Clone(a.Actors)
		for _, c := range a.Cuts {
			names = append(names, c.Vendor)
		}
		for _, name := range names {
			if known, ok := d.Register.Find(name); !ok || known.Name != name {
				t.Errorf("%s: %q is not in the register", a.ID, name)
			}
		}
		for _, c := range a.Cuts {
			if !slices.Contains(a.Actors, c.Vendor) {
				t.Errorf("%s: the vendor %s is no actor of it", a.ID, c.Vendor)
			}
		}
	}
}

func TestBuiltinEvidenceStandsInTheBody(t *testing.T) {
	l := openBuiltin(t)
	for i, a := range every(l.Dossier()) {
		text, err := l.Text(context.Background(), i)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range a.Cuts {
			if len(c.Passages) == 0 {
				t.Errorf("%s: no passage for %s", a.ID, c.Vendor)
				continue
			}
			at := c.Passages[0]
			if got := text.Body[at.Start:at.End]; got != c.Evidence || strings.Count(text.Body, got) != 1 {
				t.Errorf("%s: evidence for %s is %q, or stands there more than once", a.ID, c.Vendor, got)
			}
		}
	}
}

// seeds is the folder of the five texts that the built-in dossier retells.
func seeds(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("DOSSIER_SEEDS")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "seeds")
	}
	if _, err := os.Stat(filepath.Join(dir, "gold.json")); err != nil {
		t.Skip("no seed texts here; name their folder in DOSSIER_SEEDS to run this test")
	}
	return dir
}

type gold struct {
	ID       string
	Language string
	Title    string
	Source   string
	Date     string `json:"event_date"`
	Persons  []string
	Status   map[string]string
}

func readGold(t testing.TB, dir string) []gold {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(dir, "gold.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all []gold
	if err := json.Unmarshal(raw, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestBuiltinSaysWhatTheSeedsSay(t *testing.T) {
	d := openBuiltin(t).Dossier()
	for _, g := range readGold(t, seeds(t)) {
		i := slices.IndexFunc(every(d), func(a model.Article) bool {
			return a.Language == g.Language && a.Date.String() == g.Date && a.Source == g.Source
		})
		if i < 0 {
			t.Errorf("no article retells %s", g.ID)
			continue
		}
		a := d.Article(i)
		var want []string
		for vendor, status := range g.Status {
			want = append(want, vendor+":"+status)
		}
		slices.Sort(want)
		if got := vendorsOf(*a); got != strings.Join(want, " ") {
			t.Errorf("%s: %s, want %s", a.ID, got, want)
		}
		for _, name := range g.Persons {
			if !slices.Contains(a.Actors, name) {
				t.Errorf("%s: %s is not named", a.ID, name)
			}
		}
	}
}

var word = regexp.MustCompile(`[\p{L}\p{M}\p{N}_]+`)

// runs are all runs of n words of a text.
func runs(text string, n int) map[string]bool {
	words := word.FindAllString(strings.ToLower(text), -1)
	all := make(map[string]bool, len(words))
	for i := 0; i+n <= len(words); i++ {
		all[strings.Join(words[i:i+n], " ")] = true
	}
	return all
}

// The built-in articles are told anew: no seven words in a row are another's.
func TestBuiltinIsNotCopied(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(seeds(t), "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	foreign := make(map[string]bool)
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for run := range runs(string(raw), 7) {
			foreign[run] = true
		}
	}
	l := openBuiltin(t)
	for i, a := range every(l.Dossier()) {
		for run := range runs(a.Title+"\n"+textOf(l, i).Body, 7) {
			if foreign[run] {
				t.Errorf("%s: %q stands in a seed", a.ID, run)
			}
		}
	}
}
