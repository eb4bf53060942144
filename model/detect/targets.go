package detect

import (
	"slices"
	"strings"
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
	if f.topic && s.clitic(i) {
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
	if s.ts[i].has(markEnd) && f.topic {
		if s.other(i, doer) >= 0 {
			return hit{elsewhere: true, token: s.other(i, doer)}
		}
		return f.unsaid(s, i)
	}
	if s.g.drops && f.topic && s.ownPlace(i) {
		return f.unsaid(s, i)
	}
	return hit{}
}

// ownPlace reports that an act without an object says of what place: "removed
// from its store".
func (s *sentence) ownPlace(i int) bool {
	for k := s.ts[i].until; k < min(len(s.ts), s.ts[i].until+4); k++ {
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

// other finds somebody else in the clause of an act that names no object, from who
// does it to a little behind the act; -1 if there is nobody.
func (s *sentence) other(i, doer int) int {
	for k := max(0, i-8); k < min(len(s.ts), s.ts[i].until+8); k++ {
		t := &s.ts[k]
		if k > i && t.has(markWhy) {
			return -1
		}
		if s.of[k] == s.of[i] && k > i && t.has(markOther) && !t.inside && t.kind == word {
			return k // the account of the president
		}
		if s.of[k] != s.of[i] || t.kind != vendor && t.kind != person || k <= doer {
			continue
		}
		if r := s.role(k); r != source && r != followed && !(t.kind == vendor && doer >= 0 && slices.Contains(s.list(doer), k)) {
			return k
		}
	}
	return -1
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
		if h, ok := f.target(s, k); ok {
			return h, true
		}
		if k < near && (s.stranger(k) || s.ts[k].kind == person) {
			return hit{elsewhere: true, token: k}, true
		}
	}
	return hit{}, false
}

// stranger reports a capitalised name right behind an act that the register does
// not have: "dropped WikiLeaks". Where the verb stands last nothing is to be
// learnt from capitals: German has them on all nouns.
func (s *sentence) stranger(k int) bool {
	t := &s.ts[k]
	c, _ := utf8.DecodeRuneInString(s.body[t.at.Start:])
	if t.kind == word && isHandle(t.low) {
		return true
	}
	if s.g.final || t.kind != word || t.marks != 0 || !unicode.IsUpper(c) {
		return false
	}
	for j := k + 1; j < min(len(s.ts), k+5); j++ {
		if s.ts[j].kind == subject || s.ts[j].has(markSubject) {
			return false
		}
	}
	return true
}

// isHandle reports letters behind digits, as names of forums have it: 8kun.
func isHandle(low string) bool {
	letters := strings.TrimLeft(low, "0123456789")
	return len(letters) < len(low) && len(letters) > 2
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
		if s.role(k) != plain {
			return hit{}, false
		}
		return hit{elsewhere: true, token: k}, true
	case t.has(markOther | markThem):
		if s.preparedBy(k, markFrom|markBy|markOf|markSource) {
			return hit{}, false
		}
		return hit{elsewhere: true, token: k}, true
	case t.has(markSubject):
		if k+1 < len(s.ts) && s.ts[k+1].kind == word && isHandle(s.ts[k+1].low) {
			return hit{elsewhere: true, token: k + 1}, true // the forum 8kun
		}
		if s.nextTo(k) && s.role(k+1) == plain && !f.cutter(s.ts[k+1].actor) {
			return hit{}, false // the network Gab
		}
		if !f.topic || s.preparedBy(k, markFrom|markBy|markSource) {
			return hit{}, false
		}
		return hit{weight: byNoun, token: k}, true
	case t.has(markPronoun):
		if !f.topic || s.addressee(k) {
			return hit{}, false
		}
		return hit{weight: byPronoun, token: k}, true
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
		if s.ts[i].has(m) && !s.ts[i].has(markSub) {
			return m&markOf != 0 || !s.ts[i].has(markOf)
		}
		if s.ts[i].kind != word || s.ts[i].has(acts) {
			return false
		}
	}
	return false
}
