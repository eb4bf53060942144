//go:build unix

package articles

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"dossier/model/clean"
)

func TestBatteryHostileFolder(t *testing.T) {
	base := t.TempDir()
	dir := filepath.Join(base, "lib")
	write(t, base, "secret.md", "SECRET")
	for _, name := range []string{
		"ok.md", "empty.md", "new\nline.md", "esc\x1b[2J.md", "bad\xff.md", "rlo\u202egpj.md", "-rf.md",
		"\u00e9.md", "e\u0301.md", strings.Repeat("n", 252) + ".md", "sub/deep.TXT", "\u200b.md",
	} {
		text := "# About " + name + "\n\nSome words.\n"
		if name == "empty.md" {
			text = ""
		}
		write(t, dir, name, text)
	}
	write(t, dir, ".git/x.md", "hidden")
	write(t, dir, "node_modules/p/readme.md", "hidden")
	write(t, dir, "picture.jpg", "no article")
	write(t, dir, "binary.txt", "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00>\x00")
	must(t, os.Mkdir(filepath.Join(dir, "dir.md"), 0o755))
	must(t, syscall.Mkfifo(filepath.Join(dir, "fifo.md"), 0o644))
	must(t, syscall.Mkfifo(filepath.Join(dir, registerFile), 0o644))
	for name, target := range map[string]string{
		"loop.md": "loop.md", "selfdir": ".", "selfdir.md": ".", "escape-rel.md": "../secret.md", "escape-abs.md": "/etc/passwd",
		"zero.md": "/dev/zero", "stdin.md": "/dev/stdin", "inside-link.md": "ok.md", "dangling.md": "nope",
	} {
		must(t, os.Symlink(target, filepath.Join(dir, name)))
	}
	sparse := write(t, dir, "sparse.md", "")
	must(t, os.Truncate(sparse, 2<<30))

	l, err := open(t, dir)
	must(t, err)
	titles := map[string]string{}
	ids := map[string]bool{}
	for i, a := range every(l.Dossier()) {
		titles[a.Path] = a.Title
		if ids[a.ID] {
			t.Errorf("two articles have the id %q", a.ID)
		}
		ids[a.ID] = true
		for _, s := range []string{a.ID, a.Path, a.Title} {
			if s != clean.Line(s) || s == "" {
				t.Errorf("%q is not clean", s)
			}
		}
		if strings.Contains(textOf(l, i).Body, "SECRET") || strings.Contains(textOf(l, i).Body, "root:") {
			t.Errorf("%s was read from outside the folder", a.Path)
		}
	}
	if len(titles) != 12 || len(ids) != 13 { // two names are the same but for the form of an é
		t.Errorf("%d paths, %d ids: %q", len(titles), len(ids), titles)
	}
	for path, want := range map[string]string{
		"ok.md": "About ok.md", "empty.md": "empty.md", "new line.md": "About new", "esc␛[2J.md": "About esc␛[2J.md",
		"bad\ufffd.md": "About bad\u00ff.md", "sub/deep.TXT": "# About sub/deep.TXT", "sparse.md": "sparse.md",
	} {
		if titles[path] != want {
			t.Errorf("%q has the title %q, want %q", path, titles[path], want)
		}
	}
	told := map[string]string{}
	for _, n := range l.Dossier().Notices {
		told[n.Path] = n.Text
		if n.Path != clean.Line(n.Path) || n.Text != clean.Line(n.Text) {
			t.Errorf("notice %+v is not clean", n)
		}
	}
	for path, want := range map[string]string{
		"bad\ufffd.md": "how it is encoded", // its first line is its name
		"binary.txt":   "NUL bytes", "fifo.md": "a pipe", registerFile: "a pipe", "loop.md": "in a circle", "selfdir.md": "a folder",
		"escape-rel.md": "out of the folder", "escape-abs.md": "out of the folder", "zero.md": "out of the folder",
		"stdin.md": "out of the folder", "dangling.md": "no such file", "sparse.md": "64 MiB",
	} {
		if !strings.Contains(told[path], want) {
			t.Errorf("%s: told %q, want %q", path, told[path], want)
		}
		delete(told, path)
	}
	if len(told) > 0 {
		t.Errorf("told too: %q", told)
	}
}

