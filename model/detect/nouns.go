package detect

import "strings"

// noun: Amazon's suspension of Parler, the removal of Parler by Apple.
func (f *finder) noun(s *sentence, i int) ([]int, hit) {
	var doers []int
	target := hit{}
	if s.ofOther(i) {
		return nil, hit{elsewhere: true, token: i}
	}
	teller := s.justifier(i)
	for k := max(0, i-4); k < min(len(s.ts), i+14); k++ {
		if s.segment[k] != s.segment[i] || k > i && s.ts[k].has(acts) && s.ts[k].kind == word && s.ts[k].until > k {
			continue
		}
		if s.ts[k].kind == vendor && s.doesNoun(i, k) {
			doers = append(doers, k)
			continue
		}
		if k == teller {
			continue
		}
		if h, ok := f.target(s, k); ok && target.weight == 0 && !target.elsewhere && h.weight != byPronoun {
			target = h
		}
	}
	if len(doers) == 0 && target.weight > 0 && teller >= 0 {
		doers = s.list(teller)
	}
	if k := s.emptied(i); len(doers) == 0 && target.weight > 0 && k >= 0 {
		doers = s.list(k)
	}
	if target == (hit{}) && f.topic.on && len(doers) > 0 && s.role(doers[0]) == origin {
		target = f.unsaid(s, i)
	}
	return doers, target
}

// justifier finds who explains an act: "Google justified the removal of Parler".
func (s *sentence) justifier(i int) int {
	for k := i - 1; k >= max(0, i-6); k-- {
		if s.ts[k].has(markJustify) && s.segment[k] == s.segment[i] {
			return s.doerBefore(k)
		}
	}
	return -1
}

// ofOther: "the ban of the president".
func (s *sentence) ofOther(i int) bool {
	for k := s.ts[i].until; k < min(len(s.ts), s.ts[i].until+4); k++ {
		switch t := &s.ts[k]; {
		case t.kind == subject || t.kind == vendor || t.kind == point:
			return false
		case t.kind == person || t.kind == word && t.has(markOther) && !t.has(markDeal):
			return k > s.ts[i].until || !s.g.final
		}
	}
	return false
}

// doesNoun: the owner of the noun before it, or "by" behind it.
func (s *sentence) doesNoun(i, k int) bool {
	if k < i {
		return (k+3 >= i || s.g.after && k+8 >= i) && k+1 < len(s.ts) && (s.ts[k+1].has(markOwn) || isOwn(&s.ts[k+1]) || strings.HasSuffix(s.body[s.ts[k].at.Start:s.ts[k].at.End], "s"))
	}
	r := s.role(k)
	return r == doer && (!s.ts[k-1].has(markOf) || s.ts[k-1].linked) || r == origin
}

// same: Apple followed suit.
func (f *finder) same(s *sentence, i int) ([]int, hit) {
	k := s.framed(i)
	if k < 0 {
		k = s.doerIn(i)
	}
	if k < 0 {
		k = s.doerBefore(i)
	}
	if k < 0 {
		k = s.doerAfter(s.ts[i].until - 1)
	}
	if k < 0 {
		k = s.doerAfter(i)
	}
	if k < 0 || !f.topic.on || f.echo == 0 && len(f.found) == f.recent {
		return nil, hit{}
	}
	return s.list(k), hit{weight: unsaid, token: i}
}

// doerIn is the only vendor that stands by itself in the stretch of an act, or -1.
func (s *sentence) doerIn(i int) int {
	k := -1
	for j := range s.ts {
		if s.segment[j] == s.segment[i] && s.ts[j].kind == vendor && s.role(j) == plain {
			if k >= 0 {
				return -1
			}
			k = j
		}
	}
	return k
}
