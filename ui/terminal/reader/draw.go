package reader

import (
	"slices"
	"strings"

	"dossier/model"
	"dossier/ui/terminal/cells"
	"dossier/ui/terminal/page"
)

// Mark is a passage of evidence.
type Mark struct {
	At    model.Passage
	Label string // whose cut it states; said beside its first line
	Lit   bool   // it proves what was filtered by
	Here  bool   // it was gone to last
}

// Draw returns the pane's lines, each as wide as the pane.
func (p *Pane) Draw(marks []Mark) []string {
	if p.text == nil {
		return cells.Block(nil, p.w, p.h)
	}
	left := p.left()
	head := p.head()
	var lines []string
	hinted := map[string]bool{}
	for y := p.top; y < min(p.top+p.h, p.total()); y++ {
		if y < len(head) {
			lines = append(lines, cells.Space(left)+head[y])
			continue
		}
		lines = append(lines, p.line(y-len(head), left, marks, hinted))
	}
	return p.besideTrack(lines, marks)
}

// left is the column at which the text begins.
func (p *Pane) left() int {
	if p.Glance {
		return min(Margin, p.w)
	}
	return max((p.w-p.text.settings.Width)/2, 0)
}

func (p *Pane) line(at, left int, marks []Mark, hinted map[string]bool) string {
	l := p.text.Lines[at]
	var painted []page.Mark
	bar, label := " ", ""
	for _, m := range marks {
		if !overlaps(l, m.At) {
			continue
		}
		if m.Lit {
			painted = append(painted, page.Mark{Start: m.At.Start, End: m.At.End, SGR: p.Theme.Evidence})
		}
		if m.Here {
			painted = append(painted, page.Mark{Start: m.At.Start, End: m.At.End, SGR: p.Theme.Here})
		}
		bar = p.Theme.Accent.Render("▎")
		if at == p.text.LineAt(m.At.Start) {
			label = joinLabels(label, m.Label)
		}
	}
	text := page.Paint(l, append(painted, p.paintHits(l)...))
	if len(p.Hints) > 0 {
		text = p.hinted(text, l, hinted)
	}
	margin := cells.Space(left)
	if left > 0 {
		margin = cells.Space(left-min(Margin, left)) + bar + cells.Space(min(Margin, left)-1)
	}
	return p.withLabel(margin+text, label, left)
}

// joinLabels names each vendor once, however many passages begin on a line.
func joinLabels(labels, label string) string {
	switch {
	case labels == "":
		return label
	case slices.Contains(strings.Split(labels, ", "), label):
		return labels
	}
	return labels + ", " + label
}

// withLabel writes whose cut a passage states at the right of its first line,
// where there is room beside the text.
func (p *Pane) withLabel(line, label string, left int) string {
	at := left + p.text.settings.Width + 2
	room := p.w - at - p.trackWidth()
	if label == "" || p.Glance || room < 8 {
		return line
	}
	pad := cells.Space(at - cells.Width(line))
	return line + pad + p.Theme.Accent.Render(cells.Cut("◂ "+label, room))
}

// NextOf is the first byte of the next of some passages in a direction, seen
// from the one gone to last; false if there is none in this article.
func (p *Pane) NextOf(passages []model.Passage, by int) (int, bool) {
	if p.text == nil {
		return 0, false
	}
	n := len(passages)
	for k := range n {
		m := passages[k]
		if by < 0 {
			m = passages[n-1-k]
		}
		if by > 0 && m.Start > p.last || by < 0 && m.Start < p.last {
			p.last = m.Start
			return m.Start, true
		}
	}
	return 0, false
}

// Bar draws the position in the text: per cent and a thin line.
func (p *Pane) Bar(width int) string {
	done := p.Progress()
	full := int(done*float64(width) + 0.5)
	return p.Theme.Accent.Render(strings.Repeat("━", full)) + p.Theme.Faint.Render(strings.Repeat("─", width-full))
}
