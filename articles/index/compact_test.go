package index

import (
	"fmt"
	"slices"
	"testing"
)

func TestCompact(t *testing.T) {
	s := reopen(t, t.TempDir())
	for i := range 40 {
		nums := put(t, s, row(fmt.Sprint(i)))
		index(t, s, Text{nums[0], "title", fmt.Sprint("apple word", i)})
	}
	segments := func() (n int) {
		t.Helper()
		if err := s.read.QueryRow("SELECT count(DISTINCT segid) FROM words_idx").Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	before, all := segments(), found(t, s, begun("apple"), InTitleAndBody, 100)
	if err := s.Compact(ctx); err != nil {
		t.Fatal(err)
	}
	if after := segments(); after >= before || before < 5 {
		t.Errorf("%d segments, %d before", after, before)
	}
	if got := found(t, s, begun("apple"), InTitleAndBody, 100); len(all) != 40 || !slices.Equal(got, all) {
		t.Errorf("%d articles are found, %d before", len(got), len(all))
	}
	var was, is int64
	version := func(v *int64) {
		if err := s.read.QueryRow("PRAGMA data_version").Scan(v); err != nil {
			t.Fatal(err)
		}
	}
	s.read.SetMaxOpenConns(1) // each connection counts for itself
	version(&was)
	if err := s.Compact(ctx); err != nil {
		t.Fatal(err)
	}
	if version(&is); is != was {
		t.Error("to compact what is compact writes something")
	}
}
