package articles

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"sync/atomic"
	"time"

	"dossier/articles/index"
	"dossier/model"
	"dossier/model/search"
)

// keeper brings a library up to date with its files, and keeps it so.
type keeper struct {
	*Library
	options Options

	shown       chan struct{}             // closed once there is something to show
	showing     atomic.Pointer[time.Time] // since when
	published   time.Time
	cost        time.Duration // of the last publishing
	publishedOf int           // how many changes there were then
	pass        model.Pass
	began       time.Time // of the pass
	reported    time.Time
	// Of an index on disk: the last write that this program made or saw, the one
	// up to which all is known, the one that the columns were made after, how
	// many changes are in these, and whether another program writes too.
	rev, seen, made int64
	saved           int
	foreign         bool
	replaced        int // how often the stock has failed
	changes         int // articles taken in, or out
	watch           *watch
	absorbed        int          // changes that were taken in while a pass went on
	counted         atomic.Int64 // files, as far as they are counted
	failed          error        // why a file that was named cannot be read
	lost            []string     // the keys of files that cannot be read
	retold          bool         // other things are to be told of such files, or of folders, than were published; under mu
}

// How many files are kept in memory, and how many bytes: they are read faster than
// a database is opened, and leave no file behind.
var (
	smallDossier = 256 // tests have an index for less
	smallBytes   = int64(64 << 20)
)

// chooseStock decides where entries are kept. A dossier that has an index goes
// on with it.
func (k *keeper) chooseStock(ctx context.Context) error {
	name := k.places.indexName()
	if name == "" || !k.hasIndex(name) && k.isSmall(ctx) {
		k.setStock(newMemory())
		return ctx.Err()
	}
	k.setStock(k.openStore(ctx, name))
	return ctx.Err()
}

func (k *keeper) isSmall(ctx context.Context) bool {
	small := true
	k.places.count(ctx, func(n int, bytes int64) bool {
		small = n <= smallDossier && bytes <= smallBytes
		return small
	})
	return small
}

func (k *keeper) hasIndex(name string) bool {
	return k.options.Index != "" && index.Exists(k.options.Index, name)
}

// openStore opens the index of that name, else one that lasts as long as the
// library, else does without.
func (k *keeper) openStore(ctx context.Context, name string) stock {
	tidy()
	if k.options.Index != "" {
		if store, err := index.Open(k.options.Index, name, k.version()); err == nil {
			s := newStored(ctx, store)
			s.drop = func() error { return index.Drop(k.options.Index, name) }
			return s
		}
	}
	store, err := index.Temporary(k.version())
	if err != nil {
		return newMemory()
	}
	return newStored(ctx, store)
}

// keep brings the library up to date, then follows its files until ctx ends.
func (k *keeper) keep(ctx context.Context) error {
	for {
		err := k.bringUpToDate(ctx)
		if err == nil {
			err = k.follow(ctx)
		}
		if err == nil || !k.stockFailed(ctx, err) {
			return err
		}
		k.replaceStock(ctx)
	}
}

// bringUpToDate makes the library what its files are now. A stock that fails is
// given up for one that is made anew; the last resort is the memory.
func (k *keeper) bringUpToDate(ctx context.Context) error {
	for {
		err := k.restore(ctx)
		if err == nil && k.Index() != nil {
			k.letShow(ctx)
			k.whole()
			k.Index().Warm()
		}
		if err == nil {
			err = k.update(ctx)
		}
		if err == nil || !k.stockFailed(ctx, err) {
			return err
		}
		k.replaceStock(ctx)
	}
}

// courtesy is how long the files are left alone for the first frame to be
// drawn, at most: to read and compare them would take processors from it.
const courtesy = 300 * time.Millisecond

