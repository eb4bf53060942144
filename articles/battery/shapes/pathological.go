package shapes

import (
	"fmt"
	"strings"
)

// Pathological is the kinds of input that broke Markdown parsers, as the authors
// of cmark keep them in mind, made by generators of our own.
var Pathological = Set{
	"strong in emphasis":              nested("*a **a ", "b", " a** a*"),
	"closers without openers":         repeated("a_ "),
	"openers without closers":         repeated("_a "),
	"closing brackets":                repeated("a]"),
	"opening brackets":                repeated("[a"),
	"openers and closers that differ": repeated("*a_ "),
	"openers and closers by three":    within("a**b", "c* ", ""),
	"brackets and closers":            repeated("[ a_"),
	"a bracket and its like":          repeated("[ (]("),
	"pictures of nothing":             repeated("![[]()"),
	"brackets in depth":               nested("[", "a", "]"),
	"quotes in depth":                 within("", "> ", "a"),
	"lists in depth":                  counted(func(i int) string { return strings.Repeat("  ", i) + "* a\n" }),
	"runs of backticks":               counted(func(i int) string { return "e" + strings.Repeat("`", i+1) }),
	"links that stay open":            repeated("[a](<b"),
	"links that stay open, bare":      repeated("[a](b"),
	"links that stay open, titled":    repeated("[a](b \"c"),
	"comments that stay open":         within("</", "<!--", ""),
	"instructions that stay open":     within("x", "<?", ""),
	"declarations that stay open":     within("x", "<!A ", ""),
	"sections that stay open":         within("x", "<![CDATA[", ""),
	"comment ends":                    within("<!--", "-->", ""),
	"empty lines in deep lists":       func(n int) string { return upTo(n/2, "- ") + "x" + upTo(n/2, "\n") },
	"empty lines in quoted lists":     func(n int) string { return "> " + upTo(n/2, "- ") + "x\n" + upTo(n/2, ">\n") },
	"emphasis in a deep quote":        func(n int) string { return upTo(n/3, ">") + upTo(2*n/3, "a*") },
	"labels that collide":             counted(func(i int) string { return fmt.Sprintf("[%08x]: u\n[%08X]\n\n", i*0x9e3779b1&0xffffffff, i) }),
	"references to nothing":           within("[1]: u\n\n", "[1][2] ", ""),
	"escaped brackets":                within("[a](", "\\", ")"),
	"entities that stay open":         repeated("&#"),
	"returns and tabs in a table":     repeated("aaa\rbbb\n-\v\n"),
	"a table's first line":            func(n int) string { return upTo(n/2, "|a") + "\n" + upTo(n/2, "|-") },
	"a link in emphasis":              within("", "**x [a*b**c*](d)", ""),
	"footnotes":                       counted(func(i int) string { return fmt.Sprintf("[^%d]: a\n", i) }),
	"NULs in words":                   repeated("abc\x00de\x00"),
}
