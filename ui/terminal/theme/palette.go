package theme

import (
	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// palette is what a look is made of.
type palette struct {
	text, paper                           string // colours; empty are the terminal's
	accent, muted, faint, warning, marker ink
}

// ink is how something is set off: by colours, and by what needs none. The zero
// value does not set it off.
type ink struct {
	colour, paper          string // empty are the text's
	bold, dim, under, turn bool
}

// hex is an ink that is a colour and nothing else.
func hex(colour string) ink { return ink{colour: colour} }

var (
	darkPalette = palette{
		accent: hex("#E0B252"), muted: hex("#9AA0A8"), faint: hex("#5C636D"), warning: hex("#E8846B"),
		marker: ink{paper: "#453812"},
	}
	lightPalette = palette{
		accent: hex("#8F5B00"), muted: hex("#5F666F"), faint: hex("#A3A9B0"), warning: hex("#B3371E"),
		marker: ink{paper: "#FFEBA8"},
	}

	// High contrast has black, white and a colour that is as far from both as
	// can be; no grey.
	darkContrast = palette{
		text: "#FFFFFF", paper: "#000000",
		accent: ink{colour: "#FFFF00", bold: true}, warning: ink{bold: true, under: true},
		marker: ink{colour: "#000000", paper: "#FFFF00"},
	}
	lightContrast = palette{
		text: "#000000", paper: "#FFFFFF",
		accent: ink{colour: "#0000A0", bold: true}, warning: ink{bold: true, under: true},
		marker: ink{colour: "#000000", paper: "#FFE600"},
	}

	// The terminal's sixteen colours are used by number, and only those that
	// stand out on the background in the palettes that people choose: bright
	// black is the background itself in one of them.
	dark16 = palette{
		accent: hex("3"), faint: ink{dim: true}, warning: hex("1"),
		marker: ink{bold: true, under: true},
	}
	light16 = palette{
		accent: hex("5"), muted: hex("8"), faint: ink{dim: true}, warning: hex("1"),
		marker: ink{bold: true, under: true},
	}
	contrast16 = palette{
		accent: ink{bold: true, under: true}, warning: ink{bold: true, under: true},
		marker: ink{turn: true},
	}

	// Without colours weight tells what they tell.
	colourless = palette{
		accent: ink{bold: true}, faint: ink{dim: true}, warning: ink{bold: true},
		marker: ink{bold: true, under: true},
	}
)

func paletteFor(look string, dark bool, p colorprofile.Profile) palette {
	few := p <= colorprofile.ANSI
	switch {
	case few && look == HighContrast:
		return contrast16
	case p < colorprofile.ANSI:
		return colourless
	case look == HighContrast && dark:
		return darkContrast
	case look == HighContrast:
		return lightContrast
	case look == Terminal && dark, few && look == Dark:
		return dark16
	case look == Terminal, few:
		return light16
	case look == Dark:
		return darkPalette
	}
	return lightPalette
}

func (i ink) style() lipgloss.Style {
	s := lipgloss.NewStyle()
	if i.colour != "" {
		s = s.Foreground(lipgloss.Color(i.colour))
	}
	if i.paper != "" {
		s = s.Background(lipgloss.Color(i.paper))
	}
	if i.bold {
		s = s.Bold(true)
	}
	if i.dim {
		s = s.Faint(true)
	}
	if i.under {
		s = s.Underline(true)
	}
	if i.turn {
		s = s.Reverse(true)
	}
	return s
}

// primitive is the ink as Glamour has it.
func (i ink) primitive() ansi.StylePrimitive {
	yes := true
	var s ansi.StylePrimitive
	if i.colour != "" {
		s.Color = &i.colour
	}
	if i.bold {
		s.Bold = &yes
	}
	if i.dim {
		s.Faint = &yes
	}
	if i.under {
		s.Underline = &yes
	}
	return s
}
