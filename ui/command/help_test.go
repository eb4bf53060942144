package command

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"
)

func everyVerb(root *cobra.Command) []*cobra.Command {
	return append([]*cobra.Command{root}, ordered(root)...)
}

func TestEveryVerbHasHelpWithExamples(t *testing.T) {
	root := newRoot(World{})
	root.InitDefaultHelpCmd()
	for _, cmd := range everyVerb(root) {
		if cmd.Short == "" || strings.HasSuffix(cmd.Short, ".") || cmd.Long == "" || cmd.Example == "" {
			t.Errorf("%s has no help, or none with examples", cmd.Name())
		}
		for _, line := range strings.Split(cmd.Example, "\n") {
			if !strings.HasPrefix(line, "  ") || !strings.Contains(line, "dossier") {
				t.Errorf("%s: %q is no example", cmd.Name(), line)
			}
		}
		for _, line := range strings.Split(cmd.Long, "\n") {
			if ansi.StringWidth(line) > 80 {
				t.Errorf("%s: %q is too long", cmd.Name(), line)
			}
		}
	}
}

// TestExamplesAreRight names no flag that there is not.
func TestExamplesAreRight(t *testing.T) {
	root := newRoot(World{})
	flag := regexp.MustCompile(`dossier (\w*).* (--[a-z-]+)`)
	for _, cmd := range everyVerb(root) {
		for _, m := range flag.FindAllStringSubmatch(cmd.Example, -1) {
			verb, _, err := root.Find([]string{m[1]})
			if err != nil || verb.Flag(strings.TrimPrefix(m[2], "--")) == nil {
				t.Errorf("%s: the example %q has a flag that is none", cmd.Name(), m[0])
			}
		}
	}
}

// TestHelpFitsTheTerminal in all but what is indented by hand, and is styled
// there and nowhere else.
func TestHelpFitsTheTerminal(t *testing.T) {
	for _, width := range []int{24, 40, 60, 80, 200} {
		got := on(t, screen(width, 40), "list", "--help")
		prose, _, _ := strings.Cut(got.out, "EXAMPLES")
		for _, line := range strings.Split(prose, "\n") {
			if n := ansi.StringWidth(line); n > max(width, 40) {
				t.Errorf("at %d cells %q is %d wide", width, line, n)
			}
		}
	}
	if got := on(t, World{}, "--help"); strings.Contains(got.out, "\x1b") {
		t.Error("help in a pipe is styled")
	}
	w := screen(80, 24)
	w.Env = []string{"TERM=xterm", "TTY_FORCE=1"}
	if got := on(t, w, "list", "--help"); !strings.Contains(got.out, "\x1b[1mFLAGS\x1b[m") || !strings.Contains(got.out, "\x1b[4mQUERY\x1b[m") {
		t.Errorf("help on a terminal is not styled: %q", got.out)
	}
}

// TestEveryJSONHasASchema so that a verb with a new --json has to describe it.
func TestEveryJSONHasASchema(t *testing.T) {
	for _, cmd := range ordered(newRoot(World{})) {
		if cmd.Flag("json") != nil && !slices.Contains(schemaNames(), cmd.Name()) {
			t.Errorf("schema.json does not define what %s --json writes", cmd.Name())
		}
	}
}

func TestEveryVerbHasAManual(t *testing.T) {
	root := newRoot(World{})
	for _, cmd := range everyVerb(root) {
		page := manPage(cmd)
		for _, part := range []string{".Sh NAME", ".Sh SYNOPSIS", ".Sh DESCRIPTION", ".Sh EXIT STATUS", ".Sh EXAMPLES", ".Sh SEE ALSO"} {
			if strings.Count(page, part+"\n") != 1 {
				t.Errorf("the page of %s has %s %d times", cmd.Name(), part, strings.Count(page, part))
			}
		}
		for _, f := range flagRows(cmd, inEnglish) {
			if !strings.Contains(page, ` Fl \-`+unspecial.Replace(f.name)) {
				t.Errorf("the page of %s does not name --%s", cmd.Name(), f.name)
			}
		}
	}
}

func TestRoffTakesTextForText(t *testing.T) {
	var m mdoc
	m.text(`.Sh evil \fBbold\fP 'quoted' a-b ~x`)
	m.text("'br")
	m.macro("It", `a "b" \e`)
	want := "\\&.Sh evil \\efBbold\\efP \\(aqquoted\\(aq a\\-b \\(tix\n\\(aqbr\n.It \"a \"\"b\"\" \\ee\"\n"
	if m.String() != want {
		t.Errorf("roff gets %q, want %q", m.String(), want)
	}
}

func TestListsInProseFitTheWidth(t *testing.T) {
	var out strings.Builder
	helper{w: &out, width: 40}.prose("Some words.\n\n  html   one page that needs nothing else, to read\n  csv    for spreadsheets\n\n  as it stands, however long this line may be")
	want := "Some words.\n\n  html  one page that needs nothing\n        else, to read\n  csv   for spreadsheets\n\n  as it stands, however long this line may be\n"
	if out.String() != want {
		t.Errorf("%q, want %q", out.String(), want)
	}
}
