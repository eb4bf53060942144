package markdown

import (
	"strings"
	"testing"

	"charm.land/glamour/v2/ansi"
	xansi "github.com/charmbracelet/x/ansi"

	"dossier/model"
	"dossier/ui/terminal/page/typeset"
)

// laid is a body's lines in a style, and what was found on the way.
func laid(body string, width int, style ansi.StyleConfig) ([]typeset.Line, Found) {
	var s typeset.Setter
	t := New(body, nil, width, &style)
	for t.More(&s, len(body)) {
	}
	return s.Take(), t.Found
}

func shown(body string, width int, style ansi.StyleConfig) string {
	lines, _ := laid(body, width, style)
	return joined(lines)
}

// joined is lines without their looks.
func joined(lines []typeset.Line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(xansi.Strip(l.Text) + "\n")
	}
	return b.String()
}

// TestLayout is what a style without any wish looks like.
func TestLayout(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"one empty line between blocks", "# A\nb\n\n\n\n***\nc\n> d\n", "A\n\nb\n\n──────────\n\nc\n\n│ d\n"},
		{"line breaks", "a\nb\\\nc  \nd<br>e<br><br>f\n", "a b\nc\nd\ne\n\nf\n"},
		{"items hang", "- one two three four five\n- six\n", "• one two three four\n  five\n• six\n"},
		{"numbers stand at the right", "9. a\n10. one two three four five\n", " 9. a\n10. one two three\n    four five\n"},
		{"lists in lists", "- a\n  1. b\n- c\n", "• a\n  1. b\n• c\n"},
		{"tasks", "- [x] a\n- [ ] one two three four five\n", "[x] a\n[ ] one two three\n    four five\n"},
		{"loose items", "- a\n\n  b\n- c\n", "• a\n\n  b\n\n• c\n"},
		{"an item's block beside its marker", "- # a\n- > b\n- ```\n  c\n  ```\n- - d\n-\n- e\n", "• a\n• │ b\n• c\n• • d\n•\n• e\n"},
		{"quotes", "> a\n>\n> > one two three four\n>\n> - b\n", "│ a\n│\n│ │ one two three\n│ │ four\n│\n│ • b\n"},
		{"code keeps its spaces and empty lines", "```\na\n\n\n  b\tc\n```\n", "a\n\n\n  b c\n"},
		{"long code breaks anywhere", "    one two three four five six\n", "one two three four f\nive six\n"},
		{"a table", "|a|bb|\n|-|-:|\n|*c*|d|\n", " a        │      bb\n──────────┼─────────\n c        │       d\n"},
		{"cells side by side", "|a|b|\n|-|-|\n|one two|three four|\n", " a       │ b\n─────────┼──────────\n one two │ three\n         │ four\n"},
		{"a table too wide", "|one|two|three|four|\n|-|-|-|-|\n|a|b||d|\n|e|f|g|h|\n", "one · two · three ·\nfour\n\none: a\ntwo: b\nfour: d\n\none: e\ntwo: f\nthree: g\nfour: h\n"},
		{"definitions", "a\n: one two three four five\n\nb\n: c\n", "a\n  one two three four\n  five\n\nb\n  c\n"},
		{"HTML", "<div>\na <b>b</b>\n<p>c\n</div>\n", "a b\nc\n"},
		{"pictures", "![](a) ![b *c*](d)\n", "[image] [image: b c]\n"},
		{"links without targets", "[a](b) <http://c.d> [e](f \"g\")\n", "a http://c.d e\n"},
		{"Chinese breaks within words, not before a stop", "这是一个很长的句子，。好。\n", "这是一个很长的句\n子，。好。\n"},
		{"French signs keep their spaces", "voici le mot juste « oui » là\n", "voici le mot juste\n« oui » là\n"},
		{"numbers do not break", "on 8 January 2021-01-08\n", "on 8 January\n2021-01-08\n"},
		{"footnotes", "A[^x] b[^1], [^y].\n\n[^1]: One two three four five.\n[^x]: Six\n\n    seven\n\n[^z]: eight\n\n[^x]: nine ten\n", "A[1] b[2], [^y].\n\n[2] One two three\n    four five. ↑\n[1] Six\n\n    seven ↑\n\n[3] eight\n\n[1]: nine ten\n"},
		{"no footnotes", "`[^1]` \\[^1] a\n\n- b [^1]: c\n\n[^1]:\n\n[^2]\n", "[^1] [^1] a\n\n• b [1]: c\n[1]\n\n[^2]\n"},
		{"words too long", strings.Repeat("ab", 15) + " c\n", "abababababababababab\nababababab c\n"},
	} {
		if got := shown(c.body, 20, ansi.StyleConfig{}); got != c.want {
			t.Errorf("%s:\n%s\nwant:\n%s", c.name, got, c.want)
		}
	}
}

