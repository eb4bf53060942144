package articles

import (
	"context"
	"slices"

	"dossier/model"
)

// each gives the files of all places to emit, in path order, some at a time. A
// file that has several names is given once. It returns what there is to say of
// each place, and fails with a *PathError for a folder that cannot be listed.
func (ps *places) each(ctx context.Context, emit func([]file)) (all []survey, err error) {
	s := sieve{places: ps.all}
	for at, p := range ps.all {
		seen, err := p.each(ctx, func(all []found) {
			files := make([]file, len(all))
			for i := range all {
				files[i] = p.stamped(int32(at), all[i])
			}
			if files = s.keep(files); len(files) > 0 {
				emit(files)
			}
		})
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil {
			return nil, &PathError{p.given, err}
		}
		all = append(all, seen)
	}
	return all, nil
}

// survey is what there is to say of a place that was looked through.
type survey struct {
	notices []model.Notice // about what cannot be listed
	empty   bool
}

// each gives the files of one place to emit.
func (p *place) each(ctx context.Context, emit func([]found)) (s survey, err error) {
	if p.named() {
		files := slices.Clone(p.files)
		for i := range files {
			p.look(&files[i])
		}
		emit(files)
		return s, nil
	}
	s.empty = true
	s.notices, err = walk(ctx, p.folder, func(files []found) {
		s.empty = false
		emit(files)
	})
	return s, err
}

// survey takes note of what there is to say of the places, and reports whether it is
// anything else than before.
func (l *Library) survey(all []survey) (news bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for i, s := range all {
		before := &l.places.all[i].survey
		news = news || s.empty != before.empty || !slices.Equal(s.notices, before.notices)
		*before = s
	}
	return news
}
