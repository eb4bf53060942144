package program

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dossier/articles/battery"
	"dossier/articles/battery/escapes"
	"dossier/ui/terminal/theme"
)

// groups are the payloads one by one. In the short form some go together, and
// bytes, which make a file be read in another encoding, for themselves.
func groups() []escapes.Payload {
	if battery.Whole() {
		return escapes.All()
	}
	return []escapes.Payload{joined("text", append(escapes.Raw(), escapes.Entities()...)), joined("bytes", escapes.Bytes())}
}

// joined is every fifth payload.
func joined(name string, all []escapes.Payload) escapes.Payload {
	text := escapes.Tell
	for i, p := range all {
		if i%5 == 0 {
			text += " " + p.Text
		}
	}
	return escapes.Payload{Name: name, Text: text}
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
	return newVictimIn(t, "saved", text)
}

// newVictimIn has the folder under a name.
func newVictimIn(t *testing.T, name, text string) *victim {
	home := t.TempDir()
	v := &victim{t: t, env: []string{
		"XDG_STATE_HOME=" + filepath.Join(home, "state"), "XDG_CACHE_HOME=" + filepath.Join(home, "cache"), "XDG_CONFIG_HOME=" + filepath.Join(home, "config"),
		"TERM=xterm-256color", "TTY_FORCE=1", "COLORTERM=truecolor", "COLORFGBG=15;0",
	}}
	var err error
	if v.folder, err = escapes.Fill(filepath.Join(home, name), text); err != nil {
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
	Run(args, Streams{In: strings.NewReader(in), Out: &out, Errs: &errs, Env: v.env, Terminal: on})
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
		v.shown.WriteString(flat(written))
	}
	v.runs++
	return out.String()
}

// ids are those of all articles. One of them gets a note, and a view is saved.
func (v *victim) ids() (ids []string) {
	var all []struct{ ID string }
	if err := json.Unmarshal([]byte(v.run(false, "", "list", "--json", v.folder.Dir)), &all); err != nil {
		v.t.Fatal(err)
	}
	for _, a := range all {
		ids = append(ids, a.ID)
		if escapes.Shows(a.ID, "id") {
			left, err := v.folder.Marks(a.ID)
			if err != nil {
				v.t.Fatal(err)
			}
			v.run(false, string(left), "marks", "import", v.folder.Dir)
		}
	}
	v.run(false, v.folder.Says, "marks", "import", v.folder.Dir) // which is no JSON
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
// and runs every verb on it, into a pipe and on a terminal, an article in every
// theme, and line by line.
func TestBatteryEscapesInVerbs(t *testing.T) {
	var places, looks tally
	runs := 0
	for _, p := range groups() {
		t.Run(p.Name, func(t *testing.T) {
			v := newVictimIn(t, (&escapes.Folder{Says: p.Text}).Name("root"), p.Text)
			dir, ids := v.folder.Dir, v.ids()
			for _, args := range v.told(dir) {
				v.run(false, "", args...)
			}
			for _, args := range v.answered(dir) {
				v.run(false, "", args...)
				v.run(true, "", styled(args)...)
			}
			for _, id := range ids {
				for _, how := range []string{"--whole", "--source", "--json"}[battery.Of(1, 0):] {
					v.run(false, "", "show", id, dir, how)
				}
			}
			v.run(false, talk, "--linear", dir)
			v.indexed(t)
			v.piped("# " + v.folder.At("stdin") + "\n\n" + v.folder.At("input") + "\n")
			places.count(v.shown.String(), v.folder.Places())
			for _, name := range append(theme.Names()[1:], "none")[battery.Of(3, 0):] {
				looks.count(v.dressed(ids, name), escapes.Seen())
			}
			runs += v.runs
		})
	}
	// Some places no verb shows, and some nothing does.
	cells := looks.sum(t) + places.sum(t, "subject", "role", "supplies", "alias", "tag", "target", "width", "left", "kind", "key")
	battery.Tried(t, cells, "escapes in places of files, seen harmless in what verbs write")
	battery.Tried(t, runs, "command lines on hostile files")
}

// indexed reads all of it from an index, which a folder of so many files has.
func (v *victim) indexed(t *testing.T) {
	if !battery.Whole() {
		return
	}
	for i := range 260 {
		if err := os.WriteFile(filepath.Join(v.folder.Dir, fmt.Sprintf("n%d.md", i)), []byte("# Number\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	v.run(false, "", "index", v.folder.Dir)
	for _, args := range [][]string{{"list"}, {"list", "--json"}, {"facets"}, {"cuts"}, {"check"}, {"index"}, {"index", "--json"}, {"index", "--drop"}} {
		v.run(false, "", append(args, v.folder.Dir)...)
	}
}

// piped reads an article from standard input.
func (v *victim) piped(article string) {
	v.run(false, article, "list", "-")
	v.run(false, article, "show", "stdin", "-")
	v.run(true, article, "show", "stdin", "-")
}

// dressed is every article as it is shown on a terminal in a theme.
func (v *victim) dressed(ids []string, look string) string {
	defer func(env []string) { v.env = env }(v.env)
	if look == "none" {
		v.env, look = append(v.env, "NO_COLOR=1"), theme.Dark
	}
	var all strings.Builder
	for _, id := range ids {
		if battery.Whole() || escapes.Shows(id, "id") {
			all.WriteString(v.run(true, "", "show", id, v.folder.Dir, "--theme", look))
		}
	}
	return flat(ansi.Strip(all.String()))
}

// tally counts how often what stands in a place came out.
type tally struct {
	mu     sync.Mutex
	rounds int
	seen   map[string]int
}

// count looks for places in what came out of one round.
func (c *tally) count(written string, places []string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.rounds++
	if c.seen == nil {
		c.seen = map[string]int{}
	}
	for _, place := range places {
		if escapes.Shows(written, place) {
			c.seen[place]++
		} else {
			c.seen[place] += 0
		}
	}
}

// sum is how many there were. Each place has to be seen in every other round at
// least: some payloads end the line they stand on, or make a file no text.
func (c *tally) sum(t *testing.T, elsewhere ...string) (n int) {
	t.Helper()
	for place, times := range c.seen {
		n += times
		if 2*times < c.rounds && !slices.Contains(elsewhere, place) {
			t.Errorf("what stands as %s came out in %d of %d rounds", place, times, c.rounds)
		}
	}
	return n
}

// flat is a text without white space, which lines may break at.
func flat(s string) string { return strings.Join(strings.Fields(s), "") + "\n" }

// styled keeps a command line from opening the reader.
func styled(args []string) []string {
	if strings.HasPrefix(args[0], "-") || len(args) == 1 {
		return append([]string{"list"}, args...)
	}
	return args
}
