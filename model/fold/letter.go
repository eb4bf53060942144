package fold

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// table holds the folded forms of the scripts with case and accents: to look a
// letter up takes a tenth of the time that decomposing it does.
type table struct {
	low  [lowEnd - lowStart]entry   // Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic
	high [highEnd - highStart]entry // Latin and Greek with several accents
}

const (
	lowStart, lowEnd   = 0x80, 0x700
	highStart, highEnd = 0x1e00, 0x2000
)

// entry is the folded form of one rune; of a mark that may join the letter
// before it n is marks.
type entry struct {
	n uint8
	b [5]byte
}

const marks = 0xff

func (e *entry) append(dst []byte, r rune) []byte {
	if e.n == marks {
		return appendDecomposed(dst, r)
	}
	return append(dst, e.b[:e.n]...)
}

// letters makes the table, in a third of a millisecond, at the first letter
// that needs it.
var letters = sync.OnceValue(func() *table {
	t := new(table)
	fill(t.low[:], lowStart)
	fill(t.high[:], highStart)
	return t
})

func fill(entries []entry, first rune) {
	var folded []byte
	for i := range entries {
		folded = appendDecomposed(folded[:0], first+rune(i))
		entries[i].n = uint8(copy(entries[i].b[:], folded))
		if len(folded) > 0 && joinsBack(folded) {
			entries[i].n = marks
		}
	}
}

// append adds the folded form of a rune that is not ASCII.
func (t *table) append(dst []byte, r rune) []byte {
	switch {
	case r < lowEnd:
		return t.low[r-lowStart].append(dst, r)
	case unchanged(r):
		return utf8.AppendRune(dst, r)
	case highStart <= r && r < highEnd:
		return t.high[r-highStart].append(dst, r)
	}
	return appendDecomposed(dst, r)
}

// unchanged reports letters of scripts without case or accents, common in news,
// that fold to themselves and join nothing.
func unchanged(r rune) bool {
	switch {
	case r < 0x0e01:
		return false
	case r <= 0x0e32, 0x0e34 <= r && r <= 0x0e37, 0x0e40 <= r && r <= 0x0e46: // Thai
		return true
	}
	return r >= 0x3041 &&
		(r <= 0x3096 || // Hiragana
			0x30a1 <= r && r <= 0x30fe || // Katakana
			0x3400 <= r && r <= 0x4dbf || 0x4e00 <= r && r <= 0x9fff || // Han
			0xac00 <= r && r <= 0xd7a3) // Hangul
}

// appendDecomposed is what folding means; all else here is a short cut to it.
func appendDecomposed(dst []byte, r rune) []byte {
	if dropped(r) {
		return dst
	}
	r = unicode.ToLower(r)
	// What Properties is given escapes, so the letter is put where there is
	// room for it anyhow.
	lower := utf8.AppendRune(dst, r)[len(dst):]
	parts := norm.NFKD.Properties(lower).Decomposition()
	if parts == nil {
		return appendPart(dst, r)
	}
	for len(parts) > 0 {
		part, n := utf8.DecodeRune(parts)
		dst = appendPart(dst, unicode.ToLower(part))
		parts = parts[n:]
	}
	return dst
}

// appendPart adds one rune that does not decompose, in normal form C: Kana and
// Hangul came apart and are put together again here, for their parts are
// letters, not accents.
func appendPart(dst []byte, r rune) []byte {
	if dropped(r) {
		return dst
	}
	if s := plain(r); s != "" {
		return append(dst, s...)
	}
	longer := utf8.AppendRune(dst, r)
	if !joinsBack(longer[len(dst):]) {
		return longer
	}
	return norm.NFC.AppendString(dst, string(r))
}

// joinsBack reports that the first letter of folded may join one before it.
func joinsBack(folded []byte) bool {
	return folded[0] >= utf8.RuneSelf && !norm.NFC.Properties(folded).BoundaryBefore()
}

// plain is the keyboard's spelling of letters that Unicode does not decompose:
// those with a stroke, ligatures and typographic punctuation. Empty for all
// others.
func plain(r rune) string {
	switch r {
	case 'ß', 'ẞ':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ':
		return "d"
	case 'ħ':
		return "h"
	case 'ŧ':
		return "t"
	case 'ı':
		return "i"
	case 'ς':
		return "σ"
	case '‘', '’', 'ʼ':
		return "'"
	case '‐': // the hyphen that does not break decomposes to it
		return "-"
	}
	return ""
}

// dropped reports marks that readers leave out when they type: the general
// diacritics, Hebrew points, Arabic vowel signs, and the joiners and variation
// selectors that nobody sees. Vowel signs of Indic scripts and Thai are letters
// to their readers and stay.
func dropped(r rune) bool {
	switch {
	case r < 0x300:
		return false
	case r <= 0x36f, r >= 0x0483 && r <= 0x0489,
		r >= 0x0591 && r <= 0x05c7 && unicode.Is(unicode.Mn, r),
		r >= 0x064b && r <= 0x065f, r == 0x0670, r == 0x0640,
		r >= 0x1ab0 && r <= 0x1aff, r >= 0x1dc0 && r <= 0x1dff,
		r == 0x200c, r == 0x200d,
		r >= 0x20d0 && r <= 0x20ff,
		r >= 0xfe00 && r <= 0xfe0f, r >= 0xfe20 && r <= 0xfe2f:
		return true
	}
	return false
}
