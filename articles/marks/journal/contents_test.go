package journal

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// book is contents for tests: the last number set under each key.
type book struct {
	numbers map[string]int
	sizes   map[string]int
	resets  int
}

type entry struct {
	Key    string `json:"key"`
	Number int    `json:"number"`
	Filler string `json:"filler,omitempty"`
}

func newBook() *book { return &book{map[string]int{}, map[string]int{}, 0} }

func (b *book) Reset() { *b = book{map[string]int{}, map[string]int{}, b.resets + 1} }

func (b *book) Loaded() {}

func (b *book) Apply(line []byte) {
	var e entry
	if err := json.Unmarshal(line, &e); err != nil {
		panic(err)
	}
	b.numbers[e.Key], b.sizes[e.Key] = e.Number, len(line)
}

func (b *book) Keep(line []byte) bool {
	var e entry
	return json.Unmarshal(line, &e) == nil && b.numbers[e.Key] == e.Number
}

func (b *book) Live() (n int64) {
	for _, size := range b.sizes {
		n += int64(size)
	}
	return n
}

func object(key string, number int) []byte {
	return fmt.Appendf(nil, `{"key":%q,"number":%d}`, key, number)
}

func objects(from, to int) (all [][]byte) {
	for i := from; i < to; i++ {
		all = append(all, object(fmt.Sprint("key ", i), i))
	}
	return all
}

func pathFor(t testing.TB) string { return filepath.Join(t.TempDir(), "state", "log.jsonl") }

func appendTo(t testing.TB, l *Log, b *book, objects ...[]byte) {
	t.Helper()
	if err := l.Append(b, func() [][]byte { return objects }); err != nil {
		t.Fatal(err)
	}
}

// load is what a program finds that starts now.
func load(t testing.TB, path string) (*Log, *book) {
	t.Helper()
	l, b := &Log{Path: path}, newBook()
	if err := l.Load(b); err != nil {
		t.Fatal(err)
	}
	return l, b
}

func put(t testing.TB, path string, text []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
}

func get(t testing.TB, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// sample is a log of n lines below its heading.
func sample(t testing.TB, n int) []byte {
	t.Helper()
	l := &Log{Path: pathFor(t), About: "a test"}
	appendTo(t, l, newBook(), objects(0, n)...)
	text := get(t, l.Path)
	if lines := strings.Count(string(text), "\n"); lines != n+1 {
		t.Fatalf("%d lines in a log of %d", lines, n)
	}
	return text
}
