package index

import (
	"context"
	"time"
)

const (
	// mergePages is how much of the full text one step of Compact rewrites, in
	// pages of 4 KB: some 20 ms, in which other writers wait.
	mergePages = 200
	// mergeRest is the pause between two steps, for other writers.
	mergeRest = time.Millisecond
	// settleLeast is how many fresh signatures are worth rewriting the sets of
	// their blocks for, once a pass is over.
	settleLeast = 1024
)

// Compact makes the store quicker to search once many texts were indexed. It
// goes in short steps, and does next to nothing if there is nothing to do.
func (s *Store) Compact(ctx context.Context) error {
	if err := s.fillIn(ctx); err != nil {
		return err
	}
	if err := s.settle(ctx, settleLeast); err != nil {
		return err
	}
	for {
		more, err := s.merge(ctx)
		if err != nil || !more {
			return err
		}
		select {
		case <-time.After(mergeRest):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// merge merges some of the full text's segments, if there are several of one
// level. Each is looked into for every word.
func (s *Store) merge(ctx context.Context) (more bool, err error) {
	err = s.write.transact(ctx, aside, func(t *transaction) error {
		before, err := t.changes()
		if err != nil {
			return err
		}
		if err := t.exec("INSERT INTO words(words, rank) VALUES ('merge', ?)", mergePages); err != nil {
			return err
		}
		after, err := t.changes()
		more = after-before >= 2 // so FTS5 says that it did something
		return err
	})
	return more, err
}

func (t *transaction) changes() (n int64, err error) {
	err = t.row("SELECT total_changes()").Scan(&n)
	return n, err
}
