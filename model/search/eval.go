package search

import (
	"context"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/fold"
	"dossier/model/query"
	"dossier/model/set"
)

// Marks is what the reader left in a dossier, for `is:` and `has:`, and for
// words. A nil set is empty.
type Marks struct {
	Read    *set.Set
	Starred *set.Set
	Noted   *set.Set
	Order   []int32          // articles read, the latest last; for `sort:read`
	Notes   map[int32]string // what the notes say, folded
}

// evaluation is one query being answered.
type evaluation struct {
	*whole
	ctx   context.Context
	marks Marks
	err   error                    // why a text could not be searched
	noted map[query.Value]*set.Set // articles by what their notes say
}

// statuses is a set of cut statuses.
type statuses [numStatuses]bool

var anyStatus = statuses{true, true, true}

// all evaluates nodes joined by And at the top of a query. There a status
// speaks of the same cut as each vendor beside it.
func (e *evaluation) all(nodes []query.Node) *set.Set {
	st, bound := topStatus(nodes)
	s := e.present.Clone()
	for _, n := range nodes {
		if bound && isStatus(n) {
			continue
		}
		s.And(e.node(n, st))
	}
	return s
}

// topStatus reads the statuses that top-level terms allow. They are bound if a
// vendor stands beside them: then they say nothing by themselves.
func topStatus(nodes []query.Node) (st statuses, bound bool) {
	st = anyStatus
	for _, n := range nodes {
		positive, t := termOf(n)
		switch {
		case t.Field == query.Vendor && positive:
			bound = true
		case t.Field == query.Status:
			named := namedStatuses(t)
			for s := range st {
				st[s] = st[s] && named[s] == positive
			}
		}
	}
	return st, bound
}

// termOf returns the term of a leaf or of a negated leaf; of anything else one
// whose field is no field.
func termOf(n query.Node) (positive bool, t query.Term) {
	if n.Op == query.Not {
		n = n.Kids[0]
		if n.Op == query.Leaf {
			return false, n.Term
		}
	}
	if n.Op == query.Leaf {
		return true, n.Term
	}
	return true, query.Term{Field: "?"}
}

func isStatus(n query.Node) bool {
	_, t := termOf(n)
	return t.Field == query.Status
}

func namedStatuses(t query.Term) statuses {
	var named statuses
	for _, v := range t.Values {
		if s, ok := model.ParseStatus(v.Text); ok {
			named[s] = true
		}
	}
	return named
}

func (e *evaluation) node(n query.Node, st statuses) *set.Set {
	switch n.Op {
	case query.And:
		s := e.present.Clone()
		for _, kid := range n.Kids {
			s.And(e.node(kid, anyStatus))
		}
		return s
	case query.Or:
		s := set.New(e.len)
		for _, kid := range n.Kids {
			s.Or(e.node(kid, anyStatus))
		}
		return s
	case query.Not:
		return e.without(e.node(n.Kids[0], st))
	}
	return e.term(n.Term, st)
}

func (e *evaluation) term(t query.Term, st statuses) *set.Set {
	s := set.New(e.len)
	for _, r := range t.Ranges {
		s.Or(e.dated(r.Overlaps))
	}
	for _, v := range t.Values {
		s.Or(e.value(t.Field, v, st))
	}
	return s
}

func (e *evaluation) value(f query.Field, v query.Value, st statuses) *set.Set {
	switch f {
	case query.Lang:
		return e.named(facet.Language, v)
	case query.Actor:
		return e.named(facet.Actor, v)
	case query.Vendor:
		return e.vendor(v, st)
	case query.Status:
		return e.withStatus(namedStatuses(query.Term{Values: []query.Value{v}}))
	case query.Is, query.Has:
		return e.property(v.Text)
	case query.Text:
		return e.match(v, Anywhere).Or(e.inNotes(v))
	case query.Title:
		return e.title(v)
	case query.Date:
		return e.dated(model.Date.IsZero)
	case query.Source:
		return e.labelled(&e.sources, v)
	case query.Author:
		return e.labelled(&e.authors, v)
	case query.ID:
		return e.withID(v)
	}
	return set.New(e.len)
}

func (e *evaluation) vendor(v query.Value, st statuses) *set.Set {
	if st == anyStatus || v.None() {
		return e.named(facet.Vendor, v)
	}
	s := set.New(e.len)
	for _, n := range e.resolve(facet.Vendor, v) {
		e.vendorCuts(n, st).or(s)
	}
	return s
}

// vendorCuts returns the articles with a cut of vendor n of one of the
// statuses.
func (x *whole) vendorCuts(n int32, st statuses) posting {
	if st == anyStatus {
		return x.dims[facet.Vendor].inverse().postings[n]
	}
	s := set.New(x.len)
	for status, allowed := range st {
		if allowed {
			x.cuts().by[cutKey{n, model.Status(status)}].or(s)
		}
	}
	return posting{bits: s}
}

func (x *whole) withStatus(st statuses) *set.Set {
	s := set.New(x.len)
	for status, named := range st {
		if named {
			s.Or(x.cuts().status[status])
		}
	}
	return s
}

// property answers the values of `is:` and `has:`.
func (e *evaluation) property(name string) *set.Set {
	switch name {
	case "read":
		return e.marked(e.marks.Read)
	case "unread":
		return e.without(e.marked(e.marks.Read))
	case "starred":
		return e.marked(e.marks.Starred)
	case "note":
		return e.marked(e.marks.Noted)
	case "detected":
		return e.detected.Clone()
	case "evidence":
		return e.evident.Clone()
	}
	return set.New(e.len)
}

// marked adapts a set of marks to the articles there are: marks are made on one
// index and asked for on a later one.
func (e *evaluation) marked(s *set.Set) *set.Set {
	if s == nil {
		return set.New(e.len)
	}
	return s.Resize(e.len).And(e.present)
}

// without is the articles that are not in s.
func (e *evaluation) without(s *set.Set) *set.Set { return s.Not().And(e.present) }

// dated returns the articles whose date is wanted.
func (e *evaluation) dated(want func(model.Date) bool) *set.Set {
	s := set.New(e.len)
	for i, d := range e.dates {
		if want(d) {
			s.Add(i)
		}
	}
	return s.And(e.present)
}

// labelled returns the articles whose label is meant.
func (e *evaluation) labelled(l *labels, v query.Value) *set.Set {
	meant := make([]bool, len(l.names))
	m := query.NewMatcher(v)
	for n, name := range l.names {
		meant[n] = v.None() && name == "" || !v.None() && m.In(fold.String(name))
	}
	s := set.New(e.len)
	for i, n := range l.of {
		if meant[n] {
			s.Add(i)
		}
	}
	return s.And(e.present)
}

// title returns the articles with words in their titles. None is without one.
func (e *evaluation) title(v query.Value) *set.Set {
	if v.None() {
		return set.New(e.len)
	}
	return e.match(v, InTitle)
}

func (e *evaluation) withID(v query.Value) *set.Set {
	s := set.New(e.len)
	i, ok, err := e.byID(e.ctx, v.Text)
	if err != nil {
		e.err = err
	}
	if ok && !v.None() {
		s.Add(int(i))
	}
	return s
}
