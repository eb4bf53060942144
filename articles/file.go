package articles

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// file is one file of a dossier that may be an article.
type file struct {
	place  int32 // among the dossier's places
	name   string
	link   bool // it is a symbolic link
	shared bool // it has another name too
	size   int64
	stamp  int64 // changes when the file does, or what its side-car says of it
}

// key names a file among all of a dossier's.
func (f *file) key() string { return strconv.Itoa(int(f.place)) + ":" + f.name }

// fileOf is the file that a key names.
func fileOf(key string) file {
	place, name, _ := strings.Cut(key, ":")
	n, _ := strconv.Atoi(place)
	return file{place: int32(n), name: name}
}

// byKey orders files as an index keeps them.
func byKey(a, b file) int {
	if a.place == b.place {
		return cmp.Compare(a.name, b.name)
	}
	return cmp.Compare(a.key(), b.key())
}

// stamped is a found file with what tells whether it has changed.
func (p *place) stamped(at int32, f found) file {
	stamp := f.modified ^ p.tags.Of(f.name).Digest()
	return file{place: at, name: f.name, link: f.link, shared: f.shared, size: f.size, stamp: stamp}
}

// look finds out about single files that were named.
func (p *place) look(f *found) {
	folder, ok := p.folder.(loose)
	if !ok {
		return
	}
	if info, err := os.Stat(filepath.Join(string(folder), filepath.FromSlash(f.name))); err == nil {
		f.take(info)
	}
}

// sieve leaves one name for each file: that of the file itself rather than one
// of a link to it.
type sieve struct {
	places []*place
	there  map[identity]bool
}

func (s *sieve) keep(files []file) []file {
	return slices.DeleteFunc(files, func(f file) bool {
		p := s.places[f.place]
		if f.link && p.leadsToArticle(f.name) {
			return true
		}
		id, shared := p.sharedIdentity(f, len(s.places) > 1)
		if !shared {
			return false
		}
		twice := s.there[id]
		if s.there == nil {
			s.there = map[identity]bool{}
		}
		s.there[id] = true
		return twice
	})
}

// leadsToArticle reports a link in a folder to an article of the same folder.
func (p *place) leadsToArticle(name string) bool {
	f, ok := p.folder.(rooted)
	if !ok {
		return false
	}
	target, ok := f.target(p.abs, name)
	return ok && target != name && isListed(target)
}

// isListed reports a path at which walk would list an article.
func isListed(rel string) bool {
	parts := strings.Split(rel, "/")
	for _, dir := range parts[:len(parts)-1] {
		if passedOver(dir) {
			return false
		}
	}
	return isArticle(rel)
}

// sharedIdentity tells which file it is, if another name could be the same one:
// one in another place, or one in this that the file's own says it has.
func (p *place) sharedIdentity(f file, elsewhere bool) (id identity, shared bool) {
	var info fs.FileInfo
	var err error
	switch folder := p.folder.(type) {
	case rooted:
		if !f.link && !f.shared && !elsewhere {
			return id, false
		}
		info, err = folder.Stat(filepath.FromSlash(f.name))
	case loose:
		info, err = os.Stat(filepath.Join(string(folder), filepath.FromSlash(f.name)))
	default:
		return id, false
	}
	if err != nil {
		return id, false
	}
	return identify(p, f.name, info), true
}
