package detect

import "unicode/utf8"

// initials is a set of first characters, as bits of their codes: most phrases
// that start with a common word are ruled out by how the next words begin,
// without a look at their own words.
type initials uint64

// anyInitial stands for words of which only the end is known.
const anyInitial = ^initials(0)

func initialOf(word string) initials {
	r, _ := utf8.DecodeRuneInString(word)
	return 1 << (r & 63)
}

// initials is what the words of a slot may begin with.
func (s slot) initials() (all initials) {
	for _, w := range s.any {
		if w == "" || w[0] == '*' {
			return anyInitial
		}
		all |= initialOf(w)
	}
	return all
}

// ahead is how the words after each token begin.
type ahead struct{ words []initials }

func (a *ahead) read(ts []token) {
	a.words = a.words[:0]
	for i := range ts {
		a.words = append(a.words, initialOf(ts[i].low))
	}
}

// behind returns how the word right behind token i begins, and how those within
// reach of a gap do.
func (a *ahead) behind(i int) (next, reach initials) {
	rest := a.words[i+1 : min(len(a.words), i+1+maxGap)]
	if len(rest) > 0 {
		next = rest[0]
	}
	for _, w := range rest {
		reach |= w
	}
	return next, reach
}

// allow reports whether a phrase's second word may stand there.
func (p *phrase) allow(next, reach initials) bool {
	return p.second == 0 || p.second&next != 0 || p.gap && p.second&reach != 0
}
