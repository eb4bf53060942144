//go:build unix

package journal

import (
	"path/filepath"
	"syscall"
	"testing"
)

// A pipe in the log's place must not keep the program from starting.
func TestPipeInItsPlace(t *testing.T) {
	l := &Log{Path: filepath.Join(t.TempDir(), "log.jsonl")}
	if err := syscall.Mkfifo(l.Path, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := l.Load(newBook()); err == nil {
		t.Error("a pipe was read")
	}
	if err := l.Append(newBook(), func() [][]byte { return objects(0, 1) }); err == nil {
		t.Error("a pipe was written to")
	}
}

func TestPipeInThePlaceOfTheLock(t *testing.T) {
	l, b := load(t, filepath.Join(t.TempDir(), "log.jsonl"))
	if err := syscall.Mkfifo(l.Path+".lock", 0o600); err != nil {
		t.Fatal(err)
	}
	appendTo(t, l, b, object("x", 1))
	if _, again := load(t, l.Path); again.numbers["x"] != 1 {
		t.Error("nothing is written")
	}
}
