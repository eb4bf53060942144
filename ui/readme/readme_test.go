// Package readme holds the README and the package comments against the program.
package readme

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dossier/model/query"
	"dossier/ui/terminal"
)

// root is the folder of the README, seen from here.
var root = filepath.Join("..", "..")

func text(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// part is what stands in the README between two texts.
func part(t *testing.T, after, before string) string {
	t.Helper()
	_, rest, found := strings.Cut(text(t), after)
	part, _, closed := strings.Cut(rest, before)
	if !found || !closed {
		t.Fatalf("the README has nothing between %q and %q", after, before)
	}
	return part
}

var inBackticks = regexp.MustCompile("`([^`]+)`")

// TestKeysAreBound presses nothing; it asks the table of keys.
func TestKeysAreBound(t *testing.T) {
	bound := terminal.Keys()
	named := map[string]string{"↓": "down", "↑": "up", "←": "left", "→": "right", "pgdn": "pgdown"}
	check := func(where, text string) {
		for _, span := range inBackticks.FindAllStringSubmatch(text, -1) {
			for _, key := range strings.Fields(span[1]) {
				if name, ok := named[key]; ok {
					key = name
				}
				if !slices.Contains(bound[where], key) && !slices.Contains(bound["everywhere"], key) {
					t.Errorf("the README names the key %s for %s, where it does nothing", key, where)
				}
			}
		}
	}
	for _, where := range []string{"list", "facets", "article"} {
		check(where, part(t, "Moving is ", "\n"))
	}
	rows := strings.Split(strings.TrimSpace(part(t, "| where | keys |\n|---|---|\n", "\n\n")), "\n")
	if len(rows) != len(bound) {
		t.Errorf("the README has keys for %d places, the program for %d", len(rows), len(bound))
	}
	for _, row := range rows {
		where, keys, _ := strings.Cut(strings.Trim(row, "| "), " | ")
		check(where, keys)
	}
}

func TestFieldsAreThoseOfTheQuery(t *testing.T) {
	told := map[string]bool{}
	for _, field := range strings.Split(part(t, "- Fields: ", ".\n"), " · ") {
		name, values, _ := strings.Cut(strings.TrimPrefix(field, "`"), ":` ")
		name = strings.TrimSuffix(name, ":`")
		told[name] = true
		if !slices.Contains(query.Names(), name) {
			t.Errorf("the README names the field %s, which is none", name)
		}
		if choices := query.Choices(name); len(choices) > 0 {
			for _, v := range strings.Split(values, ", ") {
				if !slices.Contains(choices, v) {
					t.Errorf("the README says that %s: takes %q; it takes %q", name, v, choices)
				}
			}
		}
	}
	for _, name := range query.Names() {
		if !told[name] {
			t.Errorf("the README does not name the field %s", name)
		}
	}
}

// TestPicturesAreThere finds what the README shows.
func TestPicturesAreThere(t *testing.T) {
	found := regexp.MustCompile(`(?:src|srcset)="([^"]+)"`).FindAllStringSubmatch(text(t), -1)
	if len(found) == 0 {
		t.Error("the README shows no picture")
	}
	for _, m := range found {
		if _, err := os.Stat(filepath.Join(root, filepath.FromSlash(m[1]))); err != nil {
			t.Error(err)
		}
	}
}

// TestRoomsAreNamed finds the packages below model, articles and ui that their
// package comments do not name, and names of none.
func TestRoomsAreNamed(t *testing.T) {
	room := regexp.MustCompile(`(?m)^//\t((?:model|articles|ui)/[a-z]+)`)
	for _, file := range []string{"model/model.go", "articles/articles.go", "ui/doc.go"} {
		source, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(file)))
		if err != nil {
			t.Fatal(err)
		}
		var named []string
		for _, m := range room.FindAllStringSubmatch(string(source), -1) {
			named = append(named, m[1])
		}
		slices.Sort(named)
		if rooms := packages(t, filepath.Dir(file)); !slices.Equal(named, rooms) {
			t.Errorf("%s names %q, there are %q", file, named, rooms)
		}
	}
}

// packages are the folders with Go files in a folder.
func packages(t *testing.T, folder string) (names []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(root, folder, "*", "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		names = append(names, folder+"/"+filepath.Base(filepath.Dir(f)))
	}
	slices.Sort(names)
	return slices.Compact(names)
}
