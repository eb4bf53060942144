package index

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"dossier/articles/index/corpus/invent"
	"dossier/model/query"
)

var large = flag.Bool("bench-large", false, "measure with a million articles too, which takes ten minutes to prepare")

// sizes are the stores measured with, and how long their articles are.
func sizes() []int {
	if *large {
		return []int{1000, 100_000, 1_000_000}
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

// BenchmarkWrite puts and indexes portions of files into a growing store.
func BenchmarkWrite(b *testing.B) {
	for _, size := range []int{500, 3000} {
		b.Run(fmt.Sprint(size, "bytes"), func(b *testing.B) {
			c := invent.New(invent.Options{Seed: 2, Size: size})
			s, err := Open(b.TempDir(), "write", benchVersion)
			if err != nil {
				b.Fatal(err)
			}
			defer s.Close()
			i := 0
			for b.Loop() {
				b.StopTimer()
				p := invented(c, i, i+perWrite)
				i += perWrite
				b.StartTimer()
				p.write(b, s)
			}
			b.ReportMetric(float64(b.N*perWrite)/b.Elapsed().Seconds(), "files/s")
		})
	}
}

func BenchmarkMatch(b *testing.B) {
	for _, n := range sizes() {
		s := bench(b, n)
		for _, c := range []struct {
			name  string
			value query.Value
		}{
			{"none", begun("quxzzy")},
			{"rare", begun("schwüpitök")},
			{"frequent", whole("und")},
			{"frequent_begun", begun("that")},
			{"1_letter", begun("d")},
			{"2_letters", begun("di")},
			{"3_letters", begun("die")},
			{"4_letters", begun("part")},
			{"phrase", whole("in der")},
			{"phrase_begun", begun("l'aut")},
			{"han_1", begun("网")},
			{"han_2", begun("网络")},
			{"han_3", begun("网络平")},
		} {
			b.Run(fmt.Sprintf("%d/%s", n, c.name), func(b *testing.B) {
				hits := 0
				for b.Loop() {
					found, err := s.Match(ctx, c.value, InTitleAndBody, n+1)
					if err != nil {
						b.Fatal(err)
					}
					hits = found.Count()
				}
				b.ReportMetric(float64(hits), "hits")
			})
		}
	}
}

func BenchmarkBest(b *testing.B) {
	for _, n := range sizes() {
		s := bench(b, n)
		for name, value := range map[string]query.Value{"rare": begun("schwüpitök"), "frequent": whole("und")} {
			b.Run(fmt.Sprintf("%d/%s", n, name), func(b *testing.B) {
				for b.Loop() {
					if _, err := s.Best(ctx, []query.Value{value}, 1000); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func BenchmarkFacts(b *testing.B) {
	for _, n := range sizes() {
		s := bench(b, n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			i := 0
			for b.Loop() {
				i = (i + 7919) % n
				if _, ok, err := s.Facts(int32(i + 1)); !ok || err != nil {
					b.Fatal(i, ok, err)
				}
			}
		})
	}
}

func BenchmarkSequences(b *testing.B) {
	for _, n := range sizes() {
		s := bench(b, n)
		for name, f := range map[string]func() int{
			"All":    func() int { return len(collect(b, s.All(ctx, 0))) },
			"Known":  func() int { return len(collect(b, s.Known(ctx))) },
			"Titles": func() int { return len(collect(b, s.Titles(ctx))) },
		} {
			b.Run(fmt.Sprintf("%d/%s", n, name), func(b *testing.B) {
				for b.Loop() {
					if got := f(); got != n {
						b.Fatalf("%d rows", got)
					}
				}
			})
		}
		b.Run(fmt.Sprintf("%d/Clashes", n), func(b *testing.B) {
			for b.Loop() {
				collect(b, s.Clashes(ctx))
			}
		})
	}
}

func BenchmarkBlob(b *testing.B) {
	s := bench(b, 1000)
	b.SetBytes(60 << 20)
	for b.Loop() {
		if data, _, ok, err := s.Blob(ctx, "whole"); len(data) != 60<<20 || !ok || err != nil {
			b.Fatal(len(data), ok, err)
		}
	}
}

// BenchmarkCancel measures how long a search goes on after nobody wants it.
func BenchmarkCancel(b *testing.B) {
	n := sizes()[len(sizes())-1]
	s := bench(b, n)
	var worst time.Duration
	for b.Loop() {
		ctx, cancel := context.WithCancel(ctx)
		var cancelled time.Time
		go func() {
			time.Sleep(2 * time.Millisecond)
			cancelled = time.Now()
			cancel()
		}()
		s.Match(ctx, whole("in der"), InTitleAndBody, n+1)
		if ctx.Err() != nil {
			worst = max(worst, time.Since(cancelled))
		}
		cancel()
	}
	b.ReportMetric(float64(worst.Microseconds()), "worst-µs")
}

// BenchmarkMemory reports what the process holds after each kind of question.
func BenchmarkMemory(b *testing.B) {
	for _, n := range sizes() {
		s := bench(b, n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				for _, v := range []query.Value{begun("d"), whole("und"), begun("网络"), whole("in der")} {
					if _, err := s.Match(ctx, v, InTitleAndBody, n+1); err != nil {
						b.Fatal(err)
					}
				}
				for range s.Known(ctx) {
				}
				for i := 1; i < n; i += 1 + n/1000 {
					s.Facts(int32(i))
				}
			}
			runtime.GC()
			b.ReportMetric(resident(b), "MiB-resident")
		})
	}
}

// resident is how much memory the process holds, in MiB; 0 where /proc does
// not tell.
func resident(b *testing.B) float64 {
	data, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, after, _ := strings.Cut(string(data), "VmRSS:")
	var kib float64
	fmt.Sscan(after, &kib)
	return kib / 1024
}
