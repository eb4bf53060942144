package query

import (
	"strings"

	"dossier/model"
	"dossier/model/language"
)

// Meanings tells which names a value means in a field: the canonical ones of the
// actors, or the tags of languages. It may know none.
type Meanings func(Field, Value) []string

// Explain says in words what a query asks for and in what order, its top-level
// terms parted by dots:
//
//	in German · Apple cut ties · not naming Donald Trump · has “violence”
//
// The words of the empty query are none.
func (q Query) Explain(names Meanings) string {
	var parts []string
	for _, n := range q.Root.Kids {
		parts = append(parts, n.explain(names, true))
	}
	if order := orders[q.Sort]; order != "" {
		parts = append(parts, order)
	}
	return strings.Join(parts, " · ")
}

var orders = map[Sort]string{
	ByDate: "earliest first", ByDateDown: "latest first", ByTitle: "by title", BySource: "by source",
	ByRelevance: "best match first", ByRead: "recently read first",
}

// explain words a node that is asked for, or one that is left out.
func (n Node) explain(names Meanings, asked bool) string {
	switch n.Op {
	case Not:
		return n.Kids[0].explain(names, !asked)
	case Leaf:
		return n.Term.explain(names, asked)
	}
	between := " and "
	if n.Op == Or {
		between = " or "
	}
	var parts []string
	for _, kid := range n.Kids {
		words := kid.explain(names, true)
		if kid.Op == And || kid.Op == Or {
			words = "(" + words + ")"
		}
		parts = append(parts, words)
	}
	words := strings.Join(parts, between)
	if !asked {
		return "not (" + words + ")"
	}
	return words
}

// wording is how the terms of a field are said; % stands for the values.
type wording struct{ asked, left, none, some string }

var wordings = map[Field]wording{
	Text:   {"has %", "without %", "", ""},
	Lang:   {"in %", "not in %", "in no known language", "in a known language"},
	Actor:  {"naming %", "not naming %", "naming nobody", "naming somebody"},
	Vendor: {"% cut ties", "not saying that % cut ties", "nobody cut ties", "somebody cut ties"},
	Status: {"the cut is %", "the cut is not %", "without a cut", "with a cut"},
	Source: {"from %", "not from %", "without a source", "with a source"},
	Author: {"by %", "not by %", "without an author", "with an author"},
	Title:  {"% in the title", "without % in the title", "without a title", "with a title"},
	Date:   {"dated %", "not dated %", "undated", "dated at all"},
	ID:     {"with the id %", "without the id %", "without an id", "with an id"},
	Is:     {"%", "not %", "", ""},
	Has:    {"with %", "without %", "", ""},
}

func (t Term) explain(names Meanings, asked bool) string {
	w := wordings[t.Field]
	var values []string
	for _, r := range t.Ranges {
		values = append(values, rangeWords(r))
	}
	missing := ""
	for _, v := range t.Values {
		if v.None() && t.Field != Text {
			missing = w.none
			if !asked {
				missing = w.some
			}
			continue
		}
		values = append(values, valueWords(t.Field, v, names)...)
	}
	frame := w.asked
	if !asked {
		frame = w.left
	}
	words := strings.Replace(frame, "%", strings.Join(values, " or "), 1)
	switch {
	case missing == "":
		return words
	case len(values) == 0:
		return missing
	case asked:
		return words + " or " + missing
	}
	return words + " and " + missing
}

// mostNames is how many names a value may mean for them to be told.
const mostNames = 3

// valueWords are the names that a value means, or else the value as typed.
func valueWords(f Field, v Value, names Meanings) []string {
	switch f {
	case Is:
		if v.Text == "detected" {
			return []string{"with detected facts"}
		}
		return []string{v.Text}
	case Has:
		if v.Text == "note" {
			return []string{"a note"}
		}
		return []string{v.Text}
	case Status:
		return []string{v.Text}
	case Lang, Actor, Vendor:
		return named(f, v, names)
	}
	return []string{"“" + v.Text + "”"}
}

func named(f Field, v Value, names Meanings) []string {
	var all []string
	if names != nil {
		all = names(f, v)
	}
	if len(all) == 0 || len(all) > mostNames {
		return []string{"“" + v.Text + "”"}
	}
	if f != Lang {
		return all
	}
	words := make([]string, len(all))
	for i, tag := range all {
		words[i] = language.English(tag)
	}
	return words
}

func rangeWords(r model.Range) string {
	switch {
	case r.From == r.To:
		return r.From.String()
	case r.To.IsZero():
		return "since " + r.From.String()
	case r.From.IsZero():
		return "until " + r.To.String()
	}
	return "from " + r.From.String() + " to " + r.To.String()
}
