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
	who, deal := -1, false
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
	if !deal {
		return -1
	}
	return who
}
