package search

import (
	"cmp"
	"context"
	"slices"

	"dossier/model/fold"
	"dossier/model/mark"
	"dossier/model/query"
	"dossier/model/set"
)

// Marks puts marks that are known by the ids of their articles as queries ask
// for them, and returns in order the ids that no article has. It looks up an id
// for each mark, so it takes time where there are many.
func (x *Index) Marks(ctx context.Context, all map[string]mark.Mark) (m Marks, lost []string, err error) {
	n := x.Len()
	m = Marks{Read: set.New(n), Starred: set.New(n), Noted: set.New(n), Notes: map[int32]string{}}
	order := map[int32]uint64{}
	for id, left := range all {
		i, ok, err := x.ByID(ctx, id)
		switch {
		case err != nil:
			return Marks{}, nil, err
		case !ok || int(i) >= n:
			lost = append(lost, id)
			continue
		}
		m.put(i, left)
		if left.Read {
			order[i] = left.Order
		}
	}
	slices.SortFunc(m.Order, func(a, b int32) int { return cmp.Compare(order[a], order[b]) })
	slices.Sort(lost)
	return m, lost, nil
}

func (m *Marks) put(i int32, left mark.Mark) {
	if left.Read && !m.Read.Has(int(i)) {
		m.Read.Add(int(i))
		m.Order = append(m.Order, i)
	}
	if left.Starred {
		m.Starred.Add(int(i))
	}
	if left.Note != "" {
		m.Noted.Add(int(i))
		m.Notes[i] = fold.String(left.Note)
	}
}

// inNotes returns the articles whose notes have a word or phrase.
func (e *evaluation) inNotes(v query.Value) *set.Set {
	if known := e.noted[v]; known != nil {
		return known
	}
	s, sought := set.New(e.len), query.NewMatcher(v)
	for i, note := range e.marks.Notes {
		if e.has(i) && sought.In(note) {
			s.Add(int(i))
		}
	}
	if e.noted == nil {
		e.noted = map[query.Value]*set.Set{}
	}
	e.noted[v] = s
	return s
}

// NeedsMarks reports that what a query finds hangs on marks: words are sought in
// notes too.
func NeedsMarks(q query.Query) bool { return q.Sort == query.ByRead || asksMarks(q.Root) }

func asksMarks(n query.Node) bool {
	if slices.ContainsFunc(n.Kids, asksMarks) {
		return true
	}
	if n.Op != query.Leaf || n.Term.Field == query.Text {
		return n.Op == query.Leaf
	}
	return slices.ContainsFunc(n.Term.Values, func(v query.Value) bool {
		switch v.Text {
		case "read", "unread", "starred":
			return n.Term.Field == query.Is
		case "note":
			return n.Term.Field == query.Has
		}
		return false
	})
}
