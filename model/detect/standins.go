package detect

// lead is the vendor that the sentences before were about.
type lead struct {
	vendor int  // -1 for none
	clear  bool // nobody was named before it, so that "it" means it
	age    int  // how many sentences ago
	near   bool // the subject of the dossier was named in the last sentence
}

// maxAge is for how many sentences without a name a vendor stays the topic.
const maxAge = 3

// leadOf is the lead that a sentence leaves to the next: the first vendor that
// acts in it, or the only one that it names. Several in one list are none.
func (s *sentence) leadOf(before lead) lead {
	next := lead{vendor: -1, clear: true, near: s.speaks()}
	only, others := -1, false
	for k := range s.ts {
		switch t := &s.ts[k]; {
		case t.kind == vendor && s.role(k) == plain:
			if len(s.list(k)) == 1 {
				next.vendor = t.actor
			}
			return next
		case t.kind == vendor:
			if s.role(k) != source {
				only, others = t.actor, others || only >= 0 && only != t.actor
			}
		case t.kind == subject || t.kind == person:
			next.clear = false
		}
	}
	switch {
	case only >= 0 && !others:
		next.vendor = only
	case only < 0 && !others && next.clear && before.age < maxAge:
		before.age, before.near = before.age+1, before.near || next.near
		return before
	}
	return next
}

// speaks reports that a sentence names the subject or has a noun for it.
func (s *sentence) speaks() bool {
	for k := range s.ts {
		if s.ts[k].kind == subject || s.ts[k].kind == word && s.ts[k].has(markSubject) && !s.ts[k].has(markCorp) {
			return true
		}
	}
	return false
}

// names reports that a vendor is named before k.
func (s *sentence) names(v, k int) bool {
	for j := range k {
		if s.ts[j].kind == vendor && s.ts[j].actor == v {
			return true
		}
	}
	return false
}

// stands finds "the company" or "it" that acts for a vendor named before, in the
// clause of an act or in one above it, or -1.
func (f *finder) stands(s *sentence, i int) int {
	for c := s.of[i]; c >= 0; c = s.clauses[c].parent {
		k, ok := f.standin(s, c, i)
		if k >= 0 || !ok || s.clauses[c].rel {
			return k
		}
	}
	return -1
}

// standin looks in one clause, before the act or, where verbs invert, a little
// behind it; false where somebody is named first.
func (f *finder) standin(s *sentence, c, i int) (int, bool) {
	for n, k := range s.clauses[c].words {
		t := &s.ts[k]
		switch {
		case k > i+4 || k > i && !s.g.inverts:
			return -1, true
		case t.kind == point || k == i:
		case t.kind != word:
			return -1, false
		case t.has(markCorp) && !s.preparedBy(k, markFrom|markBy|markOf|markSource), t.has(markHe) && n < 4 && k < i:
			v := f.meant(s, k, t.has(markHe))
			if v < 0 {
				return -1, false
			}
			t.actor, t.marks = v, t.marks&^(markSubject|markPronoun)
			return k, true
		}
	}
	return -1, true
}

// agents finds "by the company" around a passive.
func (f *finder) agents(s *sentence, i int) []int {
	for k := range s.ts {
		t := &s.ts[k]
		if t.kind == word && t.has(markCorp) && s.of[k] == s.of[i] && s.reaches(i, k) && s.preparedBy(k, markBy) {
			if v := f.meant(s, k, false); v >= 0 {
				t.actor, t.marks = v, t.marks&^markSubject
				return []int{k}
			}
		}
	}
	return nil
}

// meant is the vendor that a noun or pronoun stands for: the only one that acts
// before it in the sentence, else the one that the last sentences were about; -1
// if that is not clear.
func (f *finder) meant(s *sentence, k int, pronoun bool) int {
	v := -1
	for j := range k {
		switch t := &s.ts[j]; {
		case t.kind == vendor && s.role(j) != source:
			if v >= 0 && v != t.actor {
				return -1
			}
			v = t.actor
		case (t.kind == subject || t.kind == person) && pronoun && s.acts(j) && !s.any(markCourt):
			return -1
		}
	}
	if v >= 0 || f.lead.vendor < 0 || pronoun && !f.lead.clear {
		return v
	}
	return f.lead.vendor
}

// strays reports that a word without a name of its own, such as "it" or "the
// account", belongs to an organisation named since the subject was, one that is
// not known to have cut ties: "Gab had it worse: Stripe closed its account".
func (f *finder) strays(s *sentence, k, doer int) bool {
	for j := min(k, len(s.ts)) - 1; j >= 0; j-- {
		switch t := &s.ts[j]; {
		case t.kind == subject || t.kind == word && t.has(markSubject) && !t.has(markCorp) && !s.nextTo(j):
			return false
		case t.kind == word && t.has(markOther) && k < len(s.ts) && s.ts[k].has(markPronoun) && !t.inside:
			return true
		case t.kind == person && k < len(s.ts) && s.ts[k].has(markClitic|markThem):
			return true
		case t.kind == vendor && (t.rival || s.segment[j] == s.segment[min(k, len(s.ts)-1)]) && j != doer && (doer < 0 || t.actor != s.ts[doer].actor) && !f.cutter(t.actor):
			if r := s.role(j); r != source && r != followed && r != origin && !s.listed(j, doer) && !s.acting(j) {
				return true
			}
		}
	}
	return f.stray >= 0 && (doer < 0 || s.ts[doer].actor != f.stray)
}

// acting reports that an act follows a name in its stretch, or precedes it where
// verbs do: the name is that of who acts.
func (s *sentence) acting(k int) bool {
	for j := range s.ts {
		if s.segment[j] == s.segment[k] && (j > k || s.g.inverts) && s.ts[j].kind == word && s.ts[j].has(acts) && s.ts[j].until > j {
			return true
		}
	}
	return false
}

// nextTo reports a noun that a vendor's name follows: "the network Gab".
func (s *sentence) nextTo(k int) bool {
	return k+1 < len(s.ts) && s.ts[k+1].kind == vendor && s.of[k] == s.of[k+1]
}

func (s *sentence) listed(k, doer int) bool {
	if doer < 0 {
		return false
	}
	for _, j := range s.list(doer) {
		if j == k {
			return true
		}
	}
	return false
}

// cutter reports a vendor that is known to have cut ties.
func (f *finder) cutter(v int) bool {
	return f.cutters[v]
}

// strayOf is the organisation that a sentence leaves as what "it" may mean: the
// last that it names, where it does not speak of the subject; -1 for none.
func (f *finder) strayOf(s *sentence) int {
	if s.speaks() {
		return -1
	}
	v := -1
	for k := range s.ts {
		if t := &s.ts[k]; t.kind == vendor && !f.cutter(t.actor) && !s.acting(k) {
			if r := s.role(k); r == plain || r == addressed {
				v = t.actor
			}
		}
	}
	return v
}
