package articles

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"dossier/articles/parler"
	"dossier/articles/tags"
	"dossier/model"
	"dossier/model/clean"
)

// place is one root of a dossier: a folder with all its articles, a folder of
// which single files were named, or a stream.
type place struct {
	given  string  // the path as typed
	abs    string  // the folder; empty for a stream
	name   string  // what people call the folder
	prefix string  // of paths and ids, where there are several roots
	folder folder  // nil for a stream
	files  []found // those that were named
	stream func() (io.ReadCloser, error)
	came   atomic.Pointer[[]byte] // what was read of the stream: it can be read but once
	tags   tags.Tags              // what its side-car says

	tagNotices []model.Notice // about the side-car
	strangers  []model.Notice // about articles in the side-car that are not there
	survey     survey
}

// called is what people call the file: its path as typed.
func (p *place) called(file string) string {
	if p.folder == nil {
		return p.given
	}
	return filepath.Join(p.given, filepath.FromSlash(file))
}

// received is what came of a stream.
func (p *place) received() []byte {
	if raw := p.came.Load(); raw != nil {
		return *raw
	}
	return nil
}

// named reports that a person named the files of p one by one.
func (p *place) named() bool {
	_, ok := p.folder.(loose)
	return ok || p.folder == nil
}

// path is a file's as a person would type it from the dossier's root.
func (p *place) path(file string) string { return p.prefix + file }

// places are the roots of one dossier, in the order they were named.
type places struct {
	all   []*place
	stdin io.Reader
}

func builtinPlace() *place {
	return &place{name: "parler", folder: embedded{parler.Files}}
}

// add opens the root that a path names.
func (ps *places) add(given string) error {
	if given == "-" {
		ps.addStream(given, "stdin", func() (io.ReadCloser, error) { return io.NopCloser(ps.stdin), nil })
		return nil
	}
	info, err := os.Stat(given)
	switch {
	case err != nil:
		return &PathError{given, err}
	case info.IsDir():
		return ps.addFolder(given)
	case info.Mode()&os.ModeNamedPipe != 0:
		name := strings.TrimPrefix(filepath.ToSlash(filepath.Clean(given)), "/")
		ps.addStream(given, name, func() (io.ReadCloser, error) { return os.Open(given) })
		return nil
	case !info.Mode().IsRegular():
		return &PathError{given, notRegular{info.Mode()}}
	}
	ps.addFile(given)
	return nil
}

// addStream adds a stream once: it can be read but once.
func (ps *places) addStream(given, name string, open func() (io.ReadCloser, error)) {
	if !slices.ContainsFunc(ps.all, func(p *place) bool { return p.stream != nil && p.given == given }) {
		ps.all = append(ps.all, &place{given: given, files: []found{{name: name}}, stream: open})
	}
}

func (ps *places) addFolder(given string) error {
	root, err := os.OpenRoot(given + string(filepath.Separator) + ".") // what became a pipe is not waited for
	if err != nil {
		return &PathError{given, err}
	}
	ps.all = append(ps.all, newPlace(given, rooted{root}))
	return nil
}

// addFile adds a file to the place of its folder, so that a shell's *.md is one
// root and not hundreds.
func (ps *places) addFile(given string) {
	dir, file := filepath.Split(given)
	dir = filepath.Clean(dir)
	for _, p := range ps.all {
		if p.folder == loose(dir) {
			p.files = append(p.files, found{name: file})
			return
		}
	}
	p := newPlace(dir, loose(dir))
	p.files = []found{{name: file}}
	ps.all = append(ps.all, p)
}

// newPlace names a folder by its own name, also "." and "..".
func newPlace(given string, f folder) *place {
	abs, err := filepath.Abs(given)
	if err != nil {
		abs = filepath.Clean(given)
	}
	return &place{given: given, abs: abs, name: filepath.Base(abs), folder: f}
}

// hasFolders reports whether any folder was named whole.
func (ps *places) hasFolders() bool {
	return slices.ContainsFunc(ps.all, func(p *place) bool { _, ok := p.folder.(rooted); return ok })
}

// onDisk reports whether the files of p may change.
func (p *place) onDisk() bool {
	_, inside := p.folder.(embedded)
	return p.folder != nil && !inside
}

// indexName names the index of a dossier by its folders; empty if it has none
// to itself, as when single files or a stream are among them.
func (ps *places) indexName() string {
	h := sha256.New()
	for _, p := range ps.all {
		if _, ok := p.folder.(rooted); !ok {
			return ""
		}
		fmt.Fprintf(h, "%q", p.abs)
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}

// refuses is the error of a file that was named and cannot be read.
func (p *place) refuses(f file, err error) error {
	if !p.named() {
		return nil
	}
	return &PathError{p.called(f.name), err}
}

// count tells, as they are found, how many files of the folders are called like
// articles, and how large they are together. It stops when told returns false.
func (ps *places) count(ctx context.Context, told func(n int, bytes int64) bool) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	n, bytes := 0, int64(0)
	for _, p := range ps.all {
		if p.named() {
			continue
		}
		walk(ctx, p.folder, func(files []found) {
			n += len(files)
			for _, f := range files {
				bytes += f.size
			}
			if !told(n, bytes) {
				stop()
			}
		})
	}
}

// setPrefixes tells several roots apart by their names, and those of one name
// by the paths that were given. Files named beside their own folder have the
// root of that folder.
func (ps *places) setPrefixes() {
	roots := make(map[string]bool)
	named := make(map[string]int)
	for _, p := range ps.all {
		if p.folder != nil && !roots[p.abs] {
			roots[p.abs] = true
			named[p.name]++
		}
	}
	for _, p := range ps.all {
		switch {
		case p.folder == nil || len(roots) < 2:
		case named[p.name] > 1:
			p.prefix = strings.TrimPrefix(filepath.ToSlash(filepath.Clean(p.given)), "/") + "/"
		default:
			p.prefix = p.name + "/"
		}
	}
}

// about reads the first dossier.yaml of a folder that was named whole.
func (ps *places) about() about {
	for _, p := range ps.all {
		if p.named() {
			continue
		}
		if a, ok := readAbout(p.folder, clean.Line(p.path(registerFile))); ok {
			return a
		}
	}
	return about{}
}

// close lets go of the folders.
func (ps *places) close() {
	for _, p := range ps.all {
		if r, ok := p.folder.(rooted); ok {
			r.Close()
		}
	}
}
