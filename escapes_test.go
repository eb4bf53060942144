package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dossier/articles/battery"
	"dossier/articles/battery/escapes"
	"dossier/ui/terminal/theme"
)

// groups are the payloads one by one, or in the short form all of a kind at once.
func groups() []escapes.Payload {
	if battery.Whole() {
		return escapes.All()
	}
	var joined []escapes.Payload
	for name, kind := range map[string][]escapes.Payload{"raw": escapes.Raw(), "bytes": escapes.Bytes(), "entities": escapes.Entities()} {
		var all []string
		for _, p := range kind {
			all = append(all, p.Text)
		}
		joined = append(joined, escapes.Payload{Name: name, Text: escapes.Tell + " " + strings.Join(all, " ")})
	}
	return joined
}

// victim is a program on a folder in which everything is hostile.
type victim struct {
	t      *testing.T
	folder *escapes.Folder
	env    []string
	shown  strings.Builder // all that came out
	runs   int
}

func newVictim(t *testing.T, text string) *victim {
	home := t.TempDir()
	v := &victim{t: t, env: []string{
		"XDG_STATE_HOME=" + filepath.Join(home, "state"), "XDG_CACHE_HOME=" + filepath.Join(home, "cache"), "XDG_CONFIG_HOME=" + filepath.Join(home, "config"),
		"TERM=xterm-256color", "TTY_FORCE=1", "COLORTERM=truecolor", "COLORFGBG=15;0",
	}}
	var err error
	if v.folder, err = escapes.Fill(filepath.Join(home, "saved"), text); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(home, "config", "dossier"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(home, "config", "dossier", "config.yaml"), []byte(v.folder.Config()), 0o644); err != nil {
		t.Fatal(err)
	}
	return v
}

// run runs the program, on a terminal or into a pipe, and judges what it writes.
func (v *victim) run(on bool, in string, args ...string) string {
	v.t.Helper()
	var out, errs bytes.Buffer
	run(args, streams{in: strings.NewReader(in), out: &out, errs: &errs, env: v.env, terminal: on})
	judge := escapes.Plain
	if on {
		judge = escapes.Styled
	}
	for _, written := range []string{out.String(), errs.String()} {
		// Rows of CSV end in CR LF, and a tab parts what is completed from what it is.
		written = strings.NewReplacer("\r\n", "\n", "\t", " ").Replace(written)
		if err := judge(written); err != nil {
			v.t.Errorf("%q: %v", args, err)
		}
		v.shown.WriteString(strings.Join(strings.Fields(written), "") + "\n")
	}
	v.runs++
	return out.String()
}

// ids are those of all articles.
func (v *victim) ids() []string {
	var all []struct{ ID string }
	if err := json.Unmarshal([]byte(v.run(false, "", "list", "--json", v.folder.Dir)), &all); err != nil {
		v.t.Fatal(err)
	}
	var ids []string
	for _, a := range all {
		ids = append(ids, a.ID)
	}
	return ids
}

// told are arguments in which there is something to be obeyed, which messages
// repeat.
func (v *victim) told(dir string) [][]string {
	said := strings.ReplaceAll(v.folder.At("argument"), "\x00", "")
	return [][]string{
		{said}, {"./" + said}, {"--" + said}, {"list", "--", "./" + said}, {"list", "--json=" + said}, {"show", said, dir}, {"list", dir, "-q", said + " lang:" + said + " vendr:" + said},
		{"list", dir, "date:" + said, "is:" + said, "sort:" + said}, {"help", said}, {"schema", said}, {"completion", said}, {"export", dir, "--format", said},
		{"export", dir, "-o", "/nowhere/" + said}, {"marks", "import", dir, "-i", "./" + said}, {"index", said}, {"tag", said}, {"show", "x", "--theme", said},
	}
}

// answered are command lines that answer with what is in a folder.
func (v *victim) answered(dir string) [][]string {
	all := [][]string{{dir}, {"check", dir}, {"tag", "--dry-run", dir}, {"config"}, {"marks", "export", dir}}
	for _, verb := range []string{"list", "facets", "cuts"} {
		all = append(all, []string{verb, dir}, []string{verb, dir, "--json"}, []string{verb, dir, "--csv"})
	}
	for _, format := range []string{"markdown", "html", "csl-json", "bibtex", "csv", "json"} {
		all = append(all, []string{"export", dir, "--format", format}, []string{"export", dir, "--format", format, "--passages"})
	}
	for _, field := range []string{"actor:", "vendor:", "author:", "source:", "id:"} {
		all = append(all, []string{"__complete", "list", dir, field})
	}
	return append(all, []string{"__complete", "list", dir + "/"})
}

// talk are answers that go everywhere, line by line.
const talk = "!\nv\n\n'\n\n''b\nc\n1\n\nc\n2\n\nc\n3\n\n1\ni\ne\n\na\n\nH\n\n/zqx\nn\n" + "\n\n\n\n\n\n\n\n\n\n\n\nq\n2\nH\n\nq\n3\n\n\nq\n4\n\n\nq\n5\n\n\nq\n6\n\n\nq\n7\n\n\nq\nf zqx\nf title:zqx\nq\n"

// TestBatteryEscapesInVerbs puts every payload wherever a file can say anything,
// and runs every verb on it, into a pipe and on a terminal in every theme, and
// line by line.
func TestBatteryEscapesInVerbs(t *testing.T) {
	cells, runs := 0, 0
	for _, p := range groups() {
		t.Run(p.Name, func(t *testing.T) {
			v := newVictim(t, p.Text)
			dir := v.folder.Dir
			ids := v.ids()
			left, err := v.folder.Marks(ids[slices.IndexFunc(ids, func(id string) bool { return escapes.Shows(id, "id") })])
			if err != nil {
				t.Fatal(err)
			}
			v.run(false, string(left), "marks", "import", dir)
			v.run(false, p.Text, "marks", "import", dir)
			for _, args := range slices.Concat(v.answered(dir), v.told(dir)) {
				v.run(false, "", args...)
				v.run(true, "", onTerminal(args)...)
			}
			for _, id := range ids {
				for _, how := range []string{"--no-pager", "--whole", "--source", "--json"} {
					v.run(false, "", "show", id, dir, how)
				}
				for _, name := range theme.Names()[1:] {
					v.run(true, "", "show", id, dir, "--theme", name)
					cells += len(v.folder.Places())
				}
			}
			v.run(false, talk, "--linear", dir)
			for _, place := range v.folder.Places() {
				if !escapes.Shows(v.shown.String(), place) {
					t.Errorf("what stands as %s never came out", place)
				}
			}
			cells, runs = cells+len(v.folder.Places()), runs+v.runs
		})
	}
	battery.Tried(t, cells, "escapes in files, each in every verb that shows it")
	battery.Tried(t, runs, "command lines on hostile files")
}

// onTerminal keeps a command line from opening the reader.
func onTerminal(args []string) []string {
	if strings.HasPrefix(args[0], "-") || len(args) == 1 {
		return append([]string{"list"}, args...)
	}
	return args
}
