package detect

// ahead finds who acts in a clause that opens the sentence and names nobody: "After
// removing the app, Apple let it back in"; -1 if the next stretch does not begin
// with a vendor.
func (s *sentence) ahead(i int) int {
	over := false
	for k := 0; k < i; k++ {
		t := &s.ts[k]
		switch {
		case t.kind == vendor || t.kind == person || t.has(markOther) && t.kind == word:
			return -1
		case t.has(markPast) && t.kind == word:
			over = true
		}
	}
	for k := s.ts[i].until; over && k < len(s.ts); k++ {
		switch t := &s.ts[k]; {
		case t.kind == vendor && s.segment[k] == s.segment[i]+1 && s.role(k) == plain:
			return k
		case t.kind == vendor || t.kind == person || t.kind == subject && s.segment[k] != s.segment[i]:
			return -1
		}
	}
	return -1
}

// dealer finds whose service it is that was taken away: "the Slack account was
// closed", "the licences of ScyllaDB were revoked"; -1 if nobody is named there.
func (s *sentence) dealer(i int) int {
	who, deal := -1, s.g.final && !s.g.inverts && s.ts[i].has(markEnd) && s.ts[i].until > i+2
	for k := i - 1; k >= 0 && i-k < 10 && s.segment[k] == s.segment[i]; k-- {
		t := &s.ts[k]
		switch {
		case t.kind == word && t.has(markDeal):
			deal = true
		case t.kind == vendor && who < 0 && s.role(k) != source:
			who = k
		case t.kind == vendor || t.kind == person || t.rival || t.kind == word && t.has(markOther|acts):
			return -1
		}
	}
	for k := s.ts[i].until; k < min(len(s.ts), s.ts[i].until+8) && s.segment[k] == s.segment[i]; k++ {
		if t := &s.ts[k]; t.kind == person || t.rival || t.kind == word && t.has(markOther) && !t.has(markDeal) {
			return -1 // from the campaign of somebody else
		}
	}
	if !deal {
		return -1
	}
	return who
}

// ownAgent finds whom the ending of an Indonesian passive means: "the app that was
// removed-by-it".
func (s *sentence) ownAgent(i int) int {
	for k := i - 1; k >= 0; k-- {
		if s.ts[k].kind == vendor && s.role(k) == plain {
			return k
		}
	}
	return -1
}

// several finds those that "all three" or "both" stands for: the vendors named
// before it in the sentence; none if it does not act.
func (s *sentence) several(i int) (doers []int) {
	all := -1
	for k := i - 1; k >= 0 && all < 0; k-- {
		switch t := &s.ts[k]; {
		case t.has(markAll) && t.kind == word:
			all = k
		case t.kind != word || t.has(acts):
			return nil
		}
	}
	for k := range max(all, 0) {
		if s.ts[k].kind == vendor && s.role(k) == plain {
			doers = append(doers, k)
		}
	}
	if len(doers) < 2 {
		return nil
	}
	return doers
}
