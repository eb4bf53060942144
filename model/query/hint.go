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

// about is a hint of a token, in which a text is wrong.
func (t token) about(f Fault, text string) Hint {
	return Hint{Start: t.start, End: t.end, Fault: f, Field: t.field, Text: shown(text)}
}

// among is a hint with the option that word was meant to be, or else with all. An
// option is named with what stands before and after it in a query.
func (h Hint) among(word, before, after string, options []string) Hint {
	if o, ok := Nearest(word, options); ok {
		h.Meant = before + o + after
		return h
	}
	for _, o := range options {
		h.Choices = append(h.Choices, before+o+after)
	}
	return h
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
