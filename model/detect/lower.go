package detect

import (
	"unicode"
	"unicode/utf8"
)

// appendLower writes s in lower case, full-width letters narrowed.
func appendLower(dst []byte, s string) []byte {
	for _, r := range s {
		dst = utf8.AppendRune(dst, lower(r))
	}
	return dst
}

// lowered is s in lower case as appendLower writes it: s itself where nothing changes,
// as with most words.
func lowered(s string) string {
	for _, r := range s {
		if lower(r) != r {
			return string(appendLower(make([]byte, 0, len(s)+utf8.UTFMax), s))
		}
	}
	return s
}

// isUncased knows most letters that are lower case or have no case: Cyrillic, Arabic,
// Han, Kana, Hangul.
func isUncased(r rune) bool {
	return r >= 0x430 && r < 0x460 || r >= 0x5d0 && r < 0x10a0 || r >= 0x3000 && r < 0xa000 || r >= 0xac00 && r < 0xd7b0
}

func lower(r rune) rune {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	if isUncased(r) {
		return r
	}
	if r >= 0xff21 && r <= 0xff5a {
		r -= 0xfee0
	}
	return unicode.ToLower(r)
}
