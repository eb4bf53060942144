// Package set holds sets of articles as bits: article i of a dossier is in the
// set if bit i is. A set of a million articles is 125 kB, and combining two
// takes microseconds.
package set

import "math/bits"

// Set is a set of the numbers from 0 to Len-1. Sets that are combined must have
// one length.
type Set struct {
	words []uint64
	n     int
}

// New returns the empty set of numbers below n.
func New(n int) *Set {
	return &Set{make([]uint64, (n+63)/64), n}
}

// Full returns the set of all numbers below n.
func Full(n int) *Set { return New(n).Not() }

// Len is the number that all members are below.
func (s *Set) Len() int { return s.n }

// Add puts i into s.
func (s *Set) Add(i int) { s.words[i/64] |= 1 << (i % 64) }

// Remove takes i out of s.
func (s *Set) Remove(i int) { s.words[i/64] &^= 1 << (i % 64) }

// Has reports whether i is in s.
func (s *Set) Has(i int) bool { return s.words[i/64]&(1<<(i%64)) != 0 }

// Clone returns a copy of s.
func (s *Set) Clone() *Set {
	return &Set{append([]uint64(nil), s.words...), s.n}
}

// Resize returns a copy of s for the numbers below n. Those that are not below
// it are left out.
func (s *Set) Resize(n int) *Set {
	t := New(n)
	copy(t.words, s.words)
	if over := n % 64; over != 0 {
		t.words[len(t.words)-1] &= 1<<over - 1
	}
	return t
}

// And keeps of s what is also in t, and returns s.
func (s *Set) And(t *Set) *Set {
	for i, w := range t.words {
		s.words[i] &= w
	}
	return s
}

// Or adds t to s, and returns s.
func (s *Set) Or(t *Set) *Set {
	for i, w := range t.words {
		s.words[i] |= w
	}
	return s
}

// AndNot takes t out of s, and returns s.
func (s *Set) AndNot(t *Set) *Set {
	for i, w := range t.words {
		s.words[i] &^= w
	}
	return s
}

// Not turns s into its complement, and returns s.
func (s *Set) Not() *Set {
	for i := range s.words {
		s.words[i] = ^s.words[i]
	}
	if over := s.n % 64; over != 0 {
		s.words[len(s.words)-1] &= 1<<over - 1
	}
	return s
}

// Count returns how many numbers are in s.
func (s *Set) Count() int {
	n := 0
	for _, w := range s.words {
		n += bits.OnesCount64(w)
	}
	return n
}

// CountAnd returns how many numbers are in both s and t.
func (s *Set) CountAnd(t *Set) int {
	n := 0
	for i, w := range t.words {
		n += bits.OnesCount64(w & s.words[i])
	}
	return n
}

// All yields the members of s in ascending order.
func (s *Set) All(yield func(int) bool) {
	for i, w := range s.words {
		for ; w != 0; w &= w - 1 {
			if !yield(i*64 + bits.TrailingZeros64(w)) {
				return
			}
		}
	}
}
