package terminal

import (
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"dossier/ui/terminal/width"
)

// inputLine is what of a text field stands in w cells, and the cell of its cursor.
// The field's own cursor counts letters, which is true only where each takes a cell
// and all of them fit.
func inputLine(in *textinput.Model, w int) (text string, x int) {
	if in.Value() == "" {
		in.SetWidth(max(w-1, 1))
		return in.View(), 0
	}
	value := []rune(in.Value())
	before, after := string(value[:in.Position()]), string(value[in.Position():])
	if width.Of(before)+width.Of(after) < w {
		return before + after, width.Of(before)
	}
	// What follows the cursor is to be seen too.
	room := max(w-1, 1)
	if width.Of(after) > room/4 {
		room = max(room*3/4, 1)
	} else {
		room = max(room-width.Of(after), 1)
	}
	if lost := width.Of(before) - room; lost > 0 {
		before = width.Cut(before, lost, width.Of(before))
	}
	return width.Cut(before+after, 0, max(w-1, 1)), width.Of(before)
}

// inputCursor is the terminal's cursor at a cell of a field, with the field's look.
func inputCursor(in *textinput.Model, x int) *tea.Cursor {
	c := in.Cursor()
	if c != nil {
		c.X = x
	}
	return c
}
