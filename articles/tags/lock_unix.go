//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package tags

import (
	"context"
	"errors"
	"os"
	"syscall"
	"time"
)

// patience bounds the wait for another program that edits the same side-car.
const patience = 5 * time.Second

// lock keeps other programs of this kind from editing the folder's side-car. It
// locks the folder itself, so that no lock file is left in it. Where the file
// system has no locks, the comparison before writing has to do.
func lock(ctx context.Context, root *os.Root) (unlock func(), err error) {
	dir, err := root.Open(".")
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, patience, errBusy)
	defer cancel()
	for {
		err := syscall.Flock(int(dir.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if !errors.Is(err, syscall.EWOULDBLOCK) && !errors.Is(err, syscall.EINTR) {
			return func() { dir.Close() }, nil
		}
		select {
		case <-ctx.Done():
			dir.Close()
			return nil, context.Cause(ctx)
		case <-time.After(10 * time.Millisecond):
		}
	}
}
