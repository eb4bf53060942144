package licences

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	got := parse("==== a/b v1.0.0 MIT\n\nText\n==== not a rule of ours? It is.\n\n==== c v2 MIT AND Apache-2.0\nMore\n\nof it\n\n")
	want := []Module{{"a/b", "v1.0.0", "MIT", "Text"}, {"not", "a", "rule of ours? It is.", ""}, {"c", "v2", "MIT AND Apache-2.0", "More\n\nof it"}}
	if !slices.Equal(got, want) {
		t.Errorf("parse = %q, want %q", got, want)
	}
}

func TestEveryModuleHasALicence(t *testing.T) {
	for _, m := range All() {
		if m.Path == "" || m.Version == "" || m.SPDX == "" || !strings.Contains(strings.ToLower(m.Text), "copyright") {
			t.Errorf("%q %q %q has no licence text: %.40q", m.Path, m.Version, m.SPDX, m.Text)
		}
	}
}

// TestListIsOfWhatIsLinked holds the list against the program on this system;
// those of others may be on it too.
func TestListIsOfWhatIsLinked(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}", "dossier").Output()
	if err != nil {
		t.Skip("no go command here: ", err)
	}
	listed := map[string]bool{}
	for _, m := range All() {
		listed[m.Path+" "+m.Version] = true
	}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		if line != "" && !listed[line] {
			t.Errorf("%s is linked and not on the list: run go generate ./ui/command/licences", line)
		}
	}
}
