package index

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestStatusAndDrop(t *testing.T) {
	dir := built(t, "7")
	info, err := Status(dir, "test")
	if err != nil || info.Files != 300 || info.Searchable != 300 || info.Detected != 0 || info.Version != "7" ||
		info.Bytes < 10_000 || info.Path != filepath.Join(dir, "test.db") {
		t.Errorf("%+v, %v", info, err)
	}
	if files, _ := filepath.Glob(filepath.Join(dir, "*")); len(files) != 1 {
		t.Errorf("a closed store has the files %v, or asking made some", files)
	}
	if err := Drop(dir, "test"); err != nil {
		t.Fatal(err)
	}
	if _, err := Status(dir, "test"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("Status of nothing: %v", err)
	}
	if err := Drop(dir, "test"); err != nil {
		t.Errorf("Drop of nothing: %v", err)
	}
	if err := Drop(filepath.Join(dir, "no", "folder"), "test"); err != nil {
		t.Errorf("Drop in no folder: %v", err)
	}
}

func TestOnlyTheOwnerReads(t *testing.T) {
	dir := t.TempDir()
	s := reopen(t, dir)
	put(t, s, row("a"))
	files, _ := filepath.Glob(filepath.Join(dir, "*"))
	for _, file := range files {
		if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", file, info.Mode(), err)
		}
	}
	if len(files) < 3 {
		t.Errorf("files %v", files)
	}
}
