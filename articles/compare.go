package articles

import (
	"context"
	"iter"
	"maps"
	"slices"
	"strings"

	"dossier/articles/index"
	"dossier/model"
	"dossier/model/fault"
)

// comparison is how a dossier's files differ from what is known of them.
type comparison struct {
	changed iter.Seq[[]file] // new ones too, some at a time, in path order
	gone    []int32
	any     bool  // something is changed or gone, or may be
	err     error // why not all files were found; to be asked after changed
}

// compare looks what has changed since the files were read. Where nothing is
// known yet, the files come as they are found.
func (k *keeper) compare(ctx context.Context) (*comparison, error) {
	k.report(model.Progress{Pass: model.Comparing})
	c := &comparison{}
	for _, err := range k.stock().known(ctx) {
		if err != nil {
			return nil, err
		}
		err := k.compareKnown(ctx, c)
		return c, err
	}
	c.any = true
	c.changed = func(yield func([]file) bool) { c.err = k.findAhead(ctx, yield) }
	return c, nil
}

// findAhead yields all files while it goes on to look for more: how many there
// are is soon known, which takes a tenth of the time that it takes to read them.
func (k *keeper) findAhead(ctx context.Context, yield func([]file) bool) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	ahead := newBacklog()
	k.counted.Store(0)
	var places []survey
	var err error
	fault.Go(func() {
		defer ahead.end()
		places, err = k.places.each(ctx, func(files []file) {
			k.counted.Add(int64(len(files)))
			ahead.put(files)
			k.letShow(ctx)
		})
	})
	for files := ahead.take(); files != nil; files = ahead.take() {
		if ctx.Err() == nil && !yield(files) {
			stop()
		}
	}
	if err == nil && k.survey(places) {
		k.mu.Lock()
		k.retold = true
		k.mu.Unlock()
	}
	return err
}

// compareKnown walks all files, then goes through them and what is known side
// by side.
func (k *keeper) compareKnown(ctx context.Context, c *comparison) error {
	var files []file
	places, err := k.places.each(ctx, func(some []file) { files = append(files, some...) })
	if err != nil {
		return err
	}
	news := k.survey(places)
	slices.SortFunc(files, byKey)
	k.tellAnew(k.forgetUnread("", files) || news)
	changed, err := merge(files, k.stock().known(ctx), c)
	c.changed = slices.Values([][]file{changed})
	c.any = len(changed)+len(c.gone) > 0
	return err
}

// forgetUnread takes back what was told of files that could not be read and are
// not there any more: those that the key names, or all if it is empty. files are
// what is there, ordered by key. It reports whether there was anything.
func (k *keeper) forgetUnread(key string, files []file) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	before := len(k.unread)
	maps.DeleteFunc(k.unread, func(told string, _ model.Notice) bool {
		_, there := slices.BinarySearchFunc(files, fileOf(told), byKey)
		return !there && (key == "" || told == key || strings.HasPrefix(told, key+"/"))
	})
	return len(k.unread) < before
}

// takeRetold reports whether there are other notices than were published, once.
func (k *keeper) takeRetold() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	is := k.retold
	k.retold = false
	return is
}

// tellAnew publishes notices that are others now, though no article may have changed.
func (k *keeper) tellAnew(news bool) {
	if news && k.Index() != nil {
		k.publish()
	}
}

// merge goes through files and what is known of them, both ordered by key. It
// returns the files that are new or changed, and adds those that are gone to c.
func merge(files []file, all iter.Seq2[index.Known, error], c *comparison) (changed []file, err error) {
	for known, err := range all {
		if err != nil {
			return nil, err
		}
		for len(files) > 0 && files[0].key() < known.Key {
			changed = append(changed, files[0])
			files = files[1:]
		}
		switch {
		case len(files) == 0 || files[0].key() != known.Key:
			c.gone = append(c.gone, known.Num)
			continue
		case files[0].size != known.Size || files[0].stamp != known.ModTime:
			changed = append(changed, files[0])
		}
		files = files[1:]
	}
	return append(changed, files...), nil
}
