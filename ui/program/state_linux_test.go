package program

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"dossier/articles/battery"
	"dossier/articles/tags"
	"dossier/model/mark"
)

// disk is a small file system in memory, for who may mount one.
type disk struct {
	place
	kib int
}

func newDisk(t *testing.T, kib int) disk {
	t.Helper()
	d := disk{place{t, t.TempDir()}, kib}
	if err := syscall.Mount("state", d.dir, "tmpfs", 0, d.options()); err != nil {
		t.Skipf("NOT TRIED, as no file system can be mounted here: %v", err)
	}
	t.Cleanup(func() { syscall.Unmount(d.dir, syscall.MNT_DETACH) })
	return d
}

func (d disk) options() string { return fmt.Sprintf("size=%dk,mode=755", d.kib) }

func (d disk) remount(flags uintptr) {
	d.t.Helper()
	if err := syscall.Mount("state", d.dir, "tmpfs", syscall.MS_REMOUNT|flags, d.options()); err != nil {
		d.t.Fatal(err)
	}
}

// fill leaves so many pages free.
func (d disk) fill(pages int) {
	d.t.Helper()
	d.empty()
	var s syscall.Statfs_t
	if err := syscall.Statfs(d.dir, &s); err != nil {
		d.t.Fatal(err)
	}
	if n := int(s.Bavail) - pages; n > 0 {
		d.write(filepath.Join(d.dir, "filler"), strings.Repeat("x", n*int(s.Bsize)))
	}
}

func (d disk) empty() { os.Remove(filepath.Join(d.dir, "filler")) }

// strays fails if a program left something beside what it wrote.
func (d disk) strays(dir string) {
	d.t.Helper()
	for _, f := range must(os.ReadDir(dir)) {
		if strings.Contains(f.Name(), ".tmp") {
			d.t.Errorf("left behind: %s", f.Name())
		}
	}
}

// TestBatteryFullDiskForVerbs gives verbs that write more and more room on a disk,
// page by page: what was there stays until what is to be is there, and they say why.
func TestBatteryFullDiskForVerbs(t *testing.T) {
	t.Parallel()
	tried := 0
	for file, args := range map[string]func(d disk) []string{
		"out.html":    func(d disk) []string { return []string{"export", "-o", filepath.Join(d.dir, "out.html"), "--force"} },
		tags.FileName: func(d disk) []string { return []string{"tag", d.dir} },
	} {
		t.Run(file, func(t *testing.T) {
			d := newDisk(t, 512)
			for i := range 20 {
				d.write(filepath.Join(d.dir, fmt.Sprintf("n%d.md", i)), fmt.Sprintf("# Article %d\n\n%s", i, strings.Repeat("Amazon cut ties with Parler on January 9, 2021. ", 10)))
			}
			file, before := filepath.Join(d.dir, file), "# what was there\n"
			for pages := 0; ; pages += battery.Of(4, 1) {
				d.empty()
				d.write(file, before)
				d.fill(pages)
				_, errs, status := d.does(args(d)...)
				tried++
				if d.strays(d.dir); status == 0 {
					break
				}
				if got := d.text(file); got != before || !strings.Contains(errs, "space") || strings.Contains(errs, ".tmp") {
					t.Fatalf("with %d pages free it says %q, and there is %q", pages, errs, got)
				}
			}
			if len(d.text(file)) < 1000 {
				t.Error("it ends well and wrote nothing")
			}
		})
	}
	battery.Tried(t, tried, "full disks for verbs that write")
}

// TestBatteryFullDiskForMarks lets marks be taken in on a disk with more and more
// room: none is lost of those that were there, and all are there once it says so.
func TestBatteryFullDiskForMarks(t *testing.T) {
	t.Parallel()
	from := place{t, t.TempDir()}
	for i := range 40 {
		if err := from.left().Set(mark.Note(fmt.Sprint("article ", i), strings.Repeat("long ", 200))); err != nil {
			t.Fatal(err)
		}
	}
	list := from.well("marks", "export")
	d := newDisk(t, 256)
	tried := 0
	for pages := 0; ; pages += battery.Of(4, 1) {
		d.empty()
		os.RemoveAll(filepath.Join(d.dir, "dossier"))
		if err := d.left().Set(mark.Note("wieder-online", "mine")); err != nil {
			t.Fatal(err)
		}
		d.fill(pages)
		_, errs, status := d.gives(list, "marks", "import")
		tried++
		left := d.left().All()
		if left["wieder-online"].Note != "mine" || status == 0 && len(left) != 41 {
			t.Fatalf("with %d pages free it ends with status %d, and there is %v", pages, status, left)
		}
		if status == 0 {
			break
		}
		if !strings.Contains(errs, "marks are not saved: the disk is full") {
			t.Fatalf("with %d pages free it says %q", pages, errs)
		}
	}
	battery.Tried(t, tried, "full disks for marks that are imported")
}

