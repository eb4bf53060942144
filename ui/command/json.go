package command

import (
	"slices"

	"dossier/model"
)

// articleJSON is an article as scripts see it. The names are fixed; a fact that
// is not known is null.
type articleJSON struct {
	ID            string    `json:"id"`
	Path          string    `json:"path"`
	Title         string    `json:"title"`
	Language      *string   `json:"language"`
	Date          *string   `json:"date"`
	Author        *string   `json:"author"`
	Source        *string   `json:"source"`
	URL           *string   `json:"url"`
	Persons       []string  `json:"persons"`
	Organisations []string  `json:"organisations"`
	Cuts          []cutJSON `json:"cuts"`
	Detected      []string  `json:"detected"`
}

// cutJSON is a cut; start and end are of its evidence.
type cutJSON struct {
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

func toJSON(a *model.Article, r *model.Register) articleJSON {
	j := articleJSON{
		ID:            a.ID,
		Path:          a.Path,
		Title:         a.Title,
		Language:      known(a.Language),
		Date:          known(a.Date.String()),
		Author:        known(a.Author),
		Source:        known(a.Source),
		URL:           known(a.URL),
		Persons:       []string{},
		Organisations: []string{},
		Cuts:          []cutJSON{},
		Detected:      a.Detected.Names(),
	}
	for _, name := range named(a) {
		if who, _ := r.Find(name); who.Kind == model.Person {
			j.Persons = append(j.Persons, name)
		} else {
			j.Organisations = append(j.Organisations, name)
		}
	}
	for _, c := range a.Cuts {
		j.Cuts = append(j.Cuts, cutToJSON(c))
	}
	return j
}

// named is whoever an article names, its vendors too: the evidence of a cut
// names its vendor.
func named(a *model.Article) []string {
	names := slices.Clone(a.Actors)
	for _, c := range a.Cuts {
		if !slices.Contains(names, c.Vendor) {
			names = append(names, c.Vendor)
		}
	}
	return names
}

func cutToJSON(c model.Cut) cutJSON {
	j := cutJSON{
		Vendor:   c.Vendor,
		Status:   c.Status.String(),
		Service:  known(c.Service),
		Date:     known(c.Date.String()),
		Restored: known(c.Restored.String()),
		Reason:   known(c.Reason),
		Detected: c.Detected,
		Evidence: known(c.Evidence),
		Passages: append([]model.Passage{}, c.Passages...),
	}
	if len(c.Passages) > 0 {
		j.Start, j.End = c.Passages[0].Start, c.Passages[0].End
	}
	return j
}

func known(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
