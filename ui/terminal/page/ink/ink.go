// Package ink turns a Glamour style into what a line is written with: styles
// cascade from block to text as Glamour's do, and every look becomes one SGR
// sequence, worked out once.
package ink

import (
	"strings"
	"unicode"

	glamour "charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Ink is a look. The zero Ink is the terminal's own.
type Ink struct {
	SGR  string // the sequence that turns it on
	Case Case
	look glamour.StylePrimitive
}

// Case is how the letters are shown.
type Case uint8

// The cases.
const (
	AsWritten Case = iota
	Upper
	Lower
)

// Well mixes inks and keeps them. It belongs to one goroutine.
type Well struct {
	mixed map[glamour.StylePrimitive]*Ink
}

// NewWell makes an empty well.
func NewWell() *Well {
	return &Well{mixed: map[glamour.StylePrimitive]*Ink{}}
}

// Over lays a style over an ink: what the style leaves open stays as it was.
func (w *Well) Over(base *Ink, style glamour.StylePrimitive) *Ink {
	look := cascade(base.look, style)
	if i, ok := w.mixed[look]; ok {
		return i
	}
	i := &Ink{SGR: sgr(look), Case: caseOf(look), look: look}
	w.mixed[look] = i
	return i
}

// cascade keeps looks only: prefixes and formats belong to the block that has
// them, and must not make two equal looks differ.
func cascade(base, over glamour.StylePrimitive) glamour.StylePrimitive {
	return glamour.StylePrimitive{
		Color:           either(over.Color, base.Color),
		BackgroundColor: either(over.BackgroundColor, base.BackgroundColor),
		Underline:       either(over.Underline, base.Underline),
		Bold:            either(over.Bold, base.Bold),
		Italic:          either(over.Italic, base.Italic),
		CrossedOut:      either(over.CrossedOut, base.CrossedOut),
		Faint:           either(over.Faint, base.Faint),
		Inverse:         either(over.Inverse, base.Inverse),
		Upper:           either(over.Upper, base.Upper),
		Lower:           either(over.Lower, base.Lower),
	}
}

func either[T any](first, second *T) *T {
	if first != nil {
		return first
	}
	return second
}

func sgr(p glamour.StylePrimitive) string {
	var s ansi.Style
	if p.Color != nil {
		s = s.ForegroundColor(lipgloss.Color(*p.Color))
	}
	if p.BackgroundColor != nil {
		s = s.BackgroundColor(lipgloss.Color(*p.BackgroundColor))
	}
	for _, a := range []struct {
		on  *bool
		add func() ansi.Style
	}{
		{p.Bold, func() ansi.Style { return s.Bold() }},
		{p.Faint, func() ansi.Style { return s.Faint() }},
		{p.Italic, func() ansi.Style { return s.Italic(true) }},
		{p.Underline, func() ansi.Style { return s.Underline(true) }},
		{p.Inverse, func() ansi.Style { return s.Reverse(true) }},
		{p.CrossedOut, func() ansi.Style { return s.Strikethrough(true) }},
	} {
		if a.on != nil && *a.on {
			s = a.add()
		}
	}
	if len(s) == 0 {
		return ""
	}
	return s.String()
}

func caseOf(p glamour.StylePrimitive) Case {
	switch {
	case p.Upper != nil && *p.Upper:
		return Upper
	case p.Lower != nil && *p.Lower:
		return Lower
	}
	return AsWritten
}

// Letters shows s in the ink's case.
func (i *Ink) Letters(s string) string {
	switch i.Case {
	case Upper:
		return strings.ReplaceAll(strings.ToUpper(s), "ß", "SS")
	case Lower:
		return strings.Map(unicode.ToLower, s)
	}
	return s
}

// Bold is the ink with bold on or off.
func (i *Ink) Bold(w *Well, on *bool) *Ink {
	return w.Over(i, glamour.StylePrimitive{Bold: on})
}
