package detect

// hit is the target of an act: how plainly it is the subject, 0 for not at all.
type hit struct {
	weight    int
	token     int
	elsewhere bool // somebody else
}

const (
	byName    = 4 // Parler
	byNoun    = 3 // the network
	byPronoun = 2 // it
	unsaid    = 1 // nobody: "pulled the plug"
)

// sight is how many tokens behind an act its object may stand.
const sight = 16

// object finds who an active act was done to.
func (f *finder) object(s *sentence, i, doer int, inverted bool) hit {
	if h := f.antecedent(s, i, doer); h.weight > 0 {
		return h
	}
	if f.topic.on && s.clitic(i) {
		if o := s.other(i, doer); o > i && s.segment[o] == s.segment[i] {
			return hit{elsewhere: true, token: o} // l-a exclus pe Trump
		}
		return hit{weight: byPronoun, token: max(0, i-1)}
	}
	if h, ok := f.explicit(s, i, doer, inverted); ok {
		return h
	}
	return f.implied(s, i, doer)
}

// explicit finds the object of an act where the language has it: behind the verb,
// before one that stands last, or on either side.
func (f *finder) explicit(s *sentence, i, doer int, inverted bool) (hit, bool) {
	if s.g.free {
		if h, ok := f.lastTarget(s, 0, i); ok && h.weight > 0 && h.token != doer {
			return h, true
		}
	}
	from, start := i+1, 0
	switch {
	case doer >= 0 && inverted:
		from = doer + 1
	case doer >= 0 && doer < i:
		start = doer + 1
	}
	to := min(len(s.ts), i+sight)
	if doer > i && !inverted && s.g.final && !s.g.inverts {
		to = min(to, doer) // the one that a clause is about stands behind it
		for start = i; start > 0 && s.segment[start-1] == s.segment[i]; start-- {
		}
	}
	if !s.g.final {
		return f.firstTarget(s, from, to, s.of[i])
	}
	if s.parted(i) {
		if h, ok := f.firstTarget(s, from, to, s.of[i]); ok {
			return h, true
		}
	}
	if h, ok := f.lastTarget(s, start, i); ok {
		return h, true
	}
	return f.firstTarget(s, from, to, s.of[i])
}

// implied is the subject where an act says no object and needs none, such as
// "pulled the plug"; nobody if the clause speaks of somebody else.
func (f *finder) implied(s *sentence, i, doer int) hit {
	if !f.topic.on || s.deserted(i, doer) {
		return hit{}
	}
	if s.ts[i].has(markEnd) || s.dealt(i) {
		if o := s.other(i, doer); o >= 0 {
			return hit{elsewhere: true, token: o}
		}
		return f.unsaid(s, i)
	}
	if s.g.drops && s.ownPlace(i) {
		return f.unsaid(s, i)
	}
	return hit{}
}

// clitic: "l'a suspendu", "lo suspendió".
func (s *sentence) clitic(i int) bool {
	if s.ts[i].has(markClitic) {
		return true // Indonesian and Arabic write it at the end of the verb
	}
	adverb := false
	for k := i - 1; k >= 0 && k >= i-4 && s.of[k] == s.of[i]; k-- {
		if s.ts[k].has(markClitic) {
			return true
		}
		if s.ts[k].kind == word && s.ts[k].marks == 0 && !adverb {
			adverb = true // l'a également retirée
			continue
		}
		if s.ts[k].kind != word || !s.ts[k].has(markPassive|markHave|markNot) {
			return false
		}
	}
	return false
}

// parted reports that the phrase of an act has words between its parts, where
// its object stands: "stellte … ein".
func (s *sentence) parted(i int) bool {
	for k := i + 1; k < s.ts[i].until; k++ {
		if !s.ts[k].inside {
			return true
		}
	}
	return false
}

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
		case t.has(markSubject) && f.topic.on:
			return hit{weight: byNoun, token: k}
		case t.kind == vendor || t.kind == person || t.has(markOther):
			return hit{}
		}
	}
	return hit{}
}

