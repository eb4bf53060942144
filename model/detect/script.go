package detect

import "unicode"

// class says how the letters of a script stand together.
type class uint8

const (
	none     class = iota // no letter: a boundary of words
	spaced                // words with spaces between them: Latin, Cyrillic, Arabic, …
	kana                  // Katakana: a run of it is a word
	hangul                // words with spaces, particles glued to names
	unspaced              // no spaces: Han, Hiragana, Thai, Lao, Khmer, Burmese, Tibetan
)

// classOf classifies a rune. Digits and marks belong to words.
func classOf(r rune) class {
	switch {
	case r < 0x80:
		if 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9' || r == '_' {
			return spaced
		}
		return none
	case r >= 0x0e00 && r <= 0x0eff, r >= 0x0f00 && r <= 0x0fff, r >= 0x1000 && r <= 0x109f, r >= 0x1780 && r <= 0x17ff:
		return unspaced
	case r >= 0x3041 && r <= 0x309f, r == '々', r == '〇':
		return unspaced
	case r >= 0x30a1 && r <= 0x30fa, r == 'ー', r >= 0xff66 && r <= 0xff9f:
		return kana
	case r >= 0x3400 && r <= 0x9fff, r >= 0xf900 && r <= 0xfaff, r >= 0x20000 && r <= 0x3ffff:
		return unspaced
	case r >= 0xac00 && r <= 0xd7a3, r >= 0x1100 && r <= 0x11ff:
		return hangul
	case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsDigit(r):
		return spaced
	}
	return none
}

func isWordRune(r rune) bool { return classOf(r) != none }
