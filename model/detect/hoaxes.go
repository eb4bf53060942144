package detect

import (
	"slices"
	"strings"
)

// openChecks reports that the headline is that of an article that checks a rumour:
// what somebody there is said to have done may never have happened. Of vendors whom
// the headline names and clears it did not.
func (f *finder) openChecks() bool {
	checks, clears := false, false
	for at, ts := range f.opened {
		if at.Start < f.head.End && slices.ContainsFunc(ts, func(t token) bool { return t.has(markHoax) }) {
			checks = true
			clears = clears || newSentence(ts, f.g, f.body).clears()
		}
	}
	for _, m := range f.mentions {
		if clears && m.at.Start < f.head.End {
			f.cleared[m.actor] = true
		}
	}
	return checks
}

// clears reports a headline that says that a rumour is false: with a "not", or
// calling it a hoax, which is more than to say that it is looked into.
func (s *sentence) clears() bool {
	return !s.asks() && (s.any(markNot|markDeny) || slices.ContainsFunc(s.ts, func(t token) bool {
		return t.has(markHoax) && !slices.ContainsFunc(lookInto[:], func(part string) bool { return strings.Contains(t.low, part) })
	}))
}

// lookInto are parts of words for looking into rumours, whatever comes of it.
var lookInto = [...]string{"fact", "fakt", "check", "chec", "tjek", "sjekk", "koll", "prüf", "gransk", "verif", "vérif", "vrai", "claim", "rumo", "ověř", "demagog", "konkret",
	"tarkist", "baari", "ellenőr", "cek", "teyit", "doğru", "kontrol", "iddia", "провер", "перевір", "чек", "تحقق", "تدقيق", "تقصي", "شائع", "إشاع", "検証", "確認", "チェック", "真偽", "체크", "확인", "루머", "查", "求证"}

// rumoured reports a sentence that tells what is being said by others than the
// vendors, in an article that checks whether it is true.
func (f *finder) rumoured(s *sentence) bool {
	if !f.checks || !s.any(markClaim) {
		return false
	}
	if _, clear := s.accused(); clear || f.lead.vendor >= 0 && !f.names(s.ts, vendor) {
		return !s.claimedFirst()
	}
	return true
}

// claimedFirst reports that who says something is a vendor, or the company that it
// is called: "The maker of the messenger says it closed the account". Where the
// verb stands last the order does not tell.
func (s *sentence) claimedFirst() bool {
	if s.g.after {
		return false
	}
	for k := range s.ts {
		switch {
		case s.ts[k].has(markClaim):
			return false
		case s.ts[k].kind == vendor && s.role(k) == plain, s.ts[k].kind == word && s.ts[k].has(markCorp):
			return true
		}
	}
	return false
}

// jussive: "Apple și Google să scoată aplicația", a demand without a verb of
// demanding: who is to act opens the stretch, and the infinitive follows at once.
func (s *sentence) jussive(i int) bool {
	k := i - 1
	for k > 0 && s.ts[k].has(markClitic) && !s.subjunctive(k) {
		k--
	}
	if k < 1 || !s.subjunctive(k) || s.ts[k-1].kind != vendor {
		return false
	}
	for k--; k > 0 && s.segment[k-1] == s.segment[k]; k-- {
		if t := &s.ts[k-1]; t.kind == word && !t.has(markAnd) {
			return false
		}
	}
	return true
}

// subjunctive reports the word before an infinitive, or in Romanian a pronoun that
// is written together with it: să-i.
func (s *sentence) subjunctive(k int) bool {
	return s.ts[k].has(markInf) && len(s.ts[k].low) > 1 || strings.HasPrefix(s.body[s.ts[k].at.Start:], "să-")
}
