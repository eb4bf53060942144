package query

import (
	"unicode"
	"unicode/utf8"
)

// boundary reports that a word may begin or end at byte i of s. Words are runs
// of letters and digits; scripts that put no space between words, or not between
// all, have a boundary before each of their letters.
func boundary(s string, i int) bool {
	if i == 0 || i == len(s) {
		return true
	}
	if s[i-1] < utf8.RuneSelf && s[i] < utf8.RuneSelf {
		return !InWord(rune(s[i-1])) || !InWord(rune(s[i]))
	}
	next, _ := utf8.DecodeRuneInString(s[i:])
	if unicode.Is(unicode.M, next) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s[:i])
	return !InWord(last) || !InWord(next) || Spaceless(last) || Spaceless(next)
}

// InWord reports letters, digits and marks: what words are runs of.
func InWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z'
	}
	return unicode.In(r, unicode.L, unicode.N, unicode.M)
}

// Spaceless reports letters and marks of scripts that do not part words, and
// those of Hangul, which joins nouns, and particles to them: what is sought may
// stand inside what spaces part.
func Spaceless(r rune) bool {
	switch {
	case r < 0x0e00, r > 0x1fff && r < 0x3000:
		return false
	case r == 'ー': // of both Kana
		return true
	case isHangul(r):
		return true
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

func isHangul(r rune) bool { return r >= 0xac00 && r <= 0xd7a3 }
