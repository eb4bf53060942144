package tags

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"dossier/articles/battery"
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func rejecting(path string) func(*File) error {
	return func(f *File) error { return f.Reject(path, cutOf("Apple", "gone")) }
}

func change(t *testing.T, dir string, edit func(*File) error) error {
	t.Helper()
	return Update(t.Context(), dir, register, edit)
}

// only fails if anything but the side-car is in a folder.
func only(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	must(t, err)
	if len(entries) != 1 || entries[0].Name() != FileName {
		t.Errorf("in the folder: %v", entries)
	}
	raw, err := os.ReadFile(filepath.Join(dir, FileName))
	must(t, err)
	return string(raw)
}

func TestUpdateMakesTheFile(t *testing.T) {
	dir := t.TempDir()
	must(t, change(t, dir, func(*File) error { return nil }))
	if _, err := os.Stat(filepath.Join(dir, FileName)); !errors.Is(err, os.ErrNotExist) {
		t.Error("an edit that changes nothing made a file:", err)
	}
	must(t, change(t, dir, rejecting("a.md")))
	if got := only(t, dir); got != heading+"a.md:\n  rejected:\n    - vendor: Apple\n      evidence: gone\n" {
		t.Error(got)
	}
}

func TestUpdateKeepsPermissions(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, FileName)
	for _, mode := range []os.FileMode{0o600, 0o664, 0o644} {
		os.Remove(file)
		must(t, os.WriteFile(file, []byte("b.md:\n"), mode))
		must(t, os.Chmod(file, mode))
		must(t, change(t, dir, rejecting("a.md")))
		info, err := os.Stat(file)
		must(t, err)
		if got := only(t, dir); info.Mode() != mode || !strings.HasPrefix(got, "b.md:\na.md:\n") {
			t.Errorf("mode %v, want %v:\n%s", info.Mode(), mode, got)
		}
	}
}

// What is refused stays as it is, and nothing is left beside it.
func TestUpdateRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"a.md: [":        "line 1 is not valid YAML",
		"{}":             "in braces",
		"b.md: {}\n...":  "cannot be changed",
		"a.md:\n  - x\n": "no `key: value` pairs",
	} {
		dir := t.TempDir()
		must(t, os.WriteFile(filepath.Join(dir, FileName), []byte(text), 0o644))
		err := change(t, dir, rejecting("a.md"))
		if err == nil || !strings.Contains(err.Error(), want) || only(t, dir) != text {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func TestUpdateRefusesOddFiles(t *testing.T) {
	for want, mk := range map[error]func(file string) error{
		errReadOnly: func(file string) error { return os.WriteFile(file, nil, 0o444) },
		errNoFile:   func(file string) error { return os.Mkdir(file, 0o755) },
	} {
		dir := t.TempDir()
		must(t, mk(filepath.Join(dir, FileName)))
		if err := change(t, dir, rejecting("a.md")); !errors.Is(err, want) {
			t.Errorf("%v, want %v", err, want)
		}
	}
	dir, other := t.TempDir(), filepath.Join(t.TempDir(), "other.yaml")
	must(t, os.WriteFile(other, nil, 0o644))
	if err := os.Symlink(other, filepath.Join(dir, FileName)); err != nil {
		t.Skip("no links here: ", err)
	}
	if err := change(t, dir, rejecting("a.md")); !errors.Is(err, errNoFile) {
		t.Errorf("a link: %v", err)
	}
	if err := change(t, filepath.Join(dir, "gone"), rejecting("a.md")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no folder: %v", err)
	}
}

// What another program writes between reading and writing is not lost.
func TestUpdateStartsAnew(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, FileName)
	calls := 0
	must(t, change(t, dir, func(f *File) error {
		if calls++; calls < 3 {
			must(t, os.WriteFile(file, fmt.Appendf(nil, "b%d.md:\n", calls), 0o644))
		}
		return rejecting("a.md")(f)
	}))
	if got := only(t, dir); calls != 3 || !strings.HasPrefix(got, "b2.md:\na.md:\n") {
		t.Errorf("%d calls:\n%s", calls, got)
	}
	err := change(t, dir, func(f *File) error {
		calls++
		must(t, os.WriteFile(file, fmt.Appendf(nil, "b%d.md:\n", calls), 0o644))
		return rejecting("c.md")(f)
	})
	if !errors.Is(err, errBusy) {
		t.Error(err)
	}
	only(t, dir)
}

func TestBatteryUpdatesAtOnce(t *testing.T) {
	dir, writers, each := t.TempDir(), battery.Of(4, 10), battery.Of(10, 20)
	var all sync.WaitGroup
	for w := range writers {
		all.Go(func() {
			for n := range each {
				if err := change(t, dir, rejecting(fmt.Sprintf("%d-%d.md", w, n))); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if tags := Parse(only(t, dir)); len(tags.paths) != writers*each || len(tags.Problems) > 0 {
		t.Errorf("%d of %d articles, %v", len(tags.paths), writers*each, tags.Problems)
	}
	battery.Tried(t, writers*each, "edits of a side-car at once")
}

// TestLeftOverIsTakenAway of a program that was killed, and not of one that writes.
func TestLeftOverIsTakenAway(t *testing.T) {
	dir := t.TempDir()
	beside := filepath.Join(dir, "."+FileName+".tmp")
	must(t, os.WriteFile(beside, nil, 0o600))
	must(t, change(t, dir, rejecting("a.md")))
	if _, err := os.Stat(beside); err != nil {
		t.Error(err)
	}
	then := time.Now().Add(-2 * time.Hour)
	must(t, os.Chtimes(beside, then, then))
	must(t, change(t, dir, rejecting("b.md")))
	only(t, dir)
}

func TestUpdateEndsWithItsContext(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	err := change(t, dir, func(*File) error { // holds the lock
		cancel()
		return Update(ctx, dir, register, rejecting("a.md"))
	})
	if err != nil && !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
