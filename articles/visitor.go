package articles

import (
	"context"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// visitor reads one file after the other, most of them neighbours. It is for one
// goroutine, and for a moment.
type visitor struct {
	*waiting
	now *visit
}

// read is readFile, but waits no longer than is reasonable; the bytes are good
// until the next call.
func (v *visitor) read(ctx context.Context, p *place, f file) ([]byte, error) {
	if v.now == nil {
		v.now = &visit{}
	}
	now := v.now
	r, left := v.await(ctx, f.key(), f.size, func() reading { return now.read(p.folder, f.name) })
	if left {
		v.now = nil
	}
	return r.raw, r.err
}

func (v *visitor) leave() {
	if v.now != nil {
		v.now.leave()
	}
}

// visit is where a visitor is. Going down to each file from the root, with new
// memory, would double what it costs to read a short one. A folder that is
// renamed meanwhile is read as it was.
type visit struct {
	root folder   // of the last file's place
	dir  string   // the last file's folder
	at   *os.Root // that folder; nil if it could not be opened
	room []byte
}

// maxRoom is the most memory that is kept from one file to the next.
const maxRoom = 1 << 20

func (v *visit) read(f folder, name string) reading {
	if r, ok := f.(rooted); ok {
		f = nearby{r, v}
	}
	raw, info, err := readFileInto(v.room, f, name)
	if cap(raw) <= maxRoom {
		v.room = raw[:0]
	}
	return reading{raw, info, err}
}

// goTo opens a folder below a root, unless it is open.
func (v *visit) goTo(r rooted, dir string) *os.Root {
	if v.root == folder(r) && v.dir == dir {
		return v.at
	}
	v.leave()
	v.root, v.dir = r, dir
	if at, err := r.OpenRoot(filepath.FromSlash(dir)); err == nil {
		v.at = at
	}
	return v.at
}

func (v *visit) leave() {
	if v.at != nil {
		v.at.Close()
	}
	v.root, v.dir, v.at = nil, "", nil
}

// nearby is a folder on disk as a visit goes about in it.
type nearby struct {
	rooted
	*visit
}

// open goes by the root where the short way fails: a link may lead out of the
// folder and stay in the root.
func (n nearby) open(name string) (fs.File, error) {
	if dir, file := path.Split(name); dir != "" {
		if at := n.goTo(n.rooted, dir); at != nil {
			if f, err := at.OpenFile(file, openFlags, 0); err == nil {
				return f, nil
			}
		}
	}
	return n.rooted.open(name)
}
