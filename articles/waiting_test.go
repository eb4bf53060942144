package articles

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// stalling is a folder in which one file does not come before come is closed.
type stalling struct {
	rooted
	name string
	come chan struct{}
}

func (s stalling) open(name string) (fs.File, error) {
	if name == s.name {
		<-s.come
	}
	return s.rooted.open(name)
}

// openStalling opens a folder of a.md, b.md and c.md, of which the second stalls.
func openStalling(ctx context.Context, t *testing.T, o Options, wait time.Duration) (l *Library, come func(), err error) {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"a", "b", "c"} {
		write(t, dir, name+".md", "# "+name+"\n")
	}
	ps, err := newPlaces([]string{dir}, nil)
	must(t, err)
	s := stalling{ps.all[0].folder.(rooted), "b.md", make(chan struct{})}
	ps.all[0].folder = s
	l = newLibrary(ps)
	l.waiting.patience = wait
	t.Cleanup(func() { l.Close() })
	return l, func() { close(s.come) }, l.begin(ctx, o)
}

// A file on a disk that does not answer keeps nobody from the others.
func TestStallingFileIsLeftBehind(t *testing.T) {
	l, come, err := openStalling(t.Context(), t, Options{}, 20*time.Millisecond)
	defer come()
	must(t, err)
	if got := listed(l); got != "a:a c:c" || !strings.Contains(toldBy(l), "b.md:0 file: the disk that it is on does not answer") {
		t.Errorf("%s; told %s", got, toldBy(l))
	}
}

// In a library that is followed it is there as soon as it comes.
func TestStallingFileIsReadWhenItComes(t *testing.T) {
	l, come, err := openStalling(t.Context(), t, Options{Live: true}, time.Minute)
	must(t, err)
	idle(t, l)
	if got := listed(l); got != "a:a c:c" {
		t.Error(got)
	}
	come()
	eventually(t, l, "sort:title", "a:a b:b c:c")
}

// Whoever gives up waits for no disk.
func TestStallingFileEndsWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(10*time.Millisecond, cancel)
	_, come, err := openStalling(ctx, t, Options{}, time.Hour)
	defer come()
	if err != context.Canceled {
		t.Error(err)
	}
}

// A reading that was left behind is not begun again, and there are never many.
func TestFewReadingsAreLeftBehind(t *testing.T) {
	w := newWaiting()
	w.patience = time.Millisecond
	come, begun := make(chan struct{}), make(chan struct{}, 1000)
	stall := func() reading { begun <- struct{}{}; <-come; return reading{} }
	for range 3 {
		for i := range 200 {
			if r, _ := w.await(t.Context(), string(rune('a'+i)), 0, stall); r.err != errStalls {
				t.Fatal(r.err)
			}
		}
	}
	if n := len(begun); n != maxLeft {
		t.Errorf("%d readings began", n)
	}
	close(come)
	<-w.answered
}

// Where a link leads is found out without a look at what is out of the folder.
func TestTargetOfLinks(t *testing.T) {
	base := t.TempDir()
	dir := filepath.Join(base, "lib")
	write(t, dir, "sub/a.md", "x")
	write(t, base, "out/b.md", "x")
	for name, to := range map[string]string{
		"in.md": "sub/a.md", "dir": "sub", "two.md": "in.md", "sub/up.md": "../in.md", "abs.md": filepath.Join(dir, "sub/a.md"),
		"out.md": "../out/b.md", "back.md": "../lib/sub/a.md", "far.md": filepath.Join(base, "out/b.md"), "loop.md": "loop.md", "loop2.md": "sub/loop3.md", "sub/loop3.md": "../loop2.md", "none.md": "nope.md",
	} {
		must(t, os.Symlink(to, filepath.Join(dir, name)))
	}
	root, err := os.OpenRoot(dir)
	must(t, err)
	defer root.Close()
	for name, want := range map[string]string{
		"sub/a.md": "sub/a.md", "in.md": "sub/a.md", "dir/a.md": "sub/a.md", "two.md": "sub/a.md", "dir/up.md": "sub/a.md", "abs.md": "sub/a.md",
		"out.md": "", "back.md": "", "far.md": "", "loop.md": "", "loop2.md": "", "none.md": "", "nope.md": "",
	} {
		if got, ok := (rooted{root}).target(dir, name); got != want || ok != (want != "") {
			t.Errorf("%s leads to %q, %v, want %q", name, got, ok, want)
		}
	}
}
