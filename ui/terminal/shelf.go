package terminal

import (
	"context"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/query"
	"dossier/model/search"
	"dossier/model/set"
)

// shelf is an opened dossier with its index and the marks that the reader made
// in this run.
type shelf struct {
	library Library
	index   *search.Index
	read    *set.Set
	starred *set.Set
	order   []int32 // articles read, the latest last
}

func newShelf(ctx context.Context, lib Library) *shelf {
	n := len(lib.Dossier().Articles)
	s := &shelf{library: lib, read: set.New(n), starred: set.New(n)}
	s.reindex(ctx)
	return s
}

// reindex makes the library's facts answer queries; a search under way goes on
// with the old ones.
func (s *shelf) reindex(ctx context.Context) {
	lib := s.library
	s.index = search.New(lib.Dossier(), func(i int) string { return body(ctx, lib, i) })
}

// body is what bare words are sought in. An article that cannot be read any
// more has none; opening it says why.
func body(ctx context.Context, lib Library, i int) string {
	t, err := lib.Text(ctx, i)
	if err != nil {
		return ""
	}
	return t.Body
}

// Article returns the facts of article i.
func (s *shelf) Article(i int32) *model.Article {
	return &s.library.Dossier().Articles[i]
}

// IsRead reports whether the article was opened or marked as read.
func (s *shelf) IsRead(i int32) bool { return s.read.Has(int(i)) }

// IsStarred reports whether the reader starred the article.
func (s *shelf) IsStarred(i int32) bool { return s.starred.Has(int(i)) }

func (s *shelf) setRead(i int32, read bool) {
	if !read {
		s.read.Remove(int(i))
		return
	}
	if !s.read.Has(int(i)) {
		s.read.Add(int(i))
		s.order = append(s.order, i)
	}
}

// Resolve tells which names a typed value means; an unopened shelf knows none.
func (s *shelf) Resolve(d facet.Dimension, v query.Value) []string {
	if s == nil {
		return nil
	}
	return s.index.Resolve(d, v)
}

// marks is a copy that a command may hold while the reader goes on reading.
func (s *shelf) marks() search.Marks {
	return search.Marks{Read: s.read.Clone(), Starred: s.starred.Clone(), Order: append([]int32(nil), s.order...)}
}
