package facet

import (
	"slices"

	"dossier/model/query"
)

// Ticks are the values of one dimension that a query includes and excludes.
type Ticks struct {
	Included []string
	Excluded []string
	All      bool // an article must have all included values, not just one
}

// State of the value with that canonical name.
func (t Ticks) State(name string) State {
	switch {
	case slices.Contains(t.Included, name):
		return Included
	case slices.Contains(t.Excluded, name):
		return Excluded
	}
	return Off
}

// Split takes the ticks of one dimension out of a query. Ticks are top-level
// terms whose values mean one canonical name each; all else is the rest, which
// every count of the dimension obeys.
func Split(q query.Query, d Dimension, names Names) (Ticks, []query.Node) {
	var t Ticks
	var rest []query.Node
	included := includedTerms(q, d, names)
	for i, n := range q.Root.Kids {
		switch {
		case included[i] != nil:
			t.Included = union(t.Included, included[i])
		case excluded(n, d, names) != nil:
			t.Excluded = union(t.Excluded, excluded(n, d, names))
		default:
			rest = append(rest, n)
		}
	}
	t.All = len(included) > 1 && len(t.Included) > 1
	return t, rest
}

// union adds names to others; each stands once.
func union(names, more []string) []string {
	for _, name := range more {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// includedTerms finds the positive terms that are ticks, by their place in the
// query. Terms with one value each are ticks of which all must hold; failing
// those, the last term with several values is ticks of which one must hold.
// What a query says beyond that stays a condition beside the ticks.
func includedTerms(q query.Query, d Dimension, names Names) map[int][]string {
	single, several := map[int][]string{}, map[int][]string{}
	for i, n := range q.Root.Kids {
		switch values := oneEach(n, d, names); {
		case len(values) == 1:
			single[i] = values
		case len(values) > 1:
			clear(several)
			several[i] = values
		}
	}
	if len(single) > 0 {
		return single
	}
	return several
}

// excluded returns the canonical names that a negated term leaves out, if each
// of its values means exactly one; else nil.
func excluded(n query.Node, d Dimension, names Names) []string {
	if n.Op != query.Not {
		return nil
	}
	return oneEach(n.Kids[0], d, names)
}

// oneEach returns the canonical names that a term of dimension d means, if
// each of its values means exactly one; else nil.
func oneEach(n query.Node, d Dimension, names Names) []string {
	if n.Op != query.Leaf || n.Term.Field != d.Field() {
		return nil
	}
	var all []string
	for _, v := range n.Term.Values {
		meant := names.Resolve(d, v)
		if len(meant) != 1 {
			return nil
		}
		all = union(all, meant)
	}
	return all
}
