package export

import (
	"cmp"
	"slices"

	"dossier/model"
)

// vendor is what a document holds of one vendor, the first who left first.
type vendor struct {
	name   string
	claims []claim // by date, the undated last; those of one day in the order of the articles
}

// claim is one article's cut.
type claim struct {
	*cut
	in *entry
}

// vendors groups the cuts of entries.
func vendors(all []entry) []vendor {
	var list []vendor
	place := map[string]int{}
	for i := range all {
		for c := range all[i].cuts {
			k := claim{&all[i].cuts[c], &all[i]}
			at, known := place[k.Vendor]
			if !known {
				at = len(list)
				place[k.Vendor] = at
				list = append(list, vendor{name: k.Vendor})
			}
			list[at].claims = append(list[at].claims, k)
		}
	}
	for _, v := range list {
		slices.SortStableFunc(v.claims, func(a, b claim) int { return byDate(a.Cut.Date, b.Cut.Date) })
	}
	slices.SortStableFunc(list, func(a, b vendor) int {
		return cmp.Or(byDate(a.claims[0].Cut.Date, b.claims[0].Cut.Date), cmp.Compare(a.name, b.name))
	})
	return list
}

// byDate puts the earlier date first and no date last.
func byDate(a, b model.Date) int {
	if a.IsZero() != b.IsZero() {
		if a.IsZero() {
			return 1
		}
		return -1
	}
	return a.Compare(b)
}
