// Package articles says where articles come from: it opens the built-in
// dossier, a reader's folders and files, and standard input.
//
// All text passes one door here. What a file holds is decoded, cleaned
// (model/clean) and bounded before anything else sees it; so is its name. What
// goes wrong with one file becomes a notice and the rest opens all the same.
// Files are only ever read.
//
//	Open → places  the folders, files and streams that were named
//	     → walk    their articles' names, in path order
//	     → read    one file's bytes, safely
//	     → decode  bytes to UTF-8
//	     → format  text to facts (frontmatter, webpage) and body
//	     → article facts completed: names made canonical, evidence found, the
//	               rest detected (model/detect)
//	     → ids     one for each article
//
// Searching, filtering and showing articles is left to model and ui.
package articles

import (
	"context"
	"fmt"
	"sync/atomic"

	"dossier/model"
	"dossier/model/search"
)

// Library is an opened dossier: the facts of its articles and a way to their
// texts.
type Library struct {
	dossier  model.Dossier
	articles model.Articles
	index    atomic.Pointer[search.Index]
	texts    []model.Text
	origins  []origin
	remarks  []remark
	rejected map[cutOf]model.Cut // in this run
}

// Dossier returns the dossier. The caller must not change it.
func (l *Library) Dossier() *model.Dossier { return &l.dossier }

// Index answers queries about the dossier.
func (l *Library) Index() *search.Index { return l.index.Load() }

// Text returns the body of article i of the dossier. It fails if there is no
// such article, or if ctx has ended.
func (l *Library) Text(ctx context.Context, i int) (model.Text, error) {
	if err := ctx.Err(); err != nil {
		return model.Text{}, err
	}
	if i < 0 || i >= len(l.texts) {
		return model.Text{}, fmt.Errorf("no article %d in a dossier of %d", i, len(l.texts))
	}
	return l.texts[i], nil
}
