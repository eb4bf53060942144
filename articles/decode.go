package articles

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

const (
	binarySample  = 8 << 10
	parityNULs    = 0.30
	guessSample   = 64 << 10 // chardet takes 214 ms a megabyte
	guessAtLeast  = 0.8      // below it chardet answers Turkish for German (0.63), Mac for French
	sequencesEach = 4        // see isDamagedUTF8
)

// marks are the byte order marks, the longer before its own beginning.
var marks = []struct {
	mark string
	enc  encoding.Encoding
}{
	{"\xef\xbb\xbf", encoding.Nop},
	{"\xff\xfe\x00\x00", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
	{"\x00\x00\xfe\xff", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
	{"\xff\xfe", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	{"\xfe\xff", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
}

// decode makes UTF-8 of a text file's bytes, whatever they are encoded in. It
// fails with errBinary if they are no text. Bytes that mean nothing become
// U+FFFD; the result is not cleaned.
func decode(raw []byte) (string, error) { return decodeAs(raw, nil) }

// decodeAs decodes a text that says what it is encoded in. What its bytes show
// goes before that: programs that convert a text leave what it says alone.
func decodeAs(raw []byte, said encoding.Encoding) (string, error) {
	for _, m := range marks {
		if rest, ok := bytes.CutPrefix(raw, []byte(m.mark)); ok {
			return convert(m.enc, rest)
		}
	}
	switch sample := raw[:min(len(raw), binarySample)]; {
	case bytes.IndexByte(sample, 0) >= 0:
		return decodeNULs(sample, raw)
	case isISO2022JP(sample):
		return convert(mustGet("iso-2022-jp"), raw)
	case utf8.Valid(raw):
		return string(raw), nil
	case isDamagedUTF8(raw):
		return strings.ToValidUTF8(string(raw), "\ufffd"), nil
	case said != nil:
		return convert(said, raw)
	}
	return convert(guess(raw[:min(len(raw), guessSample)]), raw)
}

// decodeNULs tells UTF-16 without a mark from what is no text: in UTF-16 of a
// text with spaces and Latin letters every other byte is often zero.
func decodeNULs(sample, raw []byte) (string, error) {
	var nuls [2]int
	for i, b := range sample {
		if b == 0 {
			nuls[i%2]++
		}
	}
	many := max(2, parityNULs*float64(len(sample))/2)
	even, odd := float64(nuls[0]), float64(nuls[1])
	switch {
	case odd >= many && even < odd/8:
		return convert(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), raw)
	case even >= many && odd < even/8:
		return convert(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), raw)
	}
	return "", errBinary
}

// isISO2022JP reports the escapes into Japanese. They are ASCII bytes, so that
// the text would pass as UTF-8.
func isISO2022JP(b []byte) bool {
	return bytes.IndexByte(b, '\x1b') >= 0 && (bytes.Contains(b, []byte("\x1b$B")) || bytes.Contains(b, []byte("\x1b$@")))
}

// isDamagedUTF8 reports UTF-8 that got damaged or cut off: sound sequences of
// several bytes hardly occur by chance in another encoding, so where they
// outnumber the bad bytes, the bad bytes are the accident.
func isDamagedUTF8(b []byte) bool {
	sound, bad := 0, 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		switch _, n := utf8.DecodeRune(b[i:]); {
		case n > 1:
			sound++
			i += n
		case sound > 0 && !utf8.FullRune(b[i:]):
			i = len(b) // the file was cut inside a character
		default:
			bad++
			i++
		}
	}
	return sound > 0 && sound >= sequencesEach*bad
}

// guess names the encoding of text that is no UTF-8; windows-1252 if nothing
// else is likely, because that is what unlabelled Western text is in.
func guess(sample []byte) encoding.Encoding {
	found := chardet.Detect(sample)
	if found.Confidence < guessAtLeast {
		return charmap.Windows1252
	}
	name := found.Charset
	switch {
	case name == "GB2312":
		name = "gb18030" // what it calls so is mostly the later, larger set
	case name == "x-mac-cyrillic" && bytes.Count(sample, []byte{0xff}) > bytes.Count(sample, []byte{0xdf}):
		// It takes one for the other where there are few capitals, but the
		// letter я is 0xff in the one and 0xdf in the other.
		name = "windows-1251"
	}
	enc, err := htmlindex.Get(name)
	if err != nil || enc == encoding.Replacement {
		return charmap.Windows1252
	}
	return enc
}

func mustGet(name string) encoding.Encoding {
	enc, err := htmlindex.Get(name)
	if err != nil {
		panic(err) // the names here are constants
	}
	return enc
}

func convert(enc encoding.Encoding, raw []byte) (string, error) {
	text, err := enc.NewDecoder().Bytes(raw)
	return strings.ToValidUTF8(string(text), "\ufffd"), err
}
