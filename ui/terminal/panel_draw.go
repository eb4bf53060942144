package terminal

import (
	"sort"

	"charm.land/lipgloss/v2"

	"dossier/ui/message"
	"dossier/ui/terminal/cells"
	"dossier/ui/terminal/theme"
)

// The most lines that the parts of an item take.
const (
	mostHeading = 3
	mostText    = 12
	mostNote    = 6
)

// lines lays out one item.
func (pl *panel) lines(th *theme.Theme, at int) []string {
	it, w := pl.items[at], max(pl.w-margin, 1)
	var lines []string
	add := func(style lipgloss.Style, text string, w, most int) {
		for _, s := range cells.Wrap(text, w, most) {
			lines = append(lines, style.Render(s))
		}
	}
	if it.lines != nil {
		return it.lines(th, w)
	}
	if it.draw != nil {
		return []string{it.draw(th, w)}
	}
	add(th.Strong, it.heading, w, mostHeading)
	if it.label != "" {
		return append(lines, pl.labelled(th, it, w)...)
	}
	add(th.Text, it.text, w, mostText)
	add(th.Muted, it.note, w, mostNote)
	return append(lines, "")
}

// labelled sets an item's text beside its label.
func (pl *panel) labelled(th *theme.Theme, it item, w int) []string {
	column := min(pl.column, w/3)
	label := cells.Wrap(it.label, max(column-1, 1), mostText)
	text := cells.Wrap(it.text, max(w-column, 1), mostText)
	lines := make([]string, max(len(label), len(text)))
	for i := range lines {
		lines[i] = cells.Space(column)
		if i < len(label) {
			lines[i] = th.Key.Render(cells.Fit(label[i], column))
		}
		if i < len(text) {
			lines[i] += text[i]
		}
	}
	return lines
}

// draw returns the panel's lines.
func (pl *panel) draw(th *theme.Theme) []string {
	pl.theme = th
	out := []string{th.Accent.Bold(true).Render(cells.Cut(pl.title, pl.w)), pl.second(th)}
	if len(pl.items) == 0 {
		for _, s := range cells.Wrap(pl.nothing(), pl.w, mostText) {
			out = append(out, th.Muted.Render(s))
		}
	}
	first := sort.Search(len(pl.items), func(i int) bool { return pl.starts[i+1] > pl.top })
	for i := first; i < len(pl.items) && pl.starts[i] < pl.top+pl.room(); i++ {
		for y, line := range pl.lines(th, i) {
			if at := pl.starts[i] + y; at >= pl.top && at < pl.top+pl.room() {
				out = append(out, pl.bar(th, i, line)+line)
			}
		}
	}
	return cells.Block(out, pl.w, pl.h)
}

// nothing is what is said in place of items.
func (pl *panel) nothing() string {
	if pl.pending {
		return message.Say("Reading …")
	}
	return pl.empty
}

// second is the line below the title: what is typed, what stays above the items,
// or nothing.
func (pl *panel) second(th *theme.Theme) string {
	switch {
	case pl.typed != nil:
		text, _ := inputLine(pl.typed, pl.w-margin)
		return th.Muted.Render("› ") + text
	case pl.head != nil:
		return cells.Space(margin) + pl.head(th, max(pl.w-margin, 1))
	}
	return ""
}

func (pl *panel) bar(th *theme.Theme, at int, line string) string {
	switch {
	case pl.choose == nil:
		return ""
	case at == pl.cursor && line != "":
		return th.Cursor.Render("▌") + " "
	}
	return "  "
}
