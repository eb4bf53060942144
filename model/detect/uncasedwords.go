package detect

import (
	"strings"
	"sync"
	"unicode"
)

// uncasedLexicon is what uncased.txt says of one language: its sections, such as
// "given" and "role", as sets of words.
type uncasedLexicon map[string]map[string]bool

var uncasedWords = sync.OnceValue(func() map[string]uncasedLexicon {
	all := map[string]uncasedLexicon{}
	entries("uncased.txt", func(entry string) {
		head, list, _ := strings.Cut(entry, ":")
		lang, section, _ := strings.Cut(head, " ")
		if all[lang] == nil {
			all[lang] = uncasedLexicon{}
		}
		if all[lang][section] == nil {
			all[lang][section] = map[string]bool{}
		}
		for w := range strings.FieldsSeq(list) {
			if section != "known" { // looked for as they stand
				w = plainLetters(w)
			}
			all[lang][section][w] = true
		}
	})
	for _, l := range all {
		for _, other := range [...]string{"stop", "end", "said", "role"} {
			for w := range l[other] {
				delete(l["given"], w)
			}
		}
	}
	return all
})

// uncasedOf is the lexicon of a language; nil if it has none.
func uncasedOf(lang string) uncasedLexicon { return uncasedWords()[lang] }

func (l uncasedLexicon) is(section, word string) bool { return l[section][word] }

// plainLetters writes the letters alike that Arabic and Persian spell in several
// ways, and leaves signs for vowels out.
func plainLetters(w string) string {
	if isASCII(w) {
		return w
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == 'أ', r == 'إ', r == 'آ', r == 'ٱ':
			return 'ا'
		case r == 'ی':
			return 'ي'
		case r == 'ة':
			return 'ه'
		case r == 'ک':
			return 'ك'
		case r == '״', r == '”', r == '“':
			return '"'
		case r == '׳', r == '’':
			return '\''
		case r == 'ـ', r == '\u200c', unicode.Is(unicode.Mn, r):
			return -1
		}
		return r
	}, w)
}
