package marks

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"dossier/articles/battery"
	"dossier/model/mark"
)

// smallDisk is a file system of 64 KiB in memory, for who may mount one.
func smallDisk(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := syscall.Mount("marks", dir, "tmpfs", 0, "size=64k,mode=700"); err != nil {
		t.Skipf("NOT TRIED, as no file system can be mounted here: %v", err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, 0) })
	return dir
}

// TestBatteryFullDisk fills a disk to every byte that a page has room for.
func TestBatteryFullDisk(t *testing.T) {
	dir := smallDisk(t)
	filler := filepath.Join(dir, "filler")
	rounds := battery.Of(64, 1024)
	for n := range rounds {
		put(t, filler, strings.Repeat("x", 32<<10+n*61%4096))
		s := open(t, dir)
		kept := fill(t, s, n)
		if again := open(t, dir); again.Get(fmt.Sprint("note ", kept)).Note != "" {
			t.Error("it is there, and nobody was told")
		}
		if err := os.Remove(filler); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		again := open(t, dir)
		for i := range kept + 1 {
			if again.Get(fmt.Sprint("note ", i)).Note == "" {
				t.Fatalf("%d bytes: note %d of %d is lost", n, i, kept)
			}
		}
		if err := os.RemoveAll(filepath.Join(dir, "marks")); err != nil {
			t.Fatal(err)
		}
	}
	battery.Tried(t, rounds, "true disks filled while notes were set")
}

// fill sets notes until the disk is full, and returns how many fitted.
func fill(t *testing.T, s *Store, n int) (kept int) {
	t.Helper()
	for ; ; kept++ {
		err := s.Set(mark.Note(fmt.Sprint("note ", kept), strings.Repeat("y", 900+n)))
		if errors.Is(err, syscall.ENOSPC) && strings.Contains(err.Error(), "the disk is full") {
			return kept
		}
		if err != nil || kept > 100 {
			t.Fatalf("%d notes: %v", kept, err)
		}
	}
}

// TestBatteryReadOnlyFolderOfNobody is TestBatteryReadOnlyFolder for who may write
// everywhere: the thread becomes somebody who may not.
func TestBatteryReadOnlyFolderOfNobody(t *testing.T) {
	const nobody = 65534
	if os.Getuid() != 0 {
		t.Skip("tried by TestBatteryReadOnlyFolder")
	}
	dir, err := os.MkdirTemp("", "nobody") // below no folder that nobody may look into
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	if err := os.Chown(dir, nobody, nobody); err != nil {
		t.Skipf("NOT TRIED: %v", err)
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := syscall.Setfsuid(nobody); err != nil {
		t.Skipf("NOT TRIED: %v", err)
	}
	defer syscall.Setfsuid(0)
	readOnlyFolder(t, dir)
	battery.Tried(t, 1, "folders of marks that are read-only")
}

func TestBatteryReadOnlyDisk(t *testing.T) {
	dir := smallDisk(t)
	set(t, open(t, dir), mark.Note("a", "text"))
	remount(t, dir, syscall.MS_RDONLY)
	s := open(t, dir)
	if s.Get("a").Note != "text" {
		t.Error("it cannot be read")
	}
	unsaved(t, s.Set(mark.Star("a", true)), false)
	if err := s.Close(); err == nil || !strings.Contains(err.Error(), "make it writable") {
		t.Error(err)
	}
	remount(t, dir, 0)
	if err := s.Close(); err != nil || !open(t, dir).Get("a").Starred {
		t.Error(err)
	}
}

func remount(t *testing.T, dir string, flags uintptr) {
	t.Helper()
	if err := syscall.Mount("marks", dir, "tmpfs", syscall.MS_REMOUNT|flags, "size=64k"); err != nil {
		t.Fatal(err)
	}
}
