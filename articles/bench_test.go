package articles

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
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
