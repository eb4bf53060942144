package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/model/clean"
	"dossier/model/fold"
)

// looksLikeField reports that a reader who typed name:value meant a field. A
// link, a time of day and a word at a colon are text.
func looksLikeField(name, value string) bool {
	return isName(name) && value != "" && !strings.HasPrefix(value, "//") && value[0] != ':'
}

func isName(s string) bool {
	return utf8.RuneCountInString(s) > 1 && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

// maxShown bounds, in runes, what a hint repeats of the typed text.
const maxShown = 32

func shown(s string) string {
	runes := []rune(clean.Line(s))
	if len(runes) > maxShown {
		return string(runes[:maxShown-1]) + "…"
	}
	return string(runes)
}

// nearest returns the option that word was most likely meant to be. A beginning
// or a longer form of an option is nearer than any slip of the keyboard.
func nearest(word string, options []string) string {
	word = fold.String(shown(word))
	best, least := "", maxShown*utf8.UTFMax
	for _, o := range options {
		d := 0
		if !strings.HasPrefix(o, word) && !strings.HasPrefix(word, o) {
			d = distance(word, o)
		}
		if d < least {
			best, least = o, d
		}
	}
	return best
}

// distance is how many bytes have to be put in or left out to make b of a. To
// replace one counts as both, so that autor is nearer to author than to actor.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			least := min(row[j], row[j+1]) + 1
			if a[i] == b[j] {
				least = diagonal
			}
			diagonal, row[j+1] = row[j+1], least
		}
	}
	return row[len(b)]
}
