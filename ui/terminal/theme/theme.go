// Package theme is how the reader looks: one value of styles for each theme,
// built once and handed to whatever draws.
//
// The text keeps the terminal's own colours, save in high contrast. Beside it
// there are three more: an accent, the yellow of a marker pen, which says
// "here"; a muted grey for what is read second; and a fainter one for rules.
// Nothing is told by colour alone.
package theme

import (
	"image/color"
	"slices"
	"strings"

	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// The names of themes, as settings have them.
const (
	Auto         = "auto" // dark or light, as the terminal is
	Dark         = "dark"
	Light        = "light"
	HighContrast = "high-contrast"
	Terminal     = "terminal" // the sixteen colours that the terminal was given
)

// Names are the names of all themes.
func Names() []string { return append([]string{Auto}, looks...) }

// looks are the themes that look different.
var looks = []string{Dark, Light, HighContrast, Terminal}

// Look is the theme that a name means on a dark or a light terminal.
func Look(name string, dark bool) string {
	switch {
	case slices.Contains(looks, name):
		return name
	case dark:
		return Dark
	}
	return Light
}

// Next is the look after another one.
func Next(look string) string {
	return looks[(slices.Index(looks, look)+1)%len(looks)]
}

// Theme is one look.
type Theme struct {
	Name    string // of the look: never Auto
	Dark    bool   // it is for a dark background
	Profile colorprofile.Profile

	// Foreground and Background are what the terminal's own colours are to be
	// meanwhile; nil leaves them.
	Foreground, Background color.Color

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

// New makes the look for a dark or a light background, in as many colours as a
// terminal has.
func New(dark bool, profile colorprofile.Profile) *Theme { return Named(Auto, dark, profile) }

// Named makes the look of a name; one that there is not is Auto.
func Named(name string, dark bool, profile colorprofile.Profile) *Theme {
	look := Look(name, dark)
	p := paletteFor(look, dark, profile)
	plain := lipgloss.NewStyle()
	t := &Theme{
		Name:     look,
		Dark:     isDark(look, dark),
		Profile:  profile,
		Text:     plain,
		Strong:   plain.Bold(true),
		Muted:    p.muted.style(),
		Faint:    p.faint.style(),
		Accent:   p.accent.style(),
		Key:      plain.Bold(true),
		Label:    p.muted.style().Bold(true),
		Cursor:   p.accent.style().Bold(true),
		Excluded: p.muted.style().Strikethrough(true),
		Warning:  p.warning.style(),
		Hint:     p.accent.style().Bold(true).Reverse(true),
		Evidence: opening(p.marker.style()),
		Here:     opening(plain.Underline(true)),
		Found:    opening(p.accent.style().Bold(true).Underline(true)),
		Current:  opening(plain.Reverse(true)),
		Markdown: markdown(p),
	}
	if p.text != "" {
		t.Foreground, t.Background = lipgloss.Color(p.text), lipgloss.Color(p.paper)
	}
	return t
}

// Is reports that this is the look that Named would make.
func (t *Theme) Is(name string, dark bool, profile colorprofile.Profile) bool {
	look := Look(name, dark)
	return t.Name == look && t.Dark == isDark(look, dark) && t.Profile == profile
}

// isDark reports a look for a dark background on a terminal that is dark, or not.
func isDark(look string, dark bool) bool { return look == Dark || look != Light && dark }

// opening is the sequence that turns a look on.
func opening(s lipgloss.Style) string {
	on, _, _ := strings.Cut(s.Render("x"), "x")
	return on
}
