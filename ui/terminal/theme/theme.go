// Package theme is how the reader looks: one value of styles for each of light
// and dark, built once and handed to whatever draws.
//
// The text keeps the terminal's own colours. Beside it there are three more:
// an accent, the yellow of a marker pen, which says "here"; a muted grey for
// what is read second; and a fainter one for rules. Nothing is told by colour
// alone.
package theme

import (
	"image/color"
	"strings"

	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// Theme is one look.
type Theme struct {
	Dark    bool
	Profile colorprofile.Profile

	Text     lipgloss.Style // body text, titles not selected
	Strong   lipgloss.Style // titles, headings
	Muted    lipgloss.Style // facts beside a title, hints
	Faint    lipgloss.Style // rules, values with nothing behind them
	Accent   lipgloss.Style // the one thing that is meant: cursor, active filter
	Key      lipgloss.Style // a key in a hint
	Label    lipgloss.Style // headings of panes
	Cursor   lipgloss.Style // the line under the cursor in a focused pane
	Excluded lipgloss.Style // what a filter leaves out
	Warning  lipgloss.Style
	Hint     lipgloss.Style // what to type for a link, over its text

	// Looks that are laid over text with a look of its own, as the sequences
	// that turn them on.
	Evidence string // a passage that proves an active filter
	Here     string // the passage that was gone to last
	Found    string // words that were searched for
	Current  string // those of them that were gone to

	Markdown ansi.StyleConfig
}

// palette is the colours that a look is made of.
type palette struct {
	accent, muted, faint, strong, marker, warning string
}

var (
	darkPalette  = palette{"#E0B252", "#9AA0A8", "#5C636D", "#F2F2F2", "#453812", "#E8846B"}
	lightPalette = palette{"#8F5B00", "#5F666F", "#A3A9B0", "#000000", "#FFEBA8", "#B3371E"}

	// On a terminal of 16 colours its own ones are used by number: what is
	// nearest to ours may be the background's.
	dark16  = palette{"3", "7", "8", "15", "", "1"}
	light16 = palette{"5", "8", "8", "0", "", "1"}
)

func paletteFor(dark bool, p colorprofile.Profile) palette {
	switch few := p <= colorprofile.ANSI; {
	case few && dark:
		return dark16
	case few:
		return light16
	case dark:
		return darkPalette
	}
	return lightPalette
}

// New makes the look for a dark or a light background, in as many colours as a
// terminal has.
func New(dark bool, profile colorprofile.Profile) *Theme {
	p := paletteFor(dark, profile)
	plain := lipgloss.NewStyle()
	of := func(c string) lipgloss.Style { return plain.Foreground(rgb(c)) }
	return &Theme{
		Dark:     dark,
		Profile:  profile,
		Text:     plain,
		Strong:   plain.Bold(true),
		Muted:    of(p.muted),
		Faint:    of(p.faint),
		Accent:   of(p.accent),
		Key:      plain.Bold(true),
		Label:    of(p.muted).Bold(true),
		Cursor:   of(p.accent).Bold(true),
		Excluded: of(p.muted).Strikethrough(true),
		Warning:  of(p.warning),
		Hint:     of(p.accent).Bold(true).Reverse(true),
		Evidence: opening(marker(p)),
		Here:     opening(plain.Underline(true)),
		Found:    opening(of(p.accent).Bold(true).Underline(true)),
		Current:  opening(plain.Reverse(true)),
		Markdown: markdown(p),
	}
}

// marker is the look of a marker pen; without a colour for it, bold.
func marker(p palette) lipgloss.Style {
	if p.marker == "" {
		return lipgloss.NewStyle().Bold(true).Underline(true)
	}
	return lipgloss.NewStyle().Background(rgb(p.marker))
}

// opening is the sequence that turns a look on.
func opening(s lipgloss.Style) string {
	on, _, _ := strings.Cut(s.Render("x"), "x")
	return on
}

func rgb(hex string) color.Color { return lipgloss.Color(hex) }

// markdown is the style for long reading. Colour is set on text elements only:
// Glamour styles the padding of coloured blocks cell by cell, which makes the
// output many times the size of the text.
func markdown(p palette) ansi.StyleConfig {
	yes := true
	one, two := uint(1), uint(2)
	quote := "▏ "
	heading := func() ansi.StyleBlock {
		return ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{BlockPrefix: "\n", BlockSuffix: "\n", Bold: &yes}}
	}
	first, second, minor := heading(), heading(), heading()
	first.Underline = &yes
	second.Color = &p.accent
	minor.Italic = &yes
	muted := ansi.StylePrimitive{Color: &p.muted}
	return ansi.StyleConfig{
		BlockQuote:     ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Italic: &yes}, Indent: &one, IndentToken: &quote},
		Heading:        heading(),
		H1:             first,
		H2:             second,
		H3:             minor,
		H4:             minor,
		H5:             minor,
		H6:             minor,
		Strikethrough:  ansi.StylePrimitive{CrossedOut: &yes},
		Emph:           ansi.StylePrimitive{Italic: &yes},
		Strong:         ansi.StylePrimitive{Bold: &yes},
		HorizontalRule: ansi.StylePrimitive{Color: &p.faint, Format: "\n· · ·\n"},
		Item:           ansi.StylePrimitive{BlockPrefix: "• "},
		Enumeration:    ansi.StylePrimitive{BlockPrefix: ". "},
		Task:           ansi.StyleTask{Ticked: "[x] ", Unticked: "[ ] "},
		LinkText:       ansi.StylePrimitive{Underline: &yes},
		ImageText:      ansi.StylePrimitive{Color: &p.muted, Format: "[image: {{.text}}]"},
		Code:           ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: &p.accent}},
		CodeBlock: ansi.StyleCodeBlock{
			StyleBlock: ansi.StyleBlock{Margin: &two},
			Chroma: &ansi.Chroma{
				Comment:       ansi.StylePrimitive{Color: &p.muted, Italic: &yes},
				Keyword:       ansi.StylePrimitive{Bold: &yes},
				LiteralString: ansi.StylePrimitive{Color: &p.accent},
			},
		},
		HTMLBlock: ansi.StyleBlock{StylePrimitive: muted},
	}
}
