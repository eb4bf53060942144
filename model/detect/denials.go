package detect

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"dossier/model"
)

// denial is a sentence in which a vendor denies something.
type denial struct{ vendor, n int }

// maxContest is how many sentences behind a claim a denial may stand that is about it.
const maxContest = 3

// contest notes who denies something in a sentence, and who says that it never had
// anything to end.
func (f *finder) contest(s *sentence) {
	for k := range s.ts {
		if !s.ts[k].has(markNoDeal) && (!s.denies(k) || s.any(markCourt)) {
			continue // what is denied in court is how it was done
		}
		v := f.denier(s, k)
		if v < 0 {
			continue
		}
		f.denials = append(f.denials, denial{v, f.count})
		if s.ts[k].has(markNoDeal) {
			f.strangers[v] = true
		}
	}
	f.disclaim(s)
}

// disclaim notes who says that it did not do what was claimed of it: "it had closed no
// account".
func (f *finder) disclaim(s *sentence) {
	if !s.any(markClaim) || s.asks() {
		return
	}
	for _, r := range f.readings {
		if !s.negated(r.act) || s.ts[r.act].has(markBack|markWarn) || s.around(r.act, markWish|markPlan) {
			continue // if it does not, the app will be removed
		}
		v := -1
		if len(r.doers) == 1 {
			v = s.ts[r.doers[0]].actor
		} else if len(r.doers) == 0 {
			v = f.denier(s, r.act)
		}
		if v >= 0 {
			f.denials = append(f.denials, denial{v, f.count})
		}
	}
}

// denies reports a word of denial that is no part of an act: not "denied it access".
func (s *sentence) denies(k int) bool {
	t := &s.ts[k]
	return t.has(markDeny) && !t.inside && !(t.has(acts) && t.until > k+1)
}

// denier is the vendor that denies something at k: the one named last before, the
// only one of the sentence, or where it names nobody the one that a claim just before
// was about; -1 if there is none.
func (f *finder) denier(s *sentence, k int) int {
	for j := k - 1; j >= 0; j-- {
		switch t := &s.ts[j]; {
		case t.kind == vendor && s.role(j) != source:
			return t.actor
		case (t.kind == person || t.kind == subject && s.acts(j)) && s.segment[j] == s.segment[k]:
			return -1
		}
	}
	if v, only := s.accused(); only {
		return v
	} else if f.names(s.ts, vendor) {
		return -1
	}
	if f.names(s.ts, person) || s.strangerNamed() {
		return -1
	}
	return f.deniedBy(s, k)
}

// deniedBy is who denies something in a sentence that names nobody: the one that the
// claims before it were about, or the one that the last sentence named alone.
func (f *finder) deniedBy(s *sentence, k int) int {
	near := 1
	if s.any(markCorp) {
		near = maxContest
	}
	v, named := f.claimedLast(near), f.lead.age == 0 && f.lead.vendor >= 0
	switch {
	case named && s.ts[k].has(markNoDeal):
		return f.lead.vendor
	case named && v != f.lead.vendor:
		return -1
	}
	return v
}

// claimedLast is the one vendor that the last claims are about, up to so many sentences
// before; -1 if there are none, or it is several, or a cut is stated and not claimed.
func (f *finder) claimedLast(near int) int {
	v, n := -1, -1
	for i := len(f.found) - 1; i >= 0; i-- {
		x := &f.found[i]
		if x.n == f.count {
			continue
		}
		if x.n < f.count-near || n >= 0 && x.n != n {
			break
		}
		if !x.hearsay || v >= 0 && x.vendor != v {
			return -1
		}
		v, n = x.vendor, x.n
	}
	return v
}

// strangerNamed reports that a sentence names somebody whom the register does not have.
func (s *sentence) strangerNamed() bool {
	for k := range s.ts {
		t := &s.ts[k]
		if k == 0 || t.kind != word || t.marks != 0 || t.low == "" || s.ts[k-1].kind == point {
			continue
		}
		c, _ := utf8.DecodeRuneInString(s.body[t.at.Start:])
		if unicode.IsUpper(c) && !s.g.final {
			return true
		}
		if isUnspaced(s.ts[k-1].low) && unicode.In(c, unicode.Latin, unicode.Katakana) {
			return true
		}
	}
	return false
}

// contested reports that a vendor denies what others say of it, and that the text
// does not say it by itself.
func (f *finder) contested(v int, all []finding) bool {
	if slices.ContainsFunc(all, func(x finding) bool { return x.status != model.Disputed && !x.hearsay && !x.inferred }) {
		return false
	}
	if slices.ContainsFunc(all, func(x finding) bool { return x.status == model.Disputed && !x.inferred }) {
		return true
	}
	return slices.ContainsFunc(f.denials, func(d denial) bool {
		return d.vendor == v && slices.ContainsFunc(all, func(x finding) bool {
			return x.hearsay && d.n >= x.n && d.n <= x.n+maxContest || x.inferred && d.n >= x.n-1 && d.n <= x.n+1
		})
	})
}
