package detect

import (
	"unicode"
	"unicode/utf8"
)

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
		return hit{weight: byPronoun, token: i - 1}
	}
	if s.g.free {
		if h, ok := f.lastTarget(s, 0, i); ok && h.weight > 0 && h.token != doer {
			return h
		}
	}
	from := i + 1
	if inverted && doer >= 0 {
		from = doer + 1
	}
	if !s.g.final || s.parted(i) {
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
	if (s.ts[i].has(markEnd) || s.dealt(i)) && f.topic.on {
		if s.other(i, doer) >= 0 {
			return hit{elsewhere: true, token: s.other(i, doer)}
		}
		return f.unsaid(s, i)
	}
	if s.g.drops && f.topic.on && s.ownPlace(i) {
		return f.unsaid(s, i)
	}
	return hit{}
}

// ownPlace reports that an act without an object says of what place: "removed
// from its store".
func (s *sentence) ownPlace(i int) bool {
	for k := s.ts[i].until; k < min(len(s.ts), s.ts[i].until+4); k++ {
		if c, _ := utf8.DecodeRuneInString(s.body[s.ts[k].at.Start:]); unicode.IsUpper(c) && s.ts[k].marks == 0 {
			return false
		}
		if s.of[k] == s.of[i] && s.ts[k].has(markPlace) {
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
func (s *sentence) parted(i int) bool { return s.ts[i].until > i+2 }

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
		if s.ts[k].kind == vendor && (s.segment[k] != s.segment[from-1] || s.ts[k-1].has(markAnd)) && s.actsNext(k) {
			break
		}
		if h, ok := f.target(s, k); ok {
			return h, true
		}
		if k < near && (s.stranger(k) || s.ts[k].kind == person || s.ts[k-1].has(markWhom) && s.ts[k].has(markOther)) {
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
		if !f.topic.on || s.addressee(k) {
			return hit{}, false
		}
		return hit{weight: byPronoun, token: k}, true
	}
	return hit{}, false
}

// bare reports a thing that nobody is named as the owner of.
func (s *sentence) bare(k int) bool {
	if k > 0 && s.ts[k-1].has(markThem) || k > 1 && s.ts[k-2].has(markThem) {
		return false
	}
	for _, j := range [...]int{k - 1, k + 2} {
		if j >= 0 && j < len(s.ts) && (s.ts[j].kind == person || s.ts[j].has(markOther) && s.ts[j].kind == word || s.ts[j].kind == vendor && j > k && s.ts[k+1].has(markOf)) {
			return false
		}
	}
	return k+1 >= len(s.ts) || s.ts[k+1].kind != person
}

// dealt reports that an act takes away what a vendor supplies: "froze the account".
func (s *sentence) dealt(i int) bool {
	for k := max(0, i-5); k < min(len(s.ts), s.ts[i].until+5); k++ {
		if s.ts[k].has(markDeal) && s.ts[k].kind == word && s.of[k] == s.of[i] && (k > i || s.g.final || s.g.free) {
			return s.bare(k)
		}
	}
	return false
}

// oneOfMany: "a radio app", "his website".
func (s *sentence) oneOfMany(k int) bool {
	for n, j := 0, k-1; n < 2 && j >= 0 && s.ts[j].kind == word; n, j = n+1, j-1 {
		if s.ts[j].has(markA) || s.ts[j].has(markSelf) && j > 0 && s.ts[j-1].has(markFrom|markOf) {
			return true
		}
		if s.ts[j].has(acts | markOf | markFrom | markBy) {
			return false
		}
	}
	return false
}

// ofAnother: "the app of Gab", "the page of Dan Bongino". Of a place or of who
// acts it tells by what stands behind it.
func (s *sentence) ofAnother(k int) bool {
	if s.g.after || k+2 >= len(s.ts) || !s.ts[k+1].has(markOf|markFrom|markBy) || s.of[k] != s.of[k+1] {
		return false
	}
	n := k + 2
	if s.ts[n].kind == word && s.ts[n].marks == 0 && !s.capital(n) && n+1 < len(s.ts) {
		n++ // an article
	}
	switch t := &s.ts[n]; t.kind {
	case person:
		return true
	case vendor:
		return s.role(n) == modifier && s.ts[k+1].has(markOf) || n+1 < len(s.ts) && isComma(&s.ts[n+1]) && s.rivalBehind(n+2)
	case word:
		return s.strange(n) && n+1 < len(s.ts) && s.strange(n+1)
	}
	return false
}

// rivalBehind: "Gab, a rival of Parler".
func (s *sentence) rivalBehind(from int) bool {
	for k := from; k < min(len(s.ts), from+3); k++ {
		if s.ts[k].has(markOther) {
			return true
		}
	}
	return false
}

// strange reports a capitalised word that the lexicon does not know.
func (s *sentence) strange(k int) bool {
	return s.ts[k].kind == word && s.ts[k].marks == 0 && s.capital(k)
}

func (s *sentence) capital(k int) bool {
	c, _ := utf8.DecodeRuneInString(s.body[s.ts[k].at.Start:])
	return unicode.IsUpper(c)
}

// ofInside: "closed the account of the company", where the account is of the act.
func (s *sentence) ofInside(k int) bool {
	for j := k - 1; j > 0 && j >= k-2; j-- {
		if s.ts[j].has(markOf) {
			return s.ts[j-1].inside && s.ts[j-1].has(markOther)
		}
	}
	return false
}

// belongsTo: users of Parler.
func (s *sentence) belongsTo(k int, m mark) bool {
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
		if s.ts[i].has(markTime) {
			return false
		}
		if s.ts[i].has(m) && !s.ts[i].has(markSub) {
			return m&markOf != 0 || !s.ts[i].has(markOf)
		}
		if s.ts[i].kind != word || s.ts[i].has(acts) {
			return false
		}
	}
	return false
}
