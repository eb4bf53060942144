package articles

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"dossier/model/fault"
)

// maxFile bounds what is read of one file or stream.
const maxFile = 64 << 20

// folder is where files are read from. Its names are slash-separated. Opening
// never blocks and never leaves the folder.
type folder interface {
	list(dir string) ([]fs.DirEntry, error)
	open(name string) (fs.File, error)
}

// embedded is a folder inside the program.
type embedded struct{ fs.FS }

func (e embedded) list(dir string) ([]fs.DirEntry, error) { return fs.ReadDir(e.FS, dir) }
func (e embedded) open(name string) (fs.File, error)      { return e.FS.Open(name) }

// rooted is a folder on disk. os.Root refuses links that lead out of it. Its FS
// method is not used: that refuses names which are no valid UTF-8.
type rooted struct{ *os.Root }

// openFlags keep open(2) from waiting for the other end of a pipe, and a
// terminal device from becoming ours.
const openFlags = os.O_RDONLY | syscall.O_NONBLOCK | syscall.O_NOCTTY

func (r rooted) open(name string) (fs.File, error) {
	return r.OpenFile(filepath.FromSlash(name), openFlags, 0)
}

func (r rooted) list(dir string) ([]fs.DirEntry, error) {
	f, err := r.OpenFile(filepath.FromSlash(dir), openFlags, 0)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.ReadDir(-1)
}

// maxLinks is how many links a name may lead through, as systems have it.
const maxLinks = 40

// target is the file that a name leads to, if it is in the folder, whose path is
// abs. What is out of it is not looked at.
func (r rooted) target(abs, name string) (string, bool) {
	at, rest := ".", strings.Split(name, "/")
	for links := 0; len(rest) > 0; {
		next := path.Join(at, rest[0])
		rest = rest[1:]
		if next == ".." || strings.HasPrefix(next, "../") {
			return "", false
		}
		info, err := r.Lstat(filepath.FromSlash(next))
		if err != nil {
			return "", false
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			at = next
			continue
		}
		to, err := r.Readlink(filepath.FromSlash(next))
		if links++; err != nil || links > maxLinks {
			return "", false
		}
		if filepath.IsAbs(to) {
			if to, err = filepath.Rel(abs, to); err != nil {
				return "", false
			}
			at = "."
		}
		rest = append(strings.Split(filepath.ToSlash(to), "/"), rest...)
	}
	return at, true
}

// loose is a folder of which a person named single files. Such a file may be a
// link to anywhere: that it was named is the permission.
type loose string

func (l loose) open(name string) (fs.File, error) {
	return os.OpenFile(filepath.Join(string(l), filepath.FromSlash(name)), openFlags, 0)
}

func (l loose) list(string) ([]fs.DirEntry, error) { return nil, errors.ErrUnsupported }

// readFile reads a regular file whole. With errTooLarge it still returns the
// file's info.
func readFile(f folder, name string) ([]byte, fs.FileInfo, error) { return readFileInto(nil, f, name) }

// readFileInto is readFile with memory to use, if it is enough.
func readFileInto(room []byte, f folder, name string) ([]byte, fs.FileInfo, error) {
	raw, info, whole, err := readOnce(room, f, name)
	if err == nil && !whole {
		// Somebody wrote to it meanwhile: a cut-off file reads short without
		// an error. The second reading counts, whatever it is.
		raw, info, _, err = readOnce(room, f, name)
	}
	return raw, info, err
}

func readOnce(room []byte, f folder, name string) (raw []byte, info fs.FileInfo, whole bool, err error) {
	file, err := f.open(name)
	if err != nil {
		return nil, nil, false, err
	}
	defer file.Close()
	if info, err = file.Stat(); err != nil {
		return nil, nil, false, err
	}
	if !info.Mode().IsRegular() {
		return nil, nil, false, notRegular{info.Mode()}
	}
	if info.Size() > maxFile {
		return nil, info, true, errTooLarge
	}
	if raw, err = readAll(room, file, info.Size()); err != nil {
		return nil, nil, false, err
	}
	after, err := file.Stat()
	return raw, info, err == nil && unchanged(info, after), err
}

func unchanged(a, b fs.FileInfo) bool {
	return a.Size() == b.Size() && a.ModTime().Equal(b.ModTime())
}

// readAll reads as much as a file says it has. One of /proc says it has nothing
// and has something: it is read up to the limit, and fails above it.
func readAll(room []byte, r io.Reader, size int64) ([]byte, error) {
	if size == 0 {
		raw, err := io.ReadAll(io.LimitReader(r, maxFile+1))
		if len(raw) > maxFile {
			return nil, errTooLarge
		}
		return raw, err
	}
	raw := slices.Grow(room[:0], int(size))[:size]
	n, err := io.ReadFull(r, raw)
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		err = nil // it was cut off meanwhile
	}
	return raw[:n], err
}

// readStream reads a stream up to the limit; cut says that there was more. It
// returns when ctx ends, leaving a goroutine behind that waits for the other
// end: there is no other way to stop reading from a terminal or a pipe.
func readStream(ctx context.Context, open func() (io.ReadCloser, error)) (raw []byte, cut bool, err error) {
	type result struct {
		raw []byte
		err error
	}
	done := make(chan result, 1)
	fault.Go(func() {
		r, err := open()
		if err != nil {
			done <- result{nil, err}
			return
		}
		defer r.Close()
		raw, err := io.ReadAll(io.LimitReader(r, maxFile+1))
		done <- result{raw, err}
	})
	select {
	case <-ctx.Done():
		return nil, false, ctx.Err()
	case got := <-done:
		cut = len(got.raw) > maxFile
		return got.raw[:min(len(got.raw), maxFile)], cut, got.err
	}
}
