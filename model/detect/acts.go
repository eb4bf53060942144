package detect

import "slices"

// sight is how many tokens behind an act its object may stand.
const sight = 16

// active: Amazon suspended Parler.
func (f *finder) active(s *sentence, i int) ([]int, hit) {
	k := s.doerBefore(i)
	inverted := false
	if k < 0 && s.g.inverts {
		k, inverted = s.doerAfter(i), true
	}
	if k < 0 {
		k, inverted = s.doerAbove(i), false
	}
	if k < 0 {
		k = f.stands(s, i)
	}
	target := f.object(s, i, k, inverted)
	if k >= 0 && s.ts[k].kind == word && target.weight < byNoun {
		return nil, hit{}
	}
	if k < 0 {
		return nil, target
	}
	return s.withFollowed(k, i), target
}

// stands finds "the company" or "it" for the vendor that the sentence before was
// about, or -1.
func (f *finder) stands(s *sentence, i int) int {
	if f.lead < 0 {
		return -1
	}
	for k := range s.ts {
		t := &s.ts[k]
		if s.of[k] != s.of[i] || t.kind == point {
			continue
		}
		switch {
		case t.kind != word || k > i+4 || k > i && !s.g.inverts:
			return -1
		case t.has(markCorp) && !s.preparedBy(k, markFrom|markBy|markOf|markSource):
			t.actor, t.marks = f.lead, t.marks&^markSubject
			return k
		}
	}
	return -1
}

// withFollowed adds "following Google" to who acts.
func (s *sentence) withFollowed(k, i int) []int {
	doers := s.list(k)
	for j := range s.ts {
		if s.ts[j].kind == vendor && s.role(j) == followed && s.segment[i]-s.segment[j] <= 1 && s.segment[j]-s.segment[i] <= 1 {
			doers = append(doers, j)
		}
	}
	return doers
}

// doerBefore returns the nearest vendor before an act in its clause that can be
// its grammatical subject, or -1. Where the verb does not stand last, the
// subject of the dossier in between acts itself.
func (s *sentence) doerBefore(i int) int {
	words := s.clauses[s.of[i]].words
	for n := len(words) - 1; n >= 0; n-- {
		k := words[n]
		if k >= i {
			continue
		}
		switch t := &s.ts[k]; {
		case t.kind == vendor && s.role(k) == plain:
			return k
		case t.kind == subject && !s.g.final && s.acts(k):
			return -1
		}
	}
	return -1
}

// acts reports whether a name stands by itself, not as "Parler's host" or "of
// Parler".
func (s *sentence) acts(k int) bool {
	if s.role(k) != plain {
		return false
	}
	next := k + 1
	return next >= len(s.ts) || !s.ts[next].has(markOwn) && !isOwn(&s.ts[next])
}

// doerAfter: "Am Sonntag sperrte Amazon das Netzwerk".
func (s *sentence) doerAfter(i int) int {
	for k := i + 1; k < min(len(s.ts), i+5); k++ {
		switch t := &s.ts[k]; {
		case t.kind == vendor:
			if s.role(k) == plain {
				return k
			}
			return -1
		case t.kind != word || t.has(markFrom|markBy|markOther):
			return -1
		}
	}
	return -1
}

// doerAbove looks in the clauses around: "Amazon said it would suspend …",
// "Amazon, which suspended …".
func (s *sentence) doerAbove(i int) int {
	for c := s.of[i]; ; {
		up := s.clauses[c].parent
		if up < 0 {
			return -1
		}
		start := s.clauses[c].words
		if len(start) == 0 {
			return -1
		}
		if k := s.nearest(up, start[0], s.clauses[c].rel); k >= 0 {
			return k
		}
		if s.clauses[c].rel {
			return -1
		}
		c = up
	}
}

