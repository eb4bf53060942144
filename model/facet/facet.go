// Package facet sees a query as ticks: which values of a dimension a reader has
// included and which excluded. A query and its ticks are two views of one
// state, so that ticking writes the query and typing ticks the boxes.
//
// It does not count; that is package search's.
package facet

import (
	"cmp"
	"slices"

	"dossier/model"
	"dossier/model/query"
)

// Dimension is one way to divide a dossier.
type Dimension uint8

// The dimensions, in the order in which they stand on the screen.
const (
	Language Dimension = iota
	Vendor             // that cut ties with the subject
	Actor              // that is named
	NumDimensions
)

var fields = [NumDimensions]query.Field{query.Lang, query.Vendor, query.Actor}

// Field is the query field that filters by d.
func (d Dimension) Field() query.Field { return fields[d] }

// State of a value.
type State uint8

// The states.
const (
	Off State = iota
	Included
	Excluded
)

var stateNames = [...]string{"off", "included", "excluded"}

func (s State) String() string { return stateNames[s] }

// Value is one value of a dimension with its live count.
type Value struct {
	Name     string     // canonical: a language tag or an actor's name
	Kind     model.Kind // of an actor or vendor
	Disputed bool       // every cut of this vendor is disputed
	Total    int        // articles with this value, whatever the query
	Count    int        // articles that the list would hold, were it ticked
	State    State
}

// ByCount is the values with the most frequent first.
func ByCount(values []Value) []Value {
	values = slices.Clone(values)
	slices.SortStableFunc(values, func(a, b Value) int {
		return cmp.Or(b.Count-a.Count, b.Total-a.Total, cmp.Compare(a.Name, b.Name))
	})
	return values
}

// Names tells which canonical names a typed value means in a dimension.
type Names interface {
	Resolve(Dimension, query.Value) []string
}
