package vendors

import (
	"fmt"
	"strings"
	"time"

	"dossier/model"
	"dossier/ui/terminal/cells"
)

// axis maps days to columns.
type axis struct {
	first time.Time
	days  int // at least 1
	w     int // cells in all
}

// widestDay keeps a short time from being drawn as a long one.
const widestDay = 14

func newAxis(first, last model.Date, room int) axis {
	a := axis{first: day(first), w: room}
	a.days = int(day(last).Sub(a.first)/(24*time.Hour)) + 1
	a.w = min(room, max(a.days*widestDay, leastAxis))
	return a
}

// day is noon of a date, the first day where it is not known.
func day(d model.Date) time.Time {
	return time.Date(int(d.Year), time.Month(max(d.Month, 1)), int(max(d.Day, 1)), 12, 0, 0, 0, time.UTC)
}

func (a axis) column(d model.Date) int {
	n := int(day(d).Sub(a.first) / (24 * time.Hour))
	return max(min(n*a.w/a.days, a.w-1), 0)
}

// labels are the days above the axis: as many as there is room for.
func (a axis) labels() string {
	var b strings.Builder
	for n := range a.days {
		at := n * a.w / a.days
		text := a.label(n)
		if used := cells.Width(b.String()); used > 0 && at < used+1 || at+cells.Width(text) > a.w {
			continue
		}
		b.WriteString(cells.Space(at-cells.Width(b.String())) + text)
	}
	return cells.Fit(b.String(), a.w)
}

// label names day n: with its month at the start and where one begins.
func (a axis) label(n int) string {
	t := a.first.AddDate(0, 0, n)
	if a.days > a.w/4 {
		return t.Format("2 Jan 2006")
	}
	text := fmt.Sprintf("%s %d", t.Format("Mon"), t.Day())
	if n == 0 || t.Day() == 1 {
		text += " " + t.Format("Jan")
	}
	if a.w/a.days < 10 {
		text = fmt.Sprint(t.Day())
	}
	return text
}
