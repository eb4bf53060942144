package typeset

import (
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestPlainWidthAgreesWithTheTables: the short way gives what the long way
// would, before every kind of neighbour.
func TestPlainWidthAgreesWithTheTables(t *testing.T) {
	seen := 0
	for r := rune(0xa0); r < 0x20000; r++ {
		if plainWidth(r) == 0 {
			continue
		}
		seen++
		for _, next := range []string{"", "a", " ", "\n", "é", "漢", "—", string(r)} {
			text := string(r) + next
			_, n, w := simple([]byte(text))
			g, want := ansi.FirstGraphemeCluster(text, ansi.GraphemeWidth)
			if w != want || n != len(g) {
				t.Fatalf("%U before %q: %d bytes %d cells, want %d and %d", r, next, n, w, len(g), want)
			}
		}
		if _, _, w := simple([]byte(string(r) + "\u0301")); w != 0 {
			t.Fatalf("%U is measured without the mark on it", r)
		}
	}
	if seen < 20_000 {
		t.Errorf("only %d characters were tried", seen)
	}
}
