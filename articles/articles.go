// Package articles says where articles come from: it opens the built-in
// dossier, a reader's folders and files, and standard input.
//
// All text passes one door here. What a file holds is decoded, cleaned
// (model/clean) and bounded before anything else sees it; so is its name. What
// goes wrong with one file becomes a notice and the rest opens all the same.
// Files are only ever read.
//
//	Open → places   the folders, files and streams that were named
//	     → keeper   walk, compare with what is known, list, index, detect, watch
//	         → read    one file's bytes, safely
//	         → decode  bytes to UTF-8
//	         → format  text to facts (frontmatter, webpage) and body
//	         → article facts completed: names made canonical, evidence found, the
//	                   rest detected (model/detect)
//	     → stock    entries by number: in memory, or on disk (package index)
//	     → Library  an index to ask, renewed whenever more is known
//
//	articles/parler       the built-in dossier
//	articles/decode       bytes to UTF-8, whatever they are encoded in
//	articles/frontmatter  what a person stated about an article, at its head
//	articles/tags         the same beside it, in dossier.tags.yaml
//	articles/webpage      main text and metadata of a saved page
//	articles/yamldoc      YAML that strangers wrote
//	articles/index        what was read of a large folder, kept for the next time
//	articles/marks        what a reader left in a dossier, kept for good
//	articles/battery      what is hostile, for the tests of all packages
//
// Searching, filtering and showing articles is left to model and ui.
package articles

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"

	"dossier/model"
	"dossier/model/search"
)

// Library is an opened dossier: an index of the facts of its articles, and a
// way to their texts. A library that is kept up to date may know more whenever
// it is asked again.
type Library struct {
	places *places
	about  about
	base   *model.Register // without the people that the texts name
	parser *parser
	kept   atomic.Pointer[stock]

	waiting  *waiting
	large    sync.Mutex // one large file is read at a time
	index    atomic.Pointer[search.Index]
	progress atomic.Pointer[model.Progress]
	wanted   atomic.Pointer[[]int32]
	news     chan struct{} // holds one: something is new; closed: nothing will be
	stop     context.CancelFunc
	stopped  sync.WaitGroup

	mu       sync.Mutex // of what follows
	builder  search.Builder
	building bool                     // the builder holds what is known
	titles   []int32                  // articles by title; nil while they are not in order
	refused  []remark                 // ids that others have
	told     map[int32][]model.Notice // about articles
	unread   map[string]model.Notice  // about files that could not be read, by key
	rejected map[cutOf]model.Cut      // in this run
}

// Index answers queries about the dossier, as far as it is known now.
func (l *Library) Index() *search.Index { return l.index.Load() }

// Dossier returns the dossier as far as it is known now. The caller must not
// change it.
func (l *Library) Dossier() *model.Dossier { return l.Index().Dossier() }

// Text returns the body of article i of the dossier. It fails if there is no
// such article, if it cannot be read any more, or if ctx has ended.
func (l *Library) Text(ctx context.Context, i int) (model.Text, error) {
	e, err := l.entryOf(ctx, i)
	if err != nil {
		return model.Text{}, err
	}
	if t, ok := l.stock().text(i); ok {
		if !e.furnished {
			l.parser.furnish(e.article, &t)
		}
		return t, nil
	}
	return l.readText(ctx, e)
}

// entryOf is the entry of an article that is asked for.
func (l *Library) entryOf(ctx context.Context, i int) (*entry, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	e, err := l.stock().entry(i)
	switch {
	case err != nil || e != gone:
	case i >= 0 && i < l.stock().Len():
		err = errGone
	default:
		err = fmt.Errorf("no article %d in a dossier of %d", i, l.stock().Len())
	}
	return e, err
}

// News waits until more is known than when it was called last, and says how far
// the reading has come. It returns false when ctx has ended, or when nothing
// more will come.
func (l *Library) News(ctx context.Context) (model.Progress, bool) {
	select {
	case <-ctx.Done():
		return model.Progress{}, false
	case _, more := <-l.news:
		return l.Progress(), more
	}
}

// Progress is how far the dossier has been read.
func (l *Library) Progress() model.Progress {
	if p := l.progress.Load(); p != nil {
		return *p
	}
	return model.Progress{}
}

// Prefer asks that facts be detected in these articles before all others: they
// are on the screen.
func (l *Library) Prefer(articles []int32) { l.wanted.Store(&articles) }

// Close lets go of the files. What is under way ends first.
func (l *Library) Close() error {
	l.stop()
	l.stopped.Wait()
	l.places.close()
	return l.stock().close()
}

// Damaged reports that what was said of the dossier may lack something, as its
// index was damaged. It is made anew the next time.
func (l *Library) Damaged() bool {
	s, ok := l.stock().(*stored)
	return ok && s.damaged.Load()
}

// stock is where the entries are kept now.
func (l *Library) stock() stock { return *l.kept.Load() }

func (l *Library) setStock(s stock) { l.kept.Store(&s) }
