package markdown

import (
	"slices"
	"strings"
	"testing"
	"time"

	"charm.land/glamour/v2/ansi"
	"github.com/alecthomas/chroma/v2/lexers"

	"dossier/articles/battery"
	"dossier/ui/terminal/page/typeset"
)

// patterns are what lexers stumble over when it is repeated.
var patterns = []string{"-", "0", "'", "\"", "<", "(", "[", "{", "\\", " ", "a = b;", "/*"}

// TestBatteryLexers gives every lexer that Glamour could ask for every pattern, on
// one line and on many: only the languages of the list are coloured, and those soon.
// Two of the others never end.
func TestBatteryLexers(t *testing.T) {
	names := lexers.Names(battery.Whole())
	if len(names) < 250 {
		t.Fatalf("only %d names of languages", len(names))
	}
	size, tried, coloured := battery.Of(250, mostCode-100), 0, map[string]bool{}
	for _, name := range names {
		name, _, _ = strings.Cut(name, " ") // a fence says its language in one word
		known, listed := languages[strings.ToLower(name)]
		most := len(patterns)
		if !listed { // those are all shown in the same way
			most = battery.Of(2, most)
		}
		for _, pattern := range patterns[:most] {
			for _, line := range []int{mostCodeLine - 16, 20} {
				code := lines(pattern, line, size)
				battery.Within(t, 300*time.Millisecond, name+" of "+pattern, func() {
					if isColoured(t, name, code) {
						coloured[known] = true
						if !listed {
							t.Errorf("%q is coloured in %s", code[:20], name)
						}
					}
				})
				tried++
			}
		}
	}
	for _, name := range languages {
		if !coloured[name] {
			t.Errorf("%s is never coloured", name)
		}
	}
	battery.Tried(t, tried, "blocks of code for all lexers")
}

// lines is about size bytes of a pattern, in lines of a length.
func lines(pattern string, length, size int) string {
	line := strings.Repeat(pattern, length/len(pattern)+1)[:length]
	return strings.Repeat(line+"\n", size/(length+1)+1)
}

// isColoured lays out a block of code, and tells whether parts of it have a look;
// its text must be all there.
func isColoured(t *testing.T, language, code string) bool {
	t.Helper()
	red := "1"
	look := ansi.StylePrimitive{Color: &red}
	style := ansi.StyleConfig{CodeBlock: ansi.StyleCodeBlock{Chroma: &ansi.Chroma{
		Text: look, Error: look, Keyword: look, Operator: look, Punctuation: look, Name: look, Literal: look, LiteralNumber: look, LiteralString: look, Comment: look,
	}}}
	set, _ := laid("```"+language+"\n"+code+"```\n", 400, style)
	if got, want := strings.TrimRight(joined(set), " \n"), strings.TrimRight(code, " \n"); squeezed(got) != squeezed(want) {
		t.Fatalf("%s: %q became %q", language, code, got)
	}
	return slices.ContainsFunc(set, func(l typeset.Line) bool { return strings.Contains(l.Text, "\x1b[38;") })
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }
