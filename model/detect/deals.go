package detect

import (
	"unicode"
	"unicode/utf8"
)

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
	if s.foreign(k) || k+1 < len(s.ts) && s.ts[k+1].low == "@" {
		return false
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

// unsaid: the act names no one, and the sentence may still speak of the subject.
func (f *finder) unsaid(s *sentence, i int) hit {
	h := hit{weight: unsaid, token: i}
	if f.names(s.ts, subject) {
		h.weight = byName
	}
	return h
}

// ownPlace reports that an act without an object says of what place: "removed
// from its store".
func (s *sentence) ownPlace(i int) bool {
	for k := i - 1; s.g.final && !s.g.inverts && k >= max(0, i-8); k-- {
		if s.of[k] == s.of[i] && s.ts[k].has(markPlace) && s.ts[k].kind == word {
			return true
		}
	}
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

// foreign reports a thing of somebody unknown: 林德爾的帳號.
func (s *sentence) foreign(k int) bool {
	return k > 1 && s.ts[k-1].low == "的" && s.ts[k-2].kind == word && s.ts[k].has(markOther|markDeal) && !s.subjectBefore(k-2)
}

// subjectBefore reports a word for the subject that ends with k: 該公司.
func (s *sentence) subjectBefore(k int) bool {
	for j := k; j >= max(0, k-3); j-- {
		if s.ts[j].kind == subject || s.ts[j].has(markSubject|markPronoun|markSelf|markCorp|markDeal|markPlace) {
			return true
		}
	}
	return false
}
