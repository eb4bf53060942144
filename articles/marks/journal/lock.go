package journal

import (
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"github.com/gofrs/flock"
)

// usualPatience bounds the wait for another program that writes the same log;
// it needs milliseconds, unless it was stopped while it wrote.
const usualPatience = 2 * time.Second

// ErrBusy says that another program did not let go of the log.
var ErrBusy = errors.New("another program is writing there and does not finish; end it")

// lock keeps others from writing. The lock is a file of its own, because
// compacting puts another one in the log's place. Not locked, and no error,
// means that there are no locks here; lines are added by one write each, which
// others cannot tear apart.
func (l *Log) lock() (unlock func(), locked bool, err error) {
	if err := os.MkdirAll(filepath.Dir(l.Path), 0o700); err != nil {
		return nil, false, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), cmp.Or(l.patience, usualPatience))
	defer cancel()
	// O_NONBLOCK keeps a pipe in its place from blocking for ever.
	file := flock.New(l.Path+".lock", flock.SetPermissions(0o600), flock.SetFlag(os.O_CREATE|os.O_RDONLY|syscall.O_NONBLOCK))
	if l.contended && time.Since(l.last) < courtesy {
		time.Sleep(courtesy)
	}
	locked, err = file.TryLock()
	if l.contended = err == nil && !locked; l.contended {
		locked, err = file.TryLockContext(ctx, askEvery)
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return nil, false, ErrBusy
	}
	return func() { file.Unlock(); l.last = time.Now() }, locked, nil
}

// askEvery is how often a program that waits for the lock asks for it. One that
// had to wait, too, does without it for a courtesy after it had it: who asks
// without a pause would let nobody else have it.
const (
	askEvery = 2 * time.Millisecond
	courtesy = 2 * askEvery
)
