package index

import (
	"math/rand/v2"
	"testing"
)

func TestPendingIsBounded(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	for name, num := range map[string]func(i int) int32{
		"in order":  func(i int) int32 { return int32(i) },
		"with gaps": func(i int) int32 { return int32(i + i/10) },
		"at random": func(int) int32 { return r.Int32N(200_000) },
	} {
		var p pending
		waiting := map[int64]int{}
		settled := 0
		for i := range 100_000 {
			n := num(i)
			waiting[int64(n)/blockSize]++
			for _, b := range p.add([]int32{n}) {
				delete(waiting, b)
				settled++
			}
			total := 0
			for _, n := range waiting {
				total += n
			}
			if total > maxFresh {
				t.Fatalf("%s: %d signatures wait", name, total)
			}
		}
		if name == "in order" && settled > 100_000/worthwhile {
			t.Errorf("%d blocks were settled for texts in order", settled)
		}
	}
}
