package detect

import (
	"slices"
	"strings"

	"dossier/model"
)

// status says how far an act went, and whether it is stated at all: not what
// was refused, demanded or thought possible.
func (s *sentence) status(i int) (model.Status, bool) {
	switch {
	case s.negated(i) || s.asks() || s.jussive(i) || s.any(markHoax|markSuppose):
		return 0, false
	case s.ts[i].has(markWarn):
		return model.Announced, true
	case s.ranOut(i) && !s.deniedAround(i):
		return model.Done, true
	case s.deniedAround(i):
		return model.Disputed, !s.around(i, markWish|markPlan)
	case s.around(i, markWish):
		if s.around(i, markPlan) && s.any(markTime) {
			return model.Announced, true
		}
		return 0, false
	case s.around(i, markPlan) || s.ultimatum(i) || s.toCome(i):
		return model.Announced, true
	}
	return model.Done, true
}

// asks reports a question, which states nothing.
func (s *sentence) asks() bool {
	for k := len(s.ts) - 1; k >= 0 && s.ts[k].kind == point; k-- {
		if s.ts[k].low == "?" || s.ts[k].low == "？" || s.ts[k].low == "؟" {
			return true
		}
	}
	return false
}

// negated: a "not" before the act in its clause, or the clause above it: "did
// not suspend", "has no plans to remove".
func (s *sentence) negated(i int) bool {
	if s.ts[i].has(markNot) && s.g.after {
		return true
	}
	for k := i + 1; k < s.ts[i].until; k++ {
		if s.ts[k].has(markNot) && !s.ts[k].inside && !s.g.after {
			return true
		}
	}
	for n, k := 0, i-1; k >= 0 && n < 12; k-- {
		if s.segment[k] != s.segment[i] {
			break
		}
		n++
		switch t := &s.ts[k]; {
		case t.has(markPast) && t.kind == word:
			return false // since, because
		case t.has(markNot):
			return true
		case t.has(acts) && t.kind == word && t.until > k && t.until <= i:
			return false
		}
	}
	if s.g.final && s.deniedBefore(i) {
		return true
	}
	if s.g.final || s.g.after {
		for k := s.ts[i].until; k < min(len(s.ts), s.ts[i].until+3) && s.segment[k] == s.segment[i]; k++ {
			if s.ts[k].has(markNot) {
				return true
			}
		}
	}
	return false
}

// deniedBefore: a "not" in the stretch before an infinitive that a comma parts
// from it: "hat keine Pläne, Parler zu entfernen".
func (s *sentence) deniedBefore(i int) bool {
	if i == 0 || !s.ts[i-1].has(markInf) && !(len(s.ts[i].low) > 6 && strings.Contains(s.ts[i].low[2:], "zu")) {
		return false
	}
	for k := i - 1; k >= 0 && s.segment[i]-s.segment[k] <= 1; k-- {
		if s.segment[k] != s.segment[i] && s.ts[k].has(markNot) {
			return true
		}
	}
	return false
}

// deniedAround: a denial in the same sentence, behind the act, or before it as
// in "denied that it had dropped".
func (s *sentence) deniedAround(i int) bool {
	for k := range s.ts {
		if s.denies(k) && !s.saidOfAnother(k, i) && (k < i && s.segment[i]-s.segment[k] <= 3 || k >= s.ts[i].until) {
			return true
		}
	}
	return false
}

// around reports a mark between the act before and this one, in its clause or
// in those above it, or in the verb phrase behind it.
func (s *sentence) around(i int, m mark) bool {
	own := s.of[i]
	over := s.over(own, i)
	for k := i - 1; k >= 0; k-- {
		t := &s.ts[k]
		if over && s.of[k] != own || m == markPlan && s.segment[k] != s.segment[i] && s.pastAt(k) {
			continue
		}
		if t.has(m) && s.governs(k, own, i) {
			return true
		}
		if t.has(acts) && t.kind == word && t.until > k && t.until <= i && s.of[k] == own {
			break
		}
	}
	last := s.ts[i].until + 2
	if s.g.after && m&(markPlan|markWish) != 0 {
		last += 2 // Japanese: を, した stand between
	}
	if m == markPlan && s.g.after {
		last += 3 // して, すると
	}
	for k := i; k < min(len(s.ts), last); k++ {
		if m&markPlan == 0 && s.ts[i].until > i+1 && (k == i || s.ts[k].inside) {
			continue // refuses to host: the refusal is the act
		}
		if s.ts[k].has(m) && s.segment[k] == s.segment[i] && (k < s.ts[i].until || s.g.final || s.g.after) {
			return true
		}
	}
	return false
}

