package detect

import (
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

// kin gathers the words of the phrases for acts.
func (g *grammar) kinOf() *kin {
	k := &kin{words: map[string]bool{}}
	for _, s := range g.stems {
		for _, p := range slices.Concat(s.exact, s.open) {
			if p.mark&acts == 0 || p.mark&(markBack|markSame) != 0 {
				continue
			}
			for _, slot := range p.words {
				k.add(g, slot)
			}
		}
	}
	slices.Sort(k.fore)
	slices.Sort(k.back)
	k.fore, k.back = slices.Compact(k.fore), slices.Compact(k.back)
	return k
}

func (k *kin) add(g *grammar, s slot) {
	for _, w := range s.any {
		w = strings.Trim(w, "*")
		if utf8.RuneCountInString(w) < kinLetters-1 || isUnspaced(w) {
			continue
		}
		if g.wordMarks(w) == 0 {
			k.words[w] = true
		}
		k.fore, k.back = append(k.fore, w), append(k.back, turned(w))
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
