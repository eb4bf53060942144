package invent

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
)

// Write writes the first n articles into dir, as fast as the disk takes them.
func (c *Corpus) Write(ctx context.Context, dir string, n int) error {
	for folder := 0; folder < n; folder += 1000 {
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(c.Article(folder).Path)), 0o755); err != nil {
			return err
		}
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var next atomic.Int64
	var group sync.WaitGroup
	for range 2 * runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				a := c.Article(i)
				if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(a.Path)), a.Data, 0o644); err != nil {
					cancel(err)
				}
			}
		})
	}
	group.Wait()
	return context.Cause(ctx)
}
