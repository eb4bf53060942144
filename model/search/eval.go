package search

import (
	"context"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/query"
	"dossier/model/set"
)

// Marks is what the reader left in a dossier, for `is:` and `has:`. A nil set
// is empty.
type Marks struct {
	Read    *set.Set
	Starred *set.Set
	Noted   *set.Set
	Order   []int32 // articles read, the latest last; for `sort:read`
}

// evaluation is one query being answered.
type evaluation struct {
	*Index
	ctx   context.Context
	marks Marks
	words map[query.Value]*set.Set // a text search is not made twice
}

// statuses is a set of cut statuses.
type statuses [numStatuses]bool

var anyStatus = statuses{true, true, true}

// all evaluates nodes joined by And at the top of a query. There a status
// speaks of the same cut as each vendor beside it.
func (e *evaluation) all(nodes []query.Node) *set.Set {
	st, bound := topStatus(nodes)
	s := set.Full(e.Len())
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
		s := set.Full(e.Len())
		for _, kid := range n.Kids {
			s.And(e.node(kid, anyStatus))
		}
		return s
	case query.Or:
		s := set.New(e.Len())
		for _, kid := range n.Kids {
			s.Or(e.node(kid, anyStatus))
		}
		return s
	case query.Not:
		return e.node(n.Kids[0], st).Not()
	}
	return e.term(n.Term, st)
}

func (e *evaluation) term(t query.Term, st statuses) *set.Set {
	s := set.New(e.Len())
	for _, r := range t.Ranges {
		s.Or(e.filter(func(a *model.Article) bool { return r.Overlaps(a.Date) }))
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
		return e.text(v)
	case query.Date:
		return e.filter(func(a *model.Article) bool { return a.Date.IsZero() })
	}
	return e.field(f, v)
}

func (e *evaluation) vendor(v query.Value, st statuses) *set.Set {
	if st == anyStatus || v.None() {
		return e.named(facet.Vendor, v)
	}
	s := set.New(e.Len())
	for _, n := range e.resolve(facet.Vendor, v) {
		s.Or(e.vendorCuts(n, st))
	}
	return s
}

// vendorCuts returns the articles with a cut of vendor n of one of the
// statuses. The caller must not change the set.
func (x *Index) vendorCuts(n int32, st statuses) *set.Set {
	if st == anyStatus {
		return x.dims[facet.Vendor].postings[n]
	}
	s := set.New(x.Len())
	for status, allowed := range st {
		if cuts := x.cuts[cutKey{n, model.Status(status)}]; allowed && cuts != nil {
			s.Or(cuts)
		}
	}
	return s
}

func (x *Index) withStatus(st statuses) *set.Set {
	s := set.New(x.Len())
	for status, named := range st {
		if named {
			s.Or(x.status[status])
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
		return e.marked(e.marks.Read).Not()
	case "starred":
		return e.marked(e.marks.Starred)
	case "note":
		return e.marked(e.marks.Noted)
	case "detected":
		return e.filter(func(a *model.Article) bool { return a.Detected != 0 })
	case "evidence":
		return e.filter(hasEvidence)
	}
	return set.New(e.Len())
}

func (e *evaluation) marked(s *set.Set) *set.Set {
	if s == nil {
		return set.New(e.Len())
	}
	return s.Clone()
}

func hasEvidence(a *model.Article) bool {
	for _, c := range a.Cuts {
		if len(c.Passages) > 0 {
			return true
		}
	}
	return false
}

// field answers the fields that are sought in each article's facts.
func (e *evaluation) field(f query.Field, v query.Value) *set.Set {
	get := fact(f)
	if v.None() {
		return e.filter(func(a *model.Article) bool { return get(a) == "" })
	}
	if f == query.ID {
		return e.filter(func(a *model.Article) bool { return a.ID == v.Text })
	}
	return e.filter(func(a *model.Article) bool { return v.In(get(a)) })
}

func fact(f query.Field) func(*model.Article) string {
	switch f {
	case query.Source:
		return func(a *model.Article) string { return a.Source }
	case query.Author:
		return func(a *model.Article) string { return a.Author }
	case query.ID:
		return func(a *model.Article) string { return a.ID }
	}
	return func(a *model.Article) string { return a.Title }
}

// pause is how many articles are looked at between two looks at whether the
// answer is still wanted.
const pause = 1024

func (e *evaluation) filter(keep func(*model.Article) bool) *set.Set {
	s := set.New(e.Len())
	for i := range e.dossier.Articles {
		if i%pause == 0 && e.ctx.Err() != nil {
			break
		}
		if keep(&e.dossier.Articles[i]) {
			s.Add(i)
		}
	}
	return s
}
