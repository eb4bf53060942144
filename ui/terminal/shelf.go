package terminal

import (
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

func newShelf(lib Library) *shelf {
	s := &shelf{library: lib}
	s.renew()
	return s
}

// renew takes in what the library knows by now, and reports whether that is
// more; a search under way goes on with what it knew before.
func (s *shelf) renew() bool {
	before := s.index
	s.index = s.library.Index()
	if s.index == before {
		return false
	}
	n := s.index.Len()
	for _, m := range []**set.Set{&s.read, &s.starred} {
		switch {
		case *m == nil:
			*m = set.New(n)
		case (*m).Len() < n:
			*m = (*m).Resize(n)
		}
	}
	return true
}

// Article returns the facts of article i.
func (s *shelf) Article(i int32) *model.Article {
	return s.index.Dossier().Article(int(i))
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
