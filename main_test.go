package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"dossier/model/query"
	"dossier/ui/terminal"
	"dossier/ui/terminal/screen"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"dossier": main})
}

// TestScripts runs command lines and looks at their output and exit status.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "ui/command/testdata",
		Setup: func(e *testscript.Env) error {
			e.Setenv("XDG_STATE_HOME", filepath.Join(e.WorkDir, ".state"))
			e.Setenv("XDG_CACHE_HOME", filepath.Join(e.WorkDir, ".cache"))
			e.Setenv("XDG_CONFIG_HOME", filepath.Join(e.WorkDir, ".config"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":    exits,
			"unescape": unescape,
			"harmless": harmless,
			"fields":   fields,
			"valid":    valid,
			"complete": complete,
			"many":     many,
		},
		Condition: condition,
	})
}

// many writes a folder of articles: many FOLDER COUNT.
func many(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: many FOLDER COUNT")
	}
	count, err := strconv.Atoi(args[1])
	ts.Check(err)
	ts.Check(os.MkdirAll(ts.MkAbs(args[0]), 0o755))
	for i := range count {
		name := filepath.Join(ts.MkAbs(args[0]), fmt.Sprintf("n%05d.md", i))
		ts.Check(os.WriteFile(name, fmt.Appendf(nil, "# Number %d\n\nWords of article %d.\n", i, i), 0o644))
	}
}

// exits runs the program and holds its exit status against the first argument.
// The others may have escapes in them, which nothing that is said may repeat.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: exits STATUS ARGS…")
	}
	for i := range args {
		args[i] = made(ts, args[i])
	}
	var failed *exec.ExitError
	status := 0
	if err := ts.Exec("dossier", args[1:]...); errors.As(err, &failed) {
		status = failed.ExitCode()
	} else {
		ts.Check(err)
	}
	harmless(ts, false, nil)
	if fmt.Sprint(status) != args[0] {
		ts.Fatalf("exit status %d, want %s", status, args[0])
	}
}

// unescape writes a file with its \x1b, \u202e and so on made true, so that no
// script holds them: unescape FROM TO. The name of the copy may have some too.
func unescape(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: unescape FROM TO")
	}
	ts.Check(os.WriteFile(ts.MkAbs(made(ts, args[1])), []byte(made(ts, ts.ReadFile(args[0]))), 0o644))
}

func made(ts *testscript.TestScript, s string) string {
	text, err := strconv.Unquote(`"` + strings.NewReplacer("\n", `\n`, `"`, `\"`).Replace(s) + `"`)
	ts.Check(err)
	return text
}

// harmless checks that the output holds nothing that a terminal obeys and
// nothing that hides or turns round what a person reads.
func harmless(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) > 0 {
		ts.Fatalf("usage: harmless")
	}
	checkHarmless(ts, ts.ReadFile("stdout"))
	checkHarmless(ts, ts.ReadFile("stderr"))
}

func checkHarmless(ts *testscript.TestScript, output string) {
	if !utf8.ValidString(output) {
		ts.Fatalf("this is no valid UTF-8: %q", output)
	}
	for i, r := range output {
		if r != '\n' && (unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp)) {
			ts.Fatalf("%U stands at byte %d of %q", r, i, output)
		}
	}
}

// fields checks the names in the JSON of standard output against those given,
// one a line: a.b is b in each a.
func fields(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: fields FILE")
	}
	var value any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &value))
	names := map[string]bool{}
	addNames(names, "", value)
	got := strings.Join(slices.Sorted(maps.Keys(names)), "\n")
	wanted := strings.Fields(ts.ReadFile(args[0]))
	slices.Sort(wanted)
	if want := strings.Join(wanted, "\n"); got != want {
		ts.Fatalf("the names are\n%s\nwant\n%s", got, want)
	}
}

func addNames(names map[string]bool, path string, value any) {
	switch value := value.(type) {
	case []any:
		for _, v := range value {
			addNames(names, path, v)
		}
	case map[string]any:
		for name, v := range value {
			name = strings.TrimPrefix(path+"."+name, ".")
			names[name] = true
			addNames(names, name, v)
		}
	}
}

// valid validates the JSON of standard output against the program's own schema
// of that name: valid NAME. With -lines each line is a value.
func valid(ts *testscript.TestScript, neg bool, args []string) {
	lines := len(args) > 0 && args[0] == "-lines"
	if lines {
		args = args[1:]
	}
	if neg || len(args) != 1 {
		ts.Fatalf("usage: valid [-lines] NAME")
	}
	schema := compiled(ts, args[0])
	texts := []string{ts.ReadFile("stdout")}
	if lines {
		texts = strings.Split(strings.TrimSpace(texts[0]), "\n")
	}
	for _, text := range texts {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		ts.Check(err)
		if err := schema.Validate(value); err != nil {
			ts.Fatalf("%v in %s", err, text)
		}
	}
}

func compiled(ts *testscript.TestScript, name string) *jsonschema.Schema {
	var out bytes.Buffer
	if status := run([]string{"schema", name}, streams{nil, &out, io.Discard, nil, false, nil}); status != 0 {
		ts.Fatalf("there is no schema %s", name)
	}
	doc, err := jsonschema.UnmarshalJSON(&out)
	ts.Check(err)
	c := jsonschema.NewCompiler()
	ts.Check(c.AddResource("schema.json", doc))
	schema, err := c.Compile("schema.json")
	ts.Check(err)
	return schema
}

// bashCompletion is what scripts for bash build upon.
const bashCompletion = "/usr/share/bash-completion/bash_completion"

// condition knows [bash-completion]: bash is here, with what it completes by.
func condition(name string) (bool, error) {
	if name != "bash-completion" {
		return false, fmt.Errorf("there is no condition %q", name)
	}
	_, none := os.Stat(bashCompletion)
	_, noShell := exec.LookPath("bash")
	return none == nil && noShell == nil, nil
}

