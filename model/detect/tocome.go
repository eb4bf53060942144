package detect

import (
	"slices"
	"strings"

	"dossier/model"
)

// told adds to a statement how it is told.
func (s *sentence) told(x finding, i int) finding {
	x.hearsay = x.claimed || s.any(markUs) || s.bySources() || s.namedBy()
	x.elapsed = s.any(markElapsed)
	x.warned, x.earlier = s.ts[i].has(markWarn), s.toldEarlier(i)
	x.now, x.dated = s.present(i), s.toCome(i)
	return x
}

// toldEarlier reports that an act is what had been announced, in its own clause or the
// one that this hangs on: "had warned that it would suspend".
func (s *sentence) toldEarlier(i int) bool {
	for k := range i {
		if s.ts[k].has(markEarlier) && s.ts[k].kind == word && (s.of[k] == s.of[i] || s.clauses[s.of[i]].parent == s.of[k]) {
			return true
		}
	}
	return false
}

// bySources reports that a sentence says that it has it from a person, or from the one
// that ties were cut with.
func (s *sentence) bySources() bool {
	person := slices.ContainsFunc(s.ts, func(t token) bool { return t.kind == person })
	if person && s.any(markSource) {
		return true
	}
	for k := range s.ts {
		if s.ts[k].kind == subject && s.role(k) == source {
			return true
		}
	}
	return false
}

// namedBy reports that a person names those who did it: "Matze also named Stripe".
func (s *sentence) namedBy() bool {
	return s.any(markNamed) && slices.ContainsFunc(s.ts, func(t token) bool { return t.kind == person })
}

// present reports an act that is told in the present, by its own words or the one
// before: "is pulling".
func (s *sentence) present(i int) bool {
	for k := max(0, i-1); k < min(len(s.ts), max(i+1, s.ts[i].until)); k++ {
		if s.ts[k].has(markNow) {
			return true
		}
	}
	return false
}

// toCome reports an act in the present with the hour at which it is to happen: "stops
// hosting on Sunday at 11:59 p.m.".
func (s *sentence) toCome(i int) bool {
	if !s.present(i) {
		return false
	}
	for k := range s.ts {
		if s.clockAt(k) && (s.joined(s.of[k], s.of[i]) || s.segment[k]-s.segment[i] == 1) && !s.saidOfAnother(k, i) && !s.stamp(k, i) && !s.pastAt(k) {
			return true
		}
	}
	return false
}

// joined reports that two clauses are one, or one of them stands in the other.
func (s *sentence) joined(a, b int) bool {
	return a == b || s.clauses[a].parent == b || s.clauses[b].parent == a
}

// clockAt reports a time of day: a word for one, or 11:59 and 23.59.
func (s *sentence) clockAt(k int) bool {
	t := &s.ts[k]
	if t.kind != word {
		return false
	}
	if hour, minutes, ok := strings.Cut(t.low, "h"); t.has(markClock) || ok && isHour(hour) && (minutes == "" || isHour(minutes[:1])) {
		return true // 23h59
	}
	if k+2 >= len(s.ts) || !isHour(t.low) || len(s.ts[k+2].low) != 2 || !isNumber(s.ts[k+2].low) || s.ts[k+2].at.Start != s.ts[k+1].at.End {
		return false
	}
	return s.ts[k+1].low == ":" || s.ts[k+1].low == "."
}

// isHour reports a number that an hour may have.
func isHour(low string) bool {
	return low != "" && len(low) <= 2 && isNumber(low) && (len(low) == 1 || low < "25")
}

// stamp reports a time that opens a sentence on what happened then, as those of a
// chronicle or a live report do: "At midnight, Amazon switches off".
func (s *sentence) stamp(k, i int) bool {
	if s.segment[k] != s.segment[i] {
		return s.segment[k] == 0 && len(s.namedIn(0)) == 0 && !s.dayIn(0)
	}
	for j := range k {
		if s.ts[j].kind != point && !isNumber(s.ts[j].low) {
			return false
		}
	}
	return true
}

// dayIn reports that a stretch says on which day, not only at what time of it.
func (s *sentence) dayIn(segment int) bool {
	for k := range s.ts {
		if s.segment[k] == segment && s.ts[k].has(markTime) && !s.ts[k].has(markClock) {
			return true
		}
	}
	return false
}

// ranOut reports that a deadline ran out, or a threat was made good, before an act or
// in its own words, and that nothing is planned behind that.
func (s *sentence) ranOut(i int) bool {
	if s.ts[i].has(markWarn) {
		return s.ts[i].has(markElapsed)
	}
	if s.plannedAt(i) {
		return false
	}
	planned := -1
	for k := max(i, s.ts[i].until-1); k >= 0; k-- {
		switch t := &s.ts[k]; {
		case t.has(markElapsed):
			return planned < t.barred // its own words apart: after the deadline
		case k < i && planned < 0 && t.has(markPlan|markWish|markUltimatum):
			planned = k
		}
	}
	return false
}

// plannedAt reports an act whose own words tell of what is planned: "will suspend", in
// some languages one word.
func (s *sentence) plannedAt(i int) bool {
	planned := false
	for k := i; k < max(i+1, s.ts[i].until); k++ {
		if s.ts[k].has(markElapsed) {
			return false // made good on its threat
		}
		planned = planned || s.ts[k].has(markPlan)
	}
	return planned
}

// carryOut reads an act whose doer goes unsaid behind a deadline that one vendor set:
// "Apple gave it 24 hours. After the deadline passed the app was gone".
func (f *finder) carryOut(s *sentence, i int, target hit) {
	if !s.ranOut(i) || target.elsewhere || s.ts[i].has(markWarn) {
		return
	}
	v := -1
	for _, x := range f.found {
		if x.n < f.count-2 || x.status != model.Announced {
			continue
		}
		if v >= 0 && x.vendor != v {
			return
		}
		v = x.vendor
	}
	if w, only := s.accused(); w >= 0 && (w != v || !only) {
		return
	}
	if status, happened := s.status(i); v >= 0 && happened && status == model.Done {
		at := s.evidence(i, nil, hit{token: i})
		f.keep(s.told(finding{vendor: v, at: at, weight: unsaid, less: 20}, i))
	}
}
