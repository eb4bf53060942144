package terminal

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/model/clean"
	"dossier/ui/message"
	"dossier/ui/terminal/cells"
	"dossier/ui/terminal/layout"
	"dossier/ui/terminal/page/contain"
	"dossier/ui/terminal/width"
	"dossier/ui/wording"
)

// View is the screen as a function of the state. It draws only what is seen.
func (p *program) View() tea.View {
	v := tea.View{AltScreen: true, WindowTitle: p.windowTitle(), ReportFocus: p.options.Marks != nil}
	if p.options.Mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	if p.answered {
		// Only then: a terminal that was asked and answers later would tell of
		// these, and not of its own.
		v.ForegroundColor, v.BackgroundColor = p.theme.Foreground, p.theme.Background
	}
	if p.w <= 0 || p.h <= 0 {
		return v
	}
	rows := p.rows()
	for i := range rows {
		rows[i] = width.Guard(contain.Line(rows[i]))
	}
	v.Content = width.Settle(strings.Join(rows, "\n"))
	v.Cursor = p.cursor()
	return v
}

func (p *program) windowTitle() string {
	if p.shelf == nil {
		return "dossier"
	}
	return clean.Line(p.shelf.index.Dossier().Title) // the renderer sends it as it is
}

// rows are the lines of the whole screen.
func (p *program) rows() []string {
	rows := make([]string, min(p.h, p.frame.Height()))
	put := func(r layout.Rect, lines ...string) {
		for i, line := range lines {
			if y := r.Y + i; !r.Empty() && y < len(rows) && i < r.H {
				rows[y] = cells.Space(r.X) + cells.Cut(line, r.W)
			}
		}
	}
	put(p.frame.Title, p.titleLine(p.frame.Title.W))
	put(p.frame.Filter, p.filterLine(p.frame.Filter.W))
	put(p.frame.Hint, p.hintLine())
	put(p.frame.Body, p.body()...)
	put(p.frame.Body, p.completionLines()...)
	put(p.frame.Status, p.statusLine(p.frame.Status.W))
	return rows
}

// body draws the panes, or the panel that lies over them.
func (p *program) body() []string {
	switch {
	case p.failure != nil:
		return p.failureLines()
	case p.writing != nil:
		return p.writingLines()
	case p.panel != nil:
		return p.panel.draw(p.theme)
	case p.focus == inText:
		return p.reader.Draw(p.marks())
	}
	return p.besides(p.drawFacets(), p.drawList(), p.drawPreview())
}

// besides joins the lines of panes that stand side by side.
func (p *program) besides(panes ...[]string) []string {
	var rows []string
	for _, lines := range panes {
		if lines == nil {
			continue
		}
		if rows == nil {
			rows = lines
			continue
		}
		for i := range rows {
			rows[i] += cells.Space(layout.Gap) + lines[i]
		}
	}
	return rows
}

func (p *program) drawFacets() []string {
	if p.panes.Facets.Empty() {
		return nil
	}
	return p.facets.Draw(p.focus == inFacets)
}

func (p *program) drawList() []string {
	if p.panes.List.Empty() {
		return nil
	}
	if p.shelf != nil && p.list.Len() == 0 {
		return cells.Block(p.nothingFound(p.panes.List.W), p.panes.List.W, p.panes.List.H)
	}
	return p.list.Draw(p.focus == inList)
}

func (p *program) drawPreview() []string {
	if p.panes.Preview.Empty() {
		return nil
	}
	return p.preview.Draw(p.previewMarks())
}

// failureLines says why the dossier could not be opened.
func (p *program) failureLines() []string {
	lines := []string{p.theme.Warning.Render(message.Say("This cannot be opened.")), ""}
	for _, l := range cells.Wrap(wording.Told(p.failure.Error()), min(p.frame.Body.W, maxPanel), 10) {
		lines = append(lines, p.theme.Text.Render(l))
	}
	return append(lines, "", p.theme.Muted.Render(message.Say("%s quits", p.keyFor("back"))))
}