// complete writes what a shell offers for a command line: complete SHELL LINE.
// It says so on standard output where the shell is not here.
func complete(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: complete SHELL LINE")
	}
	shell, line := args[0], args[1]
	if _, err := exec.LookPath(shell); err != nil {
		ts.Fatalf("there is no %s here: the condition [exec:%[1]s] is missing", shell)
	}
	script := map[string]string{
		"fish": `dossier completion fish | source; complete -C "$argv[2]"`,
		"bash": "source " + bashCompletion + `; source <(dossier completion bash); compopt() { :; }
COMP_LINE=$1 COMP_POINT=${#1} COMP_TYPE=9 COMP_KEY=9
read -ra COMP_WORDS <<<"${1//:/ : }"; [[ $1 == *[\ :] ]] && COMP_WORDS+=("")
COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); __start_dossier; printf '%s\n' "${COMPREPLY[@]}"`,
		// What is typed comes back first, and then what is completed.
		"zsh": `zmodload zsh/zpty zsh/zselect; zpty z zsh -f -i
zpty -w z 'PS1=; autoload -Uz compinit; compinit -u -D; source <(dossier completion zsh); echo rea''dy'
zpty -r z out '*ready*'
zpty -w -n z "$1"$'\t'
for i in {1..100}; do zpty -r -t z out && all+=$out; [[ $all == *$1[[:alnum:]]* ]] && break; zselect -t 5; done
print -r -- "$all"; zpty -d z`,
	}[shell]
	ts.Check(ts.Exec(shell, "-c", script, "complete", line))
}

// environment is what a test runs in: it keeps nothing where the reader keeps it.
func environment(t *testing.T, more ...string) []string {
	t.Helper()
	return append([]string{"TERM=xterm-256color", "XDG_STATE_HOME=" + t.TempDir(), "XDG_CACHE_HOME=" + t.TempDir(), "XDG_CONFIG_HOME=" + t.TempDir()}, more...)
}

// start runs the true program on an emulated terminal.
func start(t *testing.T, w, h int, args ...string) *screen.Screen {
	t.Helper()
	s := screen.Start(w, h, func(in io.Reader, out io.Writer, options []tea.ProgramOption) error {
		var errs bytes.Buffer
		env := environment(t)
		if status := run(args, streams{in, out, &errs, env, true, options}); status != 0 {
			return fmt.Errorf("exit status %d: %s", status, errs.String())
		}
		return nil
	})
	t.Cleanup(func() { s.Stop() })
	return s
}

// see waits for all texts on the screen, and that none marked with ! is on it.
func see(t *testing.T, s *screen.Screen, texts ...string) {
	t.Helper()
	err := s.Wait(func(screen string) bool {
		for _, text := range texts {
			if no, missing := strings.CutPrefix(text, "!"); missing == strings.Contains(screen, no) {
				return false
			}
		}
		return true
	})
	if err != nil {
		t.Fatalf("looking for %q: %v", texts, err)
	}
}

// TestFiltersOfTheBuiltInDossier walks to each answer by keys alone.
func TestFiltersOfTheBuiltInDossier(t *testing.T) {
	t.Parallel()
	s := start(t, 120, 40)
	see(t, s, "Parler loses its vendors", "5 articles · 2 languages · 8 vendors", "5 of 5")

	s.Press("1", "down", "space")
	see(t, s, "lang:fr", "1 of 5", "● Français", "Menacé de mort")
	s.Press("X")
	see(t, s, "5 of 5", "○ Français")

	s.Press("2", "/", "twi", "enter", "space")
	see(t, s, "vendor:Twilio", "1 of 5", "● Twilio", "Parlers Chef hält das Ende für möglich")
	s.Press("X", "esc")
	see(t, s, "5 of 5", "○ Amazon", "CUT TIES")

	s.Press("3", "/", "peik", "enter", "space")
	see(t, s, `actor:"Amy Peikoff"`, "2 of 5", "● Amy Peikoff")
	s.Press("x")
	see(t, s, "5 of 5")

	s.Press("q", "f", "lang:de -vendor:Apple", "enter")
	see(t, s, "lang:de  -vendor:Apple", "1 of 5", "● Deutsch", "⊘ Apple", "Amazon kontert")
	s.Press("X")
	see(t, s, "5 of 5")
	s.Press("q")
	if err := s.Ended(); err != nil {
		t.Error(err)
	}
}

func TestTypingIsTickingAndBack(t *testing.T) {
	t.Parallel()
	s := start(t, 120, 40)
	see(t, s, "5 of 5")
	s.Press("f", "vendor:Twi")
	see(t, s, "vendor:Twi", "1 of 5", "● Twilio")
	s.Press("esc")
	see(t, s, "5 of 5", "○ Twilio")
	s.Press("f", "vendor:Apple,Twilio", "enter")
	see(t, s, "4 of 5", "● Apple", "● Twilio")
	s.Press("2", "&")
	see(t, s, "vendor:Apple  vendor:Twilio", "1 of 5", "all of")
	s.Press("&")
	see(t, s, "vendor:Apple,Twilio", "4 of 5", "!all of")
	s.Press("X", "-")
	see(t, s, "-vendor:Amazon", "0 of 5", "⊘ Amazon", "Nothing matches.", "Without -vendor:Amazon there would be 5")
	s.Press("-")
	see(t, s, "5 of 5", "○ Amazon")
}

func TestReadingAnArticle(t *testing.T) {
	t.Parallel()
	s := start(t, 120, 30, "vendor:Twilio")
	see(t, s, "1 of 5")
	s.Press("enter")
	see(t, s, "13 January 2021 · The Indian Express, after Reuters · Deutsch", "Cut ties", "American Express?")
	s.Press(".")
	see(t, s, "stehen Parler nach Matzes", "◂ Twilio, Slack")
	lit(t, s, "Auch Twilio und Slack")
	s.Press("q", "X")
	see(t, s, "5 of 5", "✓ de · 13 Jan 2021")
	s.Press("enter")
	see(t, s, "◂ Twilio, Slack")
	s.Press("J")
	see(t, s, "Menacé de mort", "source unknown · Français")
	s.Press("K", "g")
	see(t, s, "Cut ties", "John Matze weiß nicht")
	s.Press("]")
	see(t, s, "!Cut ties", "Vom Förderangebot zur Klage")
	s.Press("e")
	see(t, s, "Evidence · Parlers Chef", "“Der Zahlungsdienst Stripe", "done · payments")
	s.Press("G", "enter")
	see(t, s, "◂ American Express?")
}

// lit checks that a text on the screen has a background of its own.
func lit(t *testing.T, s *screen.Screen, text string) {
	t.Helper()
	for y, row := range strings.Split(s.Text(), "\n") {
		if i := strings.Index(row, text); i >= 0 {
			if x := len([]rune(row[:i])); s.Cell(x, y).Style.Bg == nil {
				t.Errorf("%q is not lit", text)
			}
			return
		}
	}
	t.Errorf("%q is not on the screen:\n%s", text, s.Text())
}

