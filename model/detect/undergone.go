package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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
			if strings.HasPrefix(rest, shop) && !isSeveral(rest[len(shop):]) && !s.ownedBefore(k-1) && !s.ownedBehind(k+2) {
				s.ts[k].actor = owner
				doers = append(doers, k)
			}
		}
	}
	return doers
}

// ownedBehind reports that whose shop it is stands behind it: "the App Store of
// Apple", not "the App Store and Google Play".
func (s *sentence) ownedBehind(k int) bool {
	return named(s.ts, k, 1) && !s.between(k-1, min(len(s.ts), k+2), markAnd)
}

// ownedBefore reports it of what stands before: "Apple's own App Store", not "Google
// Play and the App Store".
func (s *sentence) ownedBefore(k int) bool {
	if !named(s.ts, k, -1) {
		return false
	}
	for k >= 0 && s.ts[k].kind == word && !s.ts[k].has(markAnd) {
		k--
	}
	return k >= 0 && s.ts[k].kind == vendor
}

// isSeveral reports an s that ends a word: App Stores.
func isSeveral(rest string) bool {
	if !strings.HasPrefix(rest, "s") {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest[1:])
	return !unicode.IsLetter(next)
}

// shopsBeside finds the shops that are listed with the one that an active verb takes
// something from: "they removed it from the App Store and Google Play".
func (f *finder) shopsBeside(s *sentence, k, i int) (listed []int) {
	if s.ts[k].kind != vendor || s.role(k) != origin && !s.owns(k, markPlace) {
		return nil
	}
	const reach = 5
	for _, j := range f.shops(s, i) {
		if from, to := min(j, k), max(j, k); to-from <= reach && s.between(from, to, markAnd) {
			listed = append(listed, j)
		}
	}
	return listed
}
