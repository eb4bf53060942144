package facet

import (
	"slices"

	"dossier/model/query"
)

// Join writes ticks into a query: those of dimension d become t, all else
// stays. A tick that q has keeps its place, where it can; new ones come last.
func Join(q query.Query, d Dimension, t Ticks, names Names) query.Query {
	j := joiner{d: d, ticks: t, names: names}
	included := includedTerms(q, d, names)
	last := lastRival(q, d, names, included)
	for i, n := range q.Root.Kids {
		left := excluded(n, d, names)
		switch {
		case included[i] == nil && left == nil:
			j.kids = append(j.kids, n)
		case left != nil:
			j.exclude(left)
		case t.All || len(t.Included) < 2 || i > last:
			j.include(included[i])
		}
	}
	j.include(j.ticks.Included)
	j.exclude(j.ticks.Excluded)
	return query.Query{Sort: q.Sort}.And(j.kids...)
}

// lastRival is the place of the last term that would be ticks itself, stood
// several included values before it; -1 if there is none.
func lastRival(q query.Query, d Dimension, names Names, included map[int][]string) int {
	last := -1
	for i, n := range q.Root.Kids {
		if included[i] == nil && oneEach(n, d, names) != nil {
			last = i
		}
	}
	return last
}

// joiner writes the ticks of one dimension between other terms.
type joiner struct {
	d     Dimension
	ticks Ticks // still to be written
	names Names
	kids  []query.Node
}

// include writes the included values that stand at one place of the query: of
// values that must all hold those of this place, else all, at the first place.
func (j *joiner) include(here []string) {
	if j.ticks.All {
		for _, name := range take(&j.ticks.Included, here) {
			j.kids = append(j.kids, term(j.d, j.names, name))
		}
	} else if all := j.ticks.Included; len(all) > 0 {
		j.kids = append(j.kids, term(j.d, j.names, all...))
		j.ticks.Included = nil
	}
}

// exclude writes the excluded values that stand at one place of the query.
func (j *joiner) exclude(here []string) {
	for _, name := range take(&j.ticks.Excluded, here) {
		j.kids = append(j.kids, query.Negate(term(j.d, j.names, name)))
	}
}

// take moves some names out of others, as far as they are there.
func take(names *[]string, some []string) []string {
	var taken []string
	for _, name := range some {
		if slices.Contains(*names, name) {
			taken = append(taken, name)
			*names = without(*names, name)
		}
	}
	return taken
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