// nearest finds the vendor before a position of a clause. The antecedent of a
// relative clause has to stand right before it.
func (s *sentence) nearest(c, before int, rel bool) int {
	words := s.clauses[c].words
	for n, seen := len(words)-1, 0; n >= 0; n-- {
		k := words[n]
		if k >= before {
			continue
		}
		if seen++; rel && seen > 4 {
			return -1
		}
		t := &s.ts[k]
		switch {
		case t.kind == vendor && s.role(k) == plain:
			return k
		case (t.kind == subject || t.kind == person) && s.acts(k) && !s.g.final && s.firstName(c, k):
			return -1
		}
	}
	return -1
}

// firstName reports that no vendor stands before k in its clause: then k is what
// the clause is about.
func (s *sentence) firstName(c, k int) bool {
	for _, j := range s.clauses[c].words {
		if j >= k {
			return true
		}
		if s.ts[j].kind == vendor && s.role(j) == plain {
			return false
		}
	}
	return true
}

// object finds who an active act was done to.
func (f *finder) object(s *sentence, i, doer int, inverted bool) hit {
	if h := f.antecedent(s, i, doer); h.weight > 0 {
		return h
	}
	if f.topic && s.clitic(i) {
		return hit{weight: byPronoun, token: i - 1}
	}
	from := i + 1
	if inverted && doer >= 0 {
		from = doer + 1
	}
	if !s.g.final || s.inside(i, f) {
		if h, ok := f.firstTarget(s, from, min(len(s.ts), i+sight), s.of[i]); ok {
			return h
		}
	}
	if s.g.final {
		start := 0
		if doer >= 0 && !inverted {
			start = doer + 1
		}
		if h, ok := f.lastTarget(s, start, i); ok {
			return h
		}
		if h, ok := f.firstTarget(s, from, min(len(s.ts), i+sight), s.of[i]); ok {
			return h
		}
	}
	if s.ts[i].has(markEnd) && f.topic {
		if s.others(i, doer) {
			return hit{elsewhere: true, token: i}
		}
		return f.unsaid(s, i)
	}
	return hit{}
}

// others reports somebody else in the clause of an act that names no object, from
// who does it to a little behind the act.
func (s *sentence) others(i, doer int) bool {
	for k := max(0, i-8); k < min(len(s.ts), s.ts[i].until+8); k++ {
		t := &s.ts[k]
		if s.of[k] != s.of[i] || t.kind != vendor && t.kind != person || k <= doer {
			continue
		}
		if r := s.role(k); r != source && r != followed && !(t.kind == vendor && doer >= 0 && slices.Contains(s.list(doer), k)) {
			return true
		}
	}
	return false
}

// unsaid: the act names no one, and the sentence may still speak of the subject.
func (f *finder) unsaid(s *sentence, i int) hit {
	h := hit{weight: unsaid, token: i}
	if f.names(s.ts, subject) {
		h.weight = byName
	}
	return h
}

// clitic: "l'a suspendu", "lo suspendió".
func (s *sentence) clitic(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3 && s.of[k] == s.of[i]; k-- {
		if s.ts[k].has(markClitic) {
			return true
		}
		if s.ts[k].kind != word || !s.ts[k].has(markPassive|markHave|markNot) {
			return false
		}
	}
	return false
}

// inside reports that the phrase of an act has words between its parts, where
// its object stands: "stellte … ein".
func (s *sentence) inside(i int, _ *finder) bool { return s.ts[i].until > i+2 }

// antecedent: "Parler, which Amazon suspended".
func (f *finder) antecedent(s *sentence, i, doer int) hit {
	c := s.of[i]
	if !s.clauses[c].rel || doer < 0 || s.of[doer] != c {
		return hit{}
	}
	k := s.clauses[c].words[0] - 1
	for n := 0; n < 3 && k >= 0; n, k = n+1, k-1 {
		switch t := &s.ts[k]; {
		case t.kind == subject:
			return hit{weight: byName, token: k}
		case t.has(markSubject) && f.topic:
			return hit{weight: byNoun, token: k}
		case t.kind == vendor || t.kind == person || t.has(markOther):
			return hit{}
		}
	}
	return hit{}
}

// firstTarget looks forward for what an act can be done to, up to the next act.
func (f *finder) firstTarget(s *sentence, from, to, clause int) (hit, bool) {
	for k := from; k < to; k++ {
		if s.of[k] != clause {
			if s.ts[k].has(markSub) {
				break
			}
			continue
		}
		if s.ts[k].has(acts) && s.ts[k].kind == word && s.ts[k].until > k {
			break
		}
		if h, ok := f.target(s, k); ok {
			return h, true
		}
	}
	return hit{}, false
}

// lastTarget looks backward, as from a participle at the end. A name beats what
// stands nearer under a preposition.
func (f *finder) lastTarget(s *sentence, from, i int) (hit, bool) {
	for k := i - 1; k >= from; k-- {
		if s.of[k] != s.of[i] {
			continue
		}
		if s.ts[k].has(acts) && s.ts[k].kind == word && s.ts[k].until > k && s.ts[k].until <= i {
			break
		}
		if h, ok := f.target(s, k); ok {
			return h, true
		}
	}
	return hit{}, false
}

// target says whether a token can be an act's object, and whether that is the
// subject of the dossier.
func (f *finder) target(s *sentence, k int) (hit, bool) {
	t := &s.ts[k]
	switch {
	case t.has(markCompound) || t.inside && t.kind == word:
		return hit{}, false
	case t.kind == subject:
		if s.of3(k, markOther) {
			return hit{}, false
		}
		if s.ownsOther(k) {
			return hit{}, false
		}
		return hit{weight: byName, token: k}, true
	case t.kind == vendor:
		if r := s.role(k); r != plain || s.owns(k, markSubject) {
			return hit{}, false
		}
		return hit{elsewhere: true, token: k}, true
	case t.kind == person:
		if s.role(k) != plain {
			return hit{}, false
		}
		return hit{elsewhere: true, token: k}, true
	case t.has(markOther):
		if s.preparedBy(k, markFrom|markBy|markOf|markSource) {
			return hit{}, false
		}
		return hit{elsewhere: true, token: k}, true
	case t.has(markSubject):
		if !f.topic || s.preparedBy(k, markFrom|markBy|markSource) {
			return hit{}, false
		}
		return hit{weight: byNoun, token: k}, true
	case t.has(markPronoun):
		if !f.topic || s.addressee(k) {
			return hit{}, false
		}
		return hit{weight: byPronoun, token: k}, true
	case t.kind == unknown:
		if s.role(k) != plain {
			return hit{}, false
		}
		return hit{elsewhere: true, token: k}, true
	}
	return hit{}, false
}

// addressee reports another vendor spoken to in the sentence before k: "told Gab
// … and stopped hosting it".
func (s *sentence) addressee(k int) bool {
	for j := 0; j < k; j++ {
		switch {
		case s.ts[j].kind == subject:
			return false
		case s.ts[j].kind == vendor && s.role(j) == addressed:
			return true
		}
	}
	return false
}

// ownsOther: Parler's users, Parler users.
func (s *sentence) ownsOther(k int) bool {
	return s.owns(k, markOther)
}

// of3: users of Parler.
func (s *sentence) of3(k int, m mark) bool {
	for n, i := 0, k-1; n < 2 && i >= 0; n, i = n+1, i-1 {
		if s.ts[i].has(markOf) {
			return i > 0 && s.ts[i-1].has(m) || i > 1 && s.ts[i-2].has(m)
		}
		if s.ts[i].kind != word {
			return false
		}
	}
	return false
}

// preparedBy reports one of some prepositions right before a noun, an article between them
// aside.
func (s *sentence) preparedBy(k int, m mark) bool {
	for n, i := 0, k-1; n < 2 && i >= 0; n, i = n+1, i-1 {
		if s.ts[i].has(m) {
			return m&markOf != 0 || !s.ts[i].has(markOf)
		}
		if s.ts[i].kind != word || s.ts[i].has(acts) {
			return false
		}
	}
	return false
}
