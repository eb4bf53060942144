package clean

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestReveal(t *testing.T) {
	for _, c := range []struct{ name, in, want, kinds string }{
		{"plain", "One line.\n\tTwo é.\n", "One line.\n\tTwo é.\n", ""},
		{"escape", "a\x1b[2Jb\a", "a⟨ESC⟩[2Jb⟨BEL⟩", "1 BEL, 1 ESC"},
		{"C1, and a bad byte", "\u009b2J\x9b", "⟨CSI⟩2J⟨BYTE-9B⟩", "1 BYTE, 1 CSI"},
		{"Trojan Source", "if \u202e\u2066x\u2069\u202e", "if ⟨RLO⟩⟨LRI⟩x⟨PDI⟩⟨RLO⟩", "2 RLO, 1 LRI, 1 PDI"},
		{"zero width, soft hyphen, byte order mark", "\ufeffa\u200bb\u00ad", "⟨BOM⟩a⟨ZWSP⟩b⟨SHY⟩", "1 BOM, 1 SHY, 1 ZWSP"},
		{"what tags say", "a\U000e0001\U000e0068\U000e0069\U000e0020", "a⟨TAG-01⟩⟨TAG-h⟩⟨TAG-i⟩⟨TAG-20⟩", "4 TAG"},
		{"without a short name", "a\u2064", "a⟨U+2064⟩", "1 U+2064"},
		{"line ends of every system", "a\r\nb\nc", "a\nb\nc", ""},
		{"line ends that hide what stood before", "a\rb\u2028c\u0085d", "a⟨CR⟩\nb⟨LSEP⟩\nc⟨NEL⟩\nd", "1 CR, 1 LSEP, 1 NEL"},
		{"brackets of the text's own", "⟨RLO⟩", "⟨⟨⟩RLO⟩", ""},
		{"joiners at work", "می\u200cخواهم क्\u200dष 👨\u200d👩 ❤\ufe0f 1\ufe0f\u20e3", "می\u200cخواهم क्\u200dष 👨\u200d👩 ❤\ufe0f 1\ufe0f\u20e3", ""},
		{"joiners that carry something else", "a\u200c\u200db\ufe0f", "a⟨ZWNJ⟩⟨ZWJ⟩b⟨VS16⟩", "1 VS, 1 ZWJ, 1 ZWNJ"},
		{"accents apart", "e\u0301", "e\u0301", ""},
		{"an accent that would stand on a name", "e\u200b\u0301", "e⟨ZWSP⟩⟨MARK-0301⟩", "1 MARK, 1 ZWSP"},
		{"too many marks", "x" + strings.Repeat("\u0301", 10), "x" + strings.Repeat("\u0301", 8) + "⟨MARK-0301⟩⟨MARK-0301⟩", "2 MARK"},
	} {
		got := Reveal(c.in, math.MaxInt)
		var kinds []string
		total := 0
		for _, k := range got.Kinds {
			kinds = append(kinds, fmt.Sprint(k.Count, " ", k.Name))
			total += k.Count
		}
		if all := strings.Join(kinds, ", "); got.Text != c.want || all != c.kinds || total != got.Hidden {
			t.Errorf("%s: %q, %d hidden: %s; want %q, %s", c.name, got.Text, got.Hidden, all, c.want, c.kinds)
		}
	}
}

func TestRevealKeepsToItsLimit(t *testing.T) {
	got := Reveal(strings.Repeat("\x1b", 1000), 100)
	if !got.Cut || len(got.Text) > 110 || got.Hidden != len(got.Places) {
		t.Errorf("%d bytes, %d hidden at %d places, cut: %v", len(got.Text), got.Hidden, len(got.Places), got.Cut)
	}
	if got := Reveal("whole", 5); got.Cut || got.Text != "whole" {
		t.Errorf("%q, cut: %v", got.Text, got.Cut)
	}
	if got := Reveal(strings.Repeat("\x1b", mostPlaces+1), math.MaxInt); len(got.Places) != mostPlaces || got.Hidden != mostPlaces+1 {
		t.Errorf("%d places of %d", len(got.Places), got.Hidden)
	}
}

// TestRevealedIsWhatCleaningTakes holds both against each other for every
// character: what cleaning changes is named, and nothing else behind a letter
// that all marks are at work on.
func TestRevealedIsWhatCleaningTakes(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		s := "क" + string(r)
		named := Reveal(s, math.MaxInt).Hidden > 0
		if changed := Text(s) != norm.NFC.String(s); utf8.ValidRune(r) && changed != named {
			t.Errorf("%U: changed %v, named %v", r, changed, named)
		}
	}
}

// names are what stand for characters, with the brackets.
func names(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{"⟨": "⟨"}
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if Forbidden(r) || isMark(r) {
			if other, ok := all[nameOf(r)]; ok {
				t.Fatalf("%U and %q have the name %s", r, other, nameOf(r))
			}
			all[nameOf(r)] = string(r)
		}
	}
	for b := range 0x100 {
		all["BYTE-"+hex(rune(b), 2)] = string([]byte{byte(b)})
	}
	return all
}

// hiddenAgain takes the names away.
func hiddenAgain(t *testing.T, s string, names map[string]string) string {
	var b strings.Builder
	for {
		before, from, found := strings.Cut(s, "⟨")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, rest, _ := strings.Cut(from, "⟩")
		was, ok := names[name]
		if !ok {
			t.Fatalf("%q names nothing", name)
		}
		b.WriteString(was)
		if r, _ := utf8.DecodeRuneInString(was); endsLine(r) {
			rest = strings.TrimPrefix(rest, "\n")
		}
		s = rest
	}
}

func FuzzReveal(f *testing.F) {
	hostile(f)
	for _, s := range seeds {
		f.Add(s)
	}
	f.Add("⟨⟩⟨RLO⟩\u202e\r\r\n\u2028\n\xff⟨")
	f.Add("a\u200c\u200d\ufe0f\U000e0101\U000e0041⟨\u0301")
	all := names(&testing.T{})
	f.Fuzz(func(t *testing.T, s string) {
		got := Reveal(s, math.MaxInt)
		if !utf8.ValidString(got.Text) || strings.ContainsFunc(got.Text, Forbidden) {
			t.Fatalf("%.200q: something is hidden in %.200q", s, got.Text)
		}
		if longestStack(got.Text) > maxMarks {
			t.Fatalf("%.200q: too many marks in %.200q", s, got.Text)
		}
		if was := hiddenAgain(t, got.Text, all); was != strings.ReplaceAll(s, "\r\n", "\n") {
			t.Fatalf("%.200q: without its names %.200q is %.200q", s, got.Text, was)
		}
		for _, m := range got.Places {
			if name := got.Text[m.Start:m.End]; !strings.HasPrefix(name, "⟨") || strings.Index(name, "⟩") != len(name)-len("⟩") {
				t.Fatalf("%.200q: %q is no name", s, name)
			}
		}
	})
}

func longestStack(s string) (longest int) {
	n := 0
	for _, r := range s {
		if n++; !isMark(r) {
			n = 0
		}
		longest = max(longest, n)
	}
	return longest
}
