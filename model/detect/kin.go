package detect

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"
)

// kin knows the words of acts, so that one that no phrase has can be told by what it
// shares with them: hinausgeschmissen with rausgeschmissen, verbannte with verbannt.
type kin struct {
	words map[string]bool // that stand in phrases for acts and mean nothing by themselves
	fore  []string        // all of them, in order
	back  []string        // turned round, in order
}

const (
	kinLetters = 5 // how many letters two words of one kin share at least
	kinShare   = 0.6
)

// kinOf gathers the words of the phrases for acts.
func (g *grammar) kinOf() *kin {
	k, seen := &kin{words: map[string]bool{}}, map[string]bool{}
	for list := range g.actWords() {
		for _, w := range list {
			if w = strings.Trim(w, "*"); !seen[w] && utf8.RuneCountInString(w) >= kinLetters-1 && !isUnspaced(w) {
				seen[w] = true
				k.fore, k.back = append(k.fore, w), append(k.back, turned(w))
				k.words[w] = g.wordMarks(w) == 0
			}
		}
	}
	slices.Sort(k.fore)
	slices.Sort(k.back)
	return k
}

// actWords calls yield with the alternatives in phrases for acts, each list once.
func (g *grammar) actWords() iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		seen := map[*string]bool{}
		for _, s := range g.stems {
			for _, p := range slices.Concat(s.exact, s.open) {
				if p.mark&acts == 0 || p.mark&(markBack|markSame) != 0 {
					continue
				}
				for _, slot := range p.words {
					if first := &slot.any[0]; !seen[first] {
						seen[first] = true
						if !yield(slot.any) {
							return
						}
					}
				}
			}
		}
	}
}

func turned(w string) string {
	r := []rune(w)
	slices.Reverse(r)
	return string(r)
}

// near reports a word that shares most of its letters, from the front or the back,
// with one of an act.
func (k *kin) near(w string) bool {
	return akin(k.fore, w) || akin(k.back, turned(w))
}

// akin looks at the words beside the place that one would have among others.
func akin(sorted []string, w string) bool {
	at, _ := slices.BinarySearch(sorted, w)
	for i := max(0, at-1); i < min(len(sorted), at+1); i++ {
		n := shared(sorted[i], w)
		if long := max(utf8.RuneCountInString(w), utf8.RuneCountInString(sorted[i])); n >= kinLetters && float64(n) >= kinShare*float64(long) {
			return true
		}
	}
	return false
}

// shared is how many letters two words begin with alike.
func shared(a, b string) (n int) {
	for len(a) > 0 && len(b) > 0 {
		x, size := utf8.DecodeRuneInString(a)
		if y, _ := utf8.DecodeRuneInString(b); x != y {
			break
		}
		a, b = a[size:], b[size:]
		n++
	}
	return n
}
