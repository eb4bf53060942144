package index

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"dossier/model/query"
)

// Common words answer as the full text does, whatever is written before and
// after they became common.
func TestCommonWords(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	s, sh := reopen(t, t.TempDir()), shadow{}
	vocabulary := []string{"parler", "parlament", "parliament", "part", "und", "unde", "the", "網路", "網站", "россия", "rarely"}
	text := func(num int32) Text {
		text := Text{Num: num}
		for range 1 + r.IntN(4) {
			text.Title += vocabulary[r.IntN(len(vocabulary)-1)] + " "
			text.Body += vocabulary[r.IntN(len(vocabulary)-1)] + " "
		}
		if num%100 == 0 {
			text.Body += "rarely"
		}
		return text
	}
	write := func(keys ...string) {
		t.Helper()
		var rows []Row
		for _, key := range keys {
			rows = append(rows, row(key))
		}
		var texts []Text
		for _, num := range put(t, s, rows...) {
			texts = append(texts, text(num))
			sh[num] = texts[len(texts)-1]
		}
		index(t, s, texts...)
	}
	for from := 0; from < 3*sampled*sampleSize; from += 256 {
		var keys []string
		for i := range 256 {
			keys = append(keys, fmt.Sprint(from+i))
		}
		write(keys...)
		write(fmt.Sprint(r.IntN(from+256)), fmt.Sprint(r.IntN(from+256)))
		gone := int32(1 + r.IntN(from+256))
		if err := s.Remove(ctx, []int32{gone}); err != nil {
			t.Fatal(err)
		}
		delete(sh, gone)
		checkCommon(t, s, sh, from)
	}
	var ready int
	if err := s.read.QueryRow("SELECT count(*) FROM initial WHERE ready AND text IN ('parl', 'parler', 'parler ', '=unde ', '網路')").Scan(&ready); ready != 5 || err != nil {
		t.Errorf("%d of five words are kept as common, %v", ready, err)
	}
	if err := s.Compact(ctx); err != nil {
		t.Fatal(err)
	}
	checkCommon(t, s, sh, 0)
}

func checkCommon(t *testing.T, s *Store, sh shadow, at int) {
	t.Helper()
	for _, v := range []query.Value{
		begun("parl"), begun("parli"), begun("parler"), whole("parler"), whole("parl"), begun("part"), whole("part"), begun("und"),
		whole("und"), begun("unde"), whole("unde"), whole("the"), begun("網"), begun("網路"), begun("россия"), begun("rare"),
	} {
		for _, in := range []Field{InTitle, InTitleAndBody} {
			got, want := found(t, s, v, in, 10_000), sh.phrases(v, in, 10_000)
			if !slices.Equal(got, want) {
				t.Fatalf("at %d: Match(%+v, %v) has %d articles, want %d", at, v, in, len(got), len(want))
			}
		}
	}
}
