package articles

import (
	"context"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"dossier/articles/tags"
	"dossier/model"
)

// follow keeps the library as its files are until ctx ends.
func (k *keeper) follow(ctx context.Context) error {
	if !k.places.onDisk() {
		return nil
	}
	w, err := k.watch(ctx)
	if err != nil {
		return k.poll(ctx)
	}
	defer w.Close()
	// What changed between the last look and the first watch is seen now.
	if err := k.update(ctx); err != nil {
		return err
	}
	for {
		changed, err := collect(ctx, w)
		if err != nil {
			return k.poll(ctx) // events were lost, or the system has no more of them
		}
		if ctx.Err() != nil {
			return nil
		}
		if err := k.updatePaths(ctx, w, changed); err != nil {
			return err
		}
	}
}

// A comparison of everything is made so rarely that it takes two hundredths of
// the time.
const (
	pollEvery = time.Second
	pollShare = 50
)

// poll compares everything now and then, where the system does not tell of
// changes.
func (k *keeper) poll(ctx context.Context) error {
	cost := time.Duration(0)
	for sleep(ctx, max(pollEvery, pollShare*cost)) {
		start := time.Now()
		if err := k.update(ctx); err != nil {
			return err
		}
		cost = time.Since(start)
	}
	return nil
}

func sleep(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}

// watch asks the system to tell of changes in all folders.
func (k *keeper) watch(ctx context.Context) (*fsnotify.Watcher, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	for _, p := range k.places.all {
		if _, ok := p.folder.(rooted); !ok {
			continue
		}
		if err := p.watch(ctx, w, "."); err != nil {
			w.Close()
			return nil, err
		}
	}
	return w, nil
}

// watch adds a folder, and those below it that are searched for articles.
func (p *place) watch(ctx context.Context, w *fsnotify.Watcher, dir string) error {
	if err := w.Add(filepath.Join(p.abs, filepath.FromSlash(dir))); err != nil {
		return err
	}
	entries, err := p.folder.list(dir)
	if err != nil || strings.Count(dir, "/") >= maxDepth || ctx.Err() != nil {
		return nil // the walk tells of it
	}
	for _, e := range entries {
		if e.IsDir() && !passedOver(e.Name()) {
			if err := p.watch(ctx, w, path.Join(dir, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// calm is how long a burst of changes is waited for to end, and burst how long
// at most: who saves a file writes it in several steps.
const (
	calm  = 60 * time.Millisecond
	burst = 300 * time.Millisecond
)

// collect waits for changes and returns the paths they are at.
func collect(ctx context.Context, w *fsnotify.Watcher) (paths []string, err error) {
	var quiet, end <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return nil, nil
		case err := <-w.Errors:
			return nil, err
		case e := <-w.Events:
			if e.Op == fsnotify.Chmod {
				continue // as an indexer or a virus scanner does to every file
			}
			if !slices.Contains(paths, e.Name) {
				paths = append(paths, e.Name)
			}
			quiet = time.After(calm)
			if end == nil {
				end = time.After(burst)
			}
		case <-quiet:
			return paths, nil
		case <-end:
			return paths, nil
		}
	}
}

// updatePaths takes in what changed at some paths.
func (k *keeper) updatePaths(ctx context.Context, w *fsnotify.Watcher, paths []string) error {
	c := &comparison{}
	var changed []file
	for _, at := range paths {
		for n, p := range k.places.all {
			name, ok := p.contains(at)
			switch {
			case !ok:
			case name == tags.FileName:
				p.readTags()
				return k.update(ctx)
			case name == registerFile:
				k.mu.Lock()
				k.about.stale(name)
				k.mu.Unlock()
				k.publish()
			case isReadme(path.Base(name)):
				return k.update(ctx) // whether it counts hangs on the files beside it
			default:
				files, err := k.at(ctx, w, int32(n), name, c)
				if err != nil {
					return err
				}
				changed = append(changed, files...)
			}
		}
	}
	if len(changed) == 0 && len(c.gone) == 0 {
		return nil
	}
	c.changed, c.any = slices.Values([][]file{changed}), true
	return k.apply(ctx, c)
}

// contains tells what a path is called in the place, if it is one that is
// searched for articles.
func (p *place) contains(at string) (name string, ok bool) {
	if _, ok := p.folder.(rooted); !ok {
		return "", false
	}
	rel, err := filepath.Rel(p.abs, at)
	if err != nil || !filepath.IsLocal(rel) {
		return "", false
	}
	name = filepath.ToSlash(rel)
	return name, !slices.ContainsFunc(strings.Split(name, "/"), passedOver)
}

// at compares what is at one name in a place with what is known.
func (k *keeper) at(ctx context.Context, w *fsnotify.Watcher, n int32, name string, c *comparison) (changed []file, err error) {
	p := k.places.all[n]
	var files []file
	info, err := os.Lstat(filepath.Join(p.abs, filepath.FromSlash(name)))
	switch {
	case err != nil:
	case info.IsDir():
		if err := p.watch(ctx, w, name); err != nil {
			return nil, err
		}
		_, err = walkFrom(ctx, p.folder, name, func(all []found) {
			for _, f := range all {
				files = append(files, p.stamped(n, f))
			}
		})
	case isArticle(name):
		f := found{name: name, link: info.Mode()&fs.ModeSymlink != 0}
		f.take(info)
		files = append(files, p.stamped(n, f))
	}
	slices.SortFunc(files, byKey)
	known := k.stock().under(ctx, (&file{place: n, name: name}).key())
	return merge(files, known, c)
}

// stale notes that the file about the whole dossier is another one now.
func (a *about) stale(name string) {
	const text = "it has changed; open the dossier again to use it"
	if !slices.ContainsFunc(a.notices, func(n model.Notice) bool { return n.Text == text }) {
		a.notices = append(a.notices, model.Notice{Path: name, Text: text})
	}
}
