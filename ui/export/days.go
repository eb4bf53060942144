package export

import (
	"slices"

	"dossier/model"
	"dossier/ui/wording"
)

// days are the days on which vendors cut ties, the first one first. A lone day
// makes no timeline.
func days(all []vendor) []htmlDay {
	of := map[model.Date][]htmlName{}
	var dates []model.Date
	for i, v := range all {
		for _, c := range v.claims {
			d := c.Cut.Date
			if d.IsZero() {
				continue
			}
			if of[d] == nil {
				dates = append(dates, d)
			}
			name := htmlName{v.name, vendorAnchor(i)}
			if c.Status != model.Done {
				name.Name += " (" + wording.Status(c.Status) + ")"
			}
			if !slices.Contains(of[d], name) {
				of[d] = append(of[d], name)
			}
		}
	}
	if len(dates) < 2 {
		return nil
	}
	slices.SortFunc(dates, model.Date.Compare)
	list := make([]htmlDay, 0, len(dates))
	for _, d := range dates {
		list = append(list, htmlDay{wording.Date(d), of[d]})
	}
	return list
}
