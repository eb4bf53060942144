package detect

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// titles are words to be looked for at every place of a text without spaces.
type titles struct {
	byFirst map[rune][]string
	first   [1 << 10]uint64 // a set of the low 16 bits of first runes
	pairs   [1 << 10]uint64 // a set of what the first two runes hash to
}

// titlesOf is keyed by a language and a section of uncased.txt, with a space
// between.
var titlesOf = sync.OnceValue(func() map[string]*titles {
	all := map[string]*titles{
		"zh behind": newTitles(behindHan[:]),
		"zh speech": newTitles(speechHan[:]),
		"ko behind": newTitles(behindHangul[:]),
	}
	for lang, lexicon := range uncasedWords() {
		for _, section := range [...]string{"role", "known", "after"} {
			if len(lexicon[section]) == 0 {
				continue
			}
			all[lang+" "+section] = newTitles(nil)
			for w := range lexicon[section] {
				all[lang+" "+section].add(w)
			}
		}
	}
	return all
})

func newTitles(words []string) *titles {
	t := &titles{byFirst: map[rune][]string{}}
	for _, w := range words {
		t.add(w)
	}
	return t
}

func (t *titles) add(w string) {
	r, n := utf8.DecodeRuneInString(w)
	t.byFirst[r] = append(t.byFirst[r], w)
	t.first[uint16(r)>>6] |= 1 << (r & 63)
	if n == len(w) { // any rune may follow
		for i := range t.pairs {
			t.pairs[i] = ^uint64(0)
		}
		return
	}
	next, _ := utf8.DecodeRuneInString(w[n:])
	h := pairOf(r, next)
	t.pairs[h>>6] |= 1 << (h & 63)
}

func (t *titles) mayBegin(r rune) bool { return t.first[uint16(r)>>6]&(1<<(r&63)) != 0 }

func pairOf(r, next rune) uint16 { return uint16(r)*31 + uint16(next) }

// begins reports whether one of the words stands at the beginning of s.
func (t *titles) begins(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return t != nil && t.at(s, r, n) != ""
}

// at returns the longest word at the beginning of s, which is the rune r of n bytes
// and what follows; "" for none.
func (t *titles) at(s string, r rune, n int) (longest string) {
	if !t.mayBegin(r) {
		return ""
	}
	next, _ := utf8.DecodeRuneInString(s[n:])
	if h := pairOf(r, next); t.pairs[h>>6]&(1<<(h&63)) == 0 {
		return ""
	}
	for _, w := range t.byFirst[r] {
		if len(w) > len(longest) && strings.HasPrefix(s, w) {
			longest = w
		}
	}
	return longest
}
