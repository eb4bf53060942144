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
			t.Included = append(t.Included, included[i]...)
		case n.Op == query.Not && oneEach(n.Kids[0], d, names) != nil:
			t.Excluded = append(t.Excluded, oneEach(n.Kids[0], d, names)...)
		default:
			rest = append(rest, n)
		}
	}
	t.All = len(included) > 1
	return t, rest
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
		if !slices.Contains(all, meant[0]) {
			all = append(all, meant[0])
		}
	}
	return all
}

// Join writes ticks into a query: those of dimension d become t, all else
// stays. The place of a term in the query stays too, where it can.
func Join(q query.Query, d Dimension, t Ticks, names Names) query.Query {
	included := includedTerms(q, d, names)
	place := map[int]bool{}
	for i, n := range q.Root.Kids {
		if included[i] != nil || n.Op == query.Not && oneEach(n.Kids[0], d, names) != nil {
			place[i] = true
		}
	}
	var kids []query.Node
	written := false
	for i, n := range q.Root.Kids {
		switch {
		case !place[i]:
			kids = append(kids, n)
		case !written:
			kids = append(kids, terms(d, t, names)...)
			written = true
		}
	}
	if !written {
		kids = append(kids, terms(d, t, names)...)
	}
	return query.Query{Sort: q.Sort}.And(kids...)
}

func terms(d Dimension, t Ticks, names Names) []query.Node {
	var nodes []query.Node
	switch {
	case len(t.Included) == 0:
	case t.All:
		for _, name := range t.Included {
			nodes = append(nodes, term(d, names, name))
		}
	default:
		nodes = append(nodes, term(d, names, t.Included...))
	}
	for _, name := range t.Excluded {
		nodes = append(nodes, query.Node{Op: query.Not, Kids: []query.Node{term(d, names, name)}})
	}
	return nodes
}

func term(d Dimension, names Names, values ...string) query.Node {
	t := query.Term{Field: d.Field()}
	for _, name := range values {
		t.Values = append(t.Values, Spell(d, name, names))
	}
	return query.Node{Op: query.Leaf, Term: t}
}

// Spell writes a canonical name as a value that means it alone: quoted where
// the bare word would mean others too.
func Spell(d Dimension, name string, names Names) query.Value {
	bare := query.Value{Text: name}
	if meant := names.Resolve(d, bare); len(meant) == 1 && meant[0] == name && !bare.None() {
		return bare
	}
	return query.Value{Text: name, Quoted: true}
}

// Set puts one value of dimension d into a state and returns the new query.
// With all, several included values mean that an article must have each.
func Set(q query.Query, d Dimension, name string, s State, all bool, names Names) query.Query {
	t, _ := Split(q, d, names)
	t.Included = without(t.Included, name)
	t.Excluded = without(t.Excluded, name)
	switch s {
	case Included:
		t.Included = append(t.Included, name)
	case Excluded:
		t.Excluded = append(t.Excluded, name)
	}
	t.All = all
	return Join(q, d, t, names)
}

func without(names []string, name string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == name })
}
