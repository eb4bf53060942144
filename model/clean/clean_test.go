package clean

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dossier/articles/battery/escapes"
)

func TestText(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "One line.\n\tTwo.\n", "One line.\n\tTwo.\n"},
		{"CRLF and CR", "a\r\nb\rc\r\r\n", "a\nb\nc\n\n"},
		{"line and paragraph separator, next line", "a\u2028b\u2029c\u0085d", "a\nb\nc\nd"},
		{"escape", "\x1b[2J", "␛[2J"},
		{"bell, backspace, null, delete", "\a\b\x00\x7f", "␇␈␀␡"},
		{"C1 control sequence", "a\u009b2Jb", "a\ufffd2Jb"},
		{"the same as a byte", "a\x9b2Jb", "a\ufffd2Jb"},
		{"invalid byte between the halves of a C1", "\xc2\x11\x9b", "\ufffd␑\ufffd"},
		{"bidi", "a\u202eb\u2066c\u200fd\u061ce", "abcde"},
		{"zero width", "a\u200bb\u00adc\ufeffd\u2060e\u034ff", "abcdef"},
		{"tags", "a\U000e0041b", "ab"},
		{"formats of music and shorthand, and those without a name", "a\U0001d173b\U0001bca0c\ufff0d\U000e0fffe", "abcde"},
		{"normal form C", "e\u0301 か\u3099", "é が"},
		{"mark composed after what split them", "e\u200b\u0301", "é"},
		{"emoji with joiners", "👨\u200d👩\u200d👧\u200d👦 ❤\ufe0f\u200d🔥", "👨\u200d👩\u200d👧\u200d👦 ❤\ufe0f\u200d🔥"},
		{"Persian and Hindi", "می\u200cخواهم क्\u200dष", "می\u200cخواهم क्\u200dष"},
		{"too many marks", "x" + strings.Repeat("\u0301", 1000) + "y", "x" + strings.Repeat("\u0301", 8) + "y"},
		{"too many joiners", "x" + strings.Repeat("\u200d", 1000) + "y", "x" + strings.Repeat("\u200d", 8) + "y"},
		{"marks without a base", "\u0301\u0301a", "\u0301\u0301a"},
		{"marks that normal form C doubles", "x" + strings.Repeat("\u0344", 8), "ẍ" + strings.Repeat("\u0301\u0308", 4)},
		{"private use", "\ue000", "\ue000"},
	} {
		if got := Text(c.in); got != c.want {
			t.Errorf("%s: Text(%.200q) = %.200q, want %.200q", c.name, c.in, got, c.want)
		}
	}
}

func TestLine(t *testing.T) {
	long := strings.Repeat("ä", maxLine)
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{" a \n\t b\u00a0c\u3000", "a b c"},
		{"\x1b]0;title\a", "␛]0;title␇"},
		{"\u202e\u200b", ""},
		{"name\r\nX-Header: y", "name X-Header: y"},
		{long, long[:maxLine-len("…")-1] + "…"},
	} {
		if got := Line(c.in); got != c.want {
			t.Errorf("Line(%.40q) = %.40q, want %.40q", c.in, got, c.want)
		}
	}
}

// The quick way out of Text must not let anything pass.
func TestCommonCharactersNeedNothing(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		s := string(r)
		if common(r) && (Forbidden(r) || isMark(r) || unicode.Is(unicode.M, r) ||
			!norm.NFC.IsNormalString(s) || !norm.NFC.PropertiesString(s).BoundaryBefore()) {
			t.Errorf("%U", r)
		}
	}
}

func TestEveryRune(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		s := Text("a" + string(r))
		if strings.ContainsFunc(s, Forbidden) || Text(s) != s {
			t.Errorf("%U becomes %.200q", r, s)
		}
	}
}