// TestStyles: what a style sets beside the text is shown, and lines stay within
// the width whatever its ornaments take.
func TestStyles(t *testing.T) {
	bar, two, none := "┃ ", uint(2), ""
	long := "one two three four five six seven eight"
	for _, c := range []struct {
		name, body, want string
		style            ansi.StyleConfig
	}{
		{"a bar of two cells twice", "> " + long, "┃ ┃ one two three\n┃ ┃ four five six\n┃ ┃ seven eight\n",
			ansi.StyleConfig{BlockQuote: ansi.StyleBlock{IndentToken: &bar, Indent: &two}}},
		{"no bar", "> a b", "a b\n", ansi.StyleConfig{BlockQuote: ansi.StyleBlock{IndentToken: &none}}},
		{"bullets", "- a\n- " + long, " →  a\n →  one two three\n    four five six\n    seven eight\n",
			ansi.StyleConfig{Item: ansi.StylePrimitive{BlockPrefix: " →  "}}},
		{"numbers", "1. a\n", "1) a\n", ansi.StyleConfig{Enumeration: ansi.StylePrimitive{BlockPrefix: ") "}}},
		{"a rule", "a\n\n---\n\nb\n", "a\n\n* * *\n\nb\n", ansi.StyleConfig{HorizontalRule: ansi.StylePrimitive{Format: "\n* * *\n"}}},
		{"a prefix", "## a\n", "## a\n", ansi.StyleConfig{H2: ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Prefix: "## "}}}},
		{"no room for a margin", long, "one two three four\nfive six seven eight\n", ansi.StyleConfig{Document: ansi.StyleBlock{Margin: &two}}},
		{"space around code", "a `b` c", "a  b  c\n", ansi.StyleConfig{Code: ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Prefix: " ", Suffix: " "}}}},
	} {
		if got := shown(c.body, 20, c.style); got != c.want {
			t.Errorf("%s:\n%s\nwant:\n%s", c.name, got, c.want)
		}
	}
}

func TestLooks(t *testing.T) {
	yes, red, blue := true, "#ff0000", "33"
	style := ansi.StyleConfig{
		Emph:   ansi.StylePrimitive{Italic: &yes},
		Strong: ansi.StylePrimitive{Bold: &yes}, LinkText: ansi.StylePrimitive{Underline: &yes},
		CodeBlock: ansi.StyleCodeBlock{Chroma: &ansi.Chroma{Keyword: ansi.StylePrimitive{Color: &red}, LiteralString: ansi.StylePrimitive{Color: &blue, Bold: &yes}}},
	}
	for _, c := range []struct{ body, want string }{
		{"a **b** c", "a \x1b[1mb\x1b[m c"},
		{"***a***", "\x1b[1;3ma\x1b[m"},
		{"*[b.org](http://b.org)*", "\x1b[4;3m\x1b]8;;http://b.org\x1b\\b.org\x1b[m\x1b]8;;\x1b\\"},
		{"```go\nvar a = \"b\"\n```", "\x1b[38;2;255;0;0mvar\x1b[m a = \x1b[1m\x1b[38;2;0;135;255m\"b\"\x1b[m"},
		{"```go\n\tvar\n```", "    \x1b[38;2;255;0;0mvar\x1b[m"},
		{"```unknown\nvar\n```", "var"},
	} {
		lines, _ := laid(c.body, 40, style)
		if len(lines) != 1 || lines[0].Text != c.want {
			t.Errorf("%q: %q, want %q", c.body, lines, c.want)
		}
	}
}

func TestMargins(t *testing.T) {
	two := uint(2)
	style := ansi.StyleConfig{Document: ansi.StyleBlock{Margin: &two}, CodeBlock: ansi.StyleCodeBlock{StyleBlock: ansi.StyleBlock{Margin: &two}}}
	got := shown("one two three four five six\n\n> - one two three four five six\n\n    code\n", 30, style)
	want := "  one two three four five\n  six\n\n  │ • one two three four\n  │   five six\n\n    code\n"
	if got != want {
		t.Errorf("\n%s\nwant\n%s", got, want)
	}
}

// TestStylesDoNotShareColours: Glamour would colour code in the first style that
// it saw for ever.
func TestStylesDoNotShareColours(t *testing.T) {
	for colour, want := range map[string]string{"#ff0000": "255;0;0", "#00ff00": "0;255;0"} {
		style := ansi.StyleConfig{CodeBlock: ansi.StyleCodeBlock{Chroma: &ansi.Chroma{Keyword: ansi.StylePrimitive{Color: &colour}}}}
		lines, _ := laid("```go\nvar\n```\n", 40, style)
		if !strings.Contains(lines[0].Text, "\x1b[38;2;"+want+"m") {
			t.Errorf("%s gives %q", colour, lines[0].Text)
		}
	}
}

// TestSkip leaves blocks out, and the beginning of one, with one empty line between
// those that stay.
func TestSkip(t *testing.T) {
	body := "*kicker*\n# Title\n\nBy Jane Roe\n\ndate 2021-01 One [link][r].\n## Share\n- a\n- b\n\n\n```\ncode\n```\nTwo.\n\n© 2021\n\n[r]: http://a.org\n"
	var skip []model.Passage
	for _, part := range []string{"*kicker*", "# Title", "By Jane Roe", "date 2021-01 ", "## Share", "- a\n- b", "© 2021"} {
		at := strings.Index(body, part)
		skip = append(skip, model.Passage{Start: at, End: at + len(part)})
	}
	style := ansi.StyleConfig{}
	for budget := 1; budget < 2*len(body); budget += 7 {
		var s typeset.Setter
		text := New(body, skip, 40, &style)
		for text.More(&s, budget) {
		}
		lines := s.Take()
		if got, want := joined(lines), "One link.\n\ncode\n\nTwo.\n"; got != want {
			t.Fatalf("budget %d: %q, want %q", budget, got, want)
		}
		if len(text.Headings) > 0 || text.Pos() != len(body) {
			t.Errorf("headings %v, at %d of %d", text.Headings, text.Pos(), len(body))
		}
		if span := lines[0].Spans[0]; body[span.Start:span.End] != "One " && !strings.HasPrefix(body[span.Start:], "One") {
			t.Errorf("the first line shows %q", body[span.Start:span.End])
		}
	}
}
