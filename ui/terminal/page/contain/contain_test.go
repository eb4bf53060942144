package contain

import (
	"strings"
	"testing"
)

func TestLine(t *testing.T) {
	for in, want := range map[string]string{
		"": "",
		"plain, größe, 漢字, 👨‍👩‍👧":                         "plain, größe, 漢字, 👨‍👩‍👧",
		"\x1b[1;38;5;12mx\x1b[m":                          "\x1b[1;38;5;12mx\x1b[m",
		"\x1b[38:2::1:2:3mx\x1b[m":                        "\x1b[38:2::1:2:3mx\x1b[m",
		"\x1b]8;;https://a.org/\x1b\\x\x1b]8;;\x1b\\":     "\x1b]8;;https://a.org/\x1b\\x\x1b]8;;\x1b\\",
		"\x1b]8;;file:///etc\x1b\\x\x1b]8;;\x1b\\":        "]8;;file:///etc\\x\x1b]8;;\x1b\\",
		"\x1b]8;;https://a/\u009b\x1b\\x":                 "]8;;https://a/\\x",
		"\x1b]8;id=1;https://a/\x1b\\x":                   "]8;id=1;https://a/\\x",
		"\x1b]8;;https://a/\x07x":                         "]8;;https://a/x",
		"\x1b]8;;" + "https://unterminated":               "]8;;https://unterminated",
		"a\x1b[2Jb\x1bcc\x1b]0;t\x07":                     "a[2Jbcc]0;t",
		"\x1b[?25m\x1b[1 m":                               "[?25m[1 m",
		"a\tb\nc\rd\x00\x7f\u009b\u202e\u200b\xff\ufeffe": "abcde",
		"\x1b":       "",
		"\x1b[":      "[",
		"\x1b[1;2;3": "[1;2;3",
	} {
		if got := Line(in); got != want {
			t.Errorf("Line(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestURL(t *testing.T) {
	for url, want := range map[string]bool{
		"http://a": true, "HTTPS://a/b?c#d": true, "mailto:a@b": true,
		"": false, "http://": false, "mailto:": false, "a.md": false, "file:///x": false, "javascript:x": false,
		"http://a b": false, "http://ä": false, "http://a\x1b": false, "http://a\n": false,
		"http://" + strings.Repeat("a", 1993): true, "http://" + strings.Repeat("a", 1994): false,
	} {
		if URL(url) != want {
			t.Errorf("URL(%.30q) is not %v", url, want)
		}
	}
}

// FuzzLine: what comes out is what comes out again, and no control is in it but
// the escapes that begin its sequences.
func FuzzLine(f *testing.F) {
	f.Add("a\x1b[1mb\x1b[m\x1b]8;;http://a\x1b\\")
	f.Add("\x1b\x1b[m\x1b]8;;\x1b\x1b\\")
	f.Fuzz(func(t *testing.T, s string) {
		got := Line(s)
		if again := Line(got); again != got {
			t.Fatalf("%q, then %q", got, again)
		}
		for i := range len(got) {
			if c := got[i]; c == 0x7f || c < ' ' && (c != 0x1b || strings.IndexByte("[]\\", got[i+1]) < 0) {
				t.Fatalf("byte %#x in %q", c, got)
			}
		}
	})
}