// over reports a clause that says after or because of what something happened: what
// is planned or feared around it has nothing to do with it.
func (s *sentence) over(clause, i int) bool {
	words := s.clauses[clause].words
	for n := 0; n < min(2, len(words)) && words[n] < i; n++ {
		if s.clauses[clause].opened && s.ts[words[n]].has(markPast) {
			return true
		}
	}
	return false
}

// governs: the same clause, a clause above, or the segment right before one that
// has no name of its own who acts.
func (s *sentence) governs(k, clause, i int) bool {
	for c := clause; c >= 0; c = s.clauses[c].parent {
		if s.of[k] == c {
			return c == clause || !s.clauses[clause].rel
		}
	}
	return s.segment[i]-s.segment[k] == 1 && !s.clauses[s.of[k]].rel && !s.nameIn(s.segment[i], i)
}

func (s *sentence) nameIn(segment, before int) bool {
	for k := before - 1; k >= 0 && s.segment[k] >= segment; k-- {
		if s.ts[k].kind == vendor || s.ts[k].has(markAll) {
			return true
		}
	}
	return false
}

// ultimatum: a deadline before an act that has not happened: an infinitive or a
// passive of the present, which the lexicons cannot tell from the past, so the
// words of the deadline have to be clear.
func (s *sentence) ultimatum(i int) bool {
	if i > 0 && s.ts[i-1].has(markHave) && !s.ts[i-1].has(markPlan|markPassive|markInf) {
		return false // has removed
	}
	for k := range s.ts {
		if s.ts[k].has(markUltimatum) && !s.saidOfAnother(k, i) && !s.nextStep(k, i) && !(k < i && s.segment[k] != s.segment[i] && s.pastAt(k)) && !(k > s.ts[i].until && s.pastAt(k)) {
			return true
		}
	}
	return false
}

// nextStep reports that an act behind a deadline is what came of it: "gave it 24 hours and
// on Saturday removed the app too".
func (s *sentence) nextStep(deadline, i int) bool {
	for k := deadline + 1; k < i; k++ {
		if s.ts[k].kind != word || !s.ts[k].has(markAnd) {
			continue
		}
		for j := k + 1; j < min(len(s.ts), s.ts[i].until+stepReach); j++ {
			if s.ts[j].has(markToo) || j < i && s.ts[j].has(markTime) && !s.ts[j].has(markUltimatum|markClock) {
				return true
			}
		}
	}
	return false
}

// stepReach is how far behind an act "too" may stand.
const stepReach = 8

// pastAt reports "after" before k in its stretch: what stands there is over.
func (s *sentence) pastAt(k int) bool {
	for j := k; j >= 0 && s.segment[j] == s.segment[k]; j-- {
		if s.ts[j].has(markFollow|markPast|markElapsed) && s.ts[j].kind == word {
			return true
		}
	}
	return false
}

func (s *sentence) any(m mark) bool {
	for k := range s.ts {
		if s.ts[k].has(m) {
			return true
		}
	}
	return false
}

// saidOfAnother reports that what stands at k is said of another vendor than the one in
// the stretch of an act: each stretch names its own.
func (s *sentence) saidOfAnother(k, i int) bool {
	if s.segment[k] == s.segment[i] {
		return false
	}
	there, here := s.namedIn(s.segment[k]), s.namedIn(s.segment[i])
	return len(there) > 0 && len(here) > 0 && !slices.ContainsFunc(there, func(v int) bool { return slices.Contains(here, v) })
}

// namedIn lists the vendors that a stretch names.
func (s *sentence) namedIn(segment int) (all []int) {
	for k := range s.ts {
		if s.segment[k] == segment && s.ts[k].kind == vendor && s.role(k) != source {
			all = append(all, s.ts[k].actor)
		}
	}
	return all
}

// evidence is the stretch of the sentence that holds the act, who did it and to
// whom, whole segments of it.
func (s *sentence) evidence(i int, doers []int, target hit) model.Passage {
	first, last := i, max(i, s.ts[i].until-1)
	for _, k := range append([]int{target.token}, doers...) {
		first, last = min(first, k), max(last, k)
	}
	for first > 0 && s.segment[first-1] == s.segment[first] {
		first--
	}
	for last+1 < len(s.ts) && s.segment[last+1] == s.segment[last] {
		last++
	}
	for first < last && s.ts[first].kind == point && !opening(s.ts[first].low) {
		first++
	}
	for last > first && s.ts[last].kind == point && s.ts[last].low != "." {
		last--
	}
	return model.Passage{Start: s.ts[first].at.Start, End: s.ts[last].at.End}
}

func opening(p string) bool { return p == "«" || p == "„" || p == "“" || p == "\"" || p == "「" }
