package program

import (
	"bytes"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"dossier/articles/battery"
	"dossier/articles/tags"
	"dossier/model/mark"
)

// TestKilledReaderGoesOn where it was: the filter, the order, the pane, the theme and
// the article are kept while it runs.
func TestKilledReaderGoesOn(t *testing.T) {
	t.Parallel()
	p := place{t, t.TempDir()}
	r := p.reader()
	r.sees("5 of 5")
	r.Press("f", "vendor:Apple", "\r", "S", "T", "j", "\r")
	r.sees(inText)
	for p.left().Settings().Focus != "article" {
		if !r.sees(inText) {
			t.Fatal("it ended")
		}
	}
	r.kill()
	want := mark.Settings{Query: "vendor:Apple", Sort: "date", Focus: "article", Cursor: p.left().Settings().Cursor, Theme: p.left().Settings().Theme}
	if got := p.left().Settings(); got != want || got.Theme == "" || got.Cursor == "" {
		t.Errorf("kept are %+v", got)
	}
	again := p.reader()
	again.sees(inText)
	again.Press("q")
	again.sees("4 of 5")
	if !strings.Contains(again.Text(), "vendor:Apple  sort:date") {
		t.Error(again.Text())
	}
	again.kill()
}

// odd are things that may stand where a file of the program should.
func odd(t *testing.T) map[string]func(path string) error {
	random := rand.New(rand.NewPCG(1, 1))
	garbage := make([]byte, 20_000)
	for i := range garbage {
		garbage[i] = byte(random.Uint32())
	}
	all := map[string]func(string) error{
		"nothing":     func(path string) error { return os.WriteFile(path, nil, 0o600) },
		"garbage":     func(path string) error { return os.WriteFile(path, garbage, 0o600) },
		"zeros":       func(path string) error { return os.WriteFile(path, make([]byte, 20_000), 0o600) },
		"one line":    func(path string) error { return os.WriteFile(path, bytes.Repeat([]byte("{"), 3<<20), 0o600) },
		"a folder":    func(path string) error { return os.MkdirAll(filepath.Join(path, "mine"), 0o700) },
		"much of it":  func(path string) error { return errorsOf(os.WriteFile(path, nil, 0o600), os.Truncate(path, 64<<20)) },
		"a lost link": func(path string) error { return os.Symlink(filepath.Join(t.TempDir(), "nowhere", "file"), path) },
		"a loop":      func(path string) error { return os.Symlink(path, path) },
	}
	if runtime.GOOS == "windows" {
		delete(all, "a lost link")
		delete(all, "a loop")
	}
	if mkfifo, err := exec.LookPath("mkfifo"); err == nil {
		all["a pipe"] = func(path string) error { return exec.Command(mkfifo, path).Run() }
	}
	return all
}

func errorsOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// TestBatteryOddPlaces puts odd things where the program keeps what the reader leaves,
// and what it may: it starts, lists, and goes on where it can.
func TestBatteryOddPlaces(t *testing.T) {
	t.Parallel()
	tried, things := 0, odd(t)
	for i, name := range []string{"marks", "marks lock", "config", "index", "side-car", "state folder", "index folder"} {
		for j, what := range slices.Sorted(maps.Keys(things)) {
			put := things[what]
			if (i+j)%7 > 0 && !battery.Whole() {
				continue // in the short form each place has one or two, and each thing is in one
			}
			tried++
			t.Run(name+" is "+what, func(t *testing.T) {
				p, count := place{t, t.TempDir()}, 3
				if strings.HasPrefix(name, "index") {
					count = 300 // fewer have none
				}
				dir := p.folder(count)
				if count > 3 {
					p.well("index", dir)
				}
				mustDo(t, os.MkdirAll(filepath.Join(p.dir, "dossier", "marks"), 0o700))
				mustDo(t, p.left().Set(mark.Star("wieder-online", true)))
				logs := must(filepath.Glob(filepath.Join(p.dir, "dossier", "marks", "*.jsonl")))
				path := map[string]string{
					"marks": logs[0], "marks lock": logs[0] + ".lock", "config": filepath.Join(p.dir, "dossier", "config.yaml"),
					"index": p.index(), "side-car": filepath.Join(dir, tags.FileName),
					"state folder": filepath.Join(p.dir, "dossier", "marks"), "index folder": filepath.Join(p.dir, "dossier"),
				}[name]
				mustDo(t, os.RemoveAll(path))
				mustDo(t, put(path))
				if got := strings.Count(p.well("list", dir), "\n"); got != count {
					t.Errorf("%d are listed", got)
				}
				r := p.reader()
				r.sees("5 of 5")
				const soon = "still being read" // where there is much of it
				for r.Press("m"); r.sees("marked read", "marked unread", "not saved", soon) && strings.Contains(r.Text(), soon); r.Press("m") {
					time.Sleep(50 * time.Millisecond)
				}
				r.kill()
			})
		}
	}
	battery.Tried(t, tried, "odd things in the places of what is kept")
}

// TestBatteryDamagedIndex flips a bit of an index: the answers are those without one,
// or they are said to lack something, and then the next are. SQLite sees no damage in
// what it has no checksum of: the order of titles, and which words are where. Of a
// thousand bits some four are there.
func TestBatteryDamagedIndex(t *testing.T) {
	t.Parallel()
	p := place{t, t.TempDir()}
	dir := p.folder(300) // fewer have none
	asks := [][]string{{"list", dir, "vendor:Amazon", "amazon", "--jsonl"}, {"list", dir, "word7", "--jsonl"}, {"cuts", dir, "--json"}}
	var want []string
	for _, ask := range asks {
		want = append(want, p.well(append(ask, "--no-index")...))
	}
	p.well("index", dir)
	good, random := must(os.ReadFile(p.index())), rand.New(rand.NewPCG(5, 6))
	rounds, told, unseen := battery.Of(1, 1000), 0, 0
	for n := range rounds {
		at, bit := random.IntN(len(good)), random.IntN(8)
		if n == 0 { // in what is known of an article, which is seen
			at = bytes.Index(good, []byte("because of violent"))
		}
		damaged := bytes.Clone(good)
		damaged[at] ^= 1 << bit
		for _, companion := range []string{"-wal", "-shm"} {
			os.Remove(p.index() + companion)
		}
		p.write(p.index(), string(damaged))
		got, errs, status := p.does(asks[n%len(asks)]...)
		if status > 0 && strings.Contains(errs, "index of the dossier was damaged") {
			told++
			got, errs, status = p.does(asks[n%len(asks)]...)
		}
		switch {
		case got == want[n%len(asks)]:
		case status > 1:
			t.Errorf("bit %d of byte %d of %d flipped: %q says %q with status %d", bit, at, len(good), asks[n%len(asks)], errs, status)
		default:
			unseen++
		}
	}
	if unseen > 1+rounds/100 || told == 0 {
		t.Errorf("%d of %d are not seen, and %d are told", unseen, rounds, told)
	}
	battery.Tried(t, told, "of them seen, told and mended")
	battery.Tried(t, rounds, "bits of an index flipped")
}

func mustDo(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// index is the file of the index of a folder, or where one could be.
func (p place) index() string {
	files := must(filepath.Glob(filepath.Join(p.dir, "dossier", "*.db")))
	if len(files) == 0 {
		return filepath.Join(p.dir, "dossier", "index.db")
	}
	return files[0]
}