// firstTarget looks forward for what an act can be done to, up to the next act.
func (f *finder) firstTarget(s *sentence, from, to, clause int) (hit, bool) {
	near := max(from, s.ts[max(0, from-1)].until) + 2
	for k := from; k < to; k++ {
		if s.of[k] != clause {
			if s.ts[k].has(markSub) {
				break
			}
			continue
		}
		if s.ts[k].has(acts) && s.ts[k].kind == word && s.ts[k].until > k || s.ts[k].has(markWhy) {
			break
		}
		if s.ts[k].kind == vendor && (s.segment[k] != s.segment[from-1] || s.ts[k-1].has(markAnd) && s.actsNext(k)) {
			break
		}
		if h, ok := f.target(s, k); ok {
			return h, true
		}
		if k < near && (s.stranger(k) || s.ts[k].kind == person || s.ts[k-1].has(markWhom) && s.ts[k].has(markOther) && !s.ts[k].has(markDeal)) {
			return hit{elsewhere: true, token: k}, true
		}
	}
	return hit{}, false
}

// actsNext reports an act behind a name in its stretch: who is named acts there.
func (s *sentence) actsNext(k int) bool {
	for j := k + 1; j < len(s.ts) && s.segment[j] == s.segment[k]; j++ {
		if s.ts[j].kind == word && s.ts[j].has(acts) && s.ts[j].until > j {
			return true
		}
	}
	return false
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
		if s.belongsTo(k, markOther) || s.owns(k, markOther) {
			return hit{}, false // users of Parler, Parler's users
		}
		return hit{weight: byName, token: k}, true
	case t.kind == vendor:
		if r := s.role(k); r != plain || s.owns(k, markSubject) {
			return hit{}, false
		}
		return hit{elsewhere: true, token: k}, true
	case t.kind == person:
		if k > 0 && s.ts[k-1].has(markWhom) {
			return hit{elsewhere: true, token: k}, true
		}
		if s.role(k) != plain || k+1 < len(s.ts) && s.ts[k+1].has(markSource) && s.g.final {
			return hit{}, false // Hungarian: according to stands behind the name
		}
		return hit{elsewhere: true, token: k}, true
	case t.has(markOther) && t.has(markDeal) && s.bare(k):
		return hit{}, false // closed the account
	case t.has(markOther | markThem):
		if s.preparedBy(k, markFrom|markBy|markOf|markSource) || t.has(markThem) && k+1 < len(s.ts) && s.ts[k+1].has(markSubject) {
			return hit{}, false // with them, his company
		}
		return hit{elsewhere: true, token: k}, true
	case t.has(markSubject) && (s.ofAnother(k) || s.oneOfMany(k)):
		return hit{elsewhere: true, token: k}, true
	case t.has(markSubject):
		if k+1 < len(s.ts) && s.ts[k+1].kind == word && isHandle(s.ts[k+1].low) {
			return hit{elsewhere: true, token: k + 1}, true // the forum 8kun
		}
		if s.nextTo(k) && s.role(k+1) == plain && !f.cutter(s.ts[k+1].actor) {
			return hit{}, false // the network Gab
		}
		if !f.topic.on || s.preparedBy(k, markFrom|markBy|markSource) && !s.ofInside(k) {
			return hit{}, false
		}
		return hit{weight: byNoun, token: k}, true
	case t.has(markPronoun):
		if !f.topic.on || s.addressee(k) || s.article(k) {
			return hit{}, false
		}
		return hit{weight: byPronoun, token: k}, true
	}
	return hit{}, false
}

// article reports a word that is a pronoun elsewhere and stands before a noun here:
// het account.
func (s *sentence) article(k int) bool {
	return k+1 < len(s.ts) && s.ts[k+1].kind == word && s.ts[k].has(markHe) && s.ts[k+1].has(markDeal|markOther|markSubject|markPlace|markCorp) && !s.ts[k+1].has(acts)
}
