package detect

import (
	"bytes"
	"strings"
	"sync"
	"unicode/utf8"

	"dossier/model/fold"
)

// trait is what a word says about people, as bits.
type trait uint16

const (
	isGiven trait = 1 << iota
	isWeak        // a given name that is a common word too
	isRole
	isSpeech
	isParticleOfName
	isSuffix
	isNever
	isStopper
	isSoft
	isBefore
	isAfter
)

var traitNames = map[string]trait{
	"weak": isWeak, "role": isRole, "verb": isSpeech, "particle": isParticleOfName,
	"suffix": isSuffix, "never": isNever, "stop": isStopper, "soft": isSoft, "before": isBefore, "after": isAfter,
}

// peopleLexicon is keyed by folded words.
type peopleLexicon struct {
	traits map[string]trait
	roles  map[string]bool // endings of roles: Konzern-chefin
	tails  [1 << 10]uint64 // a set of the endings' tails
	firms  map[string]bool // two words with a space between
	// sure are the weak given names that are no common words of a language.
	sure map[string]map[string]bool
	// known are family names in the nominative that need no other witness.
	known map[string]bool
	heads map[string]bool // their first two letters, which spare the rest the look-up
}

var peopleWords = sync.OnceValue(func() *peopleLexicon {
	l := &peopleLexicon{traits: make(map[string]trait, 8<<10), roles: map[string]bool{}, firms: map[string]bool{}, sure: map[string]map[string]bool{}, known: map[string]bool{}, heads: map[string]bool{}}
	for name := range givenNames() {
		l.traits[fold.String(name)] |= isGiven
	}
	entries("people.txt", func(entry string) {
		section, list, _ := strings.Cut(entry, ":")
		if section == "firm" {
			for name := range strings.SplitSeq(list, ";") {
				l.firms[fold.String(strings.TrimSpace(name))] = true
			}
			return
		}
		if section == "known" {
			for _, w := range strings.Fields(list) {
				w = fold.String(w)
				l.known[w] = true
				l.heads[w[:headOf(w)]] = true
			}
			return
		}
		if langs, ok := strings.CutPrefix(section, "sure "); ok {
			l.addSure(strings.Fields(langs), strings.Fields(list))
			return
		}
		for _, w := range strings.Fields(list) {
			l.add(traitNames[section], w)
		}
	})
	return l
})

// headOf is where the first two letters of a word end.
func headOf[T string | []byte](w T) int {
	n := 0
	for range 2 {
		_, size := utf8.DecodeRuneInString(string(w[n:min(n+utf8.UTFMax, len(w))]))
		n += size
	}
	return n
}

func (l *peopleLexicon) addSure(langs, names []string) {
	for _, lang := range langs {
		l.sure[lang] = map[string]bool{}
		for _, w := range names {
			l.sure[lang][fold.String(w)] = true
		}
	}
}

func (l *peopleLexicon) add(t trait, word string) {
	if ending, ok := strings.CutPrefix(word, "-"); ok {
		l.roles[ending] = true
		h := tailOf(ending)
		l.tails[h>>6] |= 1 << (h & 63)
		word = ending
	}
	l.traits[fold.String(word)] |= t
}

// of returns the traits of a folded word. A compound is what its last part is.
func (l *peopleLexicon) of(key []byte) trait {
	t := l.traits[string(key)]
	if t&(isRole|isGiven) != 0 || len(key) < 6 {
		return t
	}
	if i := bytes.LastIndexByte(key, '-'); i > 0 && l.traits[string(key[i+1:])]&isRole != 0 {
		return t | isRole
	}
	if t == 0 && l.isFormer(key) {
		return isRole
	}
	if h := tailOf(key); l.tails[h>>6]&(1<<(h&63)) == 0 {
		return t
	}
	for i := max(1, len(key)-longestRole); i+4 <= len(key); i++ {
		if l.roles[string(key[i:])] {
			return t | isRole
		}
	}
	return t
}

// isFormer reports a role with what says that it is over or a second one:
// exdirector, wiceminister.
func (l *peopleLexicon) isFormer(key []byte) bool {
	for _, before := range [...]string{"ex", "vice", "wice", "vize", "экс", "вице", "віце", "екс", "co", "sub", "eks"} {
		if rest, ok := bytes.CutPrefix(key, []byte(before)); ok && len(rest) > 4 && l.traits[string(rest)]&isRole != 0 {
			return true
		}
	}
	return false
}

// tailOf hashes the last three bytes of a word, which spares most words the
// look-up of every ending.
func tailOf[T string | []byte](w T) uint16 {
	n := len(w)
	return (uint16(w[n-1])*31+uint16(w[n-2]))*31 + uint16(w[n-3])
}

// longestRole bounds the endings that are looked up, in bytes.
const longestRole = 18

// foldInto writes the folded form of s over dst.
func foldInto(dst []byte, s string) []byte {
	dst = dst[:0]
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		dst = fold.Append(dst, r)
		i += n
	}
	return dst
}