// TestBatteryFullDiskForIndex gives the index more and more room: whatever there is,
// the answers are the same.
func TestBatteryFullDiskForIndex(t *testing.T) {
	t.Parallel()
	d := newDisk(t, 4096)
	dir := d.folder(300)
	want := d.well("list", dir, "vendor:Amazon", "word7", "--jsonl", "--no-index")
	tried := 0
	for pages := 0; pages < 1024; pages += battery.Of(600, 2) {
		d.empty()
		os.RemoveAll(filepath.Join(d.dir, "dossier"))
		d.fill(pages)
		if got := d.well("list", dir, "vendor:Amazon", "word7", "--jsonl"); got != want {
			t.Fatalf("with %d pages free it says\n%s\nwant\n%s", pages, got, want)
		}
		tried++
	}
	battery.Tried(t, tried, "full disks for an index")
}

// page leaves a note, and another one with which the log fills its pages but for a
// few bytes.
func (d disk) page() {
	d.t.Helper()
	size := func(article string, bytes int) int {
		if err := d.left().Set(mark.Note(article, strings.Repeat("x", bytes))); err != nil {
			d.t.Fatal(err)
		}
		logs := must(filepath.Glob(filepath.Join(d.dir, "dossier", "marks", "*.jsonl")))
		return int(must(os.Stat(logs[0])).Size())
	}
	one := size("wieder-online", len("mine"))
	two := size("amazon-kontert", 100)
	size("amazon-kontert", 2*4096-two-(two-one-100)-10)
}

// TestBatteryDiskThatFails is full, and then read-only, while the reader is at work: it
// says so in a line, goes on, and saves all once it can.
func TestBatteryDiskThatFails(t *testing.T) {
	t.Parallel()
	d := newDisk(t, 64)
	for reason, fail := range map[string]func(){
		"the disk is full":  func() { d.fill(0) },
		"permission denied": func() { d.remount(syscall.MS_RDONLY) },
	} {
		os.RemoveAll(filepath.Join(d.dir, "dossier"))
		d.page()
		fail()
		r := d.reader()
		if !r.sees("5 of 5") {
			t.Fatal(r.Ended())
		}
		r.Press("s")
		r.sees("marks are not saved: " + reason)
		r.Press("m")
		r.sees("not saved yet")
		if got := found(d.left()); got.starred[0] || got.notes[0] != "xxxx" {
			t.Errorf("%s: there is %+v", reason, got)
		}
		d.remount(0)
		d.empty()
		r.sees("your marks are saved again")
		if got := found(d.left()); !got.starred[0] || !got.read[0] || got.notes[0] != "xxxx" {
			t.Errorf("%s: then there is %+v", reason, got)
		}
		r.kill()
	}
	battery.Tried(t, 2, "disks that failed while the reader was at work")
}

// TestBatteryReadOnlyHome has nowhere to keep anything: everything works, and what
// cannot be written says so.
func TestBatteryReadOnlyHome(t *testing.T) {
	t.Parallel()
	d := newDisk(t, 64)
	dir := d.folder(300)
	d.write(filepath.Join(d.dir, "n1.md"), "# One\n\nAmazon cut ties with Parler on January 9, 2021.\n")
	d.remount(syscall.MS_RDONLY)
	d.well("list")
	d.well("list", dir, "word7")
	d.well("cuts", d.dir)
	for _, args := range [][]string{{"tag", d.dir}, {"export", "-o", filepath.Join(d.dir, "out.html")}} {
		if _, errs, status := d.does(args...); status != 1 || !strings.Contains(errs, "read-only") {
			t.Errorf("%q ends with status %d and %q", args, status, errs)
		}
	}
	r := d.reader(dir)
	r.sees("300 of 300")
	r.Press("s")
	r.sees("marks are not saved: ")
	r.Press("q")
	if err := r.Ended(); err != nil {
		t.Error(err)
	}
	battery.Tried(t, 6, "programs without a place to write to")
}
