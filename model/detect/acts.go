package detect

// active: Amazon suspended Parler.
func (f *finder) active(s *sentence, i int) ([]int, hit) {
	if doers := s.several(i); doers != nil {
		return doers, f.object(s, i, doers[len(doers)-1], false)
	}
	k, inverted := f.agent(s, i)
	target := f.object(s, i, k, inverted)
	if k >= 0 && s.ts[k].kind == word && target.weight < byNoun && !f.lead.near && !s.speaks() && !s.names(s.ts[k].actor, k) {
		return nil, hit{}
	}
	if target.weight > 0 && target.weight <= byPronoun && (f.strays(s, target.token, k) || f.victim > 0 && s.personal(i, target)) {
		return nil, hit{elsewhere: true, token: target.token}
	}
	if k < 0 {
		return nil, target
	}
	return append(s.withFollowed(k, i), f.shopsBeside(s, k, i)...), target
}

// agent finds who acts: before the verb, behind it where verbs invert, in a clause
// around, or a word that stands for a vendor; -1 for nobody.
func (f *finder) agent(s *sentence, i int) (k int, inverted bool) {
	if k = s.framed(i); k >= 0 {
		return k, true
	}
	if k = s.doerBefore(i); k >= 0 {
		return k, false
	}
	if s.g.inverts {
		if k = s.doerAfter(i); k >= 0 {
			return k, true
		}
	}
	for _, find := range [...]func(*sentence, int) int{(*sentence).doerAbove, f.stands, f.shopBefore, f.unnamed, (*sentence).described, (*sentence).ahead, (*sentence).emptied} {
		if k = find(s, i); k >= 0 {
			return k, false
		}
	}
	return -1, s.g.inverts
}

// personal reports "him" or "the account": of a person, if one was banned just now.
func (s *sentence) personal(i int, target hit) bool {
	if target.weight == byPronoun {
		return true
	}
	for k := i; k < min(len(s.ts), s.ts[i].until+3); k++ {
		if s.ts[k].has(markOther) && s.ts[k].has(markDeal) {
			return true
		}
	}
	return false
}

// withFollowed adds "following Google" to who acts.
func (s *sentence) withFollowed(k, i int) []int {
	doers := s.list(k)
	for j := range s.ts {
		if s.ts[j].kind == vendor && s.role(j) == followed && s.segment[i]-s.segment[j] <= 1 && s.segment[j]-s.segment[i] <= 1 {
			doers = append(doers, j)
		}
	}
	return doers
}

// framed finds who acts inside the phrase of an act, where verbs invert and nobody
// stands before it in its stretch: "Sunday cut Amazon the cord".
func (s *sentence) framed(i int) int {
	if !s.g.inverts || s.ts[i].until < i+3 {
		return -1
	}
	for k := i - 1; k >= 0 && s.segment[k] == s.segment[i]; k-- {
		if s.ts[k].kind != word && s.ts[k].kind != point {
			return -1
		}
	}
	if k := i + 1; s.ts[k].kind == vendor && s.role(k) == plain {
		return k
	}
	return -1
}
