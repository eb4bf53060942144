package detect

// farAway is how many words may stand between a vendor and the clause that is
// about "the latest company".
const farAway = 8

// doerBefore returns the nearest vendor before an act in its clause that can be
// its grammatical subject, or -1. Where the verb does not stand last, the
// subject of the dossier in between acts itself.
func (s *sentence) doerBefore(i int) int {
	words := s.clauses[s.of[i]].words
	for n := len(words) - 1; n >= 0; n-- {
		k := words[n]
		if k >= i {
			continue
		}
		switch t := &s.ts[k]; {
		case t.kind == vendor && (s.role(k) == plain || s.g.after && s.role(k) == doer):
			return k
		case t.kind == vendor && s.g.final && !s.g.inverts && s.role(k) == followed && s.segment[k] == s.segment[i]:
			return k // after Google had dropped it
		case t.kind == subject && !s.g.final && s.acts(k) && !s.inserted(k, i) && !s.givenDeadline(k):
			return -1
		}
	}
	return -1
}

// givenDeadline reports who is given one: "gave Parler 24 hours and removed the app".
func (s *sentence) givenDeadline(k int) bool {
	for j := range k {
		if s.ts[j].has(markWarn) && s.ts[j].until > k {
			return true
		}
	}
	return false
}

// inserted reports a name in a stretch of its own that says who says so: "Stripe,
// says Parler, closed".
func (s *sentence) inserted(k, i int) bool {
	if s.segment[k] == s.segment[i] {
		return false
	}
	claims := false
	for j := max(0, k-3); j < min(len(s.ts), k+4); j++ {
		claims = claims || s.segment[j] == s.segment[k] && s.ts[j].has(markClaim)
	}
	return claims
}

// acts reports whether a name stands by itself, not as "Parler's host" or "of
// Parler".
func (s *sentence) acts(k int) bool {
	if s.role(k) != plain {
		return false
	}
	next := k + 1
	return next >= len(s.ts) || !s.ts[next].has(markOwn) && !isOwn(&s.ts[next])
}

// doerAfter: "Am Sonntag sperrte Amazon das Netzwerk".
func (s *sentence) doerAfter(i int) int {
	for k := i + 1; k < min(len(s.ts), i+9); k++ {
		switch t := &s.ts[k]; {
		case t.kind == vendor:
			if s.role(k) == plain {
				return k
			}
			return -1
		case t.kind == word && t.has(markFrom) && k+1 < len(s.ts) && s.ts[k+1].has(markSelf):
		case t.kind != word || t.has(markFrom|markBy|markOther):
			return -1
		}
	}
	return -1
}

// doerAbove looks in the clauses around: "Amazon said it would suspend …",
// "Amazon, which suspended …".
func (s *sentence) doerAbove(i int) int {
	for c := s.of[i]; ; {
		up := s.clauses[c].parent
		if up < 0 {
			return -1
		}
		start := s.clauses[c].words
		if len(start) == 0 {
			return -1
		}
		if k := s.nearest(up, start[0], s.clauses[c].rel); k >= 0 {
			return k
		}
		if s.clauses[c].rel {
			return -1
		}
		c = up
	}
}

// nearest finds the vendor before a position of a clause. The antecedent of a
// relative clause has to stand right before it.
func (s *sentence) nearest(c, before int, rel bool) int {
	words := s.clauses[c].words
	for n, seen := len(words)-1, 0; n >= 0; n-- {
		k := words[n]
		if k >= before {
			continue
		}
		if seen++; rel && seen > 4 && !(seen <= farAway && s.ofCompany(before)) {
			return -1
		}
		t := &s.ts[k]
		switch {
		case t.kind == vendor && (s.role(k) == plain || rel && seen <= 3 && s.role(k) != source):
			return k
		case (t.kind == subject || t.kind == person) && s.acts(k) && !s.g.final && s.firstName(c, k):
			return -1
		}
	}
	return -1
}

// ofCompany reports "company" right before a clause, a comma aside.
func (s *sentence) ofCompany(before int) bool {
	k := before - 1
	if k > 0 && s.ts[k].kind == point {
		k--
	}
	return k >= 0 && s.ts[k].has(markCorp|markSubject) && s.ts[k].kind == word
}

// firstName reports that no vendor stands before k in its clause: then k is what
// the clause is about.
func (s *sentence) firstName(c, k int) bool {
	for _, j := range s.clauses[c].words {
		if j >= k {
			return true
		}
		if s.ts[j].kind == vendor && s.role(j) == plain {
			return false
		}
	}
	return true
}

// shopBefore: "the Play Store dropped the app".
func (f *finder) shopBefore(s *sentence, i int) int {
	for _, k := range f.shops(s, i) {
		if k < i && !s.preparedBy(k, markFrom|markBy|markOf|markSource) {
			return k
		}
	}
	return -1
}

// unnamed: "In January it removed the app from its store", where verbs go without
// their subject: whose store it is acts, the vendor that the text is about.
func (f *finder) unnamed(s *sentence, i int) int {
	if !s.g.drops || f.lead.vendor < 0 {
		return -1
	}
	for k := max(1, i-6); k < min(len(s.ts), s.ts[i].until+8); k++ {
		if s.of[k] == s.of[i] && s.ts[k].has(markPlace) && s.ts[k].kind == word && s.ts[k-1].has(markSelf) {
			s.ts[k-1].actor = f.lead.vendor
			return k - 1
		}
	}
	return -1
}

// described: where a clause stands before what it is about, "the servers closing
// Amazon"; -1 if no vendor follows at once.
func (s *sentence) described(i int) int {
	if !s.g.final || s.g.inverts {
		return -1
	}
	for k := s.ts[i].until; k < min(len(s.ts), s.ts[i].until+5) && s.ts[k].kind != point; k++ {
		if s.ts[k].kind == vendor {
			return k
		}
		if s.ts[k].has(acts | markFrom | markBy | markSource) {
			return -1
		}
	}
	return -1
}

// emptied: "From Google's store they took the app": whose store it is acts, where
// nobody else does.
func (s *sentence) emptied(i int) int {
	for k := range s.ts {
		if s.ts[k].kind == vendor && s.of[k] == s.of[i] && (s.owns(k, markPlace) || s.role(k) != source) && s.reaches(i, k) && s.shopOf(k) {
			return k
		}
	}
	return -1
}

// shopOf reports that a place is a vendor's: "Google's store", "la tienda de
// Google".
func (s *sentence) shopOf(k int) bool {
	if s.owns(k, markPlace) {
		return true
	}
	for j := max(0, k-3); j < k; j++ {
		if s.ts[j].has(markPlace) && s.ts[j].kind == word && s.of[j] == s.of[k] {
			return true
		}
	}
	return false
}