func TestWordsAreFoundInTitleAndBody(t *testing.T) {
	t.Parallel()
	s := start(t, 80, 24)
	see(t, s, "5 of 5")
	s.Press("/", "juroren", "enter")
	see(t, s, "1 of 5", "Parlers Chef")
	s.Press("/", "nirgends", "enter")
	see(t, s, "0 of 5", "Without nirgends there would be 1 article")
	s.Press("x")
	see(t, s, "1 of 5")
}

// TestOneFileOpensInTheReader at the width of the screen, which is not known
// when the file is read.
func TestWordsAreShownInTheList(t *testing.T) {
	t.Parallel()
	s := start(t, 120, 40)
	see(t, s, "5 of 5")
	s.Press("/", "Zahlungsdienst", "enter")
	see(t, s, "1 of 5", "…auf. Der Zahlungsdienst")
}

// TestFolderChangesWhileItIsOpen with an article in the reader, and the cursor on
// another than the first.
func TestFolderChangesWhileItIsOpen(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put("a.md", "---\ndate: 2021-01-02\n---\n# Alpha\n\n"+strings.Repeat("Words of alpha.\n\n", 60)+"The end of alpha.\n")
	put("b.md", "---\ndate: 2021-01-01\n---\n# Beta\n\nWords of beta.\n")
	s := start(t, 100, 24, dir)
	see(t, s, "2 of 2")
	s.Press("j")
	see(t, s, "2/2")
	put("c.md", "---\ndate: 2021-01-03\n---\n# Gamma\n\nWords of gamma.\n")
	see(t, s, "3 of 3", "Gamma", "3/3") // the cursor is on Beta still
	put("b.md", "---\ndate: 2021-01-01\n---\n# Beta again\n\nOther words.\n")
	see(t, s, "Beta again")
	if err := os.Remove(filepath.Join(dir, "c.md")); err != nil {
		t.Fatal(err)
	}
	see(t, s, "2 of 2", "!Gamma", "2/2")

	s.Press("k", "enter")
	see(t, s, "q back", "Words of alpha.")
	s.Press("G")
	see(t, s, "The end of alpha.")
	put("d.md", "# Delta\n")
	put("a.md", "---\ndate: 2021-01-02\n---\n# Alpha\n\nA new beginning.\n\n"+strings.Repeat("Words of alpha.\n\n", 60)+"The end of alpha.\n")
	see(t, s, "The end of alpha.")
	s.Press("g")
	see(t, s, "A new beginning.")
	s.Press("q")
	see(t, s, "3 of 3")
}

// TestLargeFolder opens a folder that needs an index: for the first time, by two
// programs at once; from the index; and after that was damaged.
func TestLargeFolder(t *testing.T) {
	t.Parallel()
	dir, env := numbered(t), environment(t)
	first, second := again(t, env, 100, 30, dir), again(t, env, 100, 30, dir)
	walkLargeFolder(t, first)
	walkLargeFolder(t, second)
	walkLargeFolder(t, again(t, env, 100, 30, dir))
	indexes, err := filepath.Glob(filepath.Join(variable(env, "XDG_CACHE_HOME"), "dossier", "*.db"))
	if err != nil || len(indexes) != 1 {
		t.Fatalf("indexes: %q, %v", indexes, err)
	}
	if err := os.Truncate(indexes[0], 5000); err != nil {
		t.Fatal(err)
	}
	walkLargeFolder(t, again(t, env, 100, 30, dir))
}

