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
	is := func(status model.Status, holds func(x finding) bool) bool {
		return slices.ContainsFunc(all, func(x finding) bool { return x.status == status && holds(x) })
	}
	head := func(x finding) bool { return x.at.Start < f.head.End }
	plain := func(x finding) bool { return !x.inferred && !head(x) }
	given := is(model.Announced, func(x finding) bool { return x.warned })
	if is(model.Done, func(x finding) bool { return x.elapsed && (given || !x.inferred) || plain(x) && !x.now }) {
		return
	}
	planned := is(model.Announced, func(x finding) bool { return (!x.inferred || x.dated) && !head(x) && !x.warned })
	warned := is(model.Announced, plain) && !is(model.Done, plain)
	below := is(model.Announced, func(x finding) bool { return !head(x) }) && !is(model.Done, func(x finding) bool { return !x.inferred || !head(x) })
	above := is(model.Announced, func(x finding) bool { return !x.inferred }) && !is(model.Done, func(x finding) bool { return !x.now })
	if !planned && !warned && !below && !above && !(f.foretold && len(f.cutters) == 1 && !is(model.Done, func(x finding) bool { return !head(x) })) {
		return
	}
	for i := range all {
		if all[i].status == model.Done {
			all[i].status = model.Announced
		}
	}
}
