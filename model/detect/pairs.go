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
	act, at int // tokens
	vendor  int
	carried bool // named before; at is a word that stands for it, or the act
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
	p := pair{act: r.act, at: s.carrier(r.act), vendor: v, carried: true, target: r.target}
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

// guesses pairs each vendor of a sentence in which no act is known with the word that
// may be one: the lexicons cannot have all.
func (f *finder) guesses(s *sentence, yield func(pair, []feature)) {
	for k := range s.ts {
		if s.ts[k].kind != vendor || s.role(k) != plain {
			continue
		}
		i, like := s.guess(k)
		if i < 0 || !s.concerns(k, i) {
			continue
		}
		r := reading{act: i}
		yield(pair{act: i, at: k, vendor: s.ts[k].actor}, f.ofVendor(append(f.ofAct(s, r), like), s, r, k))
	}
}

// guess is the word of the stretch of a name that is most likely an act, -1 for none,
// and why: it is like the words of acts, stands in phrases for them, or where nothing
// better is to be had may be a verb.
func (s *sentence) guess(k int) (int, feature) {
	part := -1
	for i := range s.ts {
		if t := &s.ts[i]; s.segment[i] == s.segment[k] && t.kind == word && t.marks == 0 && t.until == 0 && t.low != "" {
			if s.g.kin().near(t.low) {
				return i, isKin
			}
			if s.g.kin().words[t.low] {
				part = i
			}
		}
	}
	if part >= 0 {
		return part, isPart
	}
	return s.verbOf(k), isGuess
}

// concerns reports that what a verb may be done to is the subject, or what it was
// supplied with: it stands behind the verb, or between who acts and a last one.
func (s *sentence) concerns(k, i int) bool {
	from, to := i+1, min(len(s.ts), i+8)
	if s.g.final && !s.g.inverts {
		from, to = k+1, i
	}
	for j := from; j < to; j++ {
		t := &s.ts[j]
		if s.segment[j] == s.segment[k] && (t.kind == subject || t.kind == word && t.has(markSubject|markPronoun|markClitic|markDeal|markPlace)) {
			return true
		}
	}
	return false
}

// verbOf is the word of the stretch of a name that is most likely a verb, or -1: the
// first behind the name that no lexicon has, where verbs stand last the last one.
func (s *sentence) verbOf(k int) int {
	verb := -1
	for i := k + 1; i < len(s.ts) && s.segment[i] == s.segment[k]; i++ {
		if t := &s.ts[i]; t.kind == word && t.marks == 0 && t.until == 0 && t.low != "" && !s.capital(i) {
			if verb = i; !s.g.final || s.g.inverts {
				return verb
			}
		}
	}
	return verb
}
