package journal

import (
	"encoding/json"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/gofrs/flock"
)

func TestAppendAndLoad(t *testing.T) {
	one, two := &Log{Path: pathFor(t), About: "a test"}, newBook()
	appendTo(t, one, two, objects(0, 3)...)
	appendTo(t, one, two, object("key 1", 7))
	appendTo(t, one, two)
	want := map[string]int{"key 0": 0, "key 1": 7, "key 2": 2}
	_, again := load(t, one.Path)
	if !maps.Equal(two.numbers, want) || !maps.Equal(again.numbers, want) {
		t.Errorf("at once %v, later %v", two.numbers, again.numbers)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(get(t, one.Path))), "\n") {
		if !json.Valid([]byte(line)) {
			t.Errorf("no JSON: %s", line)
		}
	}
	for path, mode := range map[string]os.FileMode{one.Path: 0o600, filepath.Dir(one.Path): 0o700 | os.ModeDir} {
		if info, err := os.Stat(path); err != nil || info.Mode() != mode && runtime.GOOS != "windows" {
			t.Errorf("%s: %v, %v", path, info.Mode(), err)
		}
	}
}

func TestNoFileIsAnEmptyLog(t *testing.T) {
	l, b := load(t, pathFor(t))
	if l.Stale() || l.Damaged() != 0 || b.resets != 0 {
		t.Errorf("%+v, %d resets", l, b.resets)
	}
	if _, err := os.Stat(filepath.Dir(l.Path)); err == nil {
		t.Error("a folder was made for nothing")
	}
}

func TestTwoLogsSeeEachOther(t *testing.T) {
	a, inA := load(t, pathFor(t))
	b, inB := load(t, a.Path)
	appendTo(t, a, inA, object("x", 1))
	if !b.Stale() || a.Stale() {
		t.Errorf("stale: %v, %v", a.Stale(), b.Stale())
	}
	appendTo(t, b, inB, object("y", 2))
	if inB.numbers["x"] != 1 || inA.numbers["y"] != 0 {
		t.Errorf("%v, %v", inA.numbers, inB.numbers)
	}
	if err := a.Load(inA); err != nil || !maps.Equal(inA.numbers, inB.numbers) {
		t.Errorf("%v, %v, %v", inA.numbers, inB.numbers, err)
	}
	if inA.resets+inB.resets != 0 {
		t.Error("the same file was taken for another")
	}
}

func TestAnotherFileInItsPlace(t *testing.T) {
	text := sample(t, 5)
	for _, c := range []struct {
		name string
		text []byte
	}{
		{"another log", sample(t, 9)},
		{"a shorter one", text[:len(text)-40]},
		{"an empty one", nil},
	} {
		path := pathFor(t)
		put(t, path, text)
		l, b := load(t, path)
		put(t, path, c.text)
		if err := l.Load(b); err != nil || b.resets != 1 {
			t.Errorf("%s: %d resets, %v", c.name, b.resets, err)
		}
		_, want := load(t, path)
		if !maps.Equal(b.numbers, want.numbers) {
			t.Errorf("%s: %v, want %v", c.name, b.numbers, want.numbers)
		}
	}
}

func TestLogThatWasRemoved(t *testing.T) {
	l, b := load(t, pathFor(t))
	appendTo(t, l, b, object("x", 1))
	if err := os.RemoveAll(filepath.Dir(l.Path)); err != nil {
		t.Fatal(err)
	}
	if !l.Stale() {
		t.Error("nobody noticed")
	}
	appendTo(t, l, b, object("y", 2))
	if want := map[string]int{"y": 2}; !maps.Equal(b.numbers, want) {
		t.Errorf("%v, want %v", b.numbers, want)
	}
}

func TestFolderInItsPlace(t *testing.T) {
	path := pathFor(t)
	if err := os.MkdirAll(path, 0o700); err != nil {
		t.Fatal(err)
	}
	l, b := &Log{Path: path}, newBook()
	if err := l.Load(b); err == nil {
		t.Error("a folder was read")
	}
	if err := l.Append(b, func() [][]byte { return objects(0, 1) }); err == nil {
		t.Error("a folder was written to")
	}
	os.Remove(path)
	appendTo(t, l, b, object("x", 1))
	if b.numbers["x"] != 1 {
		t.Error("it does not go on when the folder is gone")
	}
}

func TestFileWhereTheFolderShouldBe(t *testing.T) {
	path := pathFor(t)
	put(t, filepath.Dir(path), nil)
	l := &Log{Path: path}
	if err := l.Append(newBook(), func() [][]byte { return objects(0, 1) }); err == nil {
		t.Error("written below a file")
	}
}

func TestAnotherProgramDoesNotLetGo(t *testing.T) {
	l, b := load(t, pathFor(t))
	appendTo(t, l, b, object("x", 1))
	other := flock.New(l.Path + ".lock")
	if err := other.Lock(); err != nil {
		t.Fatal(err)
	}
	l.patience = 20 * time.Millisecond
	if err := l.Append(b, func() [][]byte { return objects(0, 1) }); !errors.Is(err, ErrBusy) {
		t.Errorf("%v, want %v", err, ErrBusy)
	}
	if _, now := load(t, l.Path); now.numbers["x"] != 1 {
		t.Error("one cannot read meanwhile")
	}
	other.Unlock()
	appendTo(t, l, b, object("y", 2))
}
