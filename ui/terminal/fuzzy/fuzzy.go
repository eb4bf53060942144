// Package fuzzy ranks texts by how well they fit a few typed letters, for
// picking one of many. It is stricter than most: letters may be left out only up
// to the next beginning of a word, as in gd for "go to a date", since letters
// strewn over a long title fit nearly anything.
//
// What a query's words find is not its business; that is exact.
package fuzzy

import (
	"strings"

	"dossier/model/fold"
	"dossier/model/query"
)

// Pattern is what was typed, made ready. The zero Pattern fits everything.
type Pattern struct{ words []string }

// New makes a pattern. Each of its words has to fit, in any order; case, accents
// and width are ignored.
func New(typed string) Pattern { return Pattern{strings.Fields(fold.String(typed))} }

// Empty reports whether nothing was typed.
func (p Pattern) Empty() bool { return len(p.words) == 0 }

// Scores of the ways to fit, the best first.
const (
	atStart   = 100 // the text begins with the word
	atWord    = 80  // a word of the text does
	byInitial = 50  // beginnings of several words, one after the other
	within    = 20  // it stands inside a word
)

// Score is how well a text fits; false if it does not.
func (p Pattern) Score(text string) (int, bool) {
	if p.Empty() {
		return 0, true
	}
	text = fold.String(text)
	total := 0
	for _, w := range p.words {
		n := score(text, w)
		if n == 0 {
			return 0, false
		}
		total += n
	}
	// Of texts that fit alike the shorter one is meant.
	return total*100 - min(len(text), 99), true
}

// score is how well one word fits a folded text; 0 if it does not.
func score(text, word string) int {
	if strings.HasPrefix(text, word) {
		return atStart
	}
	inside := 0
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			break
		}
		if starts(text, from+i) {
			return atWord
		}
		inside = within
		from += i + 1
	}
	steps := mostSteps
	if runs(text, 0, word, &steps) {
		return byInitial
	}
	return inside
}

// mostSteps bounds the search for beginnings of words, which may go back.
const mostSteps = 200

// runs reports whether word is made of beginnings of words of text[from:], in
// their order.
func runs(text string, from int, word string, steps *int) bool {
	for i := from; i < len(text) && *steps > 0; i++ {
		if text[i] != word[0] || !starts(text, i) {
			continue
		}
		*steps--
		n := 0
		for n < len(word) && i+n < len(text) && text[i+n] == word[n] {
			n++
		}
		for ; n > 0; n-- {
			if n == len(word) || runs(text, i+n, word[n:], steps) {
				return true
			}
		}
	}
	return false
}

// starts reports whether a word of text begins at byte i.
func starts(text string, i int) bool {
	if i == 0 {
		return true
	}
	before := lastRune(text[:i])
	return !query.InWord(before) || query.Spaceless(before)
}

func lastRune(s string) rune {
	for i := len(s) - 1; ; i-- {
		if i == 0 || s[i]&0xc0 != 0x80 {
			return []rune(s[i:])[0]
		}
	}
}
