package articles

import (
	"context"
	"errors"

	"github.com/fxamacker/cbor/v2"

	"dossier/articles/index"
	"dossier/model"
	"dossier/model/search"
	"dossier/model/set"
)

// What an index keeps besides its rows, by name.
const (
	columnsBlob = "columns"
	noticesBlob = "notices"
)

// restore shows what an index knew when it was last used, before any file is
// looked at.
func (k *keeper) restore(ctx context.Context) error {
	s, ok := k.stock().(*stored)
	if !ok {
		return nil
	}
	var err error
	if k.rev, err = s.store.Rev(ctx); err != nil {
		return err
	}
	columns, made, ok, err := s.store.Blob(ctx, columnsBlob)
	if err != nil || !ok {
		return err
	}
	told, _, _, err := s.store.Blob(ctx, noticesBlob)
	if err != nil {
		return err
	}
	if cbor.Unmarshal(told, &k.told) != nil || k.told == nil {
		k.told = map[int32][]model.Notice{}
	}
	x, err := search.Load(columns, func(persons []string) *model.Dossier { return k.dossier(persons) }, s)
	if err != nil {
		return nil // it is made anew
	}
	s.reach(x.Len())
	k.made = made
	k.index.Store(x)
	k.show()
	return nil
}

// open makes what is known ready to be changed: the builder is not needed for
// the first frame, and takes longer than reading what it holds.
func (k *keeper) open(ctx context.Context) error {
	if k.opened {
		return nil
	}
	k.opened = true
	if x := k.Index(); x != nil {
		k.mu.Lock()
		k.builder = *x.Builder()
		k.titles = x.Titles()
		k.mu.Unlock()
	}
	return k.adopt(ctx)
}

// adopt takes in the rows that were written since the columns were made: by a
// program that ended before it was done, or by another that has the same index
// open.
func (k *keeper) adopt(ctx context.Context) error {
	s, ok := k.stock().(*stored)
	if !ok || k.rev == k.made {
		return nil
	}
	there := set.New(k.builder.Len())
	for known, err := range s.known(ctx) {
		if err != nil {
			return err
		}
		s.reach(int(known.Num) + 1)
		if int(known.Num) < there.Len() {
			there.Add(int(known.Num))
		}
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	for i := range there.Len() {
		if !there.Has(i) {
			k.builder.Remove(i)
		}
	}
	for row, err := range s.store.All(ctx, k.made) {
		if err != nil {
			return err
		}
		e, err := decodeEntry(row.Facts)
		if err != nil {
			return errors.Join(index.ErrDamaged, err)
		}
		k.builder.Set(int(row.Num), &e.article, e.people...)
		if len(e.notices) > 0 {
			k.told[row.Num] = e.notices
		}
	}
	k.changes++
	return nil
}

// wrote notes that this program has written to the index, and sees whether
// another has too.
func (k *keeper) wrote(ctx context.Context) {
	s, ok := k.stock().(*stored)
	if !ok {
		return
	}
	rev, err := s.store.Rev(ctx)
	k.foreign = k.foreign || err != nil || rev != k.rev+1
	k.rev = rev
}

// worthSaving is how many changes there are before the columns are written
// anew; fewer are found again in the rows.
const worthSaving = 1000

// save keeps what is known for the next time.
func (k *keeper) save(ctx context.Context) error {
	s, ok := k.stock().(*stored)
	if !ok || k.changes == k.saved || k.changes-k.saved < worthSaving && k.made > 0 || k.foreign {
		return nil
	}
	k.mu.Lock()
	told, err := cbor.Marshal(k.told)
	k.mu.Unlock()
	if err == nil {
		err = s.store.PutBlob(ctx, noticesBlob, k.rev, told)
	}
	if err == nil {
		err = s.store.PutBlob(ctx, columnsBlob, k.rev, k.Index().Columns())
	}
	if err != nil {
		return err
	}
	k.saved, k.made = k.changes, k.rev
	return nil
}

// dossier is what is known, in words; persons are those that the register does
// not know.
func (l *Library) dossier(persons []string) *model.Dossier {
	d := &model.Dossier{Register: l.base.With(persons), Articles: l.stock(), Notices: l.notices()}
	if d.Title = l.about.title; d.Title == "" {
		d.Title = l.titleOf()
	}
	return d
}
