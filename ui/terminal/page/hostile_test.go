package page

import (
	"fmt"
	"strings"
	"testing"

	"dossier/model"
	"dossier/model/clean"
)

// upTo repeats s to about n bytes.
func upTo(n int, s string) string { return strings.Repeat(s, n/len(s)+1) }

// counted joins what f makes of 0, 1, 2… to about n bytes.
func counted(n int, f func(i int) string) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		b.WriteString(f(i))
	}
	return b.String()
}

// shapes are bodies that hurt one Markdown library or another: deep, wide,
// ambiguous, unfinished or merely endless. Each makes about n bytes.
var shapes = map[string]func(n int) string{
	"quotes on one line":  func(n int) string { return upTo(n, ">") + " a\n" },
	"quote staircase":     func(n int) string { return counted(n, func(i int) string { return strings.Repeat(">", i+1) + " a\n" }) },
	"flat quotes":         func(n int) string { return upTo(n, "> a\n\n") },
	"one long quote":      func(n int) string { return upTo(n, "> a b c\n") },
	"bullets on one line": func(n int) string { return upTo(n, "- ") + "a\n" },
	"numbers on one line": func(n int) string { return upTo(n, "1. ") + "a\n" },
	"list staircase":      func(n int) string { return counted(n, func(i int) string { return strings.Repeat("  ", i) + "- a\n" }) },
	"flat list":           func(n int) string { return upTo(n, "- a\n") },
	"flat numbers":        func(n int) string { return upTo(n, "1. a\n") },
	"loose list":          func(n int) string { return upTo(n, "- a\n\n") },
	"tasks":               func(n int) string { return upTo(n, "- [ ] a\n") },
	"lists and quotes":    func(n int) string { return upTo(n, "- > ") + "a\n" },
	"stars":               func(n int) string { return "a" + upTo(n, "*") + "a\n" },
	"open emphasis":       func(n int) string { return upTo(n, "*a _b ") },
	"nested strong":       func(n int) string { return upTo(n/2, "**a ") + upTo(n/2, "b** ") },
	"nested strikes":      func(n int) string { return upTo(n/2, "~~a ") + upTo(n/2, "b~~ ") },
	"three stars":         func(n int) string { return "a**b" + upTo(n, "c* ") },
	"brackets":            func(n int) string { return upTo(n, "[") },
	"balanced brackets":   func(n int) string { return upTo(n/2, "[") + "a" + upTo(n/2, "]") },
	"open links":          func(n int) string { return upTo(n, "[a](") },
	"open pointed links":  func(n int) string { return upTo(n, "[a](<b") },
	"open images":         func(n int) string { return upTo(n, "![[]()") },
	"nested images":       func(n int) string { return upTo(n/2, "![a") + upTo(n/2, "](u)") },
	"links":               func(n int) string { return upTo(n, "[a](http://b.org/c) ") },
	"link, many targets": func(n int) string {
		return counted(n, func(i int) string { return fmt.Sprintf("[a%d](http://b.org/%d) ", i, i) })
	},
	"definitions":             func(n int) string { return counted(n, func(i int) string { return fmt.Sprintf("[r%d]: u\n", i) }) },
	"definition, used":        func(n int) string { return "[a]: http://b.org/" + strings.Repeat("c", 1900) + "\n\n" + upTo(n, "[a] ") },
	"definition marks":        func(n int) string { return upTo(n, "]:") },
	"backticks":               func(n int) string { return counted(n, func(i int) string { return "e" + strings.Repeat("`", i+1) }) },
	"less-thans":              func(n int) string { return upTo(n, "<") },
	"open comments":           func(n int) string { return "a " + upTo(n, "<!--") },
	"open comment lines":      func(n int) string { return upTo(n, "<!--\n\n") },
	"open tags":               func(n int) string { return "a " + upTo(n, "<a ") },
	"divisions":               func(n int) string { return upTo(n, "<div>") },
	"division lines":          func(n int) string { return upTo(n, "<div>\n\n") },
	"open scripts":            func(n int) string { return upTo(n, "<script>\n") },
	"ampersands":              func(n int) string { return upTo(n, "&") },
	"entities":                func(n int) string { return upTo(n, "&lt;") },
	"stacking entities":       func(n int) string { return "a" + upTo(n, "&#x301;") },
	"backslashes":             func(n int) string { return upTo(n, "\\") },
	"wide table":              func(n int) string { return upTo(n/3, "|a") + "|\n" + upTo(n/3, "|-") + "|\n" + upTo(n/3, "|b") + "|\n" },
	"tall table":              func(n int) string { return "|a|b|c|\n|-|-|-|\n" + upTo(n, "|1|2|3|\n") },
	"table of short rows":     func(n int) string { return upTo(200, "|a") + "|\n" + upTo(200, "|-") + "|\n" + upTo(n, "|x\n") },
	"table of escaped pipes":  func(n int) string { return "|a|b|\n|-|-|\n" + upTo(n, "|`\\|`|`\\|\\|`|\n") },
	"table with a huge cell":  func(n int) string { return "|a|b|\n|-|-|\n|" + upTo(n, "word ") + "|x|\n" },
	"table with a long word":  func(n int) string { return "|a|b|\n|-|-|\n|" + upTo(n, "w") + "|x|\n" },
	"many tables":             func(n int) string { return upTo(n, "|a|b|\n|-|-|\n|c|d|\n\n") },
	"one word":                func(n int) string { return upTo(n, "a") },
	"one line":                func(n int) string { return upTo(n, "word ") },
	"one paragraph":           func(n int) string { return upTo(n, "aaa bbb\n") },
	"paragraphs":              func(n int) string { return upTo(n, "aaa bbb\n\n") },
	"empty lines":             func(n int) string { return upTo(n, "\n") },
	"spaces":                  func(n int) string { return "a" + upTo(n, " ") + "b" },
	"tabs":                    func(n int) string { return "a" + upTo(n, "\t") + "b" },
	"indented code":           func(n int) string { return upTo(n, "\ta\n") },
	"hyphens":                 func(n int) string { return "a" + upTo(n, "-") },
	"Chinese":                 func(n int) string { return upTo(n, "漢字") },
	"Arabic":                  func(n int) string { return upTo(n, "مرحبا ") },
	"families":                func(n int) string { return upTo(n, "👨‍👩‍👧‍👦") },
	"joiners":                 func(n int) string { return "a" + upTo(n, "\u200d") },
	"marks":                   func(n int) string { return "e" + upTo(n, "\u0301") },
	"variation selectors":     func(n int) string { return upTo(n, "\ufe0f ") },
	"flags":                   func(n int) string { return upTo(n, "🇦") },
	"invalid bytes":           func(n int) string { return upTo(n, "\xff\xfe") },
	"same headings":           func(n int) string { return upTo(n, "# a\n") },
	"long heading":            func(n int) string { return "# " + upTo(n, "word ") },
	"long underlined heading": func(n int) string { return upTo(n, "a\n") + "===\n" },
	"code":                    func(n int) string { return "```\n" + upTo(n, "some code line\n") + "```\n" },
	"code on one line":        func(n int) string { return "```\n" + upTo(n, "a") + "\n```\n" },
	"open fences":             func(n int) string { return upTo(n, "```a\n") },
	"coloured code":           func(n int) string { return "```go\n" + upTo(n, "func f() { return \"x\" }\n") + "```\n" },
	"unclosed quotes in code": func(n int) string { return "```python\n" + upTo(n, "\"") + "\n```\n" },
	"code that never ends":    func(n int) string { return upTo(n, "```jungle\n-\n```\n\n```jsonata\n\"\n```\n\n") },
	"addresses":               func(n int) string { return upTo(n, "www.a.b ") },
	"half addresses":          func(n int) string { return upTo(n, "http://") },
	"mail addresses":          func(n int) string { return upTo(n, "a@") },
	"definition lists":        func(n int) string { return upTo(n, "a\n: b\n\n") },
	"nested definitions":      func(n int) string { return "a\n" + upTo(n, ": ") },
	"rules":                   func(n int) string { return upTo(n, "---\n\n") },
}

