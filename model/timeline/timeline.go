// Package timeline turns the cuts that articles state into events: for each
// vendor what it did, on which day, and which articles say so. Articles that
// disagree on the day make two events; the reader shall see that.
package timeline

import (
	"cmp"
	"slices"

	"dossier/model"
)

// Vendor is everything that the articles say of one vendor.
type Vendor struct {
	Name     string
	Events   []Event // by date, the undated last
	Evidence []Evidence
}

// Event is a cut with one date, status and service, as told by some articles.
type Event struct {
	Date      model.Date // zero if those articles do not say
	Status    model.Status
	Service   string // the first one named; may be empty
	Reason    string // likewise
	Restored  model.Date
	Articles  []int32 // in the order given
	Languages []string
}

// Evidence is a passage that states a cut.
type Evidence struct {
	Article int32
	At      model.Passage
	Text    string
	Status  model.Status
}

// Of collects the cuts of some articles of a dossier, the earliest vendor
// first.
func Of(d *model.Dossier, articles []int32) []Vendor {
	var vendors []Vendor
	place := map[string]int{}
	for _, i := range articles {
		for _, c := range d.Article(int(i)).Cuts {
			at, known := place[c.Vendor]
			if !known {
				at = len(vendors)
				place[c.Vendor] = at
				vendors = append(vendors, Vendor{Name: c.Vendor})
			}
			vendors[at].add(i, d.Article(int(i)).Language, c)
		}
	}
	for i := range vendors {
		slices.SortStableFunc(vendors[i].Events, func(a, b Event) int { return byDate(a.Date, b.Date) })
	}
	slices.SortStableFunc(vendors, func(a, b Vendor) int {
		return cmp.Or(byDate(a.Events[0].Date, b.Events[0].Date), cmp.Compare(a.Name, b.Name))
	})
	return vendors
}

func (v *Vendor) add(article int32, language string, c model.Cut) {
	v.event(c).add(article, language, c)
	e := Evidence{Article: article, Text: c.Evidence, Status: c.Status}
	if len(c.Passages) > 0 {
		e.At = c.Passages[0]
	}
	if e.Text != "" {
		v.Evidence = append(v.Evidence, e)
	}
}

// event finds the event that a cut tells of, or makes it. Services differ by
// the words an article chooses, so they do not divide events.
func (v *Vendor) event(c model.Cut) *Event {
	for i := range v.Events {
		if e := &v.Events[i]; e.Date == c.Date && e.Status == c.Status {
			return e
		}
	}
	v.Events = append(v.Events, Event{Date: c.Date, Status: c.Status})
	return &v.Events[len(v.Events)-1]
}

func (e *Event) add(article int32, language string, c model.Cut) {
	e.Articles = append(e.Articles, article)
	if language != "" && !slices.Contains(e.Languages, language) {
		e.Languages = append(e.Languages, language)
	}
	e.Service = cmp.Or(e.Service, c.Service)
	e.Reason = cmp.Or(e.Reason, c.Reason)
	e.Restored = cmp.Or(e.Restored, c.Restored)
}

// byDate puts the earlier date first and no date last.
func byDate(a, b model.Date) int {
	switch {
	case a == b:
		return 0
	case a.IsZero():
		return 1
	case b.IsZero():
		return -1
	}
	return a.Compare(b)
}

// Articles counts the articles that tell of the vendor, by language in the
// order of their number.
func (v Vendor) Articles(d *model.Dossier) []Count {
	seen := map[int32]bool{}
	var counts []Count
	for _, e := range v.Events {
		for _, i := range e.Articles {
			if !seen[i] {
				seen[i] = true
				counts = count(counts, d.Article(int(i)).Language)
			}
		}
	}
	slices.SortStableFunc(counts, func(a, b Count) int {
		return cmp.Or(b.Articles-a.Articles, cmp.Compare(a.Language, b.Language))
	})
	return counts
}

// Count is how many articles in a language say something.
type Count struct {
	Language string // a tag; empty if unknown
	Articles int
}

func count(counts []Count, language string) []Count {
	for i := range counts {
		if counts[i].Language == language {
			counts[i].Articles++
			return counts
		}
	}
	return append(counts, Count{language, 1})
}

// Span is the first and last day of any event, zero if none has a date.
func Span(vendors []Vendor) (first, last model.Date) {
	for _, v := range vendors {
		for _, e := range v.Events {
			for _, d := range []model.Date{e.Date, e.Restored} {
				if d.IsZero() {
					continue
				}
				if first.IsZero() || d.Compare(first) < 0 {
					first = d
				}
				if d.Compare(last) > 0 {
					last = d
				}
			}
		}
	}
	return first, last
}
