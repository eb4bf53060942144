package detect

import (
	"unicode"
	"unicode/utf8"
)

// role is how a name stands in its clause.
type role uint8

const (
	plain     role = iota
	doer           // by Amazon
	source         // according to Reuters
	origin         // from Apple's store
	modifier       // of Amazon, Amazon's employees
	followed       // following Google
	addressed      // told Google
)

// sentence is one sentence with its grammar, ready for questions.
type sentence struct {
	ts      []token
	clauses []clause
	of      []int // token → clause
	segment []int // token → segment
	g       *grammar
	body    string
}

func newSentence(ts []token, g *grammar, body string) *sentence {
	if len(ts) > 0 && ts[0].has(markStart) {
		ts[0].marks |= markWish
	}
	for i := range ts {
		if ts[i].has(markTime) && ts[i].has(markWish) {
			ts[i].marks &^= monthOrMay(&ts[i], body, i)
		}
	}
	all, of, segment := clauses(ts, g.final)
	return &sentence{ts: ts, clauses: all, of: of, segment: segment, g: g, body: body}
}

// monthOrMay says which of two senses a word has not: May has a capital where no
// sentence begins.
func monthOrMay(t *token, body string, i int) mark {
	if c, _ := utf8.DecodeRuneInString(body[t.at.Start:]); unicode.IsUpper(c) && i > 0 {
		return markWish
	}
	return markTime
}

// reach is how many words may stand between a preposition and its name: "by the
// cloud provider Amazon".
const reach = 3

// role looks at what stands before a name, in some languages behind it. A name
// in a list has the role of the one before.
func (s *sentence) role(k int) role {
	if j := s.before(k); j >= 0 {
		return s.role(j)
	}
	if s.owns(k, markOther) || s.ts[k].has(markProduct) {
		return modifier
	}
	if s.g.after {
		return s.roleAfter(k)
	}
	if s.g.behind && s.quoted(k) {
		return source
	}
	if s.g.behind && k+1 < len(s.ts) && s.ts[k+1].has(markFollow) && s.ts[k+1].kind == word {
		return followed
	}
	if s.g.final && k+1 < len(s.ts) && s.ts[k+1].has(markFollow) && s.of[k] == s.of[k+1] && k > 0 && s.ts[k-1].has(markPronoun) {
		return followed
	}
	for n, i := 0, k-1; n < reach && i >= 0 && s.of[i] == s.of[k]; n, i = n+1, i-1 {
		t := &s.ts[i]
		switch {
		case t.has(markTime) || isNumber(t.low) || t.has(markSelf):
			return plain // the preposition in front is of the time, or the place has its owner
		case t.has(markTold) && t.kind == word:
			return addressed
		case t.has(markFollow) && t.has(markRel|markOf) && !s.g.behind:
			return followed
		case t.kind != word || t.has(markPassive|markSub|markRel) && !t.has(markBy) || t.until > i && t.has(acts):
			return plain
		case t.has(markFollow) && !s.g.behind:
			return followed
		case t.has(markSource) && !s.g.behind && (n == 0 || !t.has(markOf) || s.slight(k-1)):
			return source
		case t.has(markFrom) && (!t.has(markOf) || n == 0 || s.slight(k-1)) && (n == 0 || s.owns(k, markPlace) || !t.has(markBy)):
			return s.originOr(i, k)
		case t.has(markBy):
			return doer
		case t.has(markOf) && (n == 0 || n == 1 && s.slight(k-1)):
			return s.ofWhat(i)
		}
	}
	return plain
}

// slight reports a word that may stand between a preposition and its name: an
// article, or what the name is of.
func (s *sentence) slight(k int) bool {
	return s.ts[k].has(markCorp|markSubject|markA|markClitic|markRel|markPlace) || utf8.RuneCountInString(s.ts[k].low) <= 3
}

// quoted reports "according to" behind a name, a noun aside.
func (s *sentence) quoted(k int) bool {
	for j := k + 1; j < min(len(s.ts), k+3) && s.ts[j].kind == word; j++ {
		if s.ts[j].has(markSource) {
			return true
		}
	}
	return false
}

// originOr tells "from Apple's store" from "von Amazon", where one word has both
// senses; the passive decides later.
func (s *sentence) originOr(i, k int) role {
	if s.ts[i].has(markBy) && !s.owns(k, markPlace) && !s.ts[k].has(markPlace) {
		if i > 0 && s.ts[i-1].has(markPlace) {
			return origin
		}
		return doer
	}
	if s.between(i, k, markPlace) {
		return origin // in languages with a genitive: out of the store of Google
	}
	if s.ts[i].has(markOf) && !s.owns(k, markPlace) && !s.ts[k].has(markPlace) {
		return s.ofWhat(i)
	}
	return origin
}

// ofWhat: the store of Apple is a place, anything else of Apple is not Apple.
func (s *sentence) ofWhat(i int) role {
	for n, j := 0, i-1; n < 2 && j >= 0; n, j = n+1, j-1 {
		switch {
		case s.ts[j].has(markPlace):
			return origin
		case s.ts[j].has(markWill):
			return plain
		}
	}
	return modifier
}

func (s *sentence) roleAfter(k int) role {
	passed := false // a word that what follows may belong to
	for n, i := 0, k+1; n < reach+2 && i < len(s.ts) && s.of[i] == s.of[k]; n, i = n+1, i+1 {
		t := &s.ts[i]
		switch {
		case t.has(markFollow) && n < 2:
			return followed
		case t.has(markNom) && n == 0 && t.kind == word:
			return plain
		case t.has(markAnd) || t.kind == vendor || s.loose(i):
			continue
		case t.kind == point && isComma(t) && !named(s.ts, i+1, 1):
			n = reach + 2
			continue
		case t.has(markBy):
			return doer
		case t.has(markFrom):
			return origin
		case t.has(markSource):
			return source
		case t.has(markOther) && !t.has(markDeal) && !passed, t.has(markOf) && !passed && !(i+1 < len(s.ts) && s.ts[i+1].has(markPlace)):
			return modifier
		case t.kind != word && t.kind != point || t.has(acts):
			return plain
		}
		passed = passed || t.kind == word && t.marks != 0
	}
	for n, i := 0, k-1; n < 2 && i >= 0; n, i = n+1, i-1 {
		switch {
		case s.ts[i].has(markFollow):
			return followed
		case s.ts[i].kind != word:
			return plain
		}
	}
	return plain
}

// loose reports a word that would be a case ending if it stood at a name: Turkish
// writes "too" as a word of its own.
func (s *sentence) loose(i int) bool {
	t := &s.ts[i]
	return t.kind == word && len(t.low) == 2 && t.has(markFrom) && i > 0 && s.ts[i-1].at.End < t.at.Start
}

// owns reports whether a word with that mark follows as the thing owned: Apple's
// app store, Amazon-Server.
func (s *sentence) owns(k int, m mark) bool {
	if s.ts[k].has(m) {
		return true
	}
	if s.g.owned && m == markOther {
		return false // French has "the users of Amazon" only
	}
	for n, i := 0, k+1; n < 4 && i < len(s.ts); n, i = n+1, i+1 {
		t := &s.ts[i]
		switch {
		case t.has(m) && t.kind == word:
			return true
		case t.kind == point && !isOwn(t), t.kind != word && t.kind != point, t.has(acts | markPassive | markAnd | markOf | markBy | markFrom | markSub | markRel | markPlan | markClaim | markNot):
			return false
		}
	}
	return false
}
