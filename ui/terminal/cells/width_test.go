package cells

import (
	"testing"

	"dossier/ui/terminal/width"
)

var measured = []string{
	"", "plain", "Größe", "漢字 and more", "e\u0301", "a\u200db", "❤\ufe0f", "©\ufe0f", "x\ufe0f", "\x1b[1;38:2:1:2:3mbold\x1b[m ●○◌│┃",
	"\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "\x1b[2Jx", "\x1b[1", "\x1b", "a\tb", "a\u00adb", "кириллица\u0483", "»quote« …", "🇩🇪🇫🇷", "\xff\xfe", "…\u20dd", "ａ", "한국", "●\u0301",
}

// TestWidthIsThatOfTheTerminal compares the short way with the long one, however
// the terminal counts.
func TestWidthIsThatOfTheTerminal(t *testing.T) {
	defer width.Graphemes(false)
	for _, counted := range []bool{false, true} {
		width.Graphemes(counted)
		checkWidths(t)
	}
}

func checkWidths(t *testing.T) {
	t.Helper()
	for _, s := range measured {
		if got, want := Width(s), width.Of(s); got != want {
			t.Errorf("%q takes %d cells, want %d", s, got, want)
		}
	}
	for r := rune(0x20); r < 0x3000; r++ {
		for _, s := range []string{string(r), "a" + string(r), string(r) + "a", string(r) + "\u0301"} {
			if got, want := Width(s), width.Of(s); got != want {
				t.Fatalf("%+q takes %d cells, want %d", s, got, want)
			}
		}
	}
}

func FuzzWidth(f *testing.F) {
	for _, s := range measured {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		width.Graphemes(len(s)%2 > 0)
		if got, want := Width(s), width.Of(s); got != want {
			t.Fatalf("%+q takes %d cells, want %d", s, got, want)
		}
	})
}

func BenchmarkWidth(b *testing.B) {
	const line = " \x1b[1mParlers Chef hält das Ende für möglich\x1b[m  │  ● Amazon    4"
	for b.Loop() {
		Width(line)
	}
}
