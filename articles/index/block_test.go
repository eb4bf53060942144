package index

import (
	"math/rand/v2"
	"testing"

	"dossier/model/query"
)

func TestBlocksAreReadAsWritten(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 9))
	for _, n := range []int{0, 1, 100, 254, 255, 256, 257, 3000, blockSize} {
		b := new(block)
		for _, i := range r.Perm(blockSize)[:n] {
			b.add(i)
		}
		encoded := b.encode(nil)
		if got := decode(encoded); *got != *b {
			t.Errorf("%d numbers come back as others", n)
		}
		if len(encoded) != min(2*n, blockSize/8) {
			t.Errorf("%d numbers take %d bytes", n, len(encoded))
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte{1, 0, 255, 255}, []byte{200, 1, 1, 255, 255, 255, 255, 255, 255, 255, 255, 1})
	f.Add([]byte("0"), []byte("0\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"))
	f.Fuzz(func(t *testing.T, nums, ids []byte) {
		decode(nums).each(func(i int) {
			if i < 0 || i >= blockSize {
				t.Fatalf("number %d in a block", i)
			}
		})
		last := -1
		signed(ids, func(id uint32) {
			if id > maxInitials || int(id) < last {
				t.Fatalf("initial %d after %d", id, last)
			}
			last = int(id)
		})
	})
}

func FuzzWords(f *testing.F) {
	f.Add("the 24-hour ban", "帕勒公司x")
	f.Add("น้ำตา한글", "\xff\u0301 a")
	f.Fuzz(func(t *testing.T, a, b string) {
		last := 0
		for end, w := range words(a + b) {
			if w == "" || len(w) > maxWord || end < last || end > len(a)+len(b) {
				t.Fatalf("word %q up to %d after %d", w, end, last)
			}
			last = end
			if l := longest(w); l == "" || !isInitial(l) {
				t.Fatalf("word %q has the longest initial %q", w, l)
			}
		}
		for _, v := range []bool{true, false} {
			p := phraseOf(query.Value{Text: a, Quoted: v})
			if len(p.words) > 0 && !p.in(a) {
				t.Fatalf("%q, quoted %v, is not in itself: %q", a, v, p.words)
			}
		}
	})
}
