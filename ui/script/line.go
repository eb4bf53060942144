package script

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// exits runs the program and holds its exit status against the first argument.
// The others may have escapes in them, which nothing that is said may repeat.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) < 1, "exits STATUS ARGS…")
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

// harmless checks that the output holds nothing that a terminal obeys and
// nothing that hides or turns round what a person reads.
func harmless(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) > 0, "harmless")
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

// shown runs the program for a terminal that it can style, and keeps what it
// writes in a file, and what it tells besides in another: shown FILE ARGS…
func (s Set) shown(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) < 2, "shown FILE ARGS…")
	var out, told bytes.Buffer
	w := World{Out: &out, Errs: &told, Env: s.environment(ts), Terminal: true}
	if status := s.Program(args[1:], w); status != 0 {
		ts.Fatalf("exit status %d", status)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), out.Bytes(), 0o644))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]+".told"), told.Bytes(), 0o644))
}

// fields checks the names in the JSON of standard output against those given,
// one a line: a.b is b in each a.
func fields(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) != 1, "fields FILE")
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
func (s Set) valid(ts *testscript.TestScript, neg bool, args []string) {
	lines := len(args) > 0 && args[0] == "-lines"
	if lines {
		args = args[1:]
	}
	usage(ts, neg || len(args) != 1, "valid [-lines] NAME")
	schema := s.compiled(ts, args[0])
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

func (s Set) compiled(ts *testscript.TestScript, name string) *jsonschema.Schema {
	var out bytes.Buffer
	if status := s.Program([]string{"schema", name}, World{Out: &out, Errs: io.Discard}); status != 0 {
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
