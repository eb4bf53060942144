package detect

import "slices"

// reading is what the rules make of one act: who did it, and to whom.
type reading struct {
	act    int
	doers  []int
	target hit
}

// pair is a vendor that may have done an act of a sentence.
type pair struct {
	act, at int // tokens; at is the vendor, a word that stands for it, or the act again
	vendor  int
	target  hit
}

// pairs calls yield with each vendor and act of a sentence and what speaks for them
// and against them.
func (f *finder) pairs(s *sentence, yield func(pair, []feature)) {
	if len(f.readings) == 0 {
		f.guesses(s, yield)
	}
	for _, r := range f.readings {
		whole := f.ofAct(s, r)
		named := false
		for k := range s.ts {
			if s.ts[k].kind == vendor {
				named = true
				yield(pair{act: r.act, at: k, vendor: s.ts[k].actor, target: r.target}, f.ofVendor(whole, s, r, k))
			}
		}
		if !named && f.lead.vendor >= 0 {
			yield(f.carried(whole, s, r, f.lead.vendor))
		}
		if !named && f.last >= 0 && f.last != f.lead.vendor {
			p, all := f.carried(whole, s, r, f.last)
			yield(p, append(all, isLast))
		}
	}
}

// carried pairs an act with the vendor that the sentences before were about.
func (f *finder) carried(whole []feature, s *sentence, r reading, v int) (pair, []feature) {
	p := pair{act: r.act, at: s.carrier(r.act), vendor: v, target: r.target}
	out := f.supplier(append(slices.Clip(whole), isCarried), v)
	if f.lead.clear {
		out = append(out, isClear)
	}
	if f.lead.age > 0 {
		out = append(out, isOld)
	}
	if p.at < 0 {
		p.at = r.act
		return p, append(out, isSilent)
	}
	return p, s.amid(s.place(out, p.at, r.act), p.at, r.act)
}

// carrier is a word that stands for a vendor named before, or -1.
func (s *sentence) carrier(i int) int {
	for k := range s.ts {
		if t := &s.ts[k]; k != i && t.kind == word && t.has(markCorp|markHe) && !s.preparedBy(k, markFrom|markOf|markSource) {
			return k
		}
	}
	return -1
}

// ofVendor adds to what an act says what a vendor's place in its sentence says.
func (f *finder) ofVendor(whole []feature, s *sentence, r reading, k int) []feature {
	i, v := r.act, s.ts[k].actor
	out := f.supplier(append(slices.Clip(whole), roleFeatures[s.role(k)]), v)
	add := func(x feature, holds bool) {
		if holds {
			out = append(out, x)
		}
	}
	add(isRival, s.ts[k].rival)
	add(isOfOthers, s.belongsTo(k, markOther) || s.owns(k, markOther))
	add(ownsShop, s.owns(k, markPlace))
	add(isPatient, k < i && s.passive(i) && s.role(k) == plain)
	read, other := false, false
	for _, x := range f.found[f.recent:] {
		if x.act == i+1 {
			read, other = read || x.vendor == v, other || x.vendor != v
		}
	}
	add(isRead, read)
	add(isReadOfOther, other && !read)
	several := false
	for j := range s.ts {
		several = several || s.ts[j].kind == vendor && s.ts[j].actor != v
	}
	add(areSeveral, several)
	out = s.place(out, k, i)
	n := len(out)
	out = s.amid(out, k, i)
	add(isClean, s.role(k) == plain && s.segment[k] == s.segment[i] && len(out) == n && k < i)
	add(isCleanBehind, s.role(k) == plain && s.segment[k] == s.segment[i] && len(out) == n && k > i && s.g.inverts)
	return out
}

// place adds where a token stands, seen from an act.
func (s *sentence) place(out []feature, k, i int) []feature {
	near, clause := s.segment[k] == s.segment[i], s.of[k] == s.of[i]
	switch {
	case k < i && near:
		out = append(out, standsBefore)
	case k < i && clause:
		out = append(out, standsBeforeInClause)
	case k < i:
		out = append(out, standsFarBefore)
	case near:
		out = append(out, standsBehind)
	case clause:
		out = append(out, standsBehindInClause)
	default:
		out = append(out, standsFarBehind)
	}
	switch d := max(k-i, i-k); {
	case d <= 3:
		out = append(out, isNear)
	case d > 9:
		out = append(out, isFar)
	}
	return out
}

// amid adds what stands between a vendor and an act.
func (s *sentence) amid(out []feature, k, i int) []feature {
	var vendors, subjects, others bool
	for j := min(k, i) + 1; j < max(k, i); j++ {
		t := &s.ts[j]
		vendors = vendors || t.kind == vendor && t.actor != s.ts[k].actor
		subjects = subjects || t.kind == subject
		others = others || t.kind == word && t.has(acts) && t.until > j && !t.inside
	}
	if vendors {
		out = append(out, vendorBetween)
	}
	if subjects {
		out = append(out, subjectBetween)
	}
	if others {
		out = append(out, actBetween)
	}
	return out
}

// supplier adds what the register says of a vendor, if it says of anybody.
func (f *finder) supplier(out []feature, v int) []feature {
	switch {
	case f.supplies == nil:
		return out
	case f.supplies[v] != "":
		return append(out, isSupplier)
	}
	return append(out, isNoSupplier)
}
