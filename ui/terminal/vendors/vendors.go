// Package vendors draws who cut ties, and when: a row a vendor along an axis of
// days, so that the order of the fall is seen at a glance. What was said of
// whom it takes from package timeline; it only draws.
package vendors

import (
	"fmt"
	"strings"

	"dossier/model"
	"dossier/model/timeline"
	"dossier/ui/terminal/cells"
	"dossier/ui/terminal/theme"
	"dossier/ui/wording"
)

// Chart is a timeline to be drawn at any width.
type Chart struct {
	Dossier *model.Dossier
	Vendors []timeline.Vendor
}

// Widths of the columns, in cells.
const (
	nameWidth    = 18
	serviceWidth = 13
	countWidth   = 12
	leastAxis    = 24 // below this the days are written, not drawn
	shortWidth   = 84 // of a row without an axis
)

// axisOf is the axis that a width leaves room for; without cells if none.
func (c *Chart) axisOf(w int) axis {
	first, last := timeline.Span(c.Vendors)
	room := w - nameWidth - serviceWidth - countWidth
	if first.IsZero() || room < leastAxis {
		return axis{}
	}
	return newAxis(first, last, room)
}

// Head is the line of days above the rows; empty if no days are drawn.
func (c *Chart) Head(th *theme.Theme, w int) string {
	a := c.axisOf(w)
	if a.w == 0 {
		return ""
	}
	return cells.Space(nameWidth+serviceWidth) + th.Muted.Render(a.labels())
}

// Row draws vendor i.
func (c *Chart) Row(th *theme.Theme, i, w int) string {
	v := c.Vendors[i]
	a := c.axisOf(w)
	if a.w == 0 {
		return c.short(th, v, w)
	}
	return th.Strong.Render(cells.Fit(v.Name, nameWidth-1)) + " " +
		th.Muted.Render(cells.Fit(service(v), serviceWidth-1)) + " " +
		c.line(th, v, a) +
		th.Muted.Render(cells.Fit("  "+c.counts(v), countWidth))
}

// short is a row without an axis: the vendor, and what happened when.
func (c *Chart) short(th *theme.Theme, v timeline.Vendor, w int) string {
	var parts []string
	for _, e := range v.Events {
		parts = append(parts, when(e))
	}
	name := cells.Fit(v.Name, min(nameWidth, w/2)-1)
	rest := cells.Sides(th.Text.Render(strings.Join(parts, " · ")), th.Muted.Render(c.counts(v)), min(w, shortWidth)-cells.Width(name)-1)
	return th.Strong.Render(name) + " " + rest
}

// when is an event in words: 9 Jan 2021; announced 10 Jan 2021.
func when(e timeline.Event) string {
	text := wording.ShortDate(e.Date)
	if e.Date.IsZero() {
		text = "no day named"
	}
	if e.Status != model.Done {
		text = e.Status.String() + ", " + text
	}
	return text
}

func service(v timeline.Vendor) string {
	for _, e := range v.Events {
		if e.Service != "" {
			return e.Service
		}
	}
	return ""
}

// counts is how many articles say so, by language: 3 de 1 fr.
func (c *Chart) counts(v timeline.Vendor) string {
	var parts []string
	for _, n := range v.Articles(c.Dossier) {
		parts = append(parts, fmt.Sprint(n.Articles, " ", n.Language))
	}
	return strings.Join(parts, " ")
}

// marks of the statuses on the axis, with the word where there is room.
var marks = [...]struct{ sign, word string }{{"●", ""}, {"◌", "announced"}, {"?", "disputed"}}

// line draws the events of a vendor on the axis. From the day on which it is
// done a rule runs on, to where ties were taken up again if they were. Events
// without a day show only where there are none with one: their passages are
// among the vendor's evidence all the same.
func (c *Chart) line(th *theme.Theme, v timeline.Vendor, a axis) string {
	b := newStroke(th, a.w)
	var undated []string
	next := 0
	for i, e := range v.Events {
		if e.Date.Day == 0 {
			undated = append(undated, marks[e.Status].sign+" "+when(e))
			continue
		}
		from, room := max(a.column(e.Date), next), a.w
		if i+1 < len(v.Events) && v.Events[i+1].Date.Day > 0 {
			room = max(a.column(v.Events[i+1].Date), from+2) - 1
		}
		b.event(e, from, room, a)
		next = from + 2
	}
	if next == 0 {
		b.put(0, strings.Join(undated, "  "), th.Muted, a.w)
	}
	return b.String()
}