// numbered is a folder with so many articles that it gets an index.
func numbered(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for i := range 400 {
		language := []string{"en", "fr"}[i%2]
		sentence := []string{"Amazon has removed Parler from its servers.", "Amazon a retiré Parler de ses serveurs."}[i%2]
		text := fmt.Sprintf("---\ndate: 2021-01-%02d\nlanguage: %s\n---\n# Number %d\n\n%s Word%d.\n", 1+i%28, language, i, sentence, i)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("n%03d.md", i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func walkLargeFolder(t *testing.T, s *screen.Screen) {
	t.Helper()
	see(t, s, "400 of 400", "CUT TIES", "!detecting", "!indexing")
	s.Press("/", "word123", "enter")
	see(t, s, "1 of 400", "Number 123", "Word123")
	s.Press("X", "S", "S")
	see(t, s, "400 of 400")
	s.Press("X", "1", "space")
	see(t, s, "200 of 400")
	s.Press("X", "q")
	see(t, s, "400 of 400", "enter read")
	leave(t, s)
}

func TestOneFileOpensInTheReader(t *testing.T) {
	s := start(t, 80, 24, "articles/parler/wieder-online.md")
	see(t, s, "18 January 2021 · WirtschaftsWoche, with dpa · Deutsch", "Ein Teil von Parler ist zurück im Netz, gestützt von DDoS-Guard, einer")
	s.Press("q")
	see(t, s, "LANGUAGE", "1 of 1")
}

func TestFindingInAnArticle(t *testing.T) {
	t.Parallel()
	s := start(t, 100, 24, "vendor:Twilio")
	see(t, s, "1 of 5")
	s.Press("enter", "/", "juro")
	see(t, s, "find in the article juro", "1/2", "Sechshundert Juroren")
	s.Press("enter", "n")
	see(t, s, "2/2")
	s.Press("n")
	see(t, s, "1/2, on from the beginning")
	s.Press("N")
	see(t, s, "2/2, on from the end")
	s.Press("/", "JURO")
	see(t, s, "0/0")
	s.Press("esc", "esc")
	see(t, s, "!0/0", "LANGUAGE")

	// A word that is filtered by is marked, and gone to.
	s.Press("/", "algorithmus", "enter", "enter")
	see(t, s, "1/3", "ein Algorithmus", "•")
}

func TestVendorsAndTheirEvidence(t *testing.T) {
	t.Parallel()
	s := start(t, 130, 30)
	see(t, s, "5 of 5")
	s.Press("v")
	see(t, s, "Fri 8 Jan", "Mon 11", "Amazon            hosting", "? disputed, no day named", "4 de 1 fr")
	s.Press("enter")
	see(t, s, "Evidence · Apple · evidence 4 · only mentioned 0", "“Vendredi, Apple et Google")
	s.Press("down", "enter")
	see(t, s, "◂ Apple")
	s.Press("q")
	see(t, s, "Evidence · Apple")
	s.Press("esc")
	see(t, s, "Who cut ties, and when")
	s.Press("esc", "f", "lang:fr", "enter", "v")
	see(t, s, "Fri 8 Jan", "1 fr", "!Twilio")
}

func TestPanesFold(t *testing.T) {
	t.Parallel()
	s := start(t, 200, 60)
	see(t, s, "LANGUAGE", "ACTOR", "Ein Teil von Parler ist zurück")
	s.Resize(80, 24)
	see(t, s, "LANGUAGE", "!Ein Teil von Parler ist zurück", "enter read")
	s.Resize(40, 12)
	see(t, s, "!LANGUAGE", "5 of 5", "Parlers Lebenszeichen")
	s.Press("2")
	see(t, s, "CUT TIES", "Amazon", "!Parlers Lebenszeichen")
	s.Press("esc")
	see(t, s, "!CUT TIES", "Parlers Lebenszeichen")
	s.Resize(12, 3)
	see(t, s, "Parlers")
	s.Resize(1, 1)
	s.Resize(120, 40)
	see(t, s, "LANGUAGE", "Ein Teil von Parler ist zurück")
}

func TestHelpNamesEveryKey(t *testing.T) {
	t.Parallel()
	s := start(t, 100, 100)
	see(t, s, "5 of 5")
	s.Press("?")
	see(t, s, "Keys", "List of articles", "drop the last filter", "next passage of evidence")
	s.Press("esc")
	see(t, s, "!Keys", "LANGUAGE")
}

func TestNoColour(t *testing.T) {
	t.Parallel()
	if n := coloured(t, "TTY_FORCE=1", "COLORTERM=truecolor"); n == 0 {
		t.Error("nothing is coloured on a terminal with colours")
	}
	if n := coloured(t, "TTY_FORCE=1", "COLORTERM=truecolor", "NO_COLOR=1"); n > 0 {
		t.Errorf("%d cells are coloured under NO_COLOR", n)
	}
}

// coloured counts the cells with a colour, of a screen that uses all styles but
// must be readable without.
func coloured(t *testing.T, env ...string) (n int) {
	t.Helper()
	s := screen.Start(80, 24, func(in io.Reader, out io.Writer, _ []tea.ProgramOption) error {
		options := []tea.ProgramOption{tea.WithWindowSize(80, 24), tea.WithoutSignals()}
		run(nil, streams{in, out, io.Discard, environment(t, env...), true, options})
		return nil
	})
	t.Cleanup(func() { s.Stop() })
	see(t, s, "5 of 5")
	s.Press("1", "space")
	see(t, s, "● Deutsch")
	for y := range 24 {
		for x := range 80 {
			if c := s.Cell(x, y); c.Style.Fg != nil || c.Style.Bg != nil {
				n++
			}
		}
	}
	return n
}

func TestLightAndDark(t *testing.T) {
	t.Parallel()
	accent := func(p screen.Paper) string {
		s := screen.StartOn(80, 24, p, func(in io.Reader, out io.Writer, options []tea.ProgramOption) error {
			run([]string{"lang:fr"}, streams{in, out, io.Discard, environment(t), true, options})
			return nil
		})
		t.Cleanup(func() { s.Stop() })
		see(t, s, "1 of 5")
		return fmt.Sprint(s.Cell(1, 1).Style.Fg)
	}
	if d, l := accent(screen.Dark), accent(screen.Light); d == l {
		t.Errorf("the filter is drawn in %s on dark and on light", d)
	}
}

// seeds is the folder of the five real texts, where there is one.
func seeds(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("DOSSIER_SEEDS")
	if dir == "" {
		dir = filepath.Join("..", "shared", "seeds")
	}
	if _, err := os.Stat(filepath.Join(dir, "gold.json")); err != nil {
		t.Skip("the seed texts are not here; set DOSSIER_SEEDS to their folder")
	}
	return dir
}

func TestSeedsOpen(t *testing.T) {
	t.Parallel()
	s := start(t, 140, 50, seeds(t))
	see(t, s, "5 articles · 2 languages", "5 of 5", "Twitter-Alternative Parler", "Microblogging-Dienst")
	s.Press("f", "actor:Peikoff", "enter")
	see(t, s, "2 of 5", "● Amy Peikoff")
}

// TestNothingHostileReachesTheTerminal walks through a folder that wants to be
// obeyed, and looks at every byte that was written.
func TestNothingHostileReachesTheTerminal(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	const evil = "\x1b]52;c;aGk=\x07\x1b[8m\x1b]0;evil\x07\u009d0;evil\u009c\u202e\u200b&#27;]52;c;aGk=&#7;"
	for name, text := range map[string]string{
		"dossier.yaml":      `title: "T\e]0;evil\a\u202e"`,
		"a.md":              "---\ntitle: \"A\\e]0;evil\\a\\x9b\\u202e\"\ndate: \"\\e]0;evil\\a\"\n---\n# H" + evil + "\n\nWords `" + evil + "` [l" + evil + "](http://x/" + evil + ")\n\n```\n" + evil + "\n```\n",
		"b\x1b[8m\u202e.md": "Text " + evil,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s, sent := overheard(t, dir)
	see(t, s, "2 of 2")
	for _, key := range []string{"j", "i", "esc", "enter", "i", "esc", "!", "esc", "F", "1", "esc", "enter", "y", "esc", "t", "esc", "enter", "q", "k", "enter", "F", "1", "esc", "enter", "y", "esc", "t", "esc", "enter", "q", "!", "esc", ":", "evil", "esc", "f", "a", "tab", "esc", "esc", "3", "i", "esc", "f", "\u202ea\u200bb", "\x1b[200~\u202ec\u009bd\x1b[201~", "esc", "e", "esc", "v", "esc"} {
		s.Press(key)
		see(t, s)
	}
	for _, bad := range []string{"\x1b]52", "\x1b]0;", "\x1b[8m", "\u009b", "\u009d", "\u202e", "\u200b"} {
		if i := strings.Index(sent.String(), bad); i >= 0 {
			t.Errorf("%q was sent in %q", bad, sent.String()[max(i-40, 0):min(i+40, sent.Len())])
		}
	}
}

// overheard runs the true program, and keeps what it sends to the terminal.
func overheard(t *testing.T, path string) (*screen.Screen, *lockedBuffer) {
	t.Helper()
	var sent lockedBuffer
	s := screen.Start(100, 30, func(in io.Reader, out io.Writer, options []tea.ProgramOption) error {
		run([]string{path}, streams{in, io.MultiWriter(out, &sent), io.Discard, environment(t), true, options})
		return nil
	})
	t.Cleanup(func() { s.Stop() })
	return s, &sent
}

// TestLinksAndCopying follows a link to another file and back, and looks at what
// the terminal is told to keep.
func TestLinksAndCopying(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.md":     "---\ntitle: First\n---\nSee [the other one](sub/b.md) and [the web](http://аррӏе.com/).\n",
		"sub/b.md": "---\ntitle: Second\nurl: https://example.org/b\n---\nBack to [the first](../a.md).\n",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	s, sent := overheard(t, dir)
	see(t, s, "2 of 2")
	s.Press("enter")
	see(t, s, "See the other one")
	s.Press("F")
	see(t, s, "See ahe other one")
	s.Press("2")
	see(t, s, "Open xn--80ak6aa92e.com", "http://xn--80ak6aa92e.com/")
	s.Press("esc", "F", "1")
	see(t, s, "Second", "Back to the first")
	s.Press("y")
	see(t, s, "Copy", "https://example.org/b")
	s.Press("enter")
	see(t, s, "was sent to the clipboard")
	if want := "\x1b]52;c;" + base64.StdEncoding.EncodeToString([]byte("https://example.org/b")); !strings.Contains(sent.String(), want) {
		t.Errorf("%q was not sent", want)
	}
	s.Press("ctrl+o")
	see(t, s, "See the other one")
}

// lockedBuffer may be read while it is written.
type lockedBuffer struct {
	mu sync.Mutex
	bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.Buffer.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.Buffer.String()
}

// TestShowOnATerminal writes styles there and only there, and no colour where
// none is wanted.
func TestShowOnATerminal(t *testing.T) {
	show := func(terminal bool, env ...string) string {
		var out bytes.Buffer
		if status := run([]string{"show", "wieder-online"}, streams{nil, &out, io.Discard, environment(t, env...), terminal, nil}); status != 0 {
			t.Fatalf("exit status %d", status)
		}
		return out.String()
	}
	sequences := regexp.MustCompile("\x1b\\[([0-9;]*)m")
	colour := regexp.MustCompile(`(^|;)(3[0-8]|4[0-8]|9[0-7]|10[0-7])(;|$)`)
	terminal := []string{"TERM=xterm-256color", "TTY_FORCE=1", "COLORTERM=truecolor"}
	for _, c := range []struct {
		name             string
		output           string
		styled, coloured bool
	}{
		{"a terminal", show(true, terminal...), true, true},
		{"a terminal under NO_COLOR", show(true, append(terminal, "NO_COLOR=1")...), true, false},
		{"a pipe", show(false, terminal...), false, false},
		{"a dumb terminal", show(true, "TERM=dumb", "TTY_FORCE=1"), false, false},
	} {
		styled, coloured := false, false
		for _, m := range sequences.FindAllStringSubmatch(c.output, -1) {
			styled = true
			coloured = coloured || colour.MatchString(m[1])
		}
		if styled != c.styled || coloured != c.coloured {
			t.Errorf("on %s the article is styled: %v, coloured: %v", c.name, styled, coloured)
		}
		if rest := sequences.ReplaceAllString(c.output, ""); strings.Contains(rest, "\x1b") || !strings.Contains(rest, "Lebenszeichen") {
			t.Errorf("on %s there is more than styles and text: %q", c.name, rest)
		}
	}
}

// golden are screens that a person can read, on terminals of several sizes: the
// true program, drawn. `go test . -update` writes them anew.
var golden = []struct {
	name  string
	args  []string
	keys  []string
	until string
}{
	{"start", nil, nil, "5 of 5"},
	{"filtered", []string{"vendor:Twilio"}, nil, "1 of 5"},
	{"facets", nil, []string{"2", "down", "-"}, "⊘ Apple"},
	{"article", []string{"vendor:Twilio"}, []string{"enter", "."}, "Auch Twilio"},
	{"completing", nil, []string{"f", "lang:de vendor:A", "tab"}, "Amazon"},
	{"palette", nil, []string{":", "go"}, "Google"},
	{"vendors", nil, []string{"v"}, "Google"},
	{"actor", nil, []string{"3", "i"}, "Also called"},
	{"outline", []string{"vendor:Twilio"}, []string{"enter", "t"}, "Outline"},
	{"help", nil, []string{"?"}, "Keys"},
	{"evidence", []string{"vendor:Twilio"}, []string{"e", "down"}, "Evidence"},
	{"nothing", []string{"lang:fr", "vendor:Twilio"}, nil, "Nothing matches."},
	{"notices", []string{"BROKEN"}, []string{"!"}, "Notices"},
}

var update = flag.Bool("update", false, "write the golden screens anew")

func TestGoldenScreens(t *testing.T) {
	for _, g := range golden {
		for _, size := range [...]struct{ w, h int }{{80, 24}, {40, 12}, {120, 40}} {
			name := fmt.Sprintf("%s-%dx%d", g.name, size.w, size.h)
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				args := slices.Clone(g.args)
				if len(args) > 0 && args[0] == "BROKEN" {
					args[0] = broken(t)
				}
				s := start(t, size.w, size.h, args...)
				see(t, s, "of ")
				for _, key := range g.keys {
					s.Press(key)
					if key == "enter" {
						see(t, s, "back") // the article is there before the next key
					}
				}
				see(t, s, g.until)
				checkGolden(t, s, filepath.Join("ui", "terminal", "testdata", "golden", name+".txt"))
			})
		}
	}
}

// broken is a folder with files that are not as they were meant.
func broken(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"dossier.yaml": "title: A folder with faults\n",
		"whole.md":     "---\ntitle: A bank leaves\nlanguage: en\ndate: 2021-01-09\nactors: []\ncuts: []\n---\nThe bank has left.\n",
		"dated.md":     "---\ntitle: On some day\nlanguage: en\ndate: some day\nactors: []\ncuts: []\n---\nNobody knows when.\n",
		"unclosed.md":  "---\ntitle: Unclosed\nlanguage: en\n\nThis text is all there.\n",
		"picture.txt":  "\x7fELF\x00\x00\x00\x00\x01\x00\x00\x00\x02\x00",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// checkGolden holds the screen against a file. It waits a while for what is
// still being drawn.
func checkGolden(t *testing.T, s *screen.Screen, file string) {
	t.Helper()
	if *update {
		time.Sleep(time.Second)
		if err := os.WriteFile(file, []byte(s.Text()+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(5 * time.Second); s.Text()+"\n" != string(want); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("the screen is\n%s\nwant\n%s\nIf that is meant: go test . -update", s.Text(), want)
		}
	}
}

// readme is a part of the README between two texts.
func readme(t *testing.T, after, before string) string {
	t.Helper()
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(text), after)
	part, _, closed := strings.Cut(rest, before)
	if !found || !closed {
		t.Fatalf("the README has nothing between %q and %q", after, before)
	}
	return part
}

var inBackticks = regexp.MustCompile("`([^`]+)`")

// TestKeysOfTheReadmeAreBound presses nothing; it asks the table of keys.
func TestKeysOfTheReadmeAreBound(t *testing.T) {
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
		check(where, readme(t, "Moving is ", "\n"))
	}
	rows := strings.Split(strings.TrimSpace(readme(t, "| where | keys |\n|---|---|\n", "\n\n")), "\n")
	if len(rows) != len(bound) {
		t.Errorf("the README has keys for %d places, the program for %d", len(rows), len(bound))
	}
	for _, row := range rows {
		where, keys, _ := strings.Cut(strings.Trim(row, "| "), " | ")
		check(where, keys)
	}
}

func TestFieldsOfTheReadmeAreThoseOfTheQuery(t *testing.T) {
	told := map[string]bool{}
	for _, field := range strings.Split(readme(t, "- Fields: ", ".\n"), " · ") {
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

// TestReadmeShowsWhatIsThere finds the pictures that the README shows.
func TestReadmeShowsWhatIsThere(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?:src|srcset)="([^"]+)"`).FindAllStringSubmatch(string(readme), -1)
	if len(found) == 0 {
		t.Error("the README shows no picture")
	}
	for _, m := range found {
		if _, err := os.Stat(m[1]); err != nil {
			t.Error(err)
		}
	}
}

// TestImports holds the rule of who may know whom.
func TestImports(t *testing.T) {
	forbidden := map[string]*regexp.Regexp{
		"model":    regexp.MustCompile(`"dossier/(ui|articles)|"(os|io/fs|net/http|charm\.land)`),
		"articles": regexp.MustCompile(`"dossier/ui|"charm\.land`),
		"ui":       regexp.MustCompile(`"dossier/articles`),
	}
	for room, no := range forbidden {
		err := filepath.WalkDir(room, func(path string, d os.DirEntry, err error) error {
			// The picture's program joins the parts, as main does.
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.HasPrefix(path, filepath.Join("ui", "picture")) {
				return err
			}
			source, err := os.ReadFile(path)
			if found := no.Find(source); found != nil {
				t.Errorf("%s imports %s", path, found)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}

// again runs the true program in an environment that an earlier run may have
// left something in.
func again(t *testing.T, env []string, w, h int, args ...string) *screen.Screen {
	t.Helper()
	s := screen.Start(w, h, func(in io.Reader, out io.Writer, options []tea.ProgramOption) error {
		var errs bytes.Buffer
		if status := run(args, streams{in, out, &errs, env, true, options}); status != 0 {
			return fmt.Errorf("exit status %d: %s", status, errs.String())
		}
		return nil
	})
	t.Cleanup(func() { s.Stop() })
	return s
}

// leave quits at the list, and waits until all is kept.
func leave(t *testing.T, s *screen.Screen) {
	t.Helper()
	s.Press("q")
	if err := s.Ended(); err != nil {
		t.Fatal(err)
	}
}

// verb runs a verb in an environment.
func verb(env []string, args ...string) (out string, status int) {
	var b bytes.Buffer
	status = run(args, streams{nil, &b, &b, env, false, nil})
	return b.String(), status
}

func TestMarksStay(t *testing.T) {
	t.Parallel()
	env := environment(t)
	s := again(t, env, 100, 30)
	see(t, s, "5 of 5")
	s.Press("j", "s")
	see(t, s, "starred; is:starred lists what is", "★ de · 13 Jan 2021")
	s.Press("j", "m")
	see(t, s, "marked read", "✓ fr · 11 Jan 2021")
	leave(t, s)

	s = again(t, env, 100, 30)
	see(t, s, "★ de · 13 Jan 2021", "✓ fr · 11 Jan 2021", "3/5", "!on with")
	s.Press("f", "is:starred", "enter")
	see(t, s, "1 of 5", "Parlers Chef")
	s.Press("s")
	see(t, s, "star taken away", "1 of 5", "Parlers Chef")
	s.Press("X")
	see(t, s, "5 of 5", "!★")
	leave(t, s)

	if out, status := verb(env, "list", "is:read"); status != 0 || strings.Count(out, "\n") != 1 || !strings.HasPrefix(out, "menaces") {
		t.Errorf("list is:read: %d, %s", status, out)
	}
	if out, status := verb(env, "list", "is:starred"); status != 1 {
		t.Errorf("list is:starred: %d, %s", status, out)
	}
}

func TestWhatWasMarkedIsUndone(t *testing.T) {
	t.Parallel()
	env := environment(t)
	s := again(t, env, 100, 30)
	see(t, s, "5 of 5")
	s.Press("u")
	see(t, s, "nothing that you marked in this run is left to undo")
	s.Press("s", "m", "m")
	see(t, s, "marked unread", "★ de")
	s.Press("u")
	see(t, s, "undone: read again · Parlers", "★ ✓ de")
	s.Press("u")
	see(t, s, "undone: unread again", "!✓ de")
	s.Press("u")
	see(t, s, "undone: not starred", "!★")
	leave(t, s)
	s = again(t, env, 100, 30)
	see(t, s, "5 of 5", "!★", "!✓")
	s.Press("u")
	see(t, s, "nothing that you marked")
}

// editor is a program that writes a note.
func editor(t *testing.T, script string) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the editor of this test is a shell script")
	}
	file := filepath.Join(t.TempDir(), "editor.sh")
	if err := os.WriteFile(file, []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestNoteInAnEditor(t *testing.T) {
	t.Parallel()
	log := filepath.Join(t.TempDir(), "log")
	write := editor(t, `[ "$1" = -n ] && shift
ls -ld "$(dirname "$1")" "$1" >>`+log+`; echo "$1" >>`+log+`
printf 'Ask \033]0;evil\007 Matze.\n' >>"$1"`)
	env := environment(t, "TMPDIR="+t.TempDir(), "EDITOR=nothing-of-that-name", "VISUAL="+write+" -n")
	s := again(t, env, 100, 30)
	see(t, s, "5 of 5")
	s.Press("a")
	see(t, s, "note kept; has:note lists articles with one", "✎ de · 18 Jan 2021")
	s.Press("k") // what reads keys cannot be stopped on an emulator, so that the first is lost
	s.Press("enter")
	see(t, s, "Note      Ask ␛]0;evil␇ Matze.", "Ein Teil von Parler")
	s.Press("a")
	see(t, s, "Note      Ask ␛]0;evil␇ Matze.", "note kept")
	s.Press("k")

	told, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(told)), "\n")
	if !strings.HasPrefix(lines[0], "drwx------") || !strings.HasPrefix(lines[1], "-rw-------") {
		t.Errorf("others may look into %s", told)
	}
	if _, err := os.Stat(filepath.Dir(lines[2])); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the note's folder is left behind: %v", err)
	}
	if out, status := verb(env, "list", "has:note"); status != 0 || !strings.HasPrefix(out, "wieder-online") {
		t.Errorf("list has:note: %d, %s", status, out)
	}
}

func TestEditorThatFailsLosesNothing(t *testing.T) {
	t.Parallel()
	for script, want := range map[string]string{
		"exit 1":                      "the editor failed: exit status 1; the note is as it was",
		"echo words >>\"$1\"; exit 1": "what you wrote is in ",
		"true":                        "the note is as it was",
		"rm \"$1\"":                   "no such file",
		"head -c 70000 /dev/zero | tr '\\0' x >\"$1\"": "shorten it; it is in ",
	} {
		s := again(t, environment(t, "EDITOR="+editor(t, script), "TMPDIR="+t.TempDir()), 200, 30)
		see(t, s, "5 of 5")
		s.Press("a")
		see(t, s, want, "!✎")
		s.Press("k") // is lost, see above
	}
	s := again(t, environment(t, "EDITOR=/nowhere/editor"), 200, 30)
	see(t, s, "5 of 5")
	s.Press("a")
	see(t, s, "the editor failed", "the note is as it was", "5 of 5")
	s.Press("k")
}

func TestNoteOnTheScreen(t *testing.T) {
	t.Parallel()
	env := environment(t)
	s := again(t, env, 80, 24)
	see(t, s, "5 of 5")
	s.Press("a")
	see(t, s, "Note · Parlers Lebenszeichen", "ctrl+s keep")
	s.Press("q is text", "enter", "and so is ?", "esc")
	see(t, s, "esc once more drops what you wrote", "q is text")
	s.Press("\x13")
	see(t, s, "note kept", "✎ de · 18 Jan 2021")
	s.Press("i")
	see(t, s, "Note        q is text\n", "and so is ?")
	s.Press("esc", "a", "backspace", "esc", "esc")
	see(t, s, "the note is as it was")
	s.Press("a")
	see(t, s, "and so is ?")
	s.Press(strings.Repeat("\x7f", 40), "\x13")
	see(t, s, "note taken away", "!✎")
	s.Press("u")
	see(t, s, "undone: the note it had before", "✎")
}

// TestWordsOfNotesAreFound in memory and with an index, and in the verbs.
func TestWordsOfNotesAreFound(t *testing.T) {
	t.Parallel()
	for all, args := range map[string][]string{"5": nil, "400": {numbered(t)}} {
		env := environment(t)
		s := again(t, env, 120, 40, args...)
		see(t, s, all+" of "+all, "enter read")
		s.Press("a")
		see(t, s, "ctrl+s keep")
		s.Press("ask the ombudsman", "\x13")
		see(t, s, "note kept", "✎")
		s.Press("/", "ombuds", "enter")
		see(t, s, "1 of "+all, "✎ ask the ombudsman")
		s.Press("enter")
		see(t, s, "found in your note", "Note      ask the ombudsman")
		s.Press("q", "a")
		see(t, s, "ctrl+s keep")
		s.Press(" twice", "\x13")
		see(t, s, "note kept", "✎ ask the ombudsman twice")
		s.Press("1", "X")
		see(t, s, all+" of "+all)
		s.Press("q", "f", "-ombudsman", "enter")
		less, _ := strconv.Atoi(all)
		see(t, s, fmt.Sprintf("%d of %s", less-1, all))
		s.Press("X", "/", "ombuds", "enter")
		see(t, s, "1 of "+all)
		leave(t, s)
		resumed := again(t, env, 120, 40, args...)
		see(t, resumed, "1 of "+all, "✎ ask the ombudsman twice")
		if out, status := verb(env, append([]string{"list", "ombudsman"}, args...)...); status != 0 || strings.Count(out, "\n") != 1 {
			t.Errorf("list ombudsman: %d, %s", status, out)
		}
	}
}

// TestArticleOpensWhereItWasLeft on a screen of another size, and after another
// paragraph of it was edited.
func TestArticleOpensWhereItWasLeft(t *testing.T) {
	t.Parallel()
	dir, env := t.TempDir(), environment(t)
	write := func(first string) {
		var b strings.Builder
		b.WriteString("---\ntitle: Long\nlanguage: en\n---\n" + first + "\n\n")
		for n := range 60 {
			fmt.Fprintf(&b, "Paragraph %d %s.\n\n", n, strings.Repeat("goes on and on ", 20))
		}
		for _, name := range []string{"long.md", "other.md"} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(strings.ReplaceAll(b.String(), "Long", name)), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	write("The beginning.")
	s := again(t, env, 100, 30, dir)
	see(t, s, "2 of 2")
	s.Press("enter")
	see(t, s, "The beginning.")
	s.Press("space", "space", "space", "space", "space", "space")
	see(t, s, "Paragraph 23 ")
	s.Press("q")
	see(t, s, "2 of 2")
	leave(t, s)

	write(strings.Repeat("A longer beginning. ", 300))
	s = again(t, env, 60, 20, dir)
	see(t, s, "2 of 2")
	s.Press("enter")
	see(t, s, "on from where you left", "Paragraph 23 ", "!longer beginning")
	s.Press("g")
	see(t, s, "A longer beginning.")
	s.Press("q", "enter")
	see(t, s, "A longer beginning.", "!on from where")

	// A program that ends in the midst of an article goes on there.
	s.Press("space", "space", "space", "space", "space", "space", "space", "space", "space", "ctrl+c")
	if err := s.Ended(); err != nil {
		t.Fatal(err)
	}
	s = again(t, env, 100, 30, dir)
	see(t, s, "Paragraph ", "on from where you left")
}

func TestDossierGoesOnAsItWasLeft(t *testing.T) {
	t.Parallel()
	env := environment(t)
	s := again(t, env, 120, 40)
	see(t, s, "5 of 5")
	s.Press("f", "vendor:Apple", "enter", "S", "T", "j", "2")
	see(t, s, "vendor:Apple  sort:date", "4 of 5", "space include")
	s.Press("ctrl+c")
	if err := s.Ended(); err != nil {
		t.Fatal(err)
	}
	s = again(t, env, 120, 40)
	see(t, s, "on with the filter that you left; X drops it", "vendor:Apple  sort:date", "4 of 5")
	light := fmt.Sprint(s.Cell(1, 1).Style.Fg)
	s.Press("down")
	see(t, s, "include", "!on with the filter")
	s.Press("q", "X", "S", "T")
	see(t, s, "5 of 5")
	leave(t, s)

	s = again(t, env, 120, 40, "lang:fr")
	see(t, s, "lang:fr", "1 of 5", "!on with the filter")
	if dark := fmt.Sprint(s.Cell(1, 1).Style.Fg); dark == light {
		t.Errorf("the filter is drawn in %s, light and dark", dark)
	}
	leave(t, s)
}

func TestViewsAreSaved(t *testing.T) {
	t.Parallel()
	env := environment(t)
	s := again(t, env, 80, 24)
	see(t, s, "5 of 5")
	s.Press("'")
	see(t, s, "letter of a saved view")
	s.Press("t")
	see(t, s, "no view is saved under t")
	s.Press("f", "vendor:Twilio", "enter", "'", "'")
	see(t, s, "Saved views", "No view is saved yet")
	s.Press("+", "t  Twilio alone", "enter")
	see(t, s, "view t saved", "t  Twilio alone", "vendor:Twilio", "1 article")
	s.Press("esc", "X", "'", "'", "+", "t all", "enter")
	see(t, s, "t is vendor:Twilio; enter once more replaces it")
	s.Press("esc", "+", "j", "enter")
	see(t, s, "view j saved", "all articles", "5 articles")
	s.Press("t")
	see(t, s, "vendor:Twilio", "1 of 5", "view t  Twilio alone")
	leave(t, s)

	s = again(t, env, 80, 24)
	see(t, s, "1 of 5")
	s.Press("'", "j")
	see(t, s, "5 of 5")
	s.Press("'", "space", "-")
	see(t, s, "- once more drops the view j")
	s.Press("-")
	see(t, s, "view j dropped; it was all articles", "!5 articles\n")
	s.Press("esc", "?", "G")
	see(t, s, "' t", "Twilio alone · vendor:Twilio", "!' j")
}

func TestTwoProgramsAgree(t *testing.T) {
	t.Parallel()
	env := environment(t)
	a, b := again(t, env, 100, 30), again(t, env, 100, 30)
	see(t, a, "5 of 5")
	see(t, b, "5 of 5")
	a.Press("s")
	see(t, a, "★ de · 18 Jan")
	b.Press("j", "m")
	see(t, b, "✓ de · 13 Jan")
	b.Press("\x1b[I") // the terminal got the focus
	see(t, b, "★ de · 18 Jan")
	see(t, a, "✓ de · 13 Jan") // after five seconds
}

// TestMarksWithoutAPlace cannot be saved: a file stands where their folder
// should be. They count all the same.
func TestMarksWithoutAPlace(t *testing.T) {
	t.Parallel()
	state := t.TempDir()
	if err := os.WriteFile(filepath.Join(state, "dossier"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := again(t, environment(t, "XDG_STATE_HOME="+state), 160, 30)
	see(t, s, "5 of 5")
	s.Press("s")
	see(t, s, "marks are not being saved in", "They last until you leave", "★")
	s.Press("j", "s")
	see(t, s, "starred; is:starred lists what is", "!not being saved")
	s.Press("!")
	see(t, s, "your marks", "marks are not being saved in")
	s.Press("esc")
	leave(t, s)
}

// TestLookingLeavesNothing opens dossiers without marking anything.
func TestLookingLeavesNothing(t *testing.T) {
	t.Parallel()
	state := t.TempDir()
	env := environment(t, "XDG_STATE_HOME="+state)
	s := again(t, env, 80, 24)
	see(t, s, "5 of 5")
	s.Press("j", "k", "1", "q")
	leave(t, s)
	if out, status := verb(env, "list", "is:unread"); status != 0 {
		t.Error(status, out)
	}
	if left, err := os.ReadDir(state); err != nil || len(left) > 0 {
		t.Errorf("there is %v, %v", left, err)
	}
}

func TestMarksFollowARenamedFile(t *testing.T) {
	t.Parallel()
	dir, env := t.TempDir(), environment(t)
	for _, name := range []string{"a", "b"} {
		text := "---\ntitle: Title " + name + "\nlanguage: en\n---\nThe text of " + name + ".\n"
		if err := os.WriteFile(filepath.Join(dir, name+".md"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s := again(t, env, 80, 24, dir)
	see(t, s, "2 of 2")
	s.Press("s")
	see(t, s, "★")
	leave(t, s)
	if err := os.Rename(filepath.Join(dir, "a.md"), filepath.Join(dir, "z.md")); err != nil {
		t.Fatal(err)
	}
	s = again(t, env, 80, 24, dir)
	see(t, s, "2 of 2", "★")
	leave(t, s)
	if out, status := verb(env, "list", dir, "is:starred"); status != 0 || !strings.HasPrefix(out, "z ") {
		t.Errorf("%d, %s", status, out)
	}
}

func TestNothingIsKeptOfStandardInput(t *testing.T) {
	t.Parallel()
	state := t.TempDir()
	if out, status := verb(environment(t, "XDG_STATE_HOME="+state), "marks", "export", "-"); status != 2 {
		t.Errorf("%d, %s", status, out)
	}
	if left, err := os.ReadDir(state); err != nil || len(left) > 0 {
		t.Errorf("there is %v, %v", left, err)
	}
}
