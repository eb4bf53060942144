package decode

import (
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"dossier/articles/battery"
)

// inLanguages are encodings with the languages whose texts are tried in them.
var inLanguages = []struct{ encoding, languages string }{
	{"windows-1252", "de fr es it pt nl da sv no fi en id"}, {"iso-8859-15", "fr fi"}, {"macintosh", "de fr"},
	{"windows-1250", "cs pl hu ro"}, {"iso-8859-2", "cs pl hu"}, {"windows-1254", "tr"}, {"windows-1256", "ar"},
	{"windows-1251", "ru uk"}, {"koi8-r", "ru"}, {"koi8-u", "uk"}, {"iso-8859-5", "ru"}, {"ibm866", "ru"}, {"x-mac-cyrillic", "ru uk"},
	{"shift_jis", "ja"}, {"euc-jp", "ja"}, {"iso-2022-jp", "ja"}, {"gb18030", "zh-Hans"}, {"gbk", "zh-Hans"}, {"big5", "zh-Hant"}, {"euc-kr", "ko"},
}

// wideOnes are the encodings of Unicode, in which texts of some alphabets are
// tried.
var wideOnes = map[string]encoding.Encoding{
	"UTF-8": encoding.Nop, "UTF-8 with a mark": unicode.UTF8BOM,
	"UTF-16LE with a mark": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "UTF-16BE with a mark": unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
	"UTF-32LE with a mark": utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), "UTF-32BE with a mark": utf32.UTF32(utf32.BigEndian, utf32.UseBOM),
	"UTF-16LE": utf16le, "UTF-16BE": utf16be, "UTF-32LE": utf32le, "UTF-32BE": utf32be,
}

// textIn is some kilobytes in a language.
func textIn(t *testing.T, language string) string {
	t.Helper()
	var b strings.Builder
	for _, set := range []string{"later", "aside", "blind"} {
		raw, err := os.ReadFile("../../model/detect/testdata/" + set + "/" + language + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(raw)) {
			if !strings.ContainsAny(line[:1], "#@=-") {
				b.WriteString(line)
			}
		}
	}
	return b.String()
}

// encoded is so many bytes of a text, without what the encoding does not have,
// and the text without that.
func encoded(enc encoding.Encoding, text string, size int) (raw []byte, kept string) {
	var b strings.Builder
	for _, r := range text {
		if _, err := enc.NewEncoder().String(string(r)); err == nil {
			b.WriteRune(r)
		}
		if b.Len() > 2*size {
			break
		}
	}
	raw, _ = enc.NewEncoder().Bytes([]byte(b.String()))
	return raw[:min(size, len(raw))], b.String()
}

