// Package decode makes UTF-8 of a file's bytes, whatever they are encoded in,
// and tells where that is doubtful: no text is to look wrong without a word.
//
//	byte order mark → UTF-8, UTF-16, UTF-32
//	NULs            → UTF-16, UTF-32, or no text
//	else            → UTF-8; what the page says; a guess that is held against
//	                  the language that comes out
//
// Bytes that mean nothing become U+FFFD; the result is not cleaned.
package decode

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// ErrBinary says that bytes are no text.
var ErrBinary = errors.New("it is no text: it holds NUL bytes")

// Text is what the bytes of a file came to.
type Text struct {
	UTF8   string
	Faults []Fault // what is doubtful in it, at most one of each kind
}

// Fault tells what may not be read as it was meant, and the way out.
type Fault struct {
	Line int // of the file, from 1; 0 if it is about all of it
	Text string
}

// marks are the byte order marks, the longer before its own beginning.
var marks = []struct {
	mark string
	enc  encoding.Encoding
	name string
}{
	{"\xef\xbb\xbf", encoding.Nop, "UTF-8"},
	{"\xff\xfe\x00\x00", utf32le, "UTF-32"},
	{"\x00\x00\xfe\xff", utf32be, "UTF-32"},
	{"\xff\xfe", utf16le, "UTF-16"},
	{"\xfe\xff", utf16be, "UTF-16"},
}

var (
	utf16le = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	utf16be = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	utf32le = utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)
	utf32be = utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)
)

// Bytes decodes a text. said is the encoding that it says it is in, nil if it
// says none; what its bytes show goes before that, because programs that convert
// a text leave what it says alone. It fails with ErrBinary if they are no text.
func Bytes(raw []byte, said encoding.Encoding) (Text, error) {
	for _, m := range marks {
		if rest, ok := bytes.CutPrefix(raw, []byte(m.mark)); ok {
			return marked(m.enc, m.name, rest)
		}
	}
	switch sample := raw[:min(len(raw), binarySample)]; {
	case bytes.IndexByte(sample, 0) >= 0:
		return withNULs(sample, raw)
	case isISO2022JP(sample):
		return convert(mustGet("iso-2022-jp"), "ISO-2022-JP", raw)
	case utf8.Valid(raw):
		return Text{UTF8: string(raw)}, nil
	}
	return foreign(raw, said)
}

// WithoutMark is raw without its byte order mark, if it has one.
func WithoutMark(raw []byte) (rest []byte, had bool) {
	for _, m := range marks {
		if rest, ok := bytes.CutPrefix(raw, []byte(m.mark)); ok {
			return rest, true
		}
	}
	return raw, false
}

func marked(enc encoding.Encoding, name string, rest []byte) (Text, error) {
	if enc == encoding.Nop {
		return damaged(rest), nil
	}
	return convert(enc, name, rest)
}

// isISO2022JP reports the escapes into Japanese. They are ASCII bytes, so that
// the text would pass as UTF-8.
func isISO2022JP(b []byte) bool {
	return bytes.IndexByte(b, '\x1b') >= 0 && (bytes.Contains(b, []byte("\x1b$B")) || bytes.Contains(b, []byte("\x1b$@")))
}

// convert decodes, and tells of the first bytes that mean nothing.
func convert(enc encoding.Encoding, name string, raw []byte) (Text, error) {
	out, err := enc.NewDecoder().Bytes(raw)
	t := Text{UTF8: strings.ToValidUTF8(string(out), "\ufffd")}
	t.tellOf(strings.Index(t.UTF8, "\ufffd"), name)
	return t, err
}

// damaged is UTF-8 of which some bytes mean nothing.
func damaged(raw []byte) Text {
	t := Text{UTF8: string(raw)}
	if utf8.Valid(raw) {
		return t
	}
	t.UTF8 = strings.ToValidUTF8(t.UTF8, "\ufffd")
	bad := 0
	for bad < len(raw) {
		r, n := utf8.DecodeRune(raw[bad:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		bad += n
	}
	t.tellOf(bad, "UTF-8")
	return t
}

// tellOf tells of bytes that mean nothing, the first of which have their sign at
// byte i; of none if i is negative.
func (t *Text) tellOf(i int, name string) {
	if i >= 0 {
		t.Faults = append(t.Faults, Fault{lineAt(t.UTF8[:i]), fmt.Sprintf("from here on there are bytes that mean nothing in %s, shown as \ufffd; save the file as UTF-8", name)})
	}
}

// lineAt is the line that a text ends in, as cleaning counts lines.
func lineAt(s string) int {
	n := 1
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' || s[i] == '\r' && (i+1 == len(s) || s[i+1] != '\n') {
			n++
		}
	}
	return n
}

func mustGet(name string) encoding.Encoding {
	enc, err := htmlindex.Get(name)
	if err != nil {
		panic(err) // the names here are constants
	}
	return enc
}
