package search

import "dossier/model/set"

// posting is the articles that have one value. One of few articles is a list:
// 50,000 actors as bits would fill the memory with zeros.
type posting struct {
	bits *set.Set
	list []int32
}

// sparse is how many times fewer articles than all a list may hold; below that
// it is also faster than bits.
const sparse = 64

func newPosting(list []int32, n int) posting {
	if len(list) < n/sparse {
		return posting{list: list}
	}
	s := set.New(n)
	for _, i := range list {
		s.Add(int(i))
	}
	return posting{bits: s}
}

// or adds the articles to s.
func (p posting) or(s *set.Set) {
	if p.bits != nil {
		s.Or(p.bits)
		return
	}
	for _, i := range p.list {
		s.Add(int(i))
	}
}

// and keeps of s what has the value.
func (p posting) and(s *set.Set) {
	if p.bits != nil {
		s.And(p.bits)
		return
	}
	both := set.New(s.Len())
	for _, i := range p.list {
		if s.Has(int(i)) {
			both.Add(int(i))
		}
	}
	*s = *both
}

// andNot takes the articles out of s.
func (p posting) andNot(s *set.Set) {
	if p.bits != nil {
		s.AndNot(p.bits)
		return
	}
	for _, i := range p.list {
		s.Remove(int(i))
	}
}

// countIn is how many articles of s have the value.
func (p posting) countIn(s *set.Set) int {
	if p.bits != nil {
		return s.CountAnd(p.bits)
	}
	n := 0
	for _, i := range p.list {
		if s.Has(int(i)) {
			n++
		}
	}
	return n
}
