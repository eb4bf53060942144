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
	frontBlob   = "front"
	columnsBlob = "columns"
	besidesBlob = "besides"
)

// besides is what an index holds for the first frame, besides the columns.
type besides struct {
	Told map[int32][]model.Notice
	IDs  map[int32]string
}

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
	front, made, ok, err := s.store.Blob(ctx, frontBlob)
	if err != nil || !ok {
		return err
	}
	raw, _, _, err := s.store.Blob(ctx, besidesBlob)
	if err != nil {
		return err
	}
	var b besides
	if err := cbor.Unmarshal(raw, &b); err != nil {
		return nil // it is made anew
	}
	s.ids = b.IDs
	if b.Told != nil {
		k.told = b.Told
	}
	columns := func() ([]byte, error) { return k.columns(ctx, s, made) }
	x, err := search.LoadBehind(front, columns, func(persons []string) *model.Dossier { return k.dossier(persons) }, s)
	if err != nil {
		return nil // it is made anew
	}
	s.reach(x.Len())
	k.made, k.seen = made, made
	k.mu.Lock()
	k.building = false
	k.mu.Unlock()
	k.index.Store(x)
	k.show()
	return nil
}

// columns are those that were kept with the front of that write.
func (k *keeper) columns(ctx context.Context, s *stored, made int64) ([]byte, error) {
	columns, rev, ok, err := s.store.Blob(ctx, columnsBlob)
	if err == nil && (!ok || rev != made) {
		err = search.ErrEncoding // the program that kept them ended in between
	}
	return columns, err
}

// whole waits until what was restored can be asked everything. If it cannot, it
// is made anew of the rows.
func (k *keeper) whole() {
	if k.Index().Whole() != nil {
		k.made, k.seen = 0, 0
	}
}

// open makes what is known ready to be changed.
func (k *keeper) open(ctx context.Context) error {
	k.mu.Lock()
	if k.building {
		k.mu.Unlock()
		return nil
	}
	k.build()
	k.mu.Unlock()
	_, err := k.adopt(ctx)
	return err
}

// build fills the builder with what is known. It is not needed for the first
// frame, and takes longer than reading what it holds. l.mu is held.
func (l *Library) build() {
	if x := l.Index(); x != nil && !l.building {
		l.builder = *x.Builder()
		l.titles = x.Titles()
	}
	l.building = true
}

// rest lets go of the builder, which of a million articles holds 200 MB.
func (k *keeper) rest() {
	if _, ok := k.stock().(*stored); !ok {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.builder, k.building = search.Builder{}, false
}

// adopt takes in the rows that were written since the last write that is known
// of: by a program that ended before it was done, or by another that has the
// same index open. It reports whether there may be any.
func (k *keeper) adopt(ctx context.Context) (bool, error) {
	s, ok := k.stock().(*stored)
	if !ok {
		return false, nil
	}
	rev, err := s.store.Rev(ctx)
	if err != nil || rev == k.seen {
		return false, err
	}
	if err := k.dropMissing(ctx, s); err != nil {
		return false, err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	for row, err := range s.store.All(ctx, k.seen) {
		if err != nil {
			return false, err
		}
		e, err := decodeEntry(row.Facts)
		if err != nil {
			return false, errors.Join(index.ErrDamaged, err)
		}
		s.cache.drop(row.Num)
		k.know(row.Num, e)
	}
	k.seen, k.rev, k.foreign = rev, rev, false
	k.changes++
	return true, nil
}

// dropMissing takes out what another program has taken out of the index.
func (k *keeper) dropMissing(ctx context.Context, s *stored) error {
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
			delete(k.told, int32(i))
		}
	}
	return nil
}

// catchUp takes in what another program has written meanwhile, and shows it.
func (k *keeper) catchUp(ctx context.Context) error {
	s, ok := k.stock().(*stored)
	if !ok {
		return nil
	}
	rev, err := s.store.Rev(ctx)
	if err != nil {
		return err
	}
	if rev == k.rev && !k.foreign {
		k.seen = rev
		return nil
	}
	before := k.changes
	if err := k.open(ctx); err != nil { // which adopts, if it was not open
		return err
	}
	if _, err := k.adopt(ctx); err != nil || k.changes == before {
		return err
	}
	return k.settle(ctx)
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
	raw, err := cbor.Marshal(besides{k.told, s.allGiven()})
	k.mu.Unlock()
	if err == nil {
		err = s.store.PutBlob(ctx, besidesBlob, k.rev, raw)
	}
	if err == nil {
		err = s.store.PutBlob(ctx, columnsBlob, k.rev, k.Index().Columns())
	}
	if err == nil {
		err = s.store.PutBlob(ctx, frontBlob, k.rev, k.Index().Front())
	}
	if err != nil {
		return err
	}
	k.saved, k.made = k.changes, k.rev
	return s.store.Compact(ctx)
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
