package ink

import (
	"testing"

	glamour "charm.land/glamour/v2/ansi"
)

func TestInksCascade(t *testing.T) {
	yes, no, red := true, false, "1"
	w := NewWell()
	plain := w.Over(&Ink{}, glamour.StylePrimitive{})
	bold := w.Over(plain, glamour.StylePrimitive{Bold: &yes, Prefix: "## "})
	both := w.Over(bold, glamour.StylePrimitive{Color: &red, Italic: &yes})
	for _, c := range []struct {
		ink  *Ink
		want string
	}{
		{plain, ""}, {bold, "\x1b[1m"}, {both, "\x1b[31;1;3m"},
		{w.Over(both, glamour.StylePrimitive{Bold: &no}), "\x1b[31;3m"},
	} {
		if c.ink.SGR != c.want {
			t.Errorf("%q, want %q", c.ink.SGR, c.want)
		}
	}
	if w.Over(plain, glamour.StylePrimitive{Bold: &yes}) != bold {
		t.Error("one look is mixed twice")
	}
}

func TestLetters(t *testing.T) {
	yes := true
	w := NewWell()
	if got := w.Over(&Ink{}, glamour.StylePrimitive{Upper: &yes}).Letters("Große Ödnis"); got != "GROSSE ÖDNIS" {
		t.Errorf("%q", got)
	}
	if got := w.Over(&Ink{}, glamour.StylePrimitive{Lower: &yes}).Letters("GROSSE"); got != "grosse" {
		t.Errorf("%q", got)
	}
}
