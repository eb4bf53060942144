package command

import (
	"io"
	"strings"

	"dossier/model/clean"
	"dossier/ui/terminal/width"
)

// table is rows of cells under no heading. On a terminal it is as wide as that
// is; elsewhere nothing is cut.
type table struct {
	columns []column
	rows    [][]string
}

// column says how the cells of a column are set.
type column struct {
	give  int  // how early it gives way where there is no room: 0 never, then 3 before 2 before 1
	whole bool // never cut, however narrow the terminal
	right bool // set flush right, as numbers are
}

const (
	gap = 2 // cells between columns
	// narrowest is what a column gives way to, if it can.
	narrowest = 8
	// widestPadded bounds what short cells are padded to where nothing is cut:
	// one long title shall not push away what follows all others.
	widestPadded = 48
)

func (t *table) add(cells ...string) {
	for i := range cells {
		cells[i] = clean.Line(cells[i])
	}
	t.rows = append(t.rows, cells)
}

// writeAligned writes a table.
func (w World) writeAligned(out io.Writer, t *table) error {
	widths, padded := t.widths(), widestPadded
	if w.Terminal && w.Width > 0 {
		t.fit(widths, w.Width)
		padded = w.Width
	}
	for _, row := range t.rows {
		if _, err := io.WriteString(out, t.line(row, widths, padded)+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// line sets a row in columns of these widths. Short cells are padded to no more
// than padded.
func (t *table) line(row []string, widths []int, padded int) string {
	var b strings.Builder
	for i, s := range row {
		s = width.Truncate(s, widths[i], "…")
		pad := strings.Repeat(" ", max(min(widths[i], padded)-width.Of(s), 0))
		if t.columns[i].right {
			s, pad = pad+s, ""
		}
		b.WriteString(s + pad + strings.Repeat(" ", gap))
	}
	return strings.TrimRight(b.String(), " ")
}

func (t *table) widths() []int {
	widths := make([]int, len(t.columns))
	for _, row := range t.rows {
		for i, s := range row {
			widths[i] = max(widths[i], width.Of(s))
		}
	}
	return widths
}

// fit takes width from the columns that give, the first to give way first, and
// of those alike from the widest.
func (t *table) fit(widths []int, room int) {
	total := gap * (len(widths) - 1)
	for _, n := range widths {
		total += n
	}
	for give := 3; give > 0 && total > room; give-- {
		for total > room {
			widest := -1
			for i, c := range t.columns {
				if c.give == give && widths[i] > narrowest && (widest < 0 || widths[i] > widths[widest]) {
					widest = i
				}
			}
			if widest < 0 {
				break
			}
			widths[widest]--
			total--
		}
	}
	t.clip(widths, room)
}

// clip cuts what has no room at the right edge, as on a very narrow terminal.
func (t *table) clip(widths []int, room int) {
	for i := range widths {
		if t.columns[i].whole {
			continue
		}
		widths[i] = max(min(widths[i], room), 0)
		room -= widths[i] + gap
	}
}
