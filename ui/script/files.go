package script

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// unescape writes a file with its \x1b, \u202e and so on made true, so that no
// script holds them: unescape FROM TO. The name of the copy may have some too.
func unescape(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) != 2, "unescape FROM TO")
	ts.Check(os.WriteFile(ts.MkAbs(made(ts, args[1])), []byte(made(ts, ts.ReadFile(args[0]))), 0o644))
}

// made is a text with its escapes made true.
func made(ts *testscript.TestScript, s string) string {
	text, err := strconv.Unquote(`"` + strings.NewReplacer("\n", `\n`, `"`, `\"`).Replace(s) + `"`)
	ts.Check(err)
	return text
}

// many writes a folder of articles after a pattern, in which {n} is a number and
// {day} one of a month: many FOLDER FIRST COUNT PATTERN.
func many(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) != 4, "many FOLDER FIRST COUNT PATTERN")
	first, err := strconv.Atoi(args[1])
	ts.Check(err)
	count, err := strconv.Atoi(args[2])
	ts.Check(err)
	pattern := ts.ReadFile(args[3])
	ts.Check(os.MkdirAll(ts.MkAbs(args[0]), 0o755))
	for n := first; n < first+count; n++ {
		name := filepath.Join(ts.MkAbs(args[0]), fmt.Sprintf("n%05d.md", n))
		ts.Check(os.WriteFile(name, []byte(numbered(pattern, n)), 0o644))
	}
}

func numbered(pattern string, n int) string {
	return strings.NewReplacer("{n}", fmt.Sprint(n), "{day}", fmt.Sprintf("%02d", 1+n%28)).Replace(pattern)
}

var repeated = regexp.MustCompile(`(?m)^([0-9]+)× (.*)\n`)

// repeat writes a file whose lines "60× TEXT" stand in it so often, each with
// its number for {n}: repeat FROM TO. A \n in one is the end of a line.
func repeat(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) != 2, "repeat FROM TO")
	text := repeated.ReplaceAllStringFunc(ts.ReadFile(args[0]), func(line string) string {
		parts := repeated.FindStringSubmatch(line)
		count, err := strconv.Atoi(parts[1])
		ts.Check(err)
		var b strings.Builder
		for n := range count {
			b.WriteString(numbered(strings.ReplaceAll(parts[2], `\n`, "\n"), n) + "\n")
		}
		return b.String()
	})
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(text), 0o644))
}

// empty checks that a folder is there with nothing in it.
func empty(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, len(args) != 1, "[!] empty FOLDER")
	left, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	if neg == (len(left) == 0) {
		ts.Fatalf("in %s there is %v", args[0], left)
	}
}

// truncate cuts the one file that a pattern matches: truncate PATTERN BYTES.
func truncate(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) != 2, "truncate PATTERN BYTES")
	size, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	files, err := filepath.Glob(ts.MkAbs(args[0]))
	ts.Check(err)
	if len(files) != 1 {
		ts.Fatalf("%s is %q", args[0], files)
	}
	ts.Check(os.Truncate(files[0], size))
}
