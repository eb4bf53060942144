package index

import (
	"context"
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

// BenchmarkWrite puts and indexes portions of files into a growing store.
func BenchmarkWrite(b *testing.B) {
	for name, size := range map[string]int{"small": 200, "news": 3000} {
		b.Run(name, func(b *testing.B) {
			c := invent.New(invent.Options{Seed: 2, Size: size})
			s, err := Open(b.TempDir(), "write", benchVersion)
			if err != nil {
				b.Fatal(err)
			}
			defer s.Close()
			i, bytes := 0, 0
			for b.Loop() {
				b.StopTimer()
				p := invented(c, i, i+perWrite)
				i += perWrite
				for _, t := range p.texts {
					bytes += len(t.Title) + len(t.Body)
				}
				b.StartTimer()
				p.write(b, s)
			}
			b.ReportMetric(float64(b.N*perWrite)/b.Elapsed().Seconds(), "files/s")
			b.ReportMetric(float64(bytes/i), "bytes/file")
		})
	}
}

func BenchmarkOpen(b *testing.B) {
	for _, n := range sizes() {
		bench(b, n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				s, err := Open(filepath.Join(os.TempDir(), "dossier-index-bench"), strconv.Itoa(n), benchVersion)
				if err != nil {
					b.Fatal(err)
				}
				if _, _, err := s.Facts(1); err != nil {
					b.Fatal(err)
				}
				s.Close()
			}
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
			{"rare", begun("krak")},
			{"usual", begun("schwüpitök")},
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
		for name, value := range map[string]query.Value{"rare": begun("krak"), "frequent": whole("und")} {
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
