package articles

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	"dossier/articles/index"
	"dossier/articles/tags"
	"dossier/model"
	"dossier/model/clean"
)

// TagError says why a side-car cannot be written. Its text is clean, names the
// file and the way out.
type TagError struct {
	Path string // of the side-car, or of the article that can have none
	Err  error
}

func (e *TagError) Error() string {
	why := reason(e.Err)
	if errors.Is(e.Err, fs.ErrPermission) {
		why = "permission denied; make the folder writable"
	}
	return clean.Line(fmt.Sprintf("cannot write %s: %s", e.Path, why))
}

func (e *TagError) Unwrap() error { return e.Err }

// errNoFolder is for articles that were not opened with their folder.
var errNoFolder = errors.New("corrections are kept in the folder of an article; open the folder that it is in")

// Confirm states in the side-car that an article's detected cut is one. It fails with a *TagError if that cannot be
// written, as for the built-in dossier and for standard input.
func (l *Library) Confirm(ctx context.Context, article int, vendor string) error {
	return l.decide(ctx, article, vendor, true, (*tags.File).Confirm)
}

// Reject states in the side-car that an article's detected cut is none. It takes
// back a Confirm, as that does a Reject, and fails like it.
func (l *Library) Reject(ctx context.Context, article int, vendor string) error {
	return l.decide(ctx, article, vendor, false, (*tags.File).Reject)
}

func (l *Library) decide(ctx context.Context, article int, vendor string, kept bool, edit func(*tags.File, string, model.Cut) error) error {
	e, err := l.stock().entry(article)
	if err == nil && e == gone {
		err = fmt.Errorf("no article %d in a dossier of %d", article, l.stock().Len())
	}
	if err != nil {
		return err
	}
	a := &e.article
	c, ok := a.Cut(vendor)
	if !ok {
		c, ok = a.PossibleCut(vendor)
	}
	if !ok {
		c, ok = l.judgedBefore(cutOf{article, vendor})
	}
	if !ok {
		return fmt.Errorf("%s has no cut by %s", a.ID, vendor)
	}
	if err := l.update(ctx, l.places.all[e.file.place], a, func(f *tags.File) error { return edit(f, e.file.name, c) }); err != nil {
		return err
	}
	l.remember(cutOf{article, vendor}, c)
	return l.replace(ctx, e, after(*a, c, kept))
}

// cutOf names a cut.
type cutOf struct {
	article int
	vendor  string
}

// remember keeps a cut that is judged, as the reader may have another mind on
// it.
func (l *Library) remember(which cutOf, c model.Cut) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.rejected == nil {
		l.rejected = map[cutOf]model.Cut{}
	}
	l.rejected[which] = c
}

func (l *Library) judgedBefore(which cutOf) (model.Cut, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	c, ok := l.rejected[which]
	return c, ok
}

// after is an article with one detected cut confirmed, or gone.
func after(a model.Article, c model.Cut, kept bool) model.Article {
	a.Cuts = slices.Clone(a.Cuts)
	a.Possible = slices.DeleteFunc(slices.Clone(a.Possible), func(o model.Cut) bool { return o.Vendor == c.Vendor })
	at := slices.IndexFunc(a.Cuts, func(o model.Cut) bool { return o.Vendor == c.Vendor })
	c.Detected = false
	switch {
	case at < 0 && kept:
		a.Cuts = append(a.Cuts, c)
	case at < 0:
	case kept:
		a.Cuts[at] = c
	default:
		a.Cuts = slices.Delete(a.Cuts, at, at+1)
	}
	return a
}

// replace takes in other facts of an article. Who is reading the old ones goes
// on with them.
func (l *Library) replace(ctx context.Context, e *entry, a model.Article) error {
	changed := *e
	changed.article, changed.stage = a, index.Detected
	nums, err := l.stock().put(ctx, []*entry{&changed})
	if err != nil {
		return err
	}
	l.mu.Lock()
	l.build()
	l.builder.Set(int(nums[0]), &a, changed.people...)
	l.mu.Unlock()
	l.publish()
	l.Index().Warm()
	return nil
}

// update edits a place's side-car; a is the article to blame where there can be
// none.
func (l *Library) update(ctx context.Context, p *place, a *model.Article, edit func(*tags.File) error) error {
	if _, ok := p.folder.(rooted); !ok {
		return &TagError{"a side-car for " + a.ID, errNoFolder}
	}
	err := tags.Update(ctx, p.abs, l.Dossier().Register, edit)
	if err == nil || ctx.Err() != nil {
		return err
	}
	return &TagError{filepath.Join(p.given, tags.FileName), err}
}
