package terminal

import (
	"maps"
	"slices"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/fold"
	"dossier/model/mark"
	"dossier/model/query"
	"dossier/model/search"
	"dossier/model/set"
)

// shelf is an opened dossier with its index and the marks on its articles, by
// their numbers.
type shelf struct {
	library Library
	index   *search.Index
	marked  search.Marks
	changes []change // that the reader made in this run, the latest last
	asked   int      // how many of them there were when the reader last asked
}

// change is one that the reader made to a mark.
type change struct {
	fact        mark.Fact
	article     int32
	before, now state
}

// state is one fact of a mark.
type state struct {
	on   bool   // the article is read, is starred, has a note
	note string // what that says, folded
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
	s.makeRoom()
	return true
}

// makeRoom makes the sets of marks as long as the index.
func (s *shelf) makeRoom() {
	n := s.index.Len()
	for _, m := range []**set.Set{&s.marked.Read, &s.marked.Starred, &s.marked.Noted} {
		switch {
		case *m == nil:
			*m = set.New(n)
		case (*m).Len() < n:
			*m = (*m).Resize(n)
		}
	}
}

// take takes in marks as they are kept. What the reader changed since the first
// so many changes goes before.
func (s *shelf) take(m search.Marks, changes int) {
	s.marked = m
	s.makeRoom()
	for _, c := range s.changes[changes:] {
		put(&s.marked, c.fact, c.article, c.now)
	}
}

// mark makes a change to the mark of article i.
func (s *shelf) mark(i int32, c mark.Change) {
	now := state{on: c.On}
	before := state{on: s.has(c.Fact, i)}
	if c.Fact == mark.FactNote {
		now = state{c.Note != "", fold.String(c.Note)}
		before.note = s.marked.Notes[i]
	}
	if now != before {
		s.changes = append(s.changes, change{c.Fact, i, before, now})
		put(&s.marked, c.Fact, i, now)
	}
}

// put makes a fact of an article's mark be so.
func put(m *search.Marks, f mark.Fact, i int32, now state) {
	putIn(setOf(m, f), i, now.on)
	switch f {
	case mark.FactRead:
		m.Order = slices.DeleteFunc(m.Order, func(other int32) bool { return other == i })
		if now.on {
			m.Order = append(m.Order, i)
		}
	case mark.FactNote:
		putNote(m, i, now.note)
	}
}

func putIn(s *set.Set, i int32, on bool) {
	if on {
		s.Add(int(i))
	} else {
		s.Remove(int(i))
	}
}

func putNote(m *search.Marks, i int32, note string) {
	if m.Notes == nil {
		m.Notes = map[int32]string{}
	}
	m.Notes[i] = note
	if note == "" {
		delete(m.Notes, i)
	}
}

func setOf(m *search.Marks, f mark.Fact) *set.Set {
	switch f {
	case mark.FactRead:
		return m.Read
	case mark.FactStar:
		return m.Starred
	}
	return m.Noted
}

func (s *shelf) has(f mark.Fact, i int32) bool { return setOf(&s.marked, f).Has(int(i)) }

// Article returns the facts of article i.
func (s *shelf) Article(i int32) *model.Article {
	return s.index.Dossier().Article(int(i))
}

// IsRead reports whether the article was opened or marked as read.
func (s *shelf) IsRead(i int32) bool { return s.has(mark.FactRead, i) }

// IsStarred reports whether the reader starred the article.
func (s *shelf) IsStarred(i int32) bool { return s.has(mark.FactStar, i) }

// HasNote reports whether the reader left a note on the article.
func (s *shelf) HasNote(i int32) bool { return s.has(mark.FactNote, i) }

// Resolve tells which names a typed value means; an unopened shelf knows none.
func (s *shelf) Resolve(d facet.Dimension, v query.Value) []string {
	if s == nil {
		return nil
	}
	return s.index.Resolve(d, v)
}

// marks is a copy that a command may hold while the reader goes on reading. It
// is without what the reader changed since asking last: a row that was marked as
// read stays under is:unread, also if the list is made anew because more became
// known.
func (s *shelf) marks() search.Marks {
	m := search.Marks{
		Read: s.marked.Read.Clone(), Starred: s.marked.Starred.Clone(), Noted: s.marked.Noted.Clone(),
		Order: slices.Clone(s.marked.Order), Notes: maps.Clone(s.marked.Notes),
	}
	for _, c := range slices.Backward(s.changes[s.asked:]) {
		putIn(setOf(&m, c.fact), c.article, c.before.on)
		if c.fact == mark.FactNote {
			putNote(&m, c.article, c.before.note)
		}
	}
	return m
}
