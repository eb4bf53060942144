package detect

import "dossier/model"

// maxGapped is how many words a stretch may have that says nothing but who and
// when: "Apple the day after".
const maxGapped = 6

// gaps reads stretches without a verb behind a cut: "Google dropped the app on
// Friday, Apple on Saturday".
func (f *finder) gaps(s *sentence) {
	if s.g.final && !s.g.inverts || !f.topic.on || f.echo == 0 && len(f.found) == f.recent {
		return
	}
	for from := 0; from < len(s.ts); {
		to := from
		for to < len(s.ts) && s.segment[to] == s.segment[from] {
			to++
		}
		if k := s.gapped(from, to); k >= 0 && !f.cutter(s.ts[k].actor) && f.mayBeVendor(s.ts[k].actor) && (from == 0 || len(f.found) > f.recent) {
			at := model.Passage{Start: s.ts[from].at.Start, End: s.ts[to-1].at.End}
			if s.ts[from].kind == point && from+1 < to {
				at.Start = s.ts[from+1].at.Start
			}
			f.keep(finding{vendor: s.ts[k].actor, at: at, weight: unsaid, less: 30})
		}
		from = to
	}
}

// gapped finds the vendor of a stretch that says only who and when, or that it
// did so too, else -1.
func (s *sentence) gapped(from, to int) int {
	who, when, too, words := -1, false, false, 0
	for k := from; k < to; k++ {
		switch t := &s.ts[k]; {
		case t.kind == point && t.low != "." && k > from && !isComma(t) && t.low != "-" && t.low != "–" && t.low != "—":
			return -1
		case t.kind == point:
		case t.kind == vendor && who < 0:
			who = k
		case t.kind != word || t.has(acts|markNot|markClaim|markPassive|markPlan|markWish|markRel|markSource|markOther|markDeny):
			return -1
		default:
			words++
			when, too = when || t.has(markTime), too || t.has(markToo)
		}
	}
	if words > maxGapped || !when && !(too && words <= 2 && from > 0) || who >= 0 && s.role(who) != plain {
		return -1
	}
	return who
}
