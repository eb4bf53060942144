package detect

import (
	"slices"

	"dossier/model"
)

// foretell notes an act to come, below the headline, whose doer goes unsaid.
func (f *finder) foretell(s *sentence, i int, target hit) {
	if target.weight == 0 || target.elsewhere || f.names(s.ts, vendor) || s.ts[0].at.Start < f.head.End {
		return
	}
	status, happened := s.status(i)
	f.foretold = f.foretold || happened && status == model.Announced
}

// moderate takes "done" for "announced" where only a headline, the present or an
// inference says so and the text says that it is still to come: headlines tell all as
// done.
func (f *finder) moderate(all []finding) {
	if !f.toldAsDone(all) && f.toldAsPlanned(all) {
		for i := range all {
			if all[i].status == model.Done {
				all[i].status = model.Announced
			}
		}
	}
}

// inHead reports a statement of the headline.
func (f *finder) inHead(x finding) bool { return x.at.Start < f.head.End }

// firm reports a statement of the text that the rules read.
func (f *finder) firm(x finding) bool { return !x.inferred && !f.inHead(x) }

// toldAsDone reports plain words in the text that a cut was carried out.
func (f *finder) toldAsDone(all []finding) bool {
	given := some(all, model.Announced, func(x finding) bool { return x.warned })
	return some(all, model.Done, func(x finding) bool {
		return x.elapsed && (given || !x.inferred) || f.firm(x) && !x.now
	})
}

// toldAsPlanned reports that a cut is still to come for all that is said. What had been
// announced before something else may have been carried out in it.
func (f *finder) toldAsPlanned(all []finding) bool {
	done := func(holds func(x finding) bool) bool { return some(all, model.Done, holds) }
	planned := func(holds func(x finding) bool) bool {
		return some(all, model.Announced, func(x finding) bool { return !x.earlier && holds(x) })
	}
	switch {
	case planned(func(x finding) bool { return (!x.inferred || x.dated) && !f.inHead(x) && !x.warned }),
		planned(f.firm) && !done(f.firm),
		planned(func(x finding) bool { return !x.inferred }) && !done(func(x finding) bool { return !x.now }):
		return true
	case planned(func(x finding) bool { return !f.inHead(x) }) && !done(func(x finding) bool { return !x.inferred || !f.inHead(x) }):
		return true
	}
	return f.foretold && len(f.cutters) == 1 && !done(func(x finding) bool { return !f.inHead(x) })
}

// some reports a statement of a status for which something holds.
func some(all []finding, status model.Status, holds func(x finding) bool) bool {
	return slices.ContainsFunc(all, func(x finding) bool { return x.status == status && holds(x) })
}
