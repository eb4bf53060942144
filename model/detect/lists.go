package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// before returns the name that k is listed with, or -1.
func (s *sentence) before(k int) int {
	joined, comma, and, at := false, false, false, 0
	for n, i := 0, k-1; n < 5 && i >= 0; n, i = n+1, i-1 {
		t := &s.ts[i]
		switch {
		case t.kind == vendor:
			if comma && follows(s.ts, at) {
				return -1
			}
			if joined && s.of[i] == s.of[k] && !(comma && !s.g.after && closed(s.ts, i+1)) && (and || !s.g.after || s.suffix(i) == s.suffix(k)) && (!comma || !and || s.before(i) >= 0) {
				return i
			}
			return -1
		case t.kind == point && isComma(t):
			joined, comma, at = true, true, i
		case t.has(markAnd):
			joined, and = true, true
		case t.kind == point && isOwn(t):
		case joined && t.has(markClaim) && comma:
			return -1 // had told Reuters, American Express too
		case t.kind != word || t.has(acts|markPassive|markSub|markRel|markSource|markBy&^markOf) && !t.has(markOf):
			return -1
		}
	}
	return -1
}

// suffix is the case ending that follows a name behind an apostrophe, as Turkish
// has it: names of one list share it.
func (s *sentence) suffix(k int) string {
	if k+1 < len(s.ts) && s.ts[k+1].at.Start == s.ts[k].at.End && s.ts[k+1].kind == word && !s.ts[k+1].has(markNom) && !s.countsBehind(k+1) {
		return s.ts[k+1].low
	}
	return ""
}

// countsBehind: アップル、グーグルの2社, の各社.
func (s *sentence) countsBehind(k int) bool {
	if s.ts[k].low != "の" || k+1 >= len(s.ts) {
		return false
	}
	next := s.body[s.ts[k+1].at.Start:]
	first, _ := utf8.DecodeRuneInString(next)
	return unicode.IsDigit(first) || strings.ContainsRune("各両二三四五", first)
}

func isComma(t *token) bool {
	return t.low == "," || t.low == "、" || t.low == "،" || t.low == "，" || t.low == "·" || t.low == "・"
}

func isOwn(t *token) bool { return t.low == "'" || t.low == "’" || t.low == "." }

// doers collects the names of the list that ends or begins at k, all of one
// role.
func (s *sentence) list(k int) []int {
	if s.ts[k].kind != vendor {
		return []int{k}
	}
	first := k
	for j := s.before(first); j >= 0; j = s.before(first) {
		first = j
	}
	names := []int{first}
	for i := first + 1; i < len(s.ts) && i < first+24; i++ {
		if s.ts[i].kind == vendor && s.before(i) == names[len(names)-1] {
			names = append(names, i)
		}
	}
	return names
}
