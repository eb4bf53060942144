package theme

import (
	"image/color"
	"math"
	"regexp"
	"slices"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

func TestLookOfNames(t *testing.T) {
	for _, c := range []struct {
		name string
		dark bool
		want string
	}{
		{Auto, true, Dark}, {Auto, false, Light}, {"", true, Dark}, {"no such", false, Light},
		{Dark, false, Dark}, {Light, true, Light}, {HighContrast, true, HighContrast}, {Terminal, false, Terminal},
	} {
		if got := Look(c.name, c.dark); got != c.want {
			t.Errorf("%q on a terminal that is dark: %v: %q, want %q", c.name, c.dark, got, c.want)
		}
	}
}

func TestNextGoesThroughAll(t *testing.T) {
	seen := []string{Auto, Dark}
	for look := Next(Dark); look != Dark && len(seen) < 9; look = Next(look) {
		seen = append(seen, look)
	}
	if !slices.Equal(seen, Names()) {
		t.Errorf("the looks are %q, want %q", seen, Names())
	}
}

// luminance is as WCAG 2 has it.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// TestContrast holds every colour against its background: 4.5 is what WCAG asks
// of text, 7 is its enhanced level.
func TestContrast(t *testing.T) {
	black, white := lipgloss.Color("#16181c"), lipgloss.Color("#fcfbf8")
	for _, c := range []struct {
		name  string
		dark  bool
		paper color.Color
		least float64
	}{{Dark, true, black, 4.5}, {Light, false, white, 4.5}, {HighContrast, true, nil, 7}, {HighContrast, false, nil, 7}} {
		p := paletteFor(c.name, c.dark, colorprofile.TrueColor)
		paper := c.paper
		if paper == nil {
			paper = lipgloss.Color(p.paper)
			if n := contrast(lipgloss.Color(p.text), paper); n < 21 {
				t.Errorf("%s: text has a contrast of %.1f", c.name, n)
			}
		}
		for what, i := range map[string]ink{"accent": p.accent, "muted": p.muted, "warning": p.warning} {
			if i.colour == "" {
				continue
			}
			if n := contrast(lipgloss.Color(i.colour), paper); n < c.least {
				t.Errorf("%s: %s has a contrast of %.1f, want %.1f", c.name, what, n, c.least)
			}
		}
		if i := p.marker; i.colour != "" && contrast(lipgloss.Color(i.colour), lipgloss.Color(i.paper)) < c.least {
			t.Errorf("%s: marked text cannot be read", c.name)
		}
	}
}

var colours = regexp.MustCompile(`\x1b\[[0-9;]*\b[349][0-9]\b`)

// TestNothingIsToldByColourAlone finds looks that are the same once their
// colours are gone.
func TestNothingIsToldByColourAlone(t *testing.T) {
	for _, name := range Names() {
		for _, profile := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.NoTTY} {
			th := Named(name, true, profile)
			plain := th.Text.Render("x")
			for what, got := range map[string]string{
				"accent": th.Accent.Render("x"), "cursor": th.Cursor.Render("x"), "excluded": th.Excluded.Render("x"), "warning": th.Warning.Render("x"),
				"hint": th.Hint.Render("x"), "evidence": th.Evidence + "x", "here": th.Here + "x", "found": th.Found + "x", "current": th.Current + "x",
			} {
				if got == plain || colours.MatchString(got) {
					t.Errorf("%s without colours: %s is %q", name, what, got)
				}
			}
			if th.Evidence == th.Here || th.Found == th.Current || th.Foreground != nil || th.Background != nil {
				t.Errorf("%s without colours: %q, %q, %q, %q", name, th.Evidence, th.Here, th.Found, th.Current)
			}
		}
	}
}

// TestTerminalHasNoColoursOfItsOwn but the sixteen.
func TestTerminalHasNoColoursOfItsOwn(t *testing.T) {
	own := regexp.MustCompile(`[34]8;`)
	for _, dark := range []bool{true, false} {
		th := Named(Terminal, dark, colorprofile.TrueColor)
		all := th.Evidence + th.Here + th.Found + th.Current
		for _, s := range []lipgloss.Style{th.Text, th.Strong, th.Muted, th.Faint, th.Accent, th.Key, th.Label, th.Cursor, th.Excluded, th.Warning, th.Hint} {
			all += s.Render("x")
		}
		if own.MatchString(all) || th.Background != nil {
			t.Errorf("dark %v: %q", dark, all)
		}
	}
}
