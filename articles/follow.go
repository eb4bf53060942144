package articles

import (
	"context"
	"errors"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"dossier/model/fault"
)

// watch is what the system tells of changes.
type watch struct {
	*fsnotify.Watcher
	changed chan []string // paths
	lost    chan struct{} // closed when the system tells no more
}

// watchOnce begins to watch the folders of a live library.
func (k *keeper) watchOnce(ctx context.Context) {
	if k.watch != nil || !k.options.Live || !slices.ContainsFunc(k.places.all, (*place).onDisk) {
		return
	}
	k.watch = &watch{changed: make(chan []string, 1), lost: make(chan struct{})}
	fault.Go(func() { k.watch.run(ctx, k.places.all) })
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
		if p.onDisk() && w.add(ctx, p, ".") != nil {
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
	// A folder on another machine may change without a word, and another program
	// may still be reading what this one has read.
	look, glance := time.NewTimer(distrust), time.NewTicker(pollEvery)
	defer look.Stop()
	defer glance.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-k.watch.lost:
			return k.poll(ctx)
		case <-look.C:
			rest, err := k.lookAtAll(ctx)
			if err != nil {
				return err
			}
			look.Reset(max(distrust, rest))
		case <-k.waiting.answered:
			if err := k.update(ctx); err != nil {
				return err
			}
		case <-glance.C:
			if err := k.catchUp(ctx); err != nil {
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
	mostRest  = 10 * time.Minute
)

// poll compares everything now and then, where the system does not tell of
// changes.
func (k *keeper) poll(ctx context.Context) (err error) {
	for rest := pollEvery; err == nil && sleep(ctx, max(pollEvery, rest)); {
		rest, err = k.lookAtAll(ctx)
	}
	return err
}

// lookAtAll compares everything, and returns for how long nothing should be compared
// after it.
func (k *keeper) lookAtAll(ctx context.Context) (rest time.Duration, err error) {
	start := time.Now()
	c, err := k.compare(ctx)
	if err != nil {
		return 0, err
	}
	rest = min(pollShare*time.Since(start), mostRest) // to take changes in is another matter
	return rest, k.apply(ctx, c)
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
	entries, err := p.folder.list(dir) // of single files none
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
