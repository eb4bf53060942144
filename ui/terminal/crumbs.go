package terminal

import (
	"strings"

	"dossier/ui/message"
	"dossier/ui/terminal/cells"
)

// crumbs say where in an article the reader is once its title is out of sight:
// the title and the headings above, the nearest one whole if it can be. The
// text of its file says that it is that.
func (p *program) crumbs(w int) string {
	i, ok := p.reader.Article()
	revealed := ok && p.reader.Text().Revealed()
	if !ok || p.reader.Place() == 0 && !revealed {
		return ""
	}
	const between = " › "
	parts := append([]string{p.shelf.Article(i).Title}, p.reader.Section()...)
	if revealed {
		parts = append(parts, message.Say("text of the file"))
	}
	last := parts[len(parts)-1]
	room := w - cells.Width(last)
	var before []string
	for _, part := range parts[:len(parts)-1] {
		share := room / (len(parts) - 1)
		if share < leastCrumb {
			break
		}
		before = append(before, p.theme.Muted.Render(cells.Cut(part, share-cells.Width(between))+between))
	}
	return cells.Fit(strings.Join(before, "")+p.theme.Muted.Render(last), w)
}

// leastCrumb is the width below which a part of the way says nothing.
const leastCrumb = 12
