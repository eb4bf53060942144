package terminal

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/model"
	"dossier/model/facet"
	"dossier/ui/message"
	"dossier/ui/terminal/cells"
	"dossier/ui/wording"
)

// titleLine says what the dossier is; in an article, where one is in it.
func (p *program) titleLine(w int) string {
	switch {
	case p.failure != nil:
		return ""
	case p.shelf == nil:
		return p.theme.Muted.Render(message.Say("Reading …"))
	}
	if where := p.crumbs(w); p.focus == inText && where != "" {
		return where
	}
	title := p.shelf.index.Dossier().Title
	return cells.Sides(p.theme.Strong.Render(title), p.theme.Muted.Render(p.extent(w-cells.Width(title)-2)), w)
}

// extent is how much there is in the dossier, as much of it as fits in w cells. How
// many articles and notices there are is said before how many of what else.
func (p *program) extent(w int) string {
	parts := []string{message.Count(p.shelf.index.Count(), "%d article", "%d articles")}
	if n := len(p.answer.Facets[facet.Language].Values); n > 0 {
		parts = append(parts, message.Count(n, "%d language", "%d languages"))
	}
	if n := len(p.answer.Facets[facet.Vendor].Values); n > 0 {
		parts = append(parts, message.Count(n, "%d vendor", "%d vendors"))
	}
	notices := ""
	if n := len(p.shelf.index.Dossier().Notices) + len(p.notices); n > 0 {
		notices = " · ! " + message.Count(n, "%d notice", "%d notices")
	}
	all := fittingParts(strings.Join(parts, " · "), w-cells.Width(notices)) + notices
	if cells.Width(all) > w {
		return strings.TrimPrefix(notices, " · ")
	}
	return all
}

// filterLine is the query: as text while it is typed, as chips otherwise.
func (p *program) filterLine(w int) string {
	right := p.theme.Muted.Render(p.beside())
	switch {
	case p.field != nil:
		return cells.Sides(p.fieldText(), right, w)
	case p.failure != nil:
		return ""
	case p.focus == inText && asksNothing(p.query):
		return cells.Sides("", right, w) // its keys mean something else there
	case asksNothing(p.query):
		return cells.Sides(p.theme.Faint.Render(fittingParts(message.Say("f filter · 1 language · 2 vendor · 3 actor"), w-cells.Width(right)-1)), right, w)
	}
	return cells.Sides(p.chips(), right, w)
}

// fittingParts is as many of the parts of a line, from the first, as fit whole.
func fittingParts(line string, w int) string {
	const between = " · "
	for cells.Width(line) > w {
		i := strings.LastIndex(line, between)
		if i < 0 {
			break
		}
		line = line[:i]
	}
	return line
}

// beside is what stands at the right of the filter: how many articles are listed,
// or which of them is read.
func (p *program) beside() string {
	if p.focus == inText && p.field == nil && p.list.Len() > 0 {
		return message.Say("article %d of %d", p.list.Cursor()+1, p.list.Len())
	}
	return p.found()
}

// found is how many articles are listed, of how many.
func (p *program) found() string {
	if p.shelf == nil {
		return ""
	}
	return message.Say("%d of %d", len(p.answer.Hits), p.shelf.index.Count())
}

func (p *program) chips() string {
	var chips []string
	for _, n := range p.query.Root.Kids {
		chips = append(chips, p.theme.Accent.Render(n.String()))
	}
	if p.query.Sort != "" {
		chips = append(chips, p.theme.Muted.Render("sort:"+string(p.query.Sort)))
	}
	return strings.Join(chips, "  ")
}

func (p *program) fieldText() string {
	text, _ := inputLine(&p.field.input, p.fieldRoom())
	return p.theme.Muted.Render(p.prompt()) + text
}

// fieldRoom is the cells that a field's text has, between what it is for and how
// many articles there are.
func (p *program) fieldRoom() int {
	return p.frame.Filter.W - cells.Width(p.prompt()) - cells.Width(p.found()) - 1
}

