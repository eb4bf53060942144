package shapes

import "strings"

// blocks are containers, headings, rules and HTML.
var blocks = Set{
	"quotes on one line":       within("", ">", " a\n"),
	"quote staircase":          counted(func(i int) string { return strings.Repeat(">", i+1) + " a\n" }),
	"flat quotes":              repeated("> a\n\n"),
	"one long quote":           repeated("> a b c\n"),
	"bullets on one line":      within("", "- ", "a\n"),
	"numbers on one line":      within("", "1. ", "a\n"),
	"list staircase":           counted(func(i int) string { return strings.Repeat("  ", i) + "- a\n" }),
	"flat list":                repeated("- a\n"),
	"flat numbers":             repeated("1. a\n"),
	"loose list":               repeated("- a\n\n"),
	"tasks":                    repeated("- [ ] a\n"),
	"lists and quotes":         within("", "- > ", "a\n"),
	"empty lines in an item":   func(n int) string { return upTo(min(n/2, 60), "- ") + "a" + upTo(n, "\n") },
	"definition lists":         repeated("a\n: b\n\n"),
	"nested definitions":       within("a\n", ": ", ""),
	"definitions":              counted(func(i int) string { return "[r" + number(i) + "]: u\n" }),
	"definition, used":         within("[a]: http://b.org/"+strings.Repeat("c", 1900)+"\n\n", "[a] ", ""),
	"definition, a long label": func(n int) string { return "[" + upTo(n, "a") + "]: u\n\n" + upTo(3000, "[x") },
	"definition marks":         repeated("]:"),
	"same headings":            repeated("# a\n"),
	"other headings":           counted(func(i int) string { return "# a" + number(i) + "\n\nb\n\n" }),
	"long heading":             within("# ", "word ", ""),
	"long underlined heading":  within("", "a\n", "===\n"),
	"rules":                    repeated("---\n\n"),
	"empty lines":              repeated("\n"),
	"divisions":                repeated("<div>"),
	"division lines":           repeated("<div>\n\n"),
	"open scripts":             repeated("<script>\n"),
	"open comment lines":       repeated("<!--\n\n"),
}
