package terminal

import (
	"dossier/ui/message"
	"dossier/ui/terminal/cells"
)

// mostShownSuggestions is how many rows the list takes under the filter line.
const mostShownSuggestions = 8

// maxSuggestions keeps the counts near to what they count.
const maxSuggestions = 60

// completionLines draw the list over the top of the panes, one blank line below
// it.
func (p *program) completionLines() []string {
	c := p.completion
	if c == nil || len(c.all) == 0 {
		return nil
	}
	h := min(mostShownSuggestions, len(c.all), max(p.frame.Body.H-1, 1))
	top := max(min(c.chose-h/2, len(c.all)-h), 0)
	w := min(p.frame.Body.W, maxSuggestions)
	var lines []string
	for i := top; i < top+h; i++ {
		lines = append(lines, cells.Fit(p.suggestionLine(c.all[i], i == c.chose, w), p.frame.Body.W))
	}
	return append(lines, cells.Space(p.frame.Body.W))
}

func (p *program) suggestionLine(s suggestion, chosen bool, w int) string {
	bar, look := "  ", p.theme.Text
	switch {
	case chosen:
		bar, look = p.theme.Cursor.Render("▌")+" ", p.theme.Cursor
	case s.count == 0:
		look = p.theme.Faint
	}
	text := look.Render(s.insert)
	if s.note != "" {
		text += "  " + p.theme.Muted.Render(s.note)
	}
	return bar + cells.Sides(text, p.theme.Muted.Render(s.countWords()), w-margin)
}

// explanation is the query in words while it is edited, or what may be typed.
func (p *program) explanation() string {
	switch {
	case p.field == nil || p.field.purpose != toFilter:
		return ""
	case p.words == "" && p.query.Empty():
		return p.theme.Muted.Render(message.Say("words of the text, or lang: vendor: actor: date: …"))
	}
	return p.theme.Muted.Render(p.words)
}

// fieldHints are what keys do in the text field in use.
func (p *program) fieldHints() []hint {
	hints := []hint{{"enter", message.Say("key|keep")}, {"esc", message.Say("key|undo")}}
	if p.field.purpose == toFilter {
		hints = append([]hint{{"tab", message.Say("key|complete")}}, hints...)
	}
	return hints
}
