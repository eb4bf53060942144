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
		if s.ts[k].has(markPassive) && s.of[k] == s.of[i] && !s.between(k, i, acts) && (s.g.final || !s.between(k, i, markHave|markRel)) {
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
		if k < i && s.ts[k].has(acts) && s.ts[k].kind == word {
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
	if target.weight == byPronoun && f.strays(s, target.token, -1) {
		return nil, hit{elsewhere: true, token: target.token}
	}
	doers := s.doersOf(i)
	if !slices.ContainsFunc(doers, func(k int) bool { return s.role(k) == doer }) {
		doers = append(doers, f.shops(s, i)...)
	}
	if len(doers) == 0 {
		doers = f.agents(s, i)
	}
	if len(doers) == 0 && (target.weight > 0 || s.ts[i].has(markEnd)) {
		if k := s.doerAbove(i); k >= 0 && !s.clauses[s.of[i]].rel {
			doers = s.list(k)
		}
	}
	if len(doers) == 0 && s.g.bare {
		if k := s.doerAfter(i); k >= 0 {
			doers = s.list(k)
		}
	}
	if len(doers) == 0 && (s.around(i, markPlan) || s.ultimatum(i)) {
		if k := s.nearest(s.of[i], i, false); k >= 0 {
			doers = s.list(k)
		}
	}
	if target.weight == 0 && !target.elsewhere && s.ts[i].has(markEnd) && f.topic.on {
		target = f.unsaid(s, i)
	}
	if target == (hit{}) && s.g.drops && f.topic.on && len(doers) > 0 && s.subjectless(i) {
		target = f.unsaid(s, i)
	}
	return doers, target
}

// subjectless reports that nothing before a passive in its clause can be its
// subject: "Prima è stato cacciato".
func (s *sentence) subjectless(i int) bool {
	unknown := 0
	for _, k := range s.clauses[s.of[i]].words {
		if k >= i {
			break
		}
		if s.ts[k].kind != point && (s.ts[k].kind != word || s.ts[k].marks == 0) {
			unknown++
		}
	}
	return unknown <= 2
}

// aboutWhat: "Parler, which was removed".
func (f *finder) aboutWhat(s *sentence, i int) hit {
	k := s.clauses[s.of[i]].words[0] - 1
	for n := 0; n < 4 && k >= 0; n, k = n+1, k-1 {
		switch t := &s.ts[k]; {
		case t.kind == subject && !s.owns(k, markOther):
			return hit{weight: byName, token: k}
		case t.has(markSubject) && f.topic.on:
			return hit{weight: byNoun, token: k}
		case t.kind == vendor || t.kind == person || t.has(markOther):
			return hit{elsewhere: true, token: k}
		}
	}
	return hit{}
}

// doersOf collects "by Amazon" and "from Apple's store" around a passive, as far
// as the acts before and after it.
func (s *sentence) doersOf(i int) []int {
	var doers []int
	for k := range s.ts {
		if s.ts[k].kind != vendor || s.segment[k] != s.segment[i] || s.of[k] != s.of[i] || !s.reaches(i, k) {
			continue
		}
		if r := s.role(k); r == doer || r == origin || r == followed {
			doers = append(doers, k)
		}
	}
	return doers
}

// reaches reports that no other act stands between an act and a name.
func (s *sentence) reaches(i, k int) bool {
	if k < i {
		return !s.between(k, i, acts)
	}
	for j := s.ts[i].until; j < k; j++ {
		if s.ts[j].has(acts&^markNoun) && s.ts[j].kind == word && s.ts[j].until > j {
			return false
		}
	}
	return true
}

// shops finds app stores named without their owner.
func (f *finder) shops(s *sentence, i int) []int {
	var doers []int
	for k := range s.ts {
		if s.of[k] != s.of[i] || !s.reaches(i, k) || s.ts[k].kind != word {
			continue
		}
		rest := f.body[s.ts[k].at.Start:]
		for shop, owner := range f.services {
			if strings.HasPrefix(rest, shop) && !strings.HasPrefix(rest, shop+"s") && !named(s.ts, k-1, -1) && !named(s.ts, k+2, 1) {
				s.ts[k].actor = owner
				doers = append(doers, k)
			}
		}
	}
	return doers
}

// losing: Parler lost access to Twilio and Slack.
func (f *finder) losing(s *sentence, i int) ([]int, hit) {
	target, ok := f.lastTarget(s, 0, i)
	if !ok || target.elsewhere {
		target, ok = f.clauseSubject(s, i)
	}
	if !ok && s.g.inverts {
		target, ok = f.firstTarget(s, i+1, min(len(s.ts), i+5), s.of[i])
	}
	if !ok || target.elsewhere {
		return nil, hit{}
	}
	var doers []int
	for k := target.token + 1; k < len(s.ts); k++ {
		if s.ts[k].kind == vendor && s.of[k] == s.of[i] && s.reaches(i, k) && s.role(k) != source {
			doers = append(doers, k)
		}
	}
	return doers, target
}

// clauseSubject finds the subject of the dossier before an act, whatever stands
// between.
func (f *finder) clauseSubject(s *sentence, i int) (hit, bool) {
	for k := i - 1; k >= 0; k-- {
		if s.of[k] == s.of[i] && (s.ts[k].kind == subject || s.ts[k].has(markSubject|markPronoun) && f.topic.on) {
			if h, ok := f.target(s, k); ok && h.weight > 0 {
				return h, true
			}
		}
	}
	return hit{}, false
}

// noun: Amazon's suspension of Parler, the removal of Parler by Apple.
func (f *finder) noun(s *sentence, i int) ([]int, hit) {
	var doers []int
	target := hit{}
	if s.ofOther(i) {
		return nil, hit{elsewhere: true, token: i}
	}
	for k := max(0, i-4); k < min(len(s.ts), i+10); k++ {
		if s.segment[k] != s.segment[i] || k > i && s.ts[k].has(acts) && s.ts[k].kind == word && s.ts[k].until > k {
			continue
		}
		if s.ts[k].kind == vendor && s.doesNoun(i, k) {
			doers = append(doers, k)
			continue
		}
		if h, ok := f.target(s, k); ok && target.weight == 0 && !target.elsewhere && h.weight != byPronoun {
			target = h
		}
	}
	if target == (hit{}) && f.topic.on && len(doers) > 0 && s.role(doers[0]) == origin {
		target = f.unsaid(s, i)
	}
	return doers, target
}

// ofOther: "the ban of the president".
func (s *sentence) ofOther(i int) bool {
	for k := s.ts[i].until; k < min(len(s.ts), s.ts[i].until+4); k++ {
		switch t := &s.ts[k]; {
		case t.kind == subject || t.kind == vendor || t.kind == point:
			return false
		case t.kind == person || t.kind == word && t.has(markOther) && !t.has(markDeal):
			return k > s.ts[i].until || !s.g.final
		}
	}
	return false
}

// doesNoun: the owner of the noun before it, or "by" behind it.
func (s *sentence) doesNoun(i, k int) bool {
	if k < i {
		return k+3 >= i && k+1 < len(s.ts) && (s.ts[k+1].has(markOwn) || isOwn(&s.ts[k+1]) || strings.HasSuffix(s.ts[k].low, "s"))
	}
	r := s.role(k)
	return r == doer && !s.ts[k-1].has(markOf) || r == origin
}

// same: Apple followed suit.
func (f *finder) same(s *sentence, i int) ([]int, hit) {
	k := s.doerBefore(i)
	if k < 0 {
		k = s.doerAfter(s.ts[i].until - 1)
	}
	if k < 0 {
		k = s.doerAfter(i)
	}
	if k < 0 || !f.topic.on || f.echo == 0 && len(f.found) == f.recent {
		return nil, hit{}
	}
	return s.list(k), hit{weight: unsaid, token: i}
}
