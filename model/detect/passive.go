package detect

import (
	"slices"
	"strings"
)

// passive reports a passive: an auxiliary near the act, or "by" right behind it.
func (s *sentence) passive(i int) bool {
	if s.ts[i].has(markPassive) {
		return true
	}
	if !s.g.final && i > 0 && s.ts[i-1].has(markInf) {
		return false // was the first to remove
	}
	if s.g.progressive && strings.HasSuffix(s.ts[i].low, "ing") {
		return false // was suspending
	}
	for k := max(0, i-5); k < i; k++ {
		if s.ts[k].has(markPassive) && s.of[k] == s.of[i] && !s.between(k, i, acts) && (s.g.final && !s.between(k, i, markSub) || !s.g.final && !s.between(k, i, markHave|markRel)) {
			return true
		}
	}
	for k := i + 1; k < min(len(s.ts), s.ts[i].until+2); k++ {
		if s.g.final && s.ts[k].has(markPassive) && !(s.ts[k].has(markSelf) && k+1 < len(s.ts) && s.ts[k+1].has(markPlace|markSubject)) {
			return true
		}
		if k == s.ts[i].until && s.ts[k].has(markBy) && s.agentAt(k) {
			return true
		}
	}
	return s.g.final && s.farPassive(i)
}

// agentAt tells "by Amazon" from the other senses of its preposition.
func (s *sentence) agentAt(k int) bool {
	if s.ts[k].has(markOf) {
		return k+1 < len(s.ts) && s.ts[k+1].kind == vendor && !s.g.final && (!s.ts[k].has(markFrom) || s.opensStretch(k-1))
	}
	return !s.ts[k].has(markFrom) || named(s.ts, k+1, 1)
}

// opensStretch reports the first word of a stretch: "Dropped by Amazon, Parler".
func (s *sentence) opensStretch(k int) bool {
	return k == 0 || k > 0 && s.segment[k-1] != s.segment[k] || k == 1 && s.ts[0].kind == point
}

// farPassive: "wurde … gesperrt" with the whole clause between.
func (s *sentence) farPassive(i int) bool {
	for n := len(s.clauses[s.of[i]].words) - 1; n >= 0; n-- {
		k := s.clauses[s.of[i]].words[n]
		if k < i && (s.ts[k].has(acts) || s.ts[k].has(markSub) && s.ts[k].has(markRel)) && s.ts[k].kind == word {
			return false
		}
		if k < i && s.ts[k].has(markPassive) {
			return true
		}
	}
	return false
}

// participle reports an auxiliary right before a word that is a noun elsewhere:
// "fue retirada".
func (s *sentence) participle(i int) bool {
	for k := i - 1; k >= max(0, i-2); k-- {
		if s.ts[k].has(markPassive) {
			return true
		}
	}
	return false
}

func (s *sentence) between(from, to int, m mark) bool {
	for k := from + 1; k < to; k++ {
		if s.ts[k].has(m) && s.ts[k].kind == word {
			return true
		}
	}
	return false
}

// passive: Parler was removed by Apple, from Google's store.
func (f *finder) passive(s *sentence, i int) ([]int, hit) {
	target := f.patient(s, i)
	if target.weight == byPronoun && f.strays(s, target.token, -1) {
		return nil, hit{elsewhere: true, token: target.token}
	}
	doers := f.agentsOf(s, i, target)
	if target.weight == 0 && !target.elsewhere && s.ts[i].has(markEnd) && f.topic.on {
		target = f.unsaid(s, i)
	}
	if len(doers) == 0 && f.topic.on {
		if k := s.dealer(i); k >= 0 && (!target.elsewhere || target.token == k) {
			doers, target = []int{k}, f.unsaid(s, i)
		}
	}
	if target == (hit{}) && s.g.drops && f.topic.on && len(doers) > 0 && s.subjectless(i) {
		target = f.unsaid(s, i)
	}
	return doers, target
}

// patient finds what a passive was done to, before it or behind it.
func (f *finder) patient(s *sentence, i int) hit {
	target, ok := f.lastTarget(s, 0, i)
	if !ok {
		target, _ = f.firstTarget(s, i+1, min(len(s.ts), i+sight), s.of[i])
	}
	if target.weight == 0 && !target.elsewhere && s.clauses[s.of[i]].rel {
		target = f.aboutWhat(s, i)
	}
	if target == (hit{}) {
		target, _ = f.clauseSubject(s, i)
	}
	return target
}

// agentsOf finds who did what a passive says: by whom, from whose shop, or where
// that is not said the vendor that the clause above is about.
func (f *finder) agentsOf(s *sentence, i int, target hit) []int {
	doers := s.doersOf(i)
	if !slices.ContainsFunc(doers, func(k int) bool { return s.role(k) == doer }) {
		doers = append(doers, f.shops(s, i)...)
	}
	if len(doers) == 0 {
		doers = f.agents(s, i)
	}
	if len(doers) > 0 {
		return doers
	}
	k := -1
	if (target.weight > 0 || s.ts[i].has(markEnd)) && !s.clauses[s.of[i]].rel {
		k = s.doerAbove(i)
	}
	if k < 0 && s.ts[i].has(markClitic) && strings.HasPrefix(s.ts[i].low, "di") {
		k = s.ownAgent(i)
	}
	if k < 0 && s.g.bare {
		k = s.doerAfter(i)
	}
	if k < 0 && (s.around(i, markPlan) || s.ultimatum(i)) {
		k = s.nearest(s.of[i], i, false)
	}
	if k < 0 {
		k = s.emptied(i)
	}
	if k < 0 {
		return nil
	}
	return s.list(k)
}
