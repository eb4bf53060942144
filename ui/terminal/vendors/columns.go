package vendors

// columns are the widths of a row's texts, in cells. Between them and the axis
// stands a gap.
type columns struct{ name, service, count int }

const gap = 2

// The least widths at which a column is worth its place, and the greatest.
const (
	leastName, mostName       = 10, 26
	leastService, mostService = 12, 24
	mostCount                 = 16
	leastAxis                 = 24 // below this the days are written, not drawn
	mostAxis                  = 160
	aDay                      = 8 // cells that a day should have before a service has more than the least
)

// before is the width of what stands before the axis.
func (c columns) before() int {
	w := c.name + gap
	if c.service > 0 {
		w += c.service + gap
	}
	return w
}

// layout divides a width. The axis is without cells where there is no room for
// one, or nothing on it.
func (c *Chart) layout(w int) (columns, axis) {
	if c.first.IsZero() {
		return columns{}, axis{}
	}
	cols := columns{
		name:    min(max(c.widest.name, leastName), mostName),
		service: min(c.widest.service, mostService),
		count:   min(c.widest.count, mostCount),
	}
	room := func() int { return w - cols.before() - gap - cols.count }
	wanted := min(max(days(c.first, c.last)*aDay, leastAxis), mostAxis)
	if missing := wanted - room(); missing > 0 && cols.service > leastService {
		cols.service = max(cols.service-missing, leastService)
	}
	if room() < leastAxis {
		cols.service = 0
	}
	if room() < leastAxis {
		return columns{}, axis{}
	}
	return cols, newAxis(c.first, c.last, min(room(), mostAxis))
}