func TestDeepFoldersAreTold(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "top.md", "x")
	write(t, dir, strings.Repeat("d/", maxDepth)+"in.md", "x")
	write(t, dir, strings.Repeat("d/", maxDepth+1)+"out.md", "x")
	l, err := open(t, dir)
	must(t, err)
	if d := l.Dossier(); d.Len() != 2 || len(d.Notices) != 1 || !strings.Contains(d.Notices[0].Text, "deep") {
		t.Errorf("%d articles, %v", d.Len(), d.Notices)
	}
}

func TestUnreadableIsTold(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root reads everything")
	}
	dir := t.TempDir()
	write(t, dir, "a.md", "x")
	must(t, os.Chmod(write(t, dir, "b.md", "x"), 0))
	must(t, os.Mkdir(filepath.Join(dir, "c"), 0))
	l, err := open(t, dir)
	must(t, err)
	if got := fmt.Sprint(l.Dossier().Notices); strings.Count(got, "permission denied") != 2 {
		t.Error(got)
	}
}

// A pipe that was named is read like standard input, as for `dossier <(zcat x)`.
func TestNamedPipeIsRead(t *testing.T) {
	fifo := filepath.Join(t.TempDir(), "p")
	must(t, syscall.Mkfifo(fifo, 0o644))
	go func() {
		w, err := os.OpenFile(fifo, os.O_WRONLY, 0)
		if err == nil {
			io.WriteString(w, "---\nid: piped\n---\nwords")
			w.Close()
		}
	}()
	l, err := open(t, fifo)
	must(t, err)
	if a := l.Dossier().Article(0); a.ID != "piped" || textOf(l, 0).Body != "words" {
		t.Errorf("%+v %q", a, textOf(l, 0).Body)
	}
}

// So does a shell name the output of a command.
func TestProcessSubstitutionIsRead(t *testing.T) {
	r, w, err := os.Pipe()
	must(t, err)
	defer r.Close()
	io.WriteString(w, "# From a command")
	w.Close()
	path := fmt.Sprintf("/dev/fd/%d", r.Fd())
	if _, err := os.Stat(path); err != nil {
		t.Skip("no /dev/fd here: ", err)
	}
	l, err := open(t, path)
	must(t, err)
	if got := listed(l); got != path[1:]+":From a command" {
		t.Error(got)
	}
}

func TestWaitingForAPipeEndsWithTheContext(t *testing.T) {
	fifo := filepath.Join(t.TempDir(), "p")
	must(t, syscall.Mkfifo(fifo, 0o644))
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(10*time.Millisecond, cancel)
	if _, err := Open(ctx, []string{fifo}, Options{}); err != context.Canceled {
		t.Error(err)
	}
	w, err := os.OpenFile(fifo, os.O_RDWR, 0) // lets the reader left behind go
	must(t, err)
	w.Close()
}

func TestNamedDeviceIsRefused(t *testing.T) {
	_, err := open(t, "/dev/zero")
	if _, ok := err.(*PathError); !ok || !strings.Contains(err.Error(), "/dev/zero: it is a device") {
		t.Error(err)
	}
}

// A fault in one file is told, and the others are listed.
func TestFaultInOneFile(t *testing.T) {
	formats[".faulty"] = func([]byte) (document, error) { panic("a fault") }
	defer delete(formats, ".faulty")
	dir := t.TempDir()
	write(t, dir, "a.faulty", "words")
	write(t, dir, "b.md", "# B")
	l, err := open(t, dir)
	must(t, err)
	if got := listed(l); got != "b:B" || !strings.Contains(toldBy(l), "fault") {
		t.Errorf("%s; told %s", got, toldBy(l))
	}
}
