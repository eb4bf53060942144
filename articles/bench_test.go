package articles

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"dossier/articles/index/corpus/invent"
	"dossier/model"
)

func BenchmarkOpenBuiltin(b *testing.B) {
	for b.Loop() {
		if _, err := Open(context.Background(), nil, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOpenFolder opens 2,000 small files, half of which state their facts.
func BenchmarkOpenFolder(b *testing.B) {
	dir := b.TempDir()
	for i := range 2000 {
		head := ""
		if i%2 == 0 {
			head = fmt.Sprintf("---\ntitle: Number %d\nlang: en\ndate: 2021-01-08\nactors: [Amazon]\n---\n", i)
		}
		text := head + "# A heading\n\nThe firm said on Monday that Amazon had closed its servers, and Apple had removed the app.\n"
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("a%04d.md", i)), []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		l, err := Open(context.Background(), []string{dir}, Options{})
		if err != nil || l.Index().Count() != 2000 {
			b.Fatal(err)
		}
	}
}

// BenchmarkNeverSeen reads a folder for the first time, in three passes.
func BenchmarkNeverSeen(b *testing.B) {
	for name, size := range map[string]int{"small": 300, "news": 3000} {
		b.Run(name, func(b *testing.B) {
			const n = 2000
			dir := b.TempDir()
			if err := invent.New(invent.Options{Seed: 3, Size: size}).Write(b.Context(), dir, n); err != nil {
				b.Fatal(err)
			}
			took := map[model.Pass]time.Duration{}
			for b.Loop() {
				readFirst(b, dir, took)
			}
			files := float64(n * b.N)
			b.ReportMetric(files/took[model.Listing].Seconds(), "rows/s")
			b.ReportMetric(files/(took[model.Listing]+took[model.Indexing]).Seconds(), "rows+texts/s")
			b.ReportMetric(files/took[model.Detecting].Seconds(), "detected/s")
		})
	}
}

// readFirst opens a folder without an index, and adds how long each pass took.
func readFirst(b *testing.B, dir string, took map[model.Pass]time.Duration) {
	start, pass := time.Now(), model.Listing
	l, err := Open(b.Context(), []string{dir}, Options{Live: true, Index: b.TempDir()})
	if err != nil {
		b.Fatal(err)
	}
	defer l.Close()
	for l.Prefer(nil); pass != model.Idle; {
		p, more := l.News(b.Context())
		if !more {
			b.Fatal("the reading has ended")
		}
		if p.Pass != pass && p.Pass != model.Comparing {
			took[pass] += time.Since(start)
			start, pass = time.Now(), p.Pass
		}
	}
}
