package search

import (
	"strings"

	"dossier/model/facet"
	"dossier/model/fold"
	"dossier/model/language"
	"dossier/model/query"
	"dossier/model/set"
)

type resolveKey struct {
	dim   facet.Dimension
	value query.Value
}

// Resolve returns the canonical names that a typed value means in a dimension,
// among the values that the dossier has.
func (x *whole) Resolve(d facet.Dimension, v query.Value) []string {
	var names []string
	for _, n := range x.resolve(d, v) {
		names = append(names, x.dims[d].values[n].Name)
	}
	return names
}

// resolve remembers its answers: with 50,000 actors one costs milliseconds, and
// a query asks for the same ones at every key.
func (x *whole) resolve(d facet.Dimension, v query.Value) []int32 {
	x.resolving.Lock()
	defer x.resolving.Unlock()
	key := resolveKey{d, v}
	if found, known := x.resolved[key]; known {
		return found
	}
	if len(x.resolved) > 1000 {
		clear(x.resolved)
	}
	found := x.lookUp(d, v)
	x.resolved[key] = found
	return found
}

func (x *whole) lookUp(d facet.Dimension, v query.Value) []int32 {
	if v.None() {
		return nil
	}
	dim := &x.dims[d]
	m := query.NewMatcher(v)
	var found []int32
	tag := d == facet.Language && !v.Quoted && isTag(v.Text)
	for n := range dim.values {
		if tag && language.Covers(v.Text, dim.values[n].Name) || !tag && m.Name(dim.naming().forms[n]...) {
			found = append(found, int32(n))
		}
	}
	if v.Quoted && len(found) > 1 {
		return dim.called(v.Text, found)
	}
	return found
}

// called picks the value whose own name is the text, which goes before those
// that have it for an alias; all of them if there is none.
func (d *dimension) called(text string, values []int32) []int32 {
	for _, n := range values {
		if d.naming().forms[n][0] == fold.String(text) {
			return []int32{n}
		}
	}
	return values
}

// isTag tells a language tag from a language's name: `fr` means French alone,
// not also Frysk.
func isTag(s string) bool { return len(s) <= 3 || strings.Contains(s, "-") }

func languageForms(tag string) []string {
	forms := []string{fold.String(tag)}
	for _, name := range language.Names(tag) {
		forms = append(forms, fold.String(name))
	}
	return forms
}

// named returns the articles that have any of the values meant by v, or, for
// `none`, those that have no value.
func (x *whole) named(d facet.Dimension, v query.Value) *set.Set {
	if v.None() {
		return x.dims[d].inverse().any.Clone().Not().And(x.present)
	}
	s := set.New(x.len)
	for _, n := range x.resolve(d, v) {
		x.dims[d].inverse().postings[n].or(s)
	}
	return s
}
