package vendors

import (
	"strings"
	"time"

	"dossier/model"
	"dossier/ui/terminal/cells"
	"dossier/ui/wording"
)

// axis maps days to columns.
type axis struct {
	first time.Time
	days  int // at least 1
	w     int // cells in all
}

func newAxis(first, last model.Date, w int) axis {
	return axis{first: day(first), days: days(first, last), w: w}
}

func days(first, last model.Date) int {
	return int(day(last).Sub(day(first))/(24*time.Hour)) + 1
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
		used := cells.Width(b.String())
		if used > 0 && at < used+1 {
			continue
		}
		if text := a.label(n, a.w-at); text != "" {
			b.WriteString(cells.Space(at-used) + text)
		}
	}
	return cells.Fit(b.String(), a.w)
}

// label names day n as fully as its cells allow, with its month at the start and
// where one begins; nothing if room is too little for that.
func (a axis) label(n, room int) string {
	t := a.first.AddDate(0, 0, n)
	forms := wording.Days(t, n == 0 || t.Day() == 1)
	if a.days > a.w/4 {
		forms = []string{wording.ShortDate(model.Date{Year: int16(t.Year()), Month: uint8(t.Month()), Day: uint8(t.Day())})}
	}
	for i, text := range forms {
		w := cells.Width(text)
		if i == len(forms)-1 && w <= room || w < min(a.w/a.days, room+1) {
			return text
		}
	}
	return ""
}