// isReadRight reports a text that is what was written, as far as the character
// that it was cut in.
func isReadRight(got, written string) bool {
	got = strings.TrimRight(got, "\ufffd")
	for range 2 { // the bytes of a character that was cut may be two of another encoding
		if strings.HasPrefix(written, got) {
			return true
		}
		_, n := utf8.DecodeLastRuneInString(got)
		got = got[:len(got)-n]
	}
	return strings.HasPrefix(written, got)
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

func told(t Text) string {
	var all []string
	for _, f := range t.Faults {
		all = append(all, f.Text)
	}
	return strings.Join(all, "; ")
}

// sure is how many bytes of a text are enough to tell its encoding.
const sure = 128

// TestBatteryEncodings cuts texts at every byte: what comes out is right, or
// there is a word about it.
func TestBatteryEncodings(t *testing.T) {
	cuts := map[string]int{}
	try := func(name string, enc encoding.Encoding, text string) {
		raw, written := encoded(enc, text, 2048)
		all, silent := 0, 0
		for n := 1; n <= len(raw); n += 1 + battery.Of(n/2, 0) {
			got, err := Bytes(raw[:n], nil)
			right := isReadRight(got.UTF8, written)
			if n >= sure {
				all++
			}
			if n >= sure && right && !strings.Contains(told(got), "may be wrong") {
				silent++
			}
			switch {
			case err != nil && !errors.Is(err, ErrBinary), !utf8.ValidString(got.UTF8):
				t.Fatalf("%s, cut at %d: %v, %.60q", name, n, err, got.UTF8)
			case err != nil:
				cuts["refused"]++
				if n >= sure {
					t.Errorf("%s, cut at %d: refused", name, n)
				}
			case right && len(got.Faults) == 0:
				cuts["right"]++
			case right:
				cuts["right, with a word"]++
			case len(got.Faults) > 0:
				cuts["with a word"]++
			case n <= 16 && isASCII(raw[:n]):
				cuts["too short for anybody to tell"]++
			default:
				t.Errorf("%s, cut at %d, is read wrong without a word: %.60q", name, n, got.UTF8[max(0, len(got.UTF8)-60):])
				return
			}
		}
		if silent+1+all/8 < all {
			t.Errorf("%s: only %d of %d are read right without doubt", name, silent, all)
		}
		t.Logf("%-24s %d of %d right without doubt", name, silent, all)
	}
	for _, in := range inLanguages {
		for _, language := range strings.Fields(in.languages) {
			try(in.encoding+" "+language, mustGet(in.encoding), textIn(t, language))
		}
	}
	for name, enc := range wideOnes {
		for _, language := range []string{"de", "ru", "ja", "zh-Hans", "ko", "ar"} {
			try(name+" "+language, enc, textIn(t, language))
		}
	}
	for what, n := range cuts {
		battery.Tried(t, n, "texts cut in an encoding: "+what)
	}
}

// TestBatteryMixedEncodings puts lines of one encoding among lines of UTF-8, in
// either order and one after the other: whoever reads it wrong says so.
func TestBatteryMixedEncodings(t *testing.T) {
	tried := 0
	for _, other := range []struct{ encoding, language string }{
		{"windows-1252", "de"}, {"windows-1252", "fr"}, {"macintosh", "fr"}, {"windows-1250", "pl"}, {"iso-8859-2", "cs"}, {"windows-1254", "tr"},
		{"windows-1256", "ar"}, {"windows-1251", "ru"}, {"koi8-u", "uk"}, {"shift_jis", "ja"}, {"euc-jp", "ja"}, {"gb18030", "zh-Hans"}, {"big5", "zh-Hant"}, {"euc-kr", "ko"},
	} {
		for _, language := range []string{"de", "ru", "ja"} {
			one, _ := encoded(encoding.Nop, textIn(t, language), 1024)
			two, _ := encoded(mustGet(other.encoding), textIn(t, other.language), 1024)
			out, _ := mustGet(other.encoding).NewDecoder().Bytes(two)
			written := strings.TrimRight(string(out), "\ufffd")
			two, _ = mustGet(other.encoding).NewEncoder().Bytes([]byte(written))
			for name, of := range map[string]struct{ raw, want string }{
				"before": {string(two) + "\n" + string(one), written + "\n" + string(one)},
				"after":  {string(one) + "\n" + string(two), string(one) + "\n" + written},
				"among":  {inTurn(string(one), string(two)), inTurn(string(one), written)},
			} {
				for n := 1; n <= len(of.raw); n += 1 + battery.Of(len(of.raw)/3, 6) {
					got, err := Bytes([]byte(of.raw[:n]), nil)
					if err != nil || !utf8.ValidString(got.UTF8) {
						t.Fatalf("%s %s and %s, cut at %d: %v", name, language, other.encoding, n, err)
					}
					if tried++; !isReadRight(got.UTF8, of.want) && len(got.Faults) == 0 {
						t.Errorf("%s %s and %s, cut at %d: wrong without a word: %.80q", name, language, other.encoding, n, got.UTF8)
						break
					}
				}
			}
		}
	}
	battery.Tried(t, tried, "texts cut in two encodings")
}

// inTurn takes lines of two texts one after the other, as many as both have.
func inTurn(a, b string) string {
	var all strings.Builder
	first, second := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(first), len(second)) {
		all.WriteString(first[i] + "\n" + second[i] + "\n")
	}
	return all.String()
}