// prompt says what a field's text is for, where there is room for that too.
func (p *program) prompt() string {
	prompt := prompts[p.field.purpose].String()
	if p.frame.Filter.W < cells.Width(prompt)+12 {
		return ""
	}
	return prompt
}

// cursor is the terminal's own, so that input methods know where text goes.
func (p *program) cursor() *tea.Cursor {
	if p.writing != nil {
		return p.writingCursor()
	}
	if pl := p.panel; pl != nil && pl.typed != nil && p.frame.Body.H > 1 {
		_, x := inputLine(pl.typed, pl.w-margin)
		c := inputCursor(pl.typed, x)
		c.X = min(c.X+p.frame.Body.X+margin, p.w-1)
		c.Y = p.frame.Body.Y + 1
		return c
	}
	if p.field == nil || p.frame.Filter.Empty() {
		return nil
	}
	_, x := inputLine(&p.field.input, p.fieldRoom())
	c := inputCursor(&p.field.input, x)
	if c == nil {
		return nil
	}
	c.X = min(c.X+p.frame.Filter.X+cells.Width(p.prompt()), p.w-1)
	c.Y = p.frame.Filter.Y
	return c
}

// hintLine says what could not be used in the query.
func (p *program) hintLine() string {
	if len(p.hints) == 0 {
		return p.explanation()
	}
	return p.theme.Warning.Render(wording.Hint(p.hints[0]))
}

// nothingFound is shown in place of the list: what to drop to see more.
func (p *program) nothingFound(w int) []string {
	if p.shelf.index.Count() == 0 {
		return []string{p.theme.Muted.Render(message.Say("There is no article here."))}
	}
	lines := []string{p.theme.Strong.Render(message.Say("Nothing matches.")), ""}
	say := func(s string) {
		for _, l := range cells.Wrap(s, w, 5) {
			lines = append(lines, p.theme.Muted.Render(l))
		}
	}
	if c := p.answer.Culprit; c >= 0 && c < len(p.query.Root.Kids) {
		say(message.Count(p.answer.Freed, "Without %[2]s there would be %[1]d article.", "Without %[2]s there would be %[1]d articles.",
			p.query.Root.Kids[c].String()))
		lines = append(lines, "")
	}
	say(message.Say("%s drops the last filter, %s all.", p.keyFor("drop-filter"), p.keyFor("clear-filters")))
	return lines
}

// statusLine is the message of the moment or the keys of the pane in use, and
// the position.
func (p *program) statusLine(w int) string {
	right := p.position()
	switch {
	case p.message != "":
		return cells.Sides(p.theme.Text.Render(p.message), right, w)
	case len(p.hints) > 0 && p.field != nil && p.frame.Hint.Empty():
		return p.hintLine() // a low screen has no row for it
	}
	return cells.Sides(p.keyHints(w-cells.Width(right)), right, w)
}

// barWidth is the length of the position bar, in cells.
const barWidth = 10

func (p *program) position() string {
	switch {
	case p.shelf != nil && p.progress.Pass != model.Idle && p.focus != inText:
		return p.theme.Muted.Render(progressText(p.progress))
	case p.shelf == nil || p.writing != nil:
		return ""
	case p.panel != nil:
		return p.theme.Muted.Render(p.panel.position())
	case p.focus == inText && p.reader.Text() == nil:
		return ""
	case p.focus == inText:
		percent := wording.Percent(int(p.reader.Progress()*100+0.5)) + "  "
		if n, of := p.reader.Hit(); p.sought != "" && p.lighting[inReader].Busy() {
			percent = "…   " + percent
		} else if n > 0 || p.sought != "" {
			percent = fmt.Sprintf("%d/%d   ", n, of) + percent
		}
		return p.theme.Muted.Render(percent) + p.reader.Bar(barWidth)
	case p.list.Len() == 0:
		return ""
	}
	return p.theme.Muted.Render(fmt.Sprintf("%s/%s", wording.Number(p.list.Cursor()+1), wording.Number(p.list.Len())))
}
