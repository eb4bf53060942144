package articles

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"dossier/articles/index"
	"dossier/model"
	"dossier/model/clean"
	"dossier/model/fault"
)

// How many files are read before they are kept, at first and at most: the first
// are to be seen soon, and later ones cost less in larger portions.
const (
	firstSize = 32
	putSize   = 256
	putBytes  = 8 << 20 // fewer, where that many are larger than this together
)

// list reads what files state, and takes them in. While some are read those
// before them are kept.
func (k *keeper) list(ctx context.Context, changed iter.Seq[[]file]) error {
	size, done, shown := firstSize, 0, false
	var batch []file
	kept := make(chan error, 1)
	kept <- nil
	take := func(n int) error {
		entries := k.readAll(ctx, batch[:n], k.atOnce())
		if _, inMemory := k.stock().(*memory); !inMemory {
			forgetTexts(entries) // they are read again when it is their turn
		}
		batch = batch[n:]
		if err := <-kept; err != nil {
			return err
		}
		k.report(model.Progress{Pass: model.Listing, Done: done, Total: max(int(k.counted.Load()), done)})
		if done > 0 {
			k.publishIfDue()
		}
		if done > 0 && !shown {
			k.letShow(ctx)
			shown = true
		}
		done += n
		fault.Go(func() {
			_, err := k.take(ctx, entries)
			kept <- err
		})
		return nil
	}
	for files := range changed {
		for batch = append(batch, files...); len(batch) >= size; size = min(2*size, putSize) {
			if err := take(atATime(batch[:size])); err != nil {
				return err
			}
		}
	}
	for len(batch) > 0 {
		if err := take(atATime(batch)); err != nil {
			return err
		}
	}
	return cmp.Or(<-kept, ctx.Err(), k.forgetLost(ctx))
}

// forgetLost takes articles out whose files have become something that cannot be
// read.
func (k *keeper) forgetLost(ctx context.Context) error {
	k.mu.Lock()
	lost := k.lost
	k.lost = nil
	k.mu.Unlock()
	if k.Index() == nil {
		return nil // nothing was known
	}
	var nums []int32
	for _, key := range lost {
		for known, err := range k.stock().under(ctx, key) {
			if err != nil {
				return err
			}
			if known.Key == key {
				nums = append(nums, known.Num)
			}
		}
	}
	return k.forget(ctx, nums)
}

// atATime is how many of some files are read before they are kept.
func atATime(files []file) int {
	bytes := int64(0)
	for i, f := range files {
		if bytes += f.size; bytes > putBytes && i > 0 {
			return i
		}
	}
	return len(files)
}

func forgetTexts(entries []*entry) {
	for _, e := range entries {
		e.text = model.Text{}
	}
}

// atOnce is how much is found out about files when they are listed: all, where
// that need not be done again or nobody waits for the list.
func (k *keeper) atOnce() depth {
	if _, inMemory := k.stock().(*memory); inMemory && (!k.options.Live || !k.places.hasFolders()) {
		return inFull
	}
	return statedOnly
}

// take keeps entries and makes them known. It returns their numbers.
func (k *keeper) take(ctx context.Context, entries []*entry) ([]int32, error) {
	if len(entries) == 0 {
		return nil, ctx.Err()
	}
	nums, err := k.stock().put(ctx, entries)
	if err != nil {
		return nil, err
	}
	k.changes += len(nums)
	k.wrote(ctx)
	k.mu.Lock()
	defer k.mu.Unlock()
	for i, e := range entries {
		k.know(nums[i], e)
	}
	return nums, nil
}

// know takes in what is known of an article. k.mu is held.
func (k *keeper) know(i int32, e *entry) {
	k.builder.Set(int(i), &e.article, e.people...)
	delete(k.told, i)
	if len(e.notices) > 0 {
		k.told[i] = e.notices
	}
}

// indexWords makes texts searchable, where that is not done by reading them.
func (k *keeper) indexWords(ctx context.Context) error {
	if _, inMemory := k.stock().(*memory); inMemory {
		return nil
	}
	how, to := statedOnly, index.Searchable
	if !k.options.Live {
		how, to = inFull, index.Detected // nobody waits for words sooner
	}
	return k.deepen(ctx, pass{model.Indexing, to, how, 4 * putSize}, func(nums []int32, entries []*entry) error {
		for _, e := range entries {
			e.stage = max(e.stage, to)
		}
		if err := k.stock().addWords(ctx, nums, entries); err != nil {
			return err
		}
		k.wrote(ctx)
		if how == statedOnly {
			return nil // as was listed
		}
		_, err := k.take(ctx, entries)
		return err
	})
}

// detectFacts finds out what files do not state, in those on the screen first.
func (k *keeper) detectFacts(ctx context.Context) error {
	return k.deepen(ctx, pass{model.Detecting, index.Detected, inFull, putSize / 4}, func(_ []int32, entries []*entry) error {
		_, err := k.take(ctx, entries)
		return err
	})
}

// readAll reads files with a few workers: more than four gain nothing, the disk
// or the memory is busy then. Those that cannot be read are left out, and told.
func (k *keeper) readAll(ctx context.Context, files []file, how depth) []*entry {
	all := make([]*entry, len(files))
	errs := make([]error, len(files))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(4, max(2, runtime.GOMAXPROCS(0)), len(files)) {
		workers.Go(func() {
			defer fault.Catch()
			v := visitor{waiting: k.waiting}
			defer v.leave()
			for i := next.Add(1) - 1; i < int64(len(files)) && ctx.Err() == nil; i = next.Add(1) - 1 {
				all[i], errs[i] = k.read(ctx, &v, files[i], how)
			}
		})
	}
	workers.Wait()
	return k.readable(files, all, errs)
}

func (k *keeper) readable(files []file, all []*entry, errs []error) []*entry {
	k.mu.Lock()
	defer k.mu.Unlock()
	kept := all[:0]
	for i, e := range all {
		key := files[i].key()
		before := k.unread[key]
		delete(k.unread, key)
		if errs[i] != nil {
			p := k.places.all[files[i].place]
			k.unread[key] = model.Notice{Path: clean.Line(p.path(files[i].name)), Text: clean.Line(reason(errs[i]))}
			if !errors.Is(errs[i], errStalls) && !errors.Is(errs[i], context.Canceled) {
				k.lost = append(k.lost, key)
			}
			if k.Index() == nil {
				k.failed = errors.Join(k.failed, p.refuses(files[i], errs[i]))
			}
		}
		k.retold = k.retold || k.unread[key] != before
		if e != nil {
			kept = append(kept, e)
		}
	}
	return kept
}

// reportEvery is how often it is told how far a pass has come: so often that it
// is seen to go on.
const reportEvery = 100 * time.Millisecond

// report says how far a pass has come.
func (k *keeper) report(p model.Progress) {
	first := p.Pass != k.pass
	if first {
		k.pass, k.began = p.Pass, time.Now()
	}
	if spent := time.Since(k.began); p.Total > 0 && p.Done > 0 && spent > time.Second {
		p.Left = spent * time.Duration(p.Total-p.Done) / time.Duration(p.Done)
	}
	k.progress.Store(&p)
	if now := time.Now(); first || now.Sub(k.reported) >= reportEvery {
		k.reported = now
		k.tell()
	}
}
