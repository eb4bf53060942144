package articles

import (
	"context"
	"iter"

	"dossier/articles/index"
	"dossier/model"
	"dossier/model/search"
)

// entry is what is known of one file that is an article. It does not change
// once made. Its article has the id that was given to it, or until then the one
// it wants.
type entry struct {
	file   file
	stage  index.Stage
	stated string // the id that it states; empty if none
	path   string // of the file, as ids are made of it
	parsed
}

// wants is the id that the article would like.
func (e *entry) wants() string {
	if e.stated != "" {
		return e.stated
	}
	return stem(e.path)
}

// gone stands for an article that is no longer there.
var gone = &entry{parsed: parsed{article: model.Article{Title: "(no longer there)"}}}

// stock is where entries are kept: in memory, or in an index on disk. Numbers
// begin at 0 or 1 and are never used again.
type stock interface {
	model.Catalogue
	// known yields what is there, ordered by key.
	known(ctx context.Context) iter.Seq2[index.Known, error]
	// under yields the file that a key names and, if it is a folder, those in it.
	under(ctx context.Context, key string) iter.Seq2[index.Known, error]
	// put takes entries in, in place of those of the same files, and returns
	// their numbers. Their ids are those that they want.
	put(ctx context.Context, entries []*entry) ([]int32, error)
	// addWords makes texts searchable.
	addWords(ctx context.Context, nums []int32, entries []*entry) error
	remove(ctx context.Context, nums []int32) error
	// entry returns what is known of an article, gone if it is no longer there.
	entry(i int) (*entry, error)
	// text returns an article's text if it is at hand.
	text(i int) (t model.Text, ok bool)
	// settleIDs gives every article an id of its own, and tells of those whose
	// stated one another has.
	settleIDs(ctx context.Context) ([]remark, error)
	// titles lists the articles by title.
	titles(ctx context.Context) ([]int32, error)
	texts() search.Texts
	close() error
}
