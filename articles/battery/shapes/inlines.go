package shapes

import (
	"strconv"
	"strings"
)

func number(i int) string { return strconv.Itoa(i) }

// inlines are emphasis, links, addresses and tags within text.
var inlines = Set{
	"stars":                 within("a", "*", "a\n"),
	"open emphasis":         repeated("*a _b "),
	"one kind of emphasis":  repeated("*a "),
	"strong, open":          repeated("**a "),
	"nested emphasis":       nested("*a _b ", "", "b_ a* "),
	"nested strong":         nested("**a ", "", "b** "),
	"open strikes":          repeated("~~a "),
	"nested strikes":        nested("~~a ", "", "b~~ "),
	"three stars":           within("a**b", "c* ", ""),
	"brackets":              repeated("["),
	"closed brackets":       repeated("]"),
	"balanced brackets":     nested("[", "a", "]"),
	"open links":            repeated("[a]("),
	"open pointed links":    repeated("[a](<b"),
	"open images":           repeated("![[]()"),
	"brackets in brackets":  repeated("[ (]("),
	"nested images":         nested("![a", "", "](u)"),
	"links to many targets": counted(func(i int) string { return "[a" + number(i) + "](http://b.org/" + number(i) + ") " }),
	"backticks":             counted(func(i int) string { return "e" + strings.Repeat("`", i+1) }),
	"pairs of backticks":    repeated("a``b`"),
	"less-thans":            repeated("<"),
	"open comments":         within("a ", "<!--", ""),
	"open instructions":     within("a ", "<?", ""),
	"open sections":         within("a ", "<![CDATA[", ""),
	"open declarations":     within("a ", "<!A ", ""),
	"open tags":             within("a ", "<a ", ""),
	"tags in text":          within("a ", "<b>x</b>", ""),
	"ampersands":            repeated("&"),
	"entities":              repeated("&lt;"),
	"stacking entities":     within("a", "&#x301;", ""),
	"backslashes":           repeated("\\"),
	"addresses":             repeated("www.a.b "),
	"an address, broken":    repeated("www."),
	"addresses of the web":  repeated("http://a.b "),
	"half addresses":        repeated("http://"),
	"mail addresses":        repeated("a@"),
	"an address, dotted":    repeated("a."),
}
