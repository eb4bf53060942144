package detect

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
