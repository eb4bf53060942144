package search

import (
	"cmp"
	"context"
	"slices"

	"dossier/model/mark"
	"dossier/model/query"
	"dossier/model/set"
)

// Marks puts marks that are known by the ids of their articles as queries ask
// for them, and returns in order the ids that no article has. It looks up an id
// for each mark, so it takes time where there are many.
func (x *Index) Marks(ctx context.Context, all map[string]mark.Mark) (m Marks, lost []string, err error) {
	n := x.Len()
	m = Marks{Read: set.New(n), Starred: set.New(n), Noted: set.New(n)}
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
	}
}

// NeedsMarks reports that what a query finds hangs on marks.
func NeedsMarks(q query.Query) bool { return q.Sort == query.ByRead || asksMarks(q.Root) }

func asksMarks(n query.Node) bool {
	if slices.ContainsFunc(n.Kids, asksMarks) {
		return true
	}
	return n.Op == query.Leaf && slices.ContainsFunc(n.Term.Values, func(v query.Value) bool {
		switch v.Text {
		case "read", "unread", "starred":
			return n.Term.Field == query.Is
		case "note":
			return n.Term.Field == query.Has
		}
		return false
	})
}
