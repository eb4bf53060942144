package cells

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dossier/ui/terminal/width"
)

const (
	family  = "👨‍👩‍👧‍👦"              // one character of seven runes
	flag    = "🇫🇷"                   // of two
	accents = "e\u0301a\u0308\u0323" // two letters with three marks
	styled  = "\x1b[1mbold\x1b[m and \x1b[38;2;1;2;3m漢字\x1b[m"
)

func TestWidth(t *testing.T) {
	width.Graphemes(true)
	defer width.Graphemes(false)
	for s, want := range map[string]int{
		"": 0, "a": 1, "漢字": 4, "ｗ": 2, "é": 1, accents: 2, family: 2, flag: 2, "한국": 4, "…": 1, "▌": 1, "★": 1, "⊘": 1, styled: 13,
		"\u0627\u0644": 2,
	} {
		if got := Width(s); got != want {
			t.Errorf("%q is %d cells wide, want %d", s, got, want)
		}
	}
}

func TestCut(t *testing.T) {
	width.Graphemes(true)
	defer width.Graphemes(false)
	for _, c := range []struct {
		s    string
		w    int
		want string
	}{
		{"abc", 3, "abc"},
		{"abcd", 3, "ab…"},
		{"abcd", 1, "…"},
		{"abcd", 0, ""},
		{"abcd", -1, ""},
		{"漢字漢", 6, "漢字漢"},
		{"漢字漢", 5, "漢字…"},
		{"漢字漢", 4, "漢…"}, // no half of a character
		{"漢", 1, "…"},
		{family + "ab", 3, family + "…"},
		{family + "ab", 2, "…"},
		{accents + "b", 2, "e\u0301…"},
		{flag + flag, 3, flag + "…"},
	} {
		if got := Cut(c.s, c.w); got != c.want {
			t.Errorf("Cut(%q, %d) = %q, want %q", c.s, c.w, got, c.want)
		}
	}
}

// samples are texts that are hard to fit.
var samples = []string{
	"", " ", "word", "some words of a line that goes on", "漢字かなまじり文はどこでも折れる", "a漢b字c", family + " " + flag + family,
	accents + " " + accents, styled, strings.Repeat("long", 40), "Ungetrennteslangeswort in einer Zeile", "a  b", "العربية نص",
	"Donaudampfschiff-fahrt", "e" + strings.Repeat("\u0301", 8),
}

func TestFitIsExact(t *testing.T) {
	for _, s := range samples {
		for w := range 60 {
			if got := Width(Fit(s, w)); got != w {
				t.Errorf("Fit(%q, %d) is %d wide", s, w, got)
			}
			if cut := Cut(s, w); Width(cut) > w || Width(s) <= w && cut != s {
				t.Errorf("Cut(%q, %d) = %q", s, w, cut)
			}
		}
	}
}

func TestSides(t *testing.T) {
	for _, c := range []struct {
		left, right string
		w           int
		want        string
	}{
		{"left", "right", 20, "left           right"},
		{"left and more", "right", 14, "left an… right"},
		{"left and more", "right", 12, "left and mo…"}, // both do not fit
		{"left", "", 6, "left  "},
		{"", "right", 14, "         right"},
		{"漢字", "字", 12, "漢字      字"},
		{"left", "right", 0, ""},
	} {
		if got := Sides(c.left, c.right, c.w); got != c.want {
			t.Errorf("Sides(%q, %q, %d) = %q, want %q", c.left, c.right, c.w, got, c.want)
		}
	}
	for _, left := range samples {
		for _, right := range samples {
			for w := range 50 {
				if got := Width(Sides(left, right, w)); got != w {
					t.Fatalf("Sides(%q, %q, %d) is %d wide", left, right, w, got)
				}
			}
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		s       string
		w, most int
		want    string // lines with | between them
	}{
		{"one two three", 20, 5, "one two three"},
		{"one two three", 7, 5, "one two|three"},
		{"one two three", 3, 5, "one|two|thr|ee"},
		{"one two three", 7, 1, "one tw…"},
		{"one two three four five", 7, 2, "one two|three …"},
		{"漢字漢字漢字", 5, 5, "漢字|漢字|漢字"},
		{"漢字漢字漢字", 5, 2, "漢字|漢字…"},
		{"Amazon\u00a0Web\u00a0Services  Apple", 20, 3, "Amazon\u00a0Web\u00a0Services|Apple"},
		{"", 5, 5, ""},
		{"a", 0, 5, ""},
		{"a", 5, 0, ""},
	} {
		if got := strings.Join(Wrap(c.s, c.w, c.most), "|"); got != c.want {
			t.Errorf("Wrap(%q, %d, %d) = %q, want %q", c.s, c.w, c.most, got, c.want)
		}
	}
}

func TestWrapKeepsItsBounds(t *testing.T) {
	for _, s := range samples {
		if strings.Contains(s, "\x1b") {
			continue // what is wrapped is styled afterwards
		}
		for w := 1; w < 40; w++ {
			for _, most := range []int{1, 2, 3, 99} {
				lines := Wrap(s, w, most)
				if len(lines) > most {
					t.Errorf("Wrap(%q, %d, %d) has %d lines", s, w, most, len(lines))
				}
				for _, l := range lines {
					if Width(l) > w || !utf8.ValidString(l) {
						t.Errorf("Wrap(%q, %d, %d) has the line %q of %d cells", s, w, most, l, Width(l))
					}
				}
				if most == 99 && w > 1 {
					kept(t, s, w, lines)
				}
			}
		}
	}
}

// kept checks that nothing but white space went where lines were broken.
func kept(t *testing.T, s string, w int, lines []string) {
	t.Helper()
	bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
	if got := strings.Join(lines, " "); bare(got) != bare(s) {
		t.Errorf("Wrap(%q, %d) = %q", s, w, lines)
	}
}

func TestBlockIsExact(t *testing.T) {
	for _, h := range []int{0, 1, 3, 5} {
		block := Block([]string{"a", "漢字漢字", styled, "d"}, 5, h)
		if len(block) != h {
			t.Errorf("a block of %d lines has %d", h, len(block))
		}
		for _, l := range block {
			if Width(l) != 5 {
				t.Errorf("the line %q of a block is %d cells wide", l, Width(l))
			}
		}
	}
	if got := Block([]string{"a"}, 2, -1); len(got) != 0 {
		t.Errorf("a block without height is %q", got)
	}
}
