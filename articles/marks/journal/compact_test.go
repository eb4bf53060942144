package journal

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestCompaction(t *testing.T) {
	l, b := &Log{Path: pathFor(t), Smallest: 1000}, newBook()
	largest := int64(0)
	for i := range 200 {
		appendTo(t, l, b, object(fmt.Sprint("key ", i%3), i))
		largest = max(largest, l.seen.size)
	}
	if size := int64(len(get(t, l.Path))); largest < 1000 || largest > 1200 || size > 1200 {
		t.Errorf("%d bytes, at most %d", size, largest)
	}
	want := map[string]int{"key 0": 198, "key 1": 199, "key 2": 197}
	_, again := load(t, l.Path)
	if !maps.Equal(b.numbers, want) || !maps.Equal(again.numbers, want) {
		t.Errorf("at once %v, later %v", b.numbers, again.numbers)
	}
	if _, old := load(t, l.Path+".bak"); len(old.numbers) != 3 {
		t.Errorf("the copy holds %v", old.numbers)
	}
}

func TestLiveLogIsNotCompacted(t *testing.T) {
	l, b := &Log{Path: pathFor(t), Smallest: 100}, newBook()
	for i := range 100 {
		appendTo(t, l, b, objects(i, i+1)...)
	}
	if _, err := os.Stat(l.Path + ".bak"); err == nil || b.resets != 0 {
		t.Error("compacted, with nothing to gain")
	}
}

func TestCompactionThatFailsIsNoFailure(t *testing.T) {
	l, b := &Log{Path: pathFor(t), Smallest: 500}, newBook()
	text := get(t, writeOnce(t, l, b))
	if err := os.Mkdir(l.Path+".damaged", 0o700); err != nil {
		t.Fatal(err)
	}
	put(t, l.Path, append(text, "torn\n"...)) // so that something has to be set aside
	for i := range 100 {
		appendTo(t, l, b, object("key", i))
	}
	if _, again := load(t, l.Path); again.numbers["key"] != 99 {
		t.Errorf("%v", again.numbers)
	}
	if left := leftOvers(t, l.Path); len(left) != 0 {
		t.Errorf("left behind: %q", left)
	}
}

func writeOnce(t *testing.T, l *Log, b *book) (path string) {
	appendTo(t, l, b, object("key", 0))
	return l.Path
}

func leftOvers(t *testing.T, path string) (left []string) {
	t.Helper()
	files, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if strings.Contains(f.Name(), tmpEnding) {
			left = append(left, f.Name())
		}
	}
	return left
}

func TestOldLeftOversAreCleared(t *testing.T) {
	l, b := &Log{Path: pathFor(t), Smallest: 500}, newBook()
	writeOnce(t, l, b)
	day := time.Now().Add(-25 * time.Hour)
	for name, then := range map[string]time.Time{"old": day, "new": time.Now()} {
		put(t, l.Path+tmpEnding+name, nil)
		if err := os.Chtimes(l.Path+tmpEnding+name, then, then); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 100 {
		appendTo(t, l, b, object("key", i))
	}
	if left := leftOvers(t, l.Path); len(left) != 1 || !strings.HasSuffix(left[0], "new") {
		t.Errorf("left behind: %q", left)
	}
}

// Writers that share a log lose nothing, while it is compacted all the time.
func TestManyWriters(t *testing.T) {
	const writers, each = 4, 300
	path := pathFor(t)
	var all sync.WaitGroup
	for w := range writers {
		all.Go(func() {
			l, b := &Log{Path: path, Smallest: 2000}, newBook()
			for i := range each {
				key := fmt.Sprint("writer ", w)
				if i%10 == 0 {
					key = fmt.Sprint("writer ", w, ", key ", i)
				}
				if err := l.Append(b, func() [][]byte { return [][]byte{object(key, i)} }); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	l, b := load(t, path)
	for w := range writers {
		if got := b.numbers[fmt.Sprint("writer ", w)]; got != each-1 {
			t.Errorf("writer %d: %d", w, got)
		}
		for i := 0; i < each; i += 10 {
			if got, ok := b.numbers[fmt.Sprint("writer ", w, ", key ", i)]; !ok || got != i {
				t.Errorf("writer %d, %d: %d, %v", w, i, got, ok)
			}
		}
	}
	if l.Damaged() != 0 || bytes.Count(get(t, path), []byte("\n")) > 600 {
		t.Errorf("%d damaged; %d bytes", l.Damaged(), len(get(t, path)))
	}
}
