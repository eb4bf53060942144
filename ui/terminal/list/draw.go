package list

import (
	"slices"
	"strings"

	"dossier/model"
	"dossier/model/find"
	"dossier/ui/terminal/cells"
	"dossier/ui/wording"
)

// comfortable is the height from which rows have blank lines between them and
// titles may take two lines.
const comfortable = 14

// row is one article laid out for the pane's width, without styling.
type row struct {
	title   []string
	facts   string
	vendors []string
	snippet find.Snippet // in place of the vendors, if it has a text
	blank   bool
}

func (r row) height() int {
	n := len(r.title) + 1 + len(r.vendors)
	if r.snippet.Text != "" {
		n++
	}
	if r.blank {
		n++
	}
	return n
}

func (p *Pane) height(at int) int {
	return p.layOut(p.hits[at]).height()
}

// margin holds the cursor.
const margin = 2

func (p *Pane) layOut(article int32) row {
	a := p.source.Article(article)
	w := max(p.w-margin, 1)
	roomy := p.h >= comfortable
	r := row{blank: roomy, facts: p.marks(article) + Facts(a)}
	if !roomy {
		r.title = []string{cells.Cut(a.Title, w)}
		return r
	}
	r.title = cells.Wrap(a.Title, w, 2)
	if r.snippet = p.Snippets[article]; r.snippet.Text == "" {
		r.vendors = cells.Wrap(vendors(a), w, 2)
	}
	return r
}

// marks stand before the facts: starred, noted, read.
func (p *Pane) marks(article int32) string {
	var marks string
	if p.source.IsStarred(article) {
		marks += "★ "
	}
	if p.source.HasNote(article) {
		marks += "✎ "
	}
	if p.source.IsRead(article) {
		marks += "✓ "
	}
	return marks
}

// Facts is the line below a title: language, date, source, as far as they are
// known. What is said of none would be the same on many rows.
func Facts(a *model.Article) string {
	known := []string{wording.ShortDate(a.Date)}
	if a.Language != "" {
		known = append([]string{a.Language}, known...)
	}
	if a.Source != "" {
		known = append(known, a.Source)
	}
	return strings.Join(known, " · ")
}

// vendors joins the names with the spaces inside them made unbreakable, so that
// a line does not end in the middle of one.
func vendors(a *model.Article) string {
	var names []string
	for _, c := range a.Cuts {
		names = append(names, strings.ReplaceAll(wording.Vendor(c), " ", "\u00a0"))
	}
	return strings.Join(names, "  ")
}

// Draw returns the pane's lines, each as wide as the pane.
func (p *Pane) Draw(focused bool) []string {
	var lines []string
	for at := p.top; at < len(p.hits) && len(lines) < p.h; at++ {
		lines = append(lines, p.drawRow(at, focused)...)
	}
	return cells.Block(lines, p.w, p.h)
}

func (p *Pane) drawRow(at int, focused bool) []string {
	article := p.hits[at]
	r := p.layOut(article)
	current := at == p.cursor
	title := p.Theme.Text
	switch {
	case current:
		title = p.Theme.Strong
	case p.source.IsRead(article):
		title = p.Theme.Muted
	}
	var lines []string
	for _, t := range r.title {
		lines = append(lines, title.Render(t))
	}
	lines = append(lines, p.Theme.Muted.Render(cells.Cut(r.facts, p.w-margin)))
	if r.snippet.Text != "" {
		lines = append(lines, p.drawSnippet(r.snippet))
	}
	for _, v := range r.vendors {
		lines = append(lines, p.drawVendors(v))
	}
	gutter := p.gutter(current, focused)
	for i := range lines {
		lines[i] = gutter + lines[i]
	}
	if r.blank {
		lines = append(lines, "")
	}
	return lines
}

// drawSnippet draws a piece of a text with its hits lit.
func (p *Pane) drawSnippet(s find.Snippet) string {
	var b strings.Builder
	at := 0
	for _, h := range s.Hits {
		b.WriteString(p.Theme.Muted.Render(s.Text[at:h.Start]) + p.Theme.Accent.Render(s.Text[h.Start:h.End]))
		at = h.End
	}
	b.WriteString(p.Theme.Muted.Render(s.Text[at:]))
	return cells.Cut(b.String(), p.w-margin)
}

// drawVendors draws a line of vendors, with those that are filtered by lit.
func (p *Pane) drawVendors(line string) string {
	names := strings.Split(line, "  ")
	for i, name := range names {
		name = strings.ReplaceAll(name, "\u00a0", " ")
		style := p.Theme.Text
		if slices.ContainsFunc(p.Lit, func(v string) bool { return stands(name, v) }) {
			style = p.Theme.Accent
		}
		names[i] = style.Render(name)
	}
	return strings.Join(names, "  ")
}

// stands reports whether a drawn name is the vendor's, with the mark of a status
// or cut short.
func stands(drawn, vendor string) bool {
	for _, s := range [...]model.Status{model.Done, model.Announced, model.Disputed} {
		if drawn == vendor+wording.StatusMark(s) {
			return true
		}
	}
	stem, cut := strings.CutSuffix(drawn, "…")
	return cut && stem != "" && strings.HasPrefix(vendor, stem)
}

func (p *Pane) gutter(current, focused bool) string {
	switch {
	case current && focused:
		return p.Theme.Cursor.Render("▌") + " "
	case current:
		return p.Theme.Faint.Render("▌") + " "
	}
	return cells.Space(margin)
}
