//go:build unix

package program

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"dossier/articles/battery"
)

// faults are what may stand where a file of the reader's is expected.
var faults = map[string]func(path string) error{
	"nothing":   func(string) error { return nil },
	"directory": func(path string) error { return os.Mkdir(path, 0o755) },
	"pipe":      func(path string) error { return syscall.Mkfifo(path, 0o644) },
	"binary": func(path string) error {
		return os.WriteFile(path, []byte("\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x02\x00>\x00\xff\xfe"), 0o644)
	},
	"huge": func(path string) error {
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			return err
		}
		return os.Truncate(path, 2<<30)
	},
	"words":     func(path string) error { return os.WriteFile(path, []byte("Only some words.\n"), 0o644) },
	"device":    func(path string) error { return os.Symlink("/dev/zero", path) },
	"dangling":  func(path string) error { return os.Symlink("nowhere", path) },
	"loop":      func(path string) error { return os.Symlink(filepath.Base(path), path) },
	"no rights": func(path string) error { return os.WriteFile(path, []byte("title: x\n"), 0) },
}

// doors are where the program reads or writes a file that the reader named or
// keeps: with the path at which it stands, in a home of its own, and what is asked.
var doors = map[string]struct {
	at       string
	args     []string
	lists    bool     // the article beside it is listed
	waits    bool     // for the other end of a pipe
	harmless []string // the faults that are none there
}{
	"configuration": {at: "config/dossier/config.yaml", args: []string{"config"}, harmless: []string{"nothing", "dangling"}},
	"register":      {at: "lib/dossier.yaml", args: []string{"list", "lib"}, lists: true, harmless: []string{"nothing", "dangling"}},
	"side-car":      {at: "lib/dossier.tags.yaml", args: []string{"list", "lib"}, lists: true, harmless: []string{"nothing", "dangling"}},
	"tag":           {at: "lib/dossier.tags.yaml", args: []string{"tag", "lib"}, harmless: []string{"nothing"}},
	"marks":         {at: "marks.json", args: []string{"marks", "import", "lib", "--input", "marks.json"}, waits: true},
	"article":       {at: "one.md", args: []string{"show", "one", "one.md"}, waits: true, harmless: []string{"words"}},
	"articles":      {at: "one.md", args: []string{"list", "one.md", "lib"}, waits: true, harmless: []string{"words"}},
	"in a folder":   {at: "lib/one.md", args: []string{"list", "lib"}, lists: true, harmless: []string{"nothing", "directory", "words"}},
	"export":        {at: "out.md", args: []string{"export", "lib", "-o", "out.md"}, harmless: []string{"nothing"}},
	"export over":   {at: "out.md", args: []string{"export", "lib", "-o", "out.md", "--force"}, waits: true, harmless: []string{"nothing", "device"}},
}

// TestBatteryDoors puts every fault behind every door, as somebody who may not
// read everything: each ends, with an answer that names the file, and the articles
// beside it are there all the same.
func TestBatteryDoors(t *testing.T) {
	base := openToAll(t)
	tried := 0
	for door, d := range doors {
		for fault, put := range faults {
			t.Run(door+"/"+fault, func(t *testing.T) {
				if fault == "pipe" && d.waits {
					t.Skip("who names a pipe wants to be fed by it")
				}
				home := filepath.Join(base, strings.ReplaceAll(door+"-"+fault, " ", "-"))
				furnish(t, home, d.at)
				sound(t, put(filepath.Join(home, d.at)))
				t.Chdir(home)
				status, out, told := runAsNobody(t, home, d.args)
				tried++
				switch harmless := slices.Contains(d.harmless, fault); {
				case status == 2:
					t.Errorf("exit status %d; told %s", status, told)
				case harmless && told != "" && !strings.Contains(told, "wrote"):
					t.Errorf("told %s", told)
				case !harmless && (!strings.Contains(told, filepath.Base(d.at)) || strings.Contains(told, "goroutine")):
					t.Errorf("told %q, and not of %s", told, d.at)
				case d.lists && !strings.Contains(out, "Good"):
					t.Errorf("listed %q", out)
				}
			})
		}
	}
	battery.Tried(t, tried, "faults behind doors")
}

func sound(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// openToAll is a folder that anybody may go into.
func openToAll(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "dossier-doors-")
	sound(t, err)
	t.Cleanup(func() { os.RemoveAll(dir) })
	sound(t, os.Chmod(dir, 0o755))
	return dir
}

// furnish makes a home with a folder of one article in it, where anybody may
// write.
func furnish(t *testing.T, home, door string) {
	t.Helper()
	for _, dir := range []string{".", "lib", "config", "state", "cache", filepath.Dir(door)} {
		sound(t, os.MkdirAll(filepath.Join(home, dir), 0o777))
		sound(t, os.Chmod(filepath.Join(home, dir), 0o777))
	}
	sound(t, os.WriteFile(filepath.Join(home, "lib", "good.md"), []byte("# Good\n\nAmazon has removed Parler from its servers, the company said.\n"), 0o644))
}

const nobody = 65534

// runAsNobody runs the program without the rights of root, for whom no file is
// closed.
func runAsNobody(t *testing.T, home string, args []string) (status int, out, told string) {
	t.Helper()
	if os.Geteuid() == 0 {
		sound(t, syscall.Seteuid(nobody))
		defer func() { sound(t, syscall.Seteuid(0)) }()
	}
	var written, errs bytes.Buffer
	done := make(chan int, 1)
	go func() {
		done <- Run(args, Streams{In: strings.NewReader(""), Out: &written, Errs: &errs, Env: []string{
			"XDG_CONFIG_HOME=" + home + "/config", "XDG_STATE_HOME=" + home + "/state", "XDG_CACHE_HOME=" + home + "/cache", "LANG=C",
		}})
	}()
	select {
	case status = <-done:
	case <-time.After(time.Minute):
		t.Fatal("it hangs")
	}
	return status, written.String(), errs.String()
}

// What cannot be written over stays, and says so.
func TestExportOverADeviceLeavesIt(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip(err)
	}
	home := openToAll(t)
	furnish(t, home, "out.md")
	sound(t, os.Symlink("/dev/full", filepath.Join(home, "out.md")))
	t.Chdir(home)
	status, _, told := runAsNobody(t, home, []string{"export", "lib", "-o", "out.md", "--force"})
	if _, err := os.Lstat("out.md"); status != 1 || err != nil || !strings.Contains(told, "no space left") {
		t.Errorf("exit status %d; told %q; %v", status, told, err)
	}
}
