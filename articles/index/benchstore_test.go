package index

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"dossier/articles/index/corpus/invent"
)

var large = flag.Bool("bench-large", false, "measure with a million articles too, which takes ten minutes to prepare")

// sizes are how many articles the stores measured with hold. A short run has only
// the small one: a minute goes into preparing the next.
func sizes() []int {
	switch {
	case *large:
		return []int{1000, 100_000, 1_000_000}
	case testing.Short():
		return []int{1000}
	}
	return []int{1000, 100_000}
}

// benchVersion changes when the stores that are kept between runs are no good
// any more.
const benchVersion = "1"

// perWrite is how many articles one transaction writes.
const perWrite = 200

// bench returns a store of n articles, made once and kept.
func bench(b *testing.B, n int) *Store {
	b.Helper()
	dir := filepath.Join(os.TempDir(), "dossier-index-bench")
	s, err := Open(dir, strconv.Itoa(n), benchVersion)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	if _, _, ok, err := s.Blob(ctx, "whole"); err != nil || !ok {
		start := time.Now()
		fill(b, s, n, 3000)
		if err := s.Compact(ctx); err != nil {
			b.Fatal(err)
		}
		if err := s.PutBlob(ctx, "whole", 1, make([]byte, 60<<20)); err != nil {
			b.Fatal(err)
		}
		info, err := Status(dir, strconv.Itoa(n))
		b.Logf("%d articles in %v, %d MB, %v", n, time.Since(start), info.Bytes>>20, err)
	}
	return s
}

// fill puts and indexes n invented articles of a size.
func fill(b *testing.B, s *Store, n, size int) {
	portions := make(chan portion, 4)
	go func() {
		defer close(portions)
		c := invent.New(invent.Options{Seed: 1, Size: size})
		for from := 0; from < n; from += perWrite {
			portions <- invented(c, from, min(n, from+perWrite))
		}
	}()
	for p := range portions {
		p.write(b, s)
	}
}

// portion is what one transaction writes.
type portion struct {
	rows  []Row
	texts []Text
}

func invented(c *invent.Corpus, from, to int) (p portion) {
	for i := from; i < to; i++ {
		a := c.Article(i)
		p.rows = append(p.rows, benchRow(a))
		p.texts = append(p.texts, Text{Title: a.Title, Body: a.Body})
	}
	return p
}

func benchRow(a invent.Article) Row {
	return Row{
		File:  File{Key: a.Path, Size: int64(len(a.Data)), ModTime: 1},
		Stage: Listed, Want: strings.TrimSuffix(a.Path, ".md"), Title: a.Title, Facts: a.Data[:min(300, len(a.Data))],
	}
}

func (p portion) write(b *testing.B, s *Store) {
	nums, err := s.Put(ctx, p.rows)
	if err != nil {
		b.Fatal(err)
	}
	for i, num := range nums {
		p.texts[i].Num = num
	}
	if err := s.Index(ctx, p.texts); err != nil {
		b.Fatal(err)
	}
}
