package articles

import (
	"cmp"
	"context"

	"dossier/articles/index"
	"dossier/model"
	"dossier/model/fault"
)

// pass is a way through all articles.
type pass struct {
	model.Pass
	to    index.Stage // which it brings them to
	how   depth
	files int // at a time
}

// portion is articles that were read and are to be kept.
type portion struct {
	asked   []int32
	nums    []int32 // of the entries: not all asked for may be there, or be readable
	entries []*entry
	err     error
}

// deepen goes through the articles that have not reached a stage, those that
// are wanted first. While some are kept, the next are read.
func (k *keeper) deepen(ctx context.Context, of pass, keep func(nums []int32, entries []*entry) error) error {
	pending, err := k.pending(ctx, of.to)
	if err != nil || pending.len() == 0 {
		return err
	}
	if err := k.open(ctx); err != nil {
		return err
	}
	done, total := 0, pending.len()
	next := k.readAhead(ctx, pending.next(k.wanted.Load(), of.files), of.how)
	defer func() { <-next }()
	for {
		now := <-next
		next = k.readAhead(ctx, pending.next(k.wanted.Load(), of.files), of.how)
		if len(now.asked) == 0 {
			k.publish()
		}
		if err := cmp.Or(now.err, ctx.Err()); err != nil || len(now.asked) == 0 {
			return err
		}
		if err := keep(now.nums, now.entries); err != nil {
			return err
		}
		done += len(now.asked)
		k.report(model.Progress{Pass: of.Pass, Done: done, Total: total})
		before := k.absorbed
		if err := k.absorb(ctx); err != nil {
			return err
		}
		if k.absorbed > before { // what was read ahead may be something else now
			next = k.readAhead(ctx, (<-next).asked, of.how)
		}
		k.publishIfDue()
	}
}

// readAhead reads articles in the background.
func (k *keeper) readAhead(ctx context.Context, nums []int32, how depth) <-chan portion {
	read := make(chan portion, 1)
	fault.Go(func() {
		defer close(read)
		p := portion{asked: nums}
		files, numbers, err := k.filesOf(nums)
		if p.err = err; err == nil {
			p.entries = k.readAll(ctx, files, how)
		}
		for _, e := range p.entries {
			p.nums = append(p.nums, numbers[e.file.key()])
		}
		read <- p
	})
	return read
}
