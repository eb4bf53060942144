package links

import (
	"strings"
	"unicode"
)

// Span is a link in a text without markup.
type Span struct {
	URL        string
	Start, End int // in the text
}

var schemes = [...]string{"https://", "http://", "mailto:"}

// InText finds the addresses in text without markup. What closes a sentence or a
// bracket is not part of one.
func InText(text string) []Span {
	var all []Span
	for from := 0; ; {
		at, scheme := next(text[from:])
		if at < 0 {
			return all
		}
		start := from + at
		end := start + length(text[start:])
		from = end
		if end > start+len(scheme) {
			all = append(all, Span{text[start:end], start, end})
		}
	}
}

// next is where the next address begins; -1 if none does.
func next(s string) (at int, scheme string) {
	at = -1
	for _, known := range schemes {
		if i := strings.Index(s, known); i >= 0 && (at < 0 || i < at) {
			at, scheme = i, known
		}
	}
	return at, scheme
}

func length(s string) int {
	n := strings.IndexFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("<>\"“”«»", r)
	})
	if n < 0 {
		n = len(s)
	}
	address := strings.TrimRight(s[:n], ".,;:!?'’…")
	if strings.HasSuffix(address, ")") && !strings.Contains(address, "(") {
		address = strings.TrimRight(strings.TrimSuffix(address, ")"), ".,;:!?")
	}
	return max(len(address), len("mailto:"))
}
