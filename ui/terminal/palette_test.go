package terminal

import (
	"fmt"
	"strings"
	"testing"
)

func TestPaletteDoesCommands(t *testing.T) {
	p := opened(t, newFixture(7), 100, 30)
	press(p, ":")
	sees(t, p, "Do, filter by, or read", "edit the filter", "who cut ties, and when")
	typed(p, "cut ties whe")
	sees(t, p, "▌ who cut ties, and when", "!edit the filter")
	press(p, "enter")
	sees(t, p, "Who cut ties, and when", "Globex")
	press(p, "esc", "ctrl+p")
	typed(p, "mouse")
	press(p, "enter")
	if !p.options.Mouse {
		t.Error("the mouse was not taken")
	}
	press(p, ":")
	typed(p, "leave the mouse")
	press(p, "enter", ":")
	typed(p, "zzzz")
	sees(t, p, "Nothing here is called that.")
	press(p, "enter", "esc")
	sees(t, p, "LANGUAGE")
}

func TestPaletteFilters(t *testing.T) {
	p := opened(t, newFixture(7), 100, 30)
	press(p, ":")
	typed(p, "jo d")
	sees(t, p, "Jo Doe", "actor · 7")
	press(p, "enter")
	sees(t, p, `actor:"Jo Doe"`, "● Jo Doe")
	press(p, ":")
	typed(p, "jo d")
	sees(t, p, "● actor · 7")
	press(p, "enter")
	sees(t, p, "!actor:", "○ Jo Doe")

	press(p, "enter", ":")
	typed(p, "deutsch")
	press(p, "enter")
	sees(t, p, "lang:de", "LANGUAGE", "2 of 7")
}

func TestPaletteOpensArticles(t *testing.T) {
	p := opened(t, newFixture(7), 100, 30)
	press(p, "f")
	typed(p, "lang:de")
	press(p, "enter", ":")
	typed(p, "title 6")
	sees(t, p, "▌ Title 6", "en · 7 Jan 2021")
	press(p, "enter")
	sees(t, p, "Title 6 with")
	press(p, "ctrl+o")
	sees(t, p, "2 of 7", "LANGUAGE")
}

// TestPaletteOfManyArticles is bounded, whatever fits.
func TestPaletteOfManyArticles(t *testing.T) {
	p := opened(t, newFixture(mostTitles+10), 100, 30)
	press(p, ":")
	typed(p, "title 20")
	if n := len(p.panel.items); n == 0 || n > mostChoices {
		t.Errorf("%d things are offered", n)
	}
	press(p, "enter")
	if screen := shown(p); !strings.Contains(screen, "Title 20") {
		t.Errorf("the article is not open:\n%s", screen)
	}
}

// TestPaletteWaitsForWhatIsTyped hands over answers late.
func TestPaletteWaitsForWhatIsTyped(t *testing.T) {
	p := opened(t, newFixture(7), 100, 30)
	press(p, ":")
	_, first := p.Update(key("T"))
	_, second := p.Update(key("6"))
	press(p, "enter")
	sees(t, p, "Do, filter by")
	drive(p, second)
	sees(t, p, "!Do, filter by", "Title 6")
	before := shown(p)
	drive(p, first)
	if shown(p) != before {
		t.Error("a late answer changed the screen")
	}
}

func BenchmarkPalette(b *testing.B) {
	p := bare(b.Context(), Options{})
	p.early = &loaded{shelf: newShelf(newFixture(100_000))}
	drive(p, p.Init())
	for n := 0; b.Loop(); n++ {
		p.searchPalette(&panel{}, p.commands(), fmt.Sprint("title ", n%100))()
	}
}
