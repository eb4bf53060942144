package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// oneOfMany: "a radio app", "his website".
func (s *sentence) oneOfMany(k int) bool {
	for n, j := 0, k-1; n < 2 && j >= 0 && s.ts[j].kind == word; n, j = n+1, j-1 {
		if s.ts[j].has(markA) || s.ts[j].has(markSelf) && j > 0 && s.ts[j-1].has(markFrom|markOf) {
			return true
		}
		if s.ts[j].has(acts | markOf | markFrom | markBy | markPlace) {
			return false
		}
	}
	return false
}

// ofAnother: "the app of Gab", "the page of Dan Bongino". Of a place or of who
// acts it tells by what stands behind it.
func (s *sentence) ofAnother(k int) bool {
	if s.g.owned && k+2 < len(s.ts) && s.strange(k+1) && s.strange(k+2) {
		return true // stronę Dana Bongino
	}
	if !s.g.owned && k > 2 && s.strange(k-2) && s.strange(k-1) && strings.HasSuffix(s.ts[k-1].low, "s") {
		return true // Dan Bonginos side
	}
	for j := k - 1; s.g.after && j >= max(0, k-3); j-- {
		if s.ts[j].rival {
			return true // Gabのアプリ
		}
	}
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
	if s.g.after {
		return k+1 < len(s.ts) && s.ts[k+1].kind == word && s.ts[k+1].has(m) && !s.ts[k+1].has(markNom)
	}
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
