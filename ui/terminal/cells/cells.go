// Package cells fits text into terminal cells. Widths are counted in cells, of
// which a Chinese character takes two and an accent none.
package cells

import (
	"strings"

	"dossier/ui/terminal/page/typeset"
	"dossier/ui/terminal/width"
)

// Cut shortens s to w cells, with an ellipsis where something is lost.
func Cut(s string, w int) string {
	switch {
	case w <= 0:
		return ""
	case Width(s) <= w:
		return s
	}
	return width.Truncate(s, w, "…")
}

// Fit makes s exactly w cells wide.
func Fit(s string, w int) string {
	s = Cut(s, w)
	return s + Space(w-Width(s))
}

// Space is n blank cells; none if n is negative.
func Space(n int) string { return strings.Repeat(" ", max(n, 0)) }

// Sides puts left and right at the two ends of w cells. Where both do not fit,
// right goes first.
func Sides(left, right string, w int) string {
	room := w - Width(right)
	if right == "" || room < 8 {
		return Fit(left, w)
	}
	return Fit(left, room-1) + " " + right
}

// Wrap breaks s, which has no styling, into lines of at most w cells, where its
// script allows. Of more than most lines the last one kept ends with an ellipsis.
func Wrap(s string, w, most int) []string {
	if w <= 0 || most <= 0 || s == "" {
		return nil
	}
	var lines []string
	for text := range strings.SplitSeq(s, "\n") {
		lines = append(lines, wrap(text, w)...)
	}
	for i := range lines {
		// Where a character is wider than w no break can help.
		lines[i] = Cut(strings.TrimRight(lines[i], " "), w)
	}
	if len(lines) > most {
		rest := strings.Join(lines[most-1:], " ")
		lines = append(lines[:most-1], Cut(rest, w))
	}
	return lines
}

func wrap(text string, w int) []string {
	if Width(text) <= w {
		return []string{text}
	}
	var p typeset.Paragraph
	var s typeset.Setter
	p.Add(text, 0, typeset.Pen{})
	s.Wrap(&p, w, nil)
	lines := make([]string, len(s.Lines))
	for i, l := range s.Lines {
		lines[i] = l.Text
	}
	return lines
}

// Block makes lines exactly h lines of exactly w cells.
func Block(lines []string, w, h int) []string {
	out := make([]string, max(h, 0))
	for i := range out {
		if i < len(lines) {
			out[i] = Fit(lines[i], w)
		} else {
			out[i] = Space(w)
		}
	}
	return out
}
