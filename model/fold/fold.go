// Package fold says which letters count as the same: it takes away case,
// accents and width, so that what a reader types finds what an article says.
// Typographic apostrophes and hyphens become the ones on a keyboard.
//
// It does not stem words and it does not transliterate scripts. Where words
// begin and end is the business of package query.
package fold

import (
	"unicode/utf8"
)

// String folds s. Folding twice changes nothing. Texts that Unicode calls
// canonically equivalent fold to the same, if no letter has more than the few
// marks that package clean lets through.
func String(s string) string {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf && !upper(s[i]) {
		i++
	}
	if i == len(s) {
		return s
	}
	out := make([]byte, i, len(s)+8)
	copy(out, s[:i])
	return string(AppendString(out, s[i:]))
}

// AppendString adds s, folded, to dst.
func AppendString(dst []byte, s string) []byte {
	t := letters()
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if upper(c) {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		dst = t.append(dst, r)
		i += n
	}
	return dst
}

func upper(c byte) bool { return 'A' <= c && c <= 'Z' }

// Append adds the folded form of one rune to dst: none for an accent that
// stands by itself, several for a ligature. A part of a Hangul syllable or a
// Kana voice mark joins the letter that dst ends with.
func Append(dst []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return append(dst, byte(r))
	}
	return letters().append(dst, r)
}
