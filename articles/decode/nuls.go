package decode

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
)

// binarySample is how much of a file shows whether it is text.
const binarySample = 8 << 10

// wide are the encodings that write NULs, without a byte order mark.
var wide = []struct {
	enc  encoding.Encoding
	name string
	unit int
}{
	{utf16le, "UTF-16", 2}, {utf16be, "UTF-16", 2}, {utf32le, "UTF-32", 4}, {utf32be, "UTF-32", 4},
}

// withNULs tells UTF-16 and UTF-32 without a mark from what is no text: read so,
// it has what every text has, and nothing that none has.
func withNULs(sample, raw []byte) (Text, error) {
	switch ascii, few := narrow(sample); {
	case few && (ascii || utf8.Valid(sample)):
		return withStray(raw)
	case ascii:
		return Text{}, ErrBinary // by twos it would pass as Chinese
	}
	best, most, second := -1, 0, 0
	for i, w := range wide {
		out, err := w.enc.NewDecoder().Bytes(wholeUnits(sample, w.unit, len(sample) < len(raw)))
		if err != nil {
			continue
		}
		switch usual := usualIn(string(out)); {
		case usual > most:
			best, most, second = i, usual, most
		case usual > second:
			second = usual
		}
	}
	if best < 0 {
		return Text{}, ErrBinary
	}
	t, err := convert(wide[best].enc, wide[best].name, raw)
	if len(sample) < enough || most < 4*second {
		t.doubt(wide[best].name)
	}
	return t, err
}

// strayEach is for how many other bytes there may be a NUL in a text, where a
// program or a disk has failed.
const strayEach = 64

// narrow tells of bytes whether nearly all are letters and signs of ASCII, and
// whether only a NUL or two keep them from being a text.
func narrow(b []byte) (ascii, few bool) {
	nuls, signs, others := 0, 0, 0
	for _, c := range b {
		switch {
		case c == 0:
			nuls++
		case c >= ' ' && c <= '~' || c == '\n' || c == '\r' || c == '\t':
			signs++
		case c < ' ' && c != '\f' && c != '\x1b':
			others++
		}
	}
	few = others == 0 && signs > nuls && (nuls == 1 || nuls*strayEach <= len(b))
	return signs*8 > len(b)*7, few
}

// withStray decodes a text as if it had no NUL, and leaves them in it.
func withStray(raw []byte) (Text, error) {
	t := damaged(raw)
	if t.Faults != nil {
		var err error
		if t, err = foreign(raw, nil); err != nil {
			return t, err
		}
	}
	line := lineAt(t.UTF8[:strings.IndexByte(t.UTF8, 0)])
	t.Faults = append(t.Faults, Fault{line, "a NUL byte stands here, shown as ␀; take it out"})
	return t, nil
}

// wholeUnits leaves out what a sample was cut in: less than a character, of
// UTF-16 perhaps half a pair.
func wholeUnits(sample []byte, unit int, cut bool) []byte {
	n := len(sample) / unit * unit
	if cut && unit == 2 {
		n = max(0, n-unit)
	}
	return sample[:n]
}

// fewest is how many letters and signs show what a text is written in.
const fewest = 4

// usualIn counts the letters, spaces and signs that are in nearly every text. It
// is 0 for what is none: the wrong one of two byte orders makes rare signs, and
// some that nobody uses, of common ones.
func usualIn(s string) (usual int) {
	common, rare := 0, 0
	for _, r := range s {
		switch {
		case r == '\n', r == '\r', r == '\t', r >= ' ' && r < 0x250 && !unicode.IsControl(r), r >= 0x3000 && r < 0x3040:
			usual++
		case r == '\ufffd', !unicode.IsGraphic(r) && !unicode.Is(unicode.Cf, r) && r != '\f':
			return 0
		case r < 0x800, unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Devanagari, unicode.Bengali, unicode.Common):
			common++
		default:
			rare++
		}
	}
	if common+usual < fewest || rare*8 > common+usual {
		return 0
	}
	return usual
}
