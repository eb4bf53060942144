package articles

import (
	"context"
	"errors"
	"io/fs"
	"sync"
	"time"

	"dossier/model/fault"
)

// A file may be on a disk that does not answer: of a machine that is gone, or of
// a service that fetches it first. Nothing can end such a reading. It is left
// behind, and the others go on.
const (
	patience     = time.Second     // in a library that is followed: the file is read when it comes
	longPatience = 5 * time.Second // where nobody will look again
	perMegabyte  = time.Second
	maxLeft      = 64 // readings that are left behind at a time: each keeps a thread
)

var errStalls = errors.New("the disk that it is on does not answer; see to that, or open it again later")

// waiting is for files, not for ever.
type waiting struct {
	patience time.Duration
	answered chan struct{} // holds one: a file came that was left behind

	mu   sync.Mutex
	left map[string]bool // by key
}

func newWaiting() *waiting {
	return &waiting{patience: longPatience, answered: make(chan struct{}, 1), left: map[string]bool{}}
}

// reading is what came of a file.
type reading struct {
	raw  []byte
	info fs.FileInfo
	err  error
}

// await reads a file of about that size. It fails with errStalls where that takes
// too long, and with ctx's error if that ends first; then left says that read
// still goes on.
func (w *waiting) await(ctx context.Context, key string, size int64, read func() reading) (r reading, left bool) {
	limit, ok := w.limit(key, size)
	if !ok {
		return reading{err: errStalls}, false
	}
	done := make(chan reading, 1)
	fault.Go(func() {
		defer w.came(key)
		done <- read()
	})
	end := time.NewTimer(limit)
	defer end.Stop()
	select {
	case r := <-done:
		return r, false
	case <-end.C:
		r.err = errStalls
	case <-ctx.Done():
		r.err = ctx.Err()
	}
	return r, w.leave(key, done, &r)
}

// limit is how long a file is waited for: the shorter, the more do not come.
func (w *waiting) limit(key string, size int64) (limit time.Duration, ok bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.left[key] || len(w.left) >= maxLeft {
		return 0, false
	}
	return w.patience>>min(len(w.left), 5) + time.Duration(size>>20)*perMegabyte, true
}

// leave gives a reading up, unless it is just done.
func (w *waiting) leave(key string, done <-chan reading, r *reading) (left bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	select {
	case *r = <-done:
		return false
	default:
		w.left[key] = true
		return true
	}
}

// came notes that a reading has ended.
func (w *waiting) came(key string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.left[key] {
		return
	}
	delete(w.left, key)
	select {
	case w.answered <- struct{}{}:
	default:
	}
}
