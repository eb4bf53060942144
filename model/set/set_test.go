package set

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// naive is the same set as a map, slow and surely right.
type naive map[int]bool

func random(n int, r *rand.Rand) (*Set, naive) {
	s, m := New(n), naive{}
	for range n / 3 {
		i := r.IntN(n)
		s.Add(i)
		m[i] = true
	}
	return s, m
}

func TestSetAgainstMap(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{1, 63, 64, 65, 127, 128, 1000} {
		a, am := random(n, r)
		b, bm := random(n, r)
		check := func(name string, got *Set, want func(i int) bool) {
			t.Helper()
			var members []int
			for i := range n {
				if got.Has(i) != want(i) {
					t.Errorf("n=%d %s: Has(%d) = %v", n, name, i, got.Has(i))
				}
				if want(i) {
					members = append(members, i)
				}
			}
			if all := slices.Collect(got.All); !slices.Equal(all, members) {
				t.Errorf("n=%d %s: All = %v, want %v", n, name, all, members)
			}
			if got.Count() != len(members) {
				t.Errorf("n=%d %s: Count = %d, want %d", n, name, got.Count(), len(members))
			}
		}
		check("or", a.Clone().Or(b), func(i int) bool { return am[i] || bm[i] })
		check("and", a.Clone().And(b), func(i int) bool { return am[i] && bm[i] })
		check("and not", a.Clone().AndNot(b), func(i int) bool { return am[i] && !bm[i] })
		check("not", a.Clone().Not(), func(i int) bool { return !am[i] })
		check("full", Full(n), func(int) bool { return true })
		if got, want := a.CountAnd(b), a.Clone().And(b).Count(); got != want {
			t.Errorf("n=%d CountAnd = %d, want %d", n, got, want)
		}
		a.Remove(n - 1)
		if a.Has(n - 1) {
			t.Errorf("n=%d: %d is in the set after Remove", n, n-1)
		}
	}
}

func TestEmptySet(t *testing.T) {
	if got := Full(0).Count(); got != 0 {
		t.Errorf("Full(0) holds %d numbers", got)
	}
}