var seeds = []string{
	"",
	"\x1b[31mred\x1b[0m \x1b]52;c;YQ==\a \u009b2J \x9d0;x\x9c",
	"a\r\n\r\u2028\u2029\u0085\n",
	"e\u200b\u0301 \u202eabc\u2069 \U000e0001",
	"👨\u200d👩\u200d👧\u200d👦 می\u200cخواهم क्\u200dष 각 가\u11a8",
	"x" + strings.Repeat("\u0344", 40) + strings.Repeat("\u093c\u0334", 20),
	"\u01fb\u200b\u0323" + strings.Repeat("\u0301", 7),
	"\xc2\x11\x9b\xe2\x80",
	strings.Repeat("ab\u0958 ", 1000),
	"नमस्ते สวัสดี مُحَمَّد שָׁלוֹם", "x" + strings.Repeat("\u0323", 8), "x" + strings.Repeat("\u0323", 9), "\u0915\u093c \u0e33 \u0654",
}

// hostile adds what is hostile to what a fuzz target begins with.
func hostile(f *testing.F) {
	for _, p := range escapes.All() {
		f.Add(p.Text)
	}
}

func FuzzText(f *testing.F) {
	hostile(f)
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := Text(s)
		check(t, s, text, Text(text))
		if want := thorough(s); text != want {
			t.Fatalf("%.200q: the quick way gives %.200q, the thorough one %.200q", s, text, want)
		}
		lines := lineEnds.Replace(strings.ToValidUTF8(s, "\ufffd"))
		if got, want := strings.Count(text, "\n"), strings.Count(lines, "\n"); got != want {
			t.Fatalf("%.200q: %d line ends became %d", s, want, got)
		}
	})
}

func FuzzLine(f *testing.F) {
	hostile(f)
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		line := Line(s)
		if want := strings.Join(strings.Fields(thorough(s)), " "); len(want) <= maxLine && line != want {
			t.Fatalf("%.200q: the quick way gives %.200q, the thorough one %.200q", s, line, want)
		}
		check(t, s, line, Line(line))
		if len(line) > maxLine || strings.ContainsAny(line, "\n\t") || line != strings.TrimSpace(line) {
			t.Fatalf("%.200q: not one short line: %.200q", s, line)
		}
	})
}

// check asserts what holds of all that was cleaned.
func check(t *testing.T, source, cleaned, again string) {
	t.Helper()
	switch {
	case !utf8.ValidString(cleaned):
		t.Fatalf("%.200q: invalid UTF-8: %.200q", source, cleaned)
	case strings.ContainsFunc(cleaned, Forbidden):
		t.Fatalf("%.200q: something forbidden is left: %.200q", source, cleaned)
	case again != cleaned:
		t.Fatalf("%.200q: cleaned %.200q, again %.200q", source, cleaned, again)
	case escapes.Plain(strings.ReplaceAll(cleaned, "\t", " ")) != nil:
		t.Fatalf("%.200q: %v", source, escapes.Plain(cleaned))
	case !norm.NFC.IsNormalString(cleaned):
		t.Fatalf("%.200q: not in normal form C: %.200q", source, cleaned)
	}
}

func BenchmarkText(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"ASCII", "The host cut the service off on Monday.\n"},
		{"German", "Der Anbieter kündigte am Montag „mit sofortiger Wirkung“.\n"},
		{"Russian", "Поставщик разорвал договор в понедельник.\n"},
		{"Chinese", "供应商于周一终止合作。\n"},
		{"marks", "x" + strings.Repeat("\u0301", 100)},
	} {
		text := strings.Repeat(c.text, 64<<10/len(c.text))
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Text(text)
			}
		})
	}
}

func TestPrintable(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{
		{"", 0}, {"plain", 5}, {"é漢", 5}, {"a\nb", 1}, {"\tb", 0}, {"a\x1b[2J", 1},
		{"a\u009bb", 1}, {"a\u202eb", 1}, {"a\xffb", 1}, {"\ufffd", 3}, {"x\x7f", 1},
	} {
		if got := Printable(c.text); got != c.want {
			t.Errorf("Printable(%q) = %d, want %d", c.text, got, c.want)
		}
	}
}
