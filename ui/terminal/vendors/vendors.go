// Package vendors draws who cut ties, and when: a row a vendor along an axis of
// days, so that the order of the fall is seen at a glance. Where there is no
// room for an axis the days are written. What was said of whom it takes from
// package timeline; it only draws.
package vendors

import (
	"fmt"
	"strings"

	"dossier/model"
	"dossier/model/timeline"
	"dossier/ui/message"
	"dossier/ui/terminal/cells"
	"dossier/ui/terminal/theme"
	"dossier/ui/wording"
)

// Chart is a timeline to be drawn at any width.
type Chart struct {
	vendors []timeline.Vendor
	counts  []string // beside them
	first   model.Date
	last    model.Date
	widest  columns // what the texts of the columns need
}

// New makes a chart of the vendors of a dossier.
func New(d *model.Dossier, vendors []timeline.Vendor) *Chart {
	c := &Chart{vendors: vendors}
	c.first, c.last = timeline.Span(vendors)
	for _, v := range vendors {
		c.counts = append(c.counts, counts(v.Articles(d)))
		c.widest.name = max(c.widest.name, cells.Width(v.Name))
		c.widest.service = max(c.widest.service, cells.Width(service(v)))
		c.widest.count = max(c.widest.count, cells.Width(c.counts[len(c.counts)-1]))
	}
	return c
}

// Vendors are the rows, from the top.
func (c *Chart) Vendors() []timeline.Vendor { return c.vendors }

// Head is the line of days above the rows; empty if no days are drawn.
func (c *Chart) Head(th *theme.Theme, w int) string {
	cols, a := c.layout(w)
	if a.w == 0 {
		return ""
	}
	return cells.Space(cols.before()) + th.Muted.Render(a.labels())
}

// Row draws vendor i: in one line along the axis, or in words.
func (c *Chart) Row(th *theme.Theme, i, w int) []string {
	v := c.vendors[i]
	cols, a := c.layout(w)
	if a.w == 0 {
		return c.words(th, i, w)
	}
	line := th.Strong.Render(cells.Fit(v.Name, cols.name)) + cells.Space(gap)
	if cols.service > 0 {
		line += th.Muted.Render(cells.Fit(service(v), cols.service)) + cells.Space(gap)
	}
	return []string{line + c.line(th, v, a) + cells.Space(gap) + th.Muted.Render(cells.Fit(c.counts[i], cols.count))}
}

// words tell what happened when, below the vendor's name.
func (c *Chart) words(th *theme.Theme, i, w int) []string {
	v := c.vendors[i]
	w = min(w, readable)
	lines := []string{cells.Sides(th.Strong.Render(v.Name), th.Muted.Render(c.counts[i]), w)}
	var parts []string
	for _, e := range v.Events {
		// As on the axis, events without a day only where there are none with one.
		if !e.Date.IsZero() || len(parts) == 0 {
			parts = append(parts, when(e, func(d model.Date) string { return strings.ReplaceAll(wording.ShortDate(d), " ", unbroken) }))
		}
	}
	text := strings.Join(parts, ", ")
	if s := service(v); s != "" {
		text = s + " · " + text
	}
	for _, l := range cells.Wrap(text, max(w-indent, 1), mostWords) {
		lines = append(lines, cells.Space(min(indent, w-1))+th.Muted.Render(strings.ReplaceAll(l, unbroken, " ")))
	}
	return lines
}

// unbroken is the space in a date, which no line ends in.
const unbroken = "\u00a0"

// Of a row in words.
const (
	indent    = 2
	readable  = 60 // the greatest width
	mostWords = 4  // lines below the name
)

// when is an event in words: 9 Jan 2021; announced 10 Jan 2021.
func when(e timeline.Event, date func(model.Date) string) string {
	text := date(e.Date)
	if e.Date.IsZero() {
		text = message.Say("no day named")
	}
	switch {
	case e.Status != model.Done && e.Date.IsZero():
		text = wording.Status(e.Status) + ", " + text
	case e.Status != model.Done:
		text = wording.Status(e.Status) + " " + text
	}
	if !e.Restored.IsZero() {
		text = message.Say("%s to %s", text, date(e.Restored))
	}
	return text
}

func service(v timeline.Vendor) string {
	for _, e := range v.Events {
		if e.Service != "" {
			return wording.Service(e.Service)
		}
	}
	return ""
}

// mostLanguages is how many languages are told apart in a row.
const mostLanguages = 3

// counts is how many articles say so, by language: 3 de 1 fr.
func counts(by []timeline.Count) string {
	var parts []string
	total := 0
	for _, n := range by {
		parts = append(parts, strings.TrimSpace(fmt.Sprint(n.Articles, " ", n.Language)))
		total += n.Articles
	}
	if len(by) > mostLanguages {
		return message.Say("%d in %d lang.", total, len(by))
	}
	return strings.Join(parts, " ")
}

// marks of the statuses on the axis, with the word where there is room.
var marks = [...]struct {
	sign string
	word message.Text
}{{"●", ""}, {"◌", "announced"}, {"?", "disputed"}}

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
			undated = append(undated, marks[e.Status].sign+" "+when(e, wording.ShortDate))
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
		b.put(0, cells.Cut(strings.Join(undated, "  "), a.w), th.Muted, a.w)
	}
	return b.String()
}
