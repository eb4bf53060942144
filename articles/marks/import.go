package marks

import (
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"slices"
)

// maxImport bounds what is imported, in bytes: two million marks.
const maxImport = 256 << 20

var errLarge = fmt.Errorf("more than %d MiB cannot be imported; split it", maxImport>>20)

// Import takes in what Export wrote, here or on another machine. Of each fact
// the newer one counts. It returns how many facts and views were new, or an
// error that says the line and what is wrong there, and then nothing is taken
// in; or an *UnsavedError like Set. It cannot be undone.
func (s *Store) Import(r io.Reader) (taken int, err error) {
	if f, ok := r.(interface{ Stat() (fs.FileInfo, error) }); ok {
		if info, err := f.Stat(); err == nil && info.Size() > maxImport {
			return 0, errLarge // before memory is taken for it
		}
	}
	raw, err := io.ReadAll(io.LimitReader(r, maxImport+1))
	if err != nil {
		return 0, err
	}
	if len(raw) > maxImport {
		return 0, errLarge
	}
	records, err := parseExport(raw)
	if err != nil {
		return 0, err
	}
	if taken = s.merge(records); taken == 0 {
		return 0, nil
	}
	return taken, s.save()
}

// merge stages what is newer, in the order of its times, so that what was read
// later stays so. A clock that went before ours must not win for ever.
func (s *Store) merge(records []*record) (taken int) {
	now := secondsOf(s.now())
	for _, r := range records {
		r.at, r.since = min(r.at, now), min(r.since, now)
	}
	slices.SortStableFunc(records, func(a, b *record) int { return cmp.Compare(a.readSince(), b.readSince()) })
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, r := range records {
		if old := s.rowOf(r.key)[r.kind]; !old.is(r.value) && (old == nil || old.at < r.at) {
			s.stage(r)
			taken++
		}
	}
	return taken
}
