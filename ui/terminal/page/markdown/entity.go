package markdown

import (
	"html"
	"strings"
	"unicode/utf8"

	"dossier/model/clean"
)

// longestEntity is the longest name there is, CounterClockwiseContourIntegral,
// with & and ;.
const longestEntity = 33

// entity decodes the entity that s begins with: how long it is and what it
// stands for; 0 if there is none that may be shown. One for a control stays as
// it is written, so that an article about them can be read.
func entity(s string) (n int, shown string) {
	end := strings.IndexByte(s[:min(len(s), longestEntity)], ';')
	if end < 2 {
		return 0, ""
	}
	written := s[:end+1]
	shown = html.UnescapeString(written)
	if shown == written || strings.HasSuffix(shown, ";") && len(shown) > 1 {
		return 0, ""
	}
	for _, r := range shown {
		if r == '\n' || r == '\t' || clean.Forbidden(r) {
			return 0, ""
		}
	}
	return len(written), shown
}

// stacks reports whether a decoded entity would stand on the character before.
func stacks(shown string) bool {
	r, _ := utf8.DecodeRuneInString(shown)
	return clean.Stacks(r)
}
