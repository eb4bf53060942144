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

// Nearest returns the option that word was most likely meant to be; false if it
// is like none. A beginning or a longer form of an option is nearer than any
// slip of the keyboard; but a slip leaves most of a word as it is, and of an
// option as short as id nearly any word is a longer form.
func Nearest(word string, options []string) (option string, ok bool) {
	word = fold.String(shown(word))
	least := (len(word)+1)/2 + 1
	for _, o := range options {
		d := 0
		longer := strings.HasPrefix(word, o) && len(word) <= 2*len(o)
		if !longer && !strings.HasPrefix(o, word) {
			d = distance(word, o)
		}
		if d < least {
			option, least, ok = o, d, true
		}
	}
	return option, ok
}

// meant asks whether word was meant to be an option, or lists what there is. An
// option is named with what stands before and after it in a query.
func meant(word, before, after string, options []string) string {
	if o, ok := Nearest(word, options); ok {
		return "did you mean " + before + o + after + "?"
	}
	named := make([]string, len(options))
	for i, o := range options {
		named[i] = before + o + after
	}
	return "there are " + strings.Join(named, " ")
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
