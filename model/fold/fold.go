// Package fold says which letters count as the same: it takes away case,
// accents and width, so that what a reader types finds what an article says.
//
// It does not stem words and it does not transliterate scripts.
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// String folds s. Folding twice changes nothing.
func String(s string) string {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf && (s[i] < 'A' || s[i] > 'Z') {
		i++
	}
	if i == len(s) {
		return s
	}
	out := make([]byte, i, len(s)+8)
	copy(out, s[:i])
	for _, r := range s[i:] {
		out = Append(out, r)
	}
	return string(out)
}

// Append adds the folded form of one rune to dst: none for an accent that
// stands by itself, several for a ligature.
func Append(dst []byte, r rune) []byte {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return append(dst, byte(r))
	case r == 'ß', r == 'ẞ':
		return append(dst, "ss"...)
	case isAccent(r):
		return dst
	}
	return appendSlow(dst, r)
}

func appendSlow(dst []byte, r rune) []byte {
	var kept []byte
	for _, d := range norm.NFKD.String(string(unicode.ToLower(r))) {
		if !isAccent(d) {
			kept = utf8.AppendRune(kept, simple(unicode.ToLower(d)))
		}
	}
	// Kana and Hangul come apart above and are put together again here: their
	// parts are letters, not accents.
	return norm.NFC.Append(dst, kept...)
}

// simple maps the few letters that differ from a plain one by a stroke or a
// position, which Unicode does not decompose.
func simple(r rune) rune {
	switch r {
	case 'ø':
		return 'o'
	case 'ł':
		return 'l'
	case 'đ':
		return 'd'
	case 'ı':
		return 'i'
	case 'ς':
		return 'σ'
	}
	return r
}

// isAccent reports marks that readers leave out when they type: the general
// diacritics, Hebrew points and Arabic vowel signs. Vowel signs of Indic
// scripts and Thai are letters to their readers and stay.
func isAccent(r rune) bool {
	switch {
	case r < 0x300:
		return false
	case r <= 0x36f,
		r >= 0x0591 && r <= 0x05c7 && unicode.Is(unicode.Mn, r),
		r >= 0x064b && r <= 0x065f, r == 0x0670, r == 0x0640:
		return true
	}
	return false
}

// Spans returns where needle, already folded, stands in s: byte ranges of s, in
// order, not overlapping. Nothing is found for an empty needle.
func Spans(s, needle string) [][2]int {
	if needle == "" {
		return nil
	}
	folded, at := mapped(s)
	var spans [][2]int
	for from := 0; ; {
		i := strings.Index(folded[from:], needle)
		if i < 0 {
			return spans
		}
		start, end := from+i, from+i+len(needle)
		spans = append(spans, [2]int{at[start], sourceEnd(s, at, end)})
		from = end
	}
}

// sourceEnd is where the source of the folded byte before end stops, accents
// that follow included.
func sourceEnd(s string, at []int, end int) int {
	last := at[end-1]
	_, n := utf8.DecodeRuneInString(s[last:])
	stop := last + n
	for stop < len(s) {
		r, n := utf8.DecodeRuneInString(s[stop:])
		if !isAccent(r) {
			break
		}
		stop += n
	}
	return stop
}

// mapped folds s and tells for each byte of the result where its rune starts
// in s.
func mapped(s string) (folded string, at []int) {
	out := make([]byte, 0, len(s))
	at = make([]int, 0, len(s))
	for i, r := range s {
		out = Append(out, r)
		for len(at) < len(out) {
			at = append(at, i)
		}
	}
	return string(out), at
}
