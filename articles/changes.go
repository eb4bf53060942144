package articles

import (
	"cmp"
	"context"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"dossier/articles/tags"
	"dossier/model"
)

// takeIn lists what changed at some paths. Words and detected facts come later.
func (k *keeper) takeIn(ctx context.Context, paths []string) error {
	c, err := k.compareAt(ctx, paths)
	if err != nil {
		return err
	}
	if !c.any {
		return k.catchUp(ctx) // another program may have been faster
	}
	if err := k.open(ctx); err != nil {
		return err
	}
	if err := cmp.Or(k.list(ctx, c.changed), c.err); err != nil {
		return err
	}
	if err := k.forget(ctx, c.gone); err != nil {
		return err
	}
	return k.settle(ctx)
}

// compareAt compares what is at some paths with what is known.
func (k *keeper) compareAt(ctx context.Context, paths []string) (*comparison, error) {
	c := &comparison{}
	var changed []file
	for _, at := range paths {
		if at == everything {
			return c, k.compareKnown(ctx, c)
		}
		for n, p := range k.places.all {
			name, ok := p.contains(at)
			if !ok {
				continue
			}
			if k.bearsOnOthers(p, name) {
				return c, k.compareKnown(ctx, c)
			}
			files, err := k.at(ctx, int32(n), name, c)
			if err != nil {
				return nil, err
			}
			changed = append(changed, files...)
		}
	}
	c.changed, c.any = slices.Values([][]file{changed}), len(changed)+len(c.gone) > 0
	return c, nil
}

// bearsOnOthers takes note of a change to a file that says something of other
// files, and reports whether these have to be looked at.
func (k *keeper) bearsOnOthers(p *place, name string) bool {
	switch {
	case p.named():
		return false
	case name == tags.FileName:
		said, notices := readTags(p.folder) // before the lock: it may take long
		k.mu.Lock()
		p.tags, p.tagNotices = said, notices
		k.mu.Unlock()
		return true
	case name == registerFile:
		k.mu.Lock()
		k.about.stale(name)
		k.mu.Unlock()
		k.publish()
	}
	return isReadme(path.Base(name)) // it counts if no file is beside it
}

// contains tells what a path is called in the place, if it is one that is
// searched for articles, or that was named.
func (p *place) contains(at string) (name string, ok bool) {
	rel, err := filepath.Rel(p.abs, at)
	if err != nil || !filepath.IsLocal(rel) || !p.onDisk() {
		return "", false
	}
	name = filepath.ToSlash(rel)
	if p.named() {
		return name, slices.ContainsFunc(p.files, func(f found) bool { return f.name == name })
	}
	return name, !slices.ContainsFunc(strings.Split(name, "/"), passedOver)
}

// at compares what is at one name in a place with what is known.
func (k *keeper) at(ctx context.Context, n int32, name string, c *comparison) (changed []file, err error) {
	p := k.places.all[n]
	var files []file
	info, err := p.stat(name)
	switch {
	case err != nil:
	case info.IsDir():
		// A folder that cannot be watched is looked at no more until the next
		// opening; the others are.
		_ = k.watch.add(ctx, p, name)
		_, err := walkFrom(ctx, p.folder, name, func(all []found) {
			for _, f := range all {
				files = append(files, p.stamped(n, f))
			}
		})
		if err != nil {
			return nil, ctx.Err() // gone meanwhile: that is another change
		}
	case p.named() || isArticle(name):
		f := found{name: name, link: info.Mode()&fs.ModeSymlink != 0}
		f.take(info)
		files = append(files, p.stamped(n, f))
	}
	slices.SortFunc(files, byKey)
	key := (&file{place: n, name: name}).key()
	k.tellAnew(k.forgetUnread(key, files))
	known := k.stock().under(ctx, key)
	return merge(files, known, c)
}

// stat is of a link itself, unless it was named.
func (p *place) stat(name string) (fs.FileInfo, error) {
	if f, ok := p.folder.(rooted); ok {
		return f.Lstat(filepath.FromSlash(name))
	}
	return os.Stat(filepath.Join(p.abs, filepath.FromSlash(name)))
}

// stale notes that the file about the whole dossier is another one now.
func (a *about) stale(name string) {
	const text = "it has changed; open the dossier again to use it"
	if !slices.ContainsFunc(a.notices, func(n model.Notice) bool { return n.Text == text }) {
		a.notices = append(a.notices, model.Notice{Path: name, Text: text})
	}
}
