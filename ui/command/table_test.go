package command

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestNoLineIsWiderThanTheTerminal of any table, at any width.
func TestNoLineIsWiderThanTheTerminal(t *testing.T) {
	for _, args := range [][]string{{"list"}, {"facets"}, {"cuts"}, {"licenses"}} {
		for width := 1; width <= 200; width++ {
			got := on(t, screen(width, 40), args...)
			for _, line := range strings.Split(got.out, "\n") {
				if n := ansi.StringWidth(line); n > width {
					t.Fatalf("%s: %q is %d cells wide, on a terminal of %d", args[0], line, n, width)
				}
			}
		}
	}
}

func TestWhatGivesWayFirst(t *testing.T) {
	wide := on(t, screen(200, 40), "list").out
	if strings.Contains(wide, "…") {
		t.Errorf("something is cut where there is room:\n%s", wide)
	}
	mid := on(t, screen(100, 40), "list").out
	if !strings.Contains(mid, "long   -  en") || !strings.Contains(mid, "anybody: 銀行…   Bank, S…\n") || !strings.Contains(mid, "Kurz"+strings.Repeat(" ", 74)+"Bank\n") {
		t.Errorf("at 100 cells the list is\n%s", mid)
	}
	narrow := on(t, screen(40, 40), "list").out
	if !strings.Contains(narrow, "short  -  de  Kurz") || !strings.Contains(narrow, "A very") {
		t.Errorf("at 40 cells the list is\n%s", narrow)
	}
}

// TestNothingIsCutInAPipe also where the size of some terminal is known.
func TestNothingIsCutInAPipe(t *testing.T) {
	w := screen(40, 10)
	w.Terminal = false
	if got := on(t, w, "list").out; strings.Contains(got, "…") || !strings.Contains(got, "銀行とお店  Bank, Shop of many names?\n") {
		t.Errorf("in a pipe the list is\n%s", got)
	}
}

func TestColumnsStandBelowOneAnother(t *testing.T) {
	tab := &table{columns: []column{{}, {right: true}, {}}}
	tab.add("a", "1", "x")
	tab.add("銀行", "100", "")
	tab.add("ccc", "12", "y\nz\x1b")
	var b strings.Builder
	if err := (World{}).writeAligned(&b, tab); err != nil {
		t.Fatal(err)
	}
	if want := "a       1  x\n銀行  100\nccc    12  y z␛\n"; b.String() != want {
		t.Errorf("the table is\n%swant\n%s", b.String(), want)
	}
}
