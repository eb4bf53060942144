// Package clean makes foreign text harmless to a terminal. It is the one
// definition of what may be shown: package articles cleans with it everything
// that comes in, package ui checks with it everything that goes out.
//
// Cleaned text is valid UTF-8 in normal form C, has LF line ends and no control
// but LF and tab. Controls are shown as pictures (␛), not deleted, so that an
// article about escape codes stays readable; invisible format characters, the
// bidi overrides among them, are dropped.
package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxMarks bounds the combining marks and joiners on one base character: some
// living scripts stack five, an attack stacks thousands.
const maxMarks = 8

// Forbidden reports whether r must never reach a terminal from foreign text.
func Forbidden(r rune) bool {
	switch {
	case r == '\n', r == '\t':
		return false
	case r < 0x20, r >= 0x7f && r <= 0x9f:
		return true
	case r < 0xad:
		return false
	}
	return format(r)
}

// format reports characters without a shape of their own that reorder, hide or
// split text. The joiners U+200C and U+200D are not among them: Persian, Hindi
// and emoji need them.
func format(r rune) bool {
	switch {
	case r == 0xad, r == 0x34f, r == 0x61c, r == 0x180e, r == 0x200b, r == 0xfeff,
		r >= 0x200e && r <= 0x200f,
		r >= 0x2028 && r <= 0x202e,
		r >= 0x2060 && r <= 0x206f,
		r >= 0xfff0 && r <= 0xfffb,
		r >= 0x1bca0 && r <= 0x1bca3, // of shorthand
		r >= 0x1d173 && r <= 0x1d17a, // of music
		r >= 0xe0000 && r <= 0xe0fff && !isSelector(r):
		return true
	}
	return false
}

// Text cleans text of several lines. Cleaning twice changes nothing.
func Text(s string) string {
	if plain(s) || settled(s) {
		return s
	}
	return thorough(s)
}

func thorough(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	s = lineEnds.Replace(s)
	// Marks are counted last: normal form C brings together what a format
	// character kept apart, and it makes two marks of some.
	return withFewMarks(norm.NFC.String(withoutControls(s)))
}

// lineEnds makes every way to end a line an LF.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// plain reports that nothing needs to be done, as for most text in English.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 0x7f || c < 0x20 && c != '\n' && c != '\t' {
			return false
		}
	}
	return true
}

// settled reports that nothing needs to be done, as for most text in any
// language; to find that out takes a tenth of the time of doing it.
func settled(s string) bool {
	normal, marks := true, 0
	for _, r := range s {
		switch {
		case common(r):
			marks = 0
		case r == utf8.RuneError, Forbidden(r):
			return false
		case r < 0x300:
			marks = 0
		default:
			if normal = false; !isMark(r) {
				marks = 0
			} else if marks++; marks > maxMarks {
				return false
			}
		}
	}
	return normal || norm.NFC.IsNormalString(s)
}

// common reports printable characters, of the scripts most read, and ends of
// lines, that are in normal form C whatever stands before them.
func common(r rune) bool {
	return 0x20 <= r && r < 0x7f || r == '\n' || r == '\t' ||
		0xc0 <= r && r < 0x300 || // Latin
		0x388 <= r && r < 0x483 || // Greek, Cyrillic
		0x5d0 <= r && r < 0x5eb || // Hebrew
		0x620 <= r && r < 0x64b || 0x671 <= r && r < 0x6d4 || // Arabic
		0xe01 <= r && r < 0xe31 || // Thai
		0x2010 <= r && r < 0x2028 || // dashes, quotation marks
		0x3001 <= r && r < 0x302a || 0x3040 <= r && r < 0x3099 || 0x30a0 <= r && r < 0xa000 || // Kana, Han
		0xac00 <= r && r < 0xd7a4 || // Hangul
		0xff01 <= r && r < 0xff61 // of full width
}

func withoutControls(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if shown := picture(r); shown >= 0 {
			b.WriteRune(shown)
		}
	}
	return b.String()
}

func withFewMarks(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	marks := 0
	for _, r := range s {
		switch {
		case isMark(r):
			marks++
		case format(r): // x/text puts U+034F into long runs of marks
			continue
		default:
			marks = 0
		}
		if marks <= maxMarks {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Stacks reports whether r stands on the character before it: a combining mark
// or a joiner.
func Stacks(r rune) bool { return isMark(r) }

func isMark(r rune) bool {
	return r == 0x200c || r == 0x200d ||
		r >= 0x300 && !common(r) && !format(r) && unicode.Is(unicode.M, r)
}

// picture returns what stands for r, or -1 if nothing does.
func picture(r rune) rune {
	switch {
	case r == '\n', r == '\t':
		return r
	case r < 0x20:
		return 0x2400 + r
	case r == 0x7f:
		return 0x2421
	case r >= 0x80 && r <= 0x9f:
		return utf8.RuneError
	case format(r):
		return -1
	}
	return r
}

// maxLine bounds a one-line field, in bytes.
const maxLine = 4096

// Line cleans text that has to stand on one line: a title, a name, a file's
// path, the text of an error. White space is folded to single spaces.
func Line(s string) string {
	if isLine(s) {
		return s
	}
	s = strings.Join(strings.Fields(Text(s)), " ")
	if len(s) <= maxLine {
		return s
	}
	cut := maxLine - len("…")
	for !utf8.RuneStart(s[cut]) {
		cut--
	}
	return s[:cut] + "…"
}

// isLine reports plain text on one line, with single spaces in it, as most names
// and paths are.
func isLine(s string) bool {
	space := true // before the first letter none may stand
	for i := range len(s) {
		c := s[i]
		if c < 0x20 || c >= 0x7f || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return !space && len(s) <= maxLine || s == ""
}

// Printable is the length of the part of s, from its beginning, that a terminal
// may see as it is: valid UTF-8, no control, not even LF or tab, and nothing
// Forbidden.
func Printable(s string) int {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c < ' ' || c == 0x7f {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 || Forbidden(r) {
			return i
		}
		i += n
	}
	return len(s)
}
