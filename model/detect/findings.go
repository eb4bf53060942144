package detect

import (
	"cmp"
	"slices"

	"dossier/model"
)

// result makes one cut of all that is said of a vendor.
func (f *finder) result() []model.Cut {
	byVendor := map[int][]finding{}
	var order []int
	for _, x := range f.found {
		if byVendor[x.vendor] == nil {
			order = append(order, x.vendor)
		}
		byVendor[x.vendor] = append(byVendor[x.vendor], x)
	}
	var cuts []model.Cut
	for _, v := range order {
		cuts = append(cuts, f.cut(v, byVendor[v]))
	}
	slices.SortStableFunc(cuts, func(a, b model.Cut) int { return a.Passages[0].Start - b.Passages[0].Start })
	return cuts
}

func (f *finder) cut(v int, all []finding) model.Cut {
	if f.strangers[v] || f.contested(v, all) || f.denied[v] && !slices.ContainsFunc(all, func(x finding) bool { return !x.claimed }) {
		for i := range all {
			all[i].status = model.Disputed
		}
	}
	f.moderate(all)
	best := all[0]
	for _, x := range all[1:] {
		if rank(x) > rank(best) {
			best = x
		}
	}
	c := model.Cut{Vendor: f.Actors.names[v], Status: best.status, Evidence: f.body[best.at.Start:best.at.End], Passages: []model.Passage{best.at}, Detected: true}
	if back := f.restored[v]; back.Compare(best.details.date) >= 0 {
		c.Restored = back
	}
	c.Date, c.Service, c.Reason = best.details.date, f.serviceOf(v, best), best.details.reason
	for _, x := range all {
		if x.at != best.at {
			c.Passages = append(c.Passages, x.at)
		}
		if x.status == best.status {
			if c.Service == "" {
				c.Service = f.serviceOf(v, x)
			}
			c.Reason = cmp.Or(c.Reason, x.details.reason)
			c.Date = cmp.Or(c.Date, x.details.date)
		}
	}
	return c
}

// serviceOf is what the register says that a vendor supplied, else what a statement
// says, which may be about several.
func (f *finder) serviceOf(v int, x finding) string {
	if f.supplies != nil && f.supplies[v] != "" {
		return f.supplies[v]
	}
	return service(f.body[x.at.Start:x.at.End])
}

// rank orders statements: done before planned before disputed, then the plainer.
func rank(x finding) int {
	return [...]int{model.Done: 200, model.Announced: 100, model.Disputed: 0}[x.status] + x.weight*10 - x.less
}

// less prefers a statement about one vendor to one about several, a main clause
// to another, who acts to whose shop it is, a verb to a noun, the text to its headline, and what the article
// says itself to what it says that others say.
func (f *finder) less(s *sentence, i int, doers []int, claimed bool) int {
	n := 0
	if s.ts[doers[0]].kind != vendor || s.role(doers[0]) == origin {
		n += 8
	}
	if len(doers) > 1 {
		n += 20
	}
	if s.ts[i].has(markGone) || s.ts[doers[0]].kind == word {
		n += 8
	}
	if s.clauses[s.of[i]].opened {
		n += 5
	}
	if s.ts[i].has(markNoun) || s.between(max(0, i-6), i, markWill) {
		n += 12
	}
	if claimed {
		n += 10
	}
	if s.ts[0].at.Start < f.head.End {
		n += 15
	}
	return n
}
