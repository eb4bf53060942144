package program

import (
	"bytes"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"dossier/articles/battery"
	"dossier/articles/battery/escapes"
	"dossier/articles/battery/shapes"
)

// crowd fills a folder with so many files of which hardly one is as it should be.
// Each has its number in its name.
func (p place) crowd(dir string, n int) {
	p.t.Helper()
	payloads, names := escapes.All(), shapes.All.Names()
	for i := range n {
		payload := payloads[i%len(payloads)].Text
		path := filepath.Join(dir, fmt.Sprintf("%02d", i%100), fmt.Sprintf("%06d", i))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			p.t.Fatal(err)
		}
		if i%5 == 0 { // what a file's name may not have is left out of it
			path += strings.Map(func(r rune) rune {
				if r == '/' || r == 0 {
					return -1
				}
				return r
			}, payload[:min(len(payload), 60)])
		}
		path += []string{".md", ".html", ".txt"}[i%3]
		switch i % 10 {
		case 7:
			p.made(syscall.Mkfifo(path, 0o644))
		case 8:
			p.made(os.Symlink([]string{"/dev/zero", "/etc/passwd", filepath.Base(path), "../../outside.md"}[i/10%4], path))
		case 9:
			p.write(path, "\x7fELF\x02\x01\x01\x00\x00\x00"+payload)
		default:
			p.write(path, hostileText(i, payload, shapes.All[names[i%len(names)]](300)))
		}
	}
}

func (p place) made(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

// hostileText is a file's text with a payload and a shape in it: front matter that is
// none, none at all, or what says everything twice.
func hostileText(i int, payload, shape string) string {
	switch i % 6 {
	case 0:
		return "---\ntitle: " + escapes.YAML(payload) + "\nactors: [&a x, *a, *b]\n---\n" + shape
	case 1:
		return "---\ntitle: [" + payload + "\n" + shape
	case 2:
		return payload + "\n" + shape
	case 3:
		return "# " + payload + "\n\nParler " + shape
	case 4:
		return "---\ntitle: a\ntitle: b\nlanguage: xx\ndate: 2021-13-41\n---\n" + payload
	}
	return shape + payload
}

// What a folder of hostile files may take at most.
const (
	mostOfCrowd    = 300 // MiB
	perHostileFile = time.Millisecond
)

// TestBatteryCrowd reads a folder of very many hostile files: each is listed or told
// of, and nothing of it is live. What that takes is held where all of the battery is
// wanted.
func TestBatteryCrowd(t *testing.T) {
	t.Parallel()
	p, n := place{t, t.TempDir()}, battery.Of(400, 100_000)
	dir := filepath.Join(t.TempDir(), "articles")
	p.made(os.Mkdir(dir, 0o755))
	p.write(filepath.Join(filepath.Dir(dir), "outside.md"), "OUTSIDE")
	p.crowd(dir, n)
	for _, args := range [][]string{{"index", dir}, {"list", "--json", dir}, {"facets", dir}} {
		out, errs, spent, peak := p.measured(args...)
		for _, written := range []string{out, errs} {
			if err := escapes.Plain(written); err != nil {
				t.Errorf("%q: %v", args, err)
			}
			if strings.Contains(written, "OUTSIDE") || strings.Contains(written, "root:") {
				t.Errorf("%q reads what is outside of the folder", args)
			}
		}
		if args[0] == "list" {
			for number := range untold(out+errs, n) {
				t.Fatalf("file %06d is neither listed nor told of", number)
			}
		}
		t.Logf("%s of %d files: %v of processor time, %d MiB", args[0], n, spent, peak)
		if battery.Whole() && (peak > mostOfCrowd || spent > time.Duration(n)*perHostileFile) {
			t.Errorf("%q takes %v and %d MiB", args, spent, peak)
		}
	}
	battery.Tried(t, n, "hostile files in one folder")
}

// measured runs the program to its end, and returns too how much time of a processor
// and how many MiB it took.
func (p place) measured(args ...string) (out, errs string, spent time.Duration, peak int) {
	p.t.Helper()
	var stdout, stderr bytes.Buffer
	cmd := p.command("dossier", args...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	p.made(cmd.Start())
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for {
		select {
		case err := <-ended:
			if err != nil {
				p.t.Fatalf("%q: %v\n%.2000s", args, err, stderr.String())
			}
			return stdout.String(), stderr.String(), cmd.ProcessState.UserTime(), peak
		case <-time.After(20 * time.Millisecond):
			peak = max(peak, peakOf(p.t, cmd.Process.Pid))
		}
	}
}

// untold yields the numbers below n that no path in what was written has.
func untold(written string, n int) iter.Seq[int] {
	told := make([]bool, n)
	for _, number := range regexp.MustCompile(`/\d{6}`).FindAllString(written, -1) {
		if i, err := strconv.Atoi(number[1:]); err == nil && i < n {
			told[i] = true
		}
	}
	return func(yield func(int) bool) {
		for i, is := range told {
			if !is && !yield(i) {
				return
			}
		}
	}
}
