package articles

import (
	"cmp"
	"context"
	"errors"
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

// watch is what the system tells of changes.
type watch struct {
	*fsnotify.Watcher
	changed chan []string // paths
	lost    chan struct{} // closed when the system tells no more
}

// watchOnce begins to watch the folders of a live library.
func (k *keeper) watchOnce(ctx context.Context) {
	if k.watch != nil || !k.options.Live || !k.places.onDisk() {
		return
	}
	k.watch = &watch{changed: make(chan []string, 1), lost: make(chan struct{})}
	go k.watch.run(ctx, k.places.all)
}

// run watches until ctx ends or the system has no more to tell.
func (w *watch) run(ctx context.Context, places []*place) {
	defer close(w.lost)
	var err error
	if w.Watcher, err = fsnotify.NewWatcher(); err != nil {
		return
	}
	defer w.Close()
	for _, p := range places {
		if _, ok := p.folder.(rooted); ok && w.add(ctx, p, ".") != nil {
			return
		}
	}
	// What changed between the last look and now is to be seen.
	paths := []string{everything}
	for err == nil && ctx.Err() == nil {
		select {
		case w.changed <- paths:
		case <-ctx.Done():
			return
		}
		paths, err = collect(ctx, w.Watcher)
	}
}

// everything stands for all paths.
const everything = ""

// follow keeps the library as its files are until ctx ends.
func (k *keeper) follow(ctx context.Context) error {
	if k.watch == nil {
		return nil
	}
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-k.watch.lost:
			return k.poll(ctx)
		case <-time.After(distrust):
			// A folder on another machine may change without a word.
			if err := k.update(ctx); err != nil {
				return err
			}
		case paths := <-k.watch.changed:
			if err := k.takeIn(ctx, paths); err != nil {
				return err
			}
			if err := k.deepenAll(ctx); err != nil {
				return err
			}
		}
	}
}

// absorb takes changes in while a pass goes on.
func (k *keeper) absorb(ctx context.Context) error {
	if k.watch == nil {
		return nil
	}
	select {
	case paths := <-k.watch.changed:
		k.absorbed++
		return k.takeIn(ctx, paths)
	default:
		return nil
	}
}

// A comparison of everything is made so rarely that it takes two hundredths of
// the time.
const (
	pollEvery = time.Second
	pollShare = 50
	distrust  = 2 * time.Minute // where the system does tell
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

// add watches a folder, and those below it that are searched for articles.
func (w *watch) add(ctx context.Context, p *place, dir string) error {
	if err := w.Add(filepath.Join(p.abs, filepath.FromSlash(dir))); err != nil {
		return err
	}
	entries, err := p.folder.list(dir)
	if err != nil || strings.Count(dir, "/") >= maxDepth || ctx.Err() != nil {
		return nil // the walk tells of it
	}
	for _, e := range entries {
		if e.IsDir() && !passedOver(e.Name()) {
			if err := w.add(ctx, p, path.Join(dir, e.Name())); err != nil {
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
			if errors.Is(err, fsnotify.ErrEventOverflow) {
				return []string{everything}, nil
			}
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
			switch {
			case !ok:
			case name == tags.FileName:
				p.readTags()
				return c, k.compareKnown(ctx, c)
			case name == registerFile:
				k.mu.Lock()
				k.about.stale(name)
				k.mu.Unlock()
				k.publish()
			case isReadme(path.Base(name)):
				return c, k.compareKnown(ctx, c) // whether it counts hangs on the files beside it
			default:
				files, err := k.at(ctx, int32(n), name, c)
				if err != nil {
					return nil, err
				}
				changed = append(changed, files...)
			}
		}
	}
	c.changed, c.any = slices.Values([][]file{changed}), len(changed)+len(c.gone) > 0
	return c, nil
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
func (k *keeper) at(ctx context.Context, n int32, name string, c *comparison) (changed []file, err error) {
	p := k.places.all[n]
	var files []file
	info, err := os.Lstat(filepath.Join(p.abs, filepath.FromSlash(name)))
	switch {
	case err != nil:
	case info.IsDir():
		// A folder that cannot be watched is looked at no more until the next
		// opening; the others are.
		_ = k.watch.add(ctx, p, name)
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
