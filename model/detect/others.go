package detect

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// other finds somebody else in the clause of an act that names no object, from who
// does it to a little behind the act; -1 if there is nobody.
func (s *sentence) other(i, doer int) int {
	for k := max(0, i-8); k < min(len(s.ts), s.ts[i].until+8); k++ {
		t := &s.ts[k]
		if doer > i && k > doer && s.g.final && !s.g.inverts {
			return -1 // what stands behind the one that a clause is about is not in it
		}
		if k > i && (t.has(markWhy) || t.has(markDeal) && t.kind == word && s.bare(k)) {
			return -1
		}
		if s.of[k] == s.of[i] && k > i && (t.has(markOther) && !(t.has(markDeal) && s.bare(k)) || t.has(markThem) && !s.preparedBy(k, markOf|markFrom)) && !t.inside && t.kind == word {
			return k // the account of the president
		}
		if k > i && t.inside && t.low != "" && s.foreign(k) {
			return k
		}
		if s.of[k] != s.of[i] || t.kind != vendor && t.kind != person || k <= doer {
			continue
		}
		if t.kind == vendor && s.segment[k] != s.segment[i] && s.actsNext(k) {
			continue
		}
		if r := s.role(k); r != source && r != followed && !(t.kind == vendor && doer >= 0 && slices.Contains(s.list(doer), k)) {
			return k
		}
	}
	return -1
}

// banned reports somebody right behind an act, as its object.
func (s *sentence) banned(i int) bool {
	for k := s.ts[i].until; k < min(len(s.ts), s.ts[i].until+3); k++ {
		switch t := &s.ts[k]; {
		case t.kind == point || t.kind == vendor || t.kind == subject || t.has(acts) || t.has(markOf|markFrom|markBy) && !t.has(markWhom):
			return false
		case t.kind == person || t.has(markOther) && !t.has(markDeal):
			return true
		}
	}
	return false
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

// deserted: "users who turned their back on Twitter" in a language whose relative
// clauses do not tell who acts by their order. Who stands right behind the pronoun
// is no doer where the pronoun does not stand for the subject of the dossier.
func (s *sentence) deserted(i, doer int) bool {
	if c := s.of[i]; s.g.final && s.g.inverts && doer > 1 && s.of[doer] == c && s.clauses[c].rel {
		first := s.clauses[c].words[0]
		return first+1 == doer && first > 0 && s.ts[first-1].kind == point && s.ts[first].has(markRel) && !s.ts[first].has(markSub)
	}
	return false
}
