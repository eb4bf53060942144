package reader

import (
	"math"
	"strings"

	"dossier/model"
	"dossier/ui/terminal/page"
)

// Shown is a passage as it is shown, on one line: without markup.
func (p *Pane) Shown(m model.Passage) string {
	if p.text == nil || len(p.text.Lines) == 0 {
		return ""
	}
	var w writer
	for i := p.text.LineAt(m.Start); i < len(p.text.Lines); i++ {
		l := p.text.Lines[i]
		if start, _, ok := covers(l); ok && start >= m.End {
			break
		}
		w.line(p.text.body, l, m)
	}
	return strings.Join(strings.Fields(w.String()), " ")
}

// aSentence is the length from which a block of lines is more than a heading, in
// bytes.
const aSentence = 60

// Paragraph is the first paragraph that begins or goes on in view.
func (p *Pane) Paragraph() string {
	if p.text == nil {
		return ""
	}
	all := p.text.Lines
	from := max(p.top-len(p.head()), 0)
	for from > 0 && len(all[from-1].Spans) > 0 {
		from--
	}
	best := ""
	for i := from; i < min(p.top+p.h, len(all)); i++ {
		var w writer
		for ; i < len(all) && len(all[i].Spans) > 0; i++ {
			w.line(p.text.body, all[i], model.Passage{End: math.MaxInt})
		}
		text := strings.Join(strings.Fields(w.String()), " ")
		if best == "" || len(text) >= aSentence {
			best = text
		}
		if len(best) >= aSentence {
			break
		}
	}
	return best
}

// writer joins what lines show.
type writer struct {
	strings.Builder
	end int // of the last piece, in the body
}

// line adds what a line shows of a passage. A word that was broken at the end of
// the line before is whole again.
func (w *writer) line(body string, l page.Line, m model.Passage) {
	for i, s := range l.Spans {
		from, to := max(int(s.Start), m.Start), min(int(s.End), m.End)
		if from >= to {
			continue
		}
		if i == 0 && from != w.end {
			w.WriteByte(' ')
		}
		w.WriteString(body[from:to])
		w.end = to
	}
}
