package invent

import (
	"bytes"
	"context"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSameSeedSameBytes(t *testing.T) {
	a, b := New(Options{Seed: 5}), New(Options{Seed: 5})
	for i := 40; i >= 0; i-- {
		b.Article(i) // in another order, and not for the first time
	}
	other := New(Options{Seed: 6})
	for i, got := range a.All(40) {
		if want := b.Article(i); !reflect.DeepEqual(got, want) {
			t.Fatalf("article %d: %q, then %q", i, got.Data, want.Data)
		}
		if bytes.Equal(got.Data, other.Article(i).Data) {
			t.Errorf("article %d is the same for another seed", i)
		}
	}
}

func TestArticles(t *testing.T) {
	const n = 4000
	size, fronted, unusual := 0, 0, 0
	folders := map[string]int{}
	languages := map[string]int{}
	for i, a := range New(Options{Seed: 1, Size: 1000}).All(n) {
		if !utf8.Valid(a.Data) || a.Title == "" || a.Body == "" || strings.Contains(a.Title, "\n") {
			t.Fatalf("article %d: %q", i, a.Data)
		}
		size += len(a.Data)
		folders[path.Dir(a.Path)]++
		if path.Ext(a.Path) != ".md" {
			unusual++
			continue
		}
		if _, rest, ok := strings.Cut(string(a.Data), "\nlanguage: "); ok {
			fronted++
			tag, _, _ := strings.Cut(rest, "\n")
			languages[tag]++
		}
	}
	if mean := size / n; mean < 800 || mean > 1600 {
		t.Errorf("%d bytes an article, want about 1,000", mean)
	}
	if unusual != n/20 || fronted < n*60/100 || fronted > n*67/100 {
		t.Errorf("%d pages and plain texts, %d with front matter", unusual, fronted)
	}
	for folder, files := range folders {
		if files > 1000 {
			t.Errorf("%d files in %s", files, folder)
		}
	}
	for _, tag := range tags {
		if languages[tag] < n/100 {
			t.Errorf("%d articles in %s", languages[tag], tag)
		}
	}
}

func TestActorsHaveNamesOfTheirOwn(t *testing.T) {
	who := map[string]int{}
	for k := range 50_000 {
		name := actor(k)
		if other, taken := who[name]; taken {
			t.Fatalf("actors %d and %d are both %s", other, k, name)
		}
		who[name] = k
	}
}

func TestWrite(t *testing.T) {
	c, dir := New(Options{Seed: 2, Size: 200}), t.TempDir()
	if err := c.Write(context.Background(), dir, 1100); err != nil {
		t.Fatal(err)
	}
	for i, a := range c.All(1100) {
		if data, err := os.ReadFile(filepath.Join(dir, a.Path)); err != nil || !bytes.Equal(data, a.Data) {
			t.Fatalf("article %d: %v", i, err)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "0001", "001100.md")); err == nil {
		t.Error("more was written than asked for")
	}
	if err := c.Write(context.Background(), filepath.Join(dir, "0000", "000000.md"), 1); err == nil {
		t.Error("a file serves as a folder")
	}
}
