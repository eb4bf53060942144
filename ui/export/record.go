package export

import (
	"slices"

	"dossier/model"
)

// Record is an article as scripts see it. The names are fixed; a fact that is
// not known is null.
type Record struct {
	ID            string      `json:"id"`
	Path          string      `json:"path"`
	Title         string      `json:"title"`
	Language      *string     `json:"language"`
	Date          *string     `json:"date"`
	Author        *string     `json:"author"`
	Source        *string     `json:"source"`
	URL           *string     `json:"url"`
	Persons       []string    `json:"persons"`
	Organisations []string    `json:"organisations"`
	Cuts          []CutRecord `json:"cuts"`
	Possible      []CutRecord `json:"possible,omitempty"` // read, but not reliably enough to count
	Detected      []string    `json:"detected"`
}

// CutRecord is a cut as scripts see it. Start and End are of its evidence.
type CutRecord struct {
	Vendor   string          `json:"vendor"`
	Status   string          `json:"status"`
	Service  *string         `json:"service"`
	Date     *string         `json:"date"`
	Restored *string         `json:"restored"`
	Reason   *string         `json:"reason"`
	Detected bool            `json:"detected"`
	Evidence *string         `json:"evidence"`
	Start    int             `json:"start"`
	End      int             `json:"end"`
	Passages []model.Passage `json:"passages"`
}

// RecordOf makes the record of an article. The register tells persons from
// organisations.
func RecordOf(a *model.Article, r *model.Register) Record {
	rec := Record{
		ID:       a.ID,
		Path:     a.Path,
		Title:    a.Title,
		Language: Known(a.Language),
		Date:     Known(a.Date.String()),
		Author:   Known(a.Author),
		Source:   Known(a.Source),
		URL:      Known(a.URL),
		Cuts:     []CutRecord{},
		Detected: a.Detected.Names(),
	}
	rec.Persons, rec.Organisations = named(a, r)
	for _, c := range a.Cuts {
		rec.Cuts = append(rec.Cuts, cutRecord(c))
	}
	for _, c := range a.Possible {
		rec.Possible = append(rec.Possible, cutRecord(c))
	}
	return rec
}

// named is whoever an article names, its vendors too: the evidence of a cut
// names its vendor.
func named(a *model.Article, r *model.Register) (persons, organisations []string) {
	names := slices.Clone(a.Actors)
	for _, c := range a.Cuts {
		if !slices.Contains(names, c.Vendor) {
			names = append(names, c.Vendor)
		}
	}
	persons, organisations = []string{}, []string{}
	for _, name := range names {
		if who, _ := r.Find(name); who.Kind == model.Person {
			persons = append(persons, name)
		} else {
			organisations = append(organisations, name)
		}
	}
	return persons, organisations
}

func cutRecord(c model.Cut) CutRecord {
	rec := CutRecord{
		Vendor:   c.Vendor,
		Status:   c.Status.String(),
		Service:  Known(c.Service),
		Date:     Known(c.Date.String()),
		Restored: Known(c.Restored.String()),
		Reason:   Known(c.Reason),
		Detected: c.Detected,
		Evidence: Known(c.Evidence),
		Passages: append([]model.Passage{}, c.Passages...),
	}
	if len(c.Passages) > 0 {
		rec.Start, rec.End = c.Passages[0].Start, c.Passages[0].End
	}
	return rec
}

// Known makes null of a fact that is not known.
func Known(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