// TestHostileShapes: every shape ends, keeps all promises, and makes output in
// proportion to its size. Time is not measured; without its limits several of
// these would not end within the hour.
func TestHostileShapes(t *testing.T) {
	for name, shape := range shapes {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sources := [2]int{10_000, 100_000}
			if testing.Short() {
				sources = [2]int{1_000, 10_000}
			}
			sizes := [2]int{}
			for i, n := range sources {
				body := clean.Text(shape(n))
				p := render(body, 60)
				checkPage(t, p, body, 60)
				sizes[i] = bytesOf(p)
				if sizes[i] > 100*n {
					t.Errorf("%d bytes of source make %d bytes of lines", n, sizes[i])
				}
			}
			if sizes[1] > 25*max(sizes[0], 100_000) {
				t.Errorf("ten times the source makes %d times the output", sizes[1]/max(sizes[0], 1))
			}
		})
	}
}

func bytesOf(p *Page) int {
	n := 0
	for _, l := range p.Lines {
		n += len(l.Text) + 16*len(l.Spans) + 40
	}
	return n
}

// TestNarrowWidths: nothing panics, and no line is wider than it may be.
func TestNarrowWidths(t *testing.T) {
	for _, body := range corpus {
		for width := -1; width <= 32; width++ {
			checkPage(t, render(body, width), body, width)
		}
	}
	for name, shape := range shapes {
		body := clean.Text(shape(500))
		for _, width := range []int{1, 2, 20, 21} {
			p := render(body, width)
			if checkPage(t, p, body, width); t.Failed() {
				t.Fatalf("%s at %d", name, width)
			}
		}
	}
}

// TestDeepNestingIsNamed: a limit that was passed is told once.
func TestDeepNestingIsNamed(t *testing.T) {
	body := upTo(100, ">") + " a\n\nBetween\n\n" + upTo(100, ">") + " b\n"
	p := render(body, 60)
	if len(p.Notices) != 1 || !strings.Contains(p.Notices[0], "nested too deep") {
		t.Errorf("notices %q", p.Notices)
	}
	if !strings.Contains(shown(p), "Between\n") {
		t.Errorf("the blocks around are lost:\n%s", shown(p))
	}
}

func TestPlainTextIsNoMarkdown(t *testing.T) {
	body := "# no heading\n* no *list*\n\n    indented &amp; kept\n"
	p := Render(t.Context(), model.Text{Body: body, Markup: model.Plain}, Options{Width: 60, Style: testStyle()})
	checkPage(t, p, body, 60)
	if got := shown(p); got != body {
		t.Errorf("%q became %q", body, got)
	}
}

// TestMarksDoNotStack: neither entities nor text that was never cleaned pile
// marks on one letter, over the lines above.
func TestMarksDoNotStack(t *testing.T) {
	for body, most := range map[string]int{
		"a" + upTo(500, "&#x301;"):         1,
		"e" + upTo(500, "\u0301"):          32,
		"# e" + upTo(500, "\u0301&#x301;"): 32,
	} {
		run := 0
		for _, r := range shown(render(body, 60)) {
			if run++; r != 0x301 {
				run = 0
			}
			if run > most {
				t.Fatalf("more than %d marks in a row from %.20q", most, body)
			}
		}
	}
}