// letShow waits, once there is something to show, until somebody has said which
// articles are on the screen, or nobody will.
func (k *keeper) letShow(ctx context.Context) {
	since := k.showing.Load()
	if !k.options.Live || since == nil {
		return
	}
	for k.wanted.Load() == nil && time.Since(*since) < courtesy {
		if !sleep(ctx, 5*time.Millisecond) {
			return
		}
	}
}

// stockFailed tells an error of the index from one of what was asked for.
func (k *keeper) stockFailed(ctx context.Context, err error) bool {
	var path *PathError
	var empty *EmptyError
	_, inMemory := k.stock().(*memory)
	return ctx.Err() == nil && !inMemory && !errors.As(err, &path) && !errors.As(err, &empty)
}

// replaceStock begins anew: with the index made anew the first time, then
// without it.
func (k *keeper) replaceStock(ctx context.Context) {
	k.stock().close()
	k.rev, k.made, k.seen, k.saved, k.changes, k.foreign = 0, 0, 0, 0, 0, false
	k.mu.Lock()
	// What was known has the numbers of the stock that failed.
	k.builder, k.building, k.titles, k.told = search.Builder{}, true, nil, map[int32][]model.Notice{}
	k.mu.Unlock()
	k.replaced++
	if k.replaced == 1 && k.options.Index != "" {
		index.Drop(k.options.Index, k.places.indexName())
		k.setStock(k.openStore(ctx, k.places.indexName()))
		return
	}
	k.setStock(newMemory())
}

// update makes the library what its files are now.
func (k *keeper) update(ctx context.Context) error {
	c, err := k.compare(ctx)
	if err != nil {
		return err
	}
	return k.apply(ctx, c)
}

// apply takes changes in.
func (k *keeper) apply(ctx context.Context, c *comparison) error {
	if !c.any && k.Index() != nil && k.rev == k.made {
		k.watchOnce(ctx)
		return k.deepenAll(ctx)
	}
	before := k.changes
	if err := k.open(ctx); err != nil {
		return err
	}
	if err := cmp.Or(k.list(ctx, c.changed), c.err, k.failed); err != nil {
		return err
	}
	if err := k.forget(ctx, c.gone); err != nil {
		return err
	}
	if k.changes > before || k.Index() == nil {
		if err := k.settle(ctx); err != nil {
			return err
		}
	}
	k.tellAnew(k.takeRetold()) // of files that no index keeps
	k.watchOnce(ctx)
	return k.deepenAll(ctx)
}

// deepenAll goes on with the passes that are not done.
func (k *keeper) deepenAll(ctx context.Context) error {
	for again := true; again; {
		before := k.absorbed
		for _, pass := range []func(context.Context) error{k.indexWords, k.detectFacts, k.catchUp, k.save} {
			if err := pass(ctx); err != nil {
				return err
			}
		}
		again = k.absorbed > before // what changed meanwhile was only listed
	}
	k.rest()
	k.report(model.Progress{})
	return nil
}

// forget takes articles out whose files are gone.
func (k *keeper) forget(ctx context.Context, nums []int32) error {
	for part := range slices.Chunk(nums, putSize) {
		if err := k.stock().remove(ctx, part); err != nil {
			return err
		}
		k.mu.Lock()
		for _, n := range part {
			k.builder.Remove(int(n))
			delete(k.told, n)
		}
		k.mu.Unlock()
		k.changes += len(part)
		k.wrote(ctx)
	}
	return nil
}

// settle gives the articles their ids and their order, and shows them. It fails
// if there is none and never was.
func (k *keeper) settle(ctx context.Context) error {
	if err := k.findStrangers(ctx); err != nil {
		return err
	}
	refused, err := k.stock().settleIDs(ctx)
	if err != nil {
		return err
	}
	titles, err := k.stock().titles(ctx)
	if err != nil {
		return err
	}
	if len(titles) == 0 && k.Index() == nil {
		return k.empty()
	}
	k.mu.Lock()
	k.refused, k.titles, k.retold = refused, titles, false
	k.mu.Unlock()
	k.publish()
	return nil
}
