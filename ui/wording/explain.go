package wording

import (
	"strings"

	"dossier/model"
	"dossier/model/query"
	"dossier/ui/message"
)

// Meanings tells which names a value means in a field: the canonical ones of the
// actors, or the tags of languages. It may know none.
type Meanings func(query.Field, query.Value) []string

// Explain says in words what a query asks for and in what order, its top-level
// terms parted by dots:
//
//	in German · Apple cut ties · not naming Donald Trump · has “violence”
//
// The words of the empty query are none.
func Explain(q query.Query, names Meanings) string {
	var parts []string
	for _, n := range q.Root.Kids {
		parts = append(parts, explainNode(n, names, true))
	}
	if order := orders[q.Sort]; order != "" {
		parts = append(parts, order.String())
	}
	return strings.Join(parts, " · ")
}

var orders = map[query.Sort]message.Text{
	query.ByDate: "earliest first", query.ByDateDown: "latest first", query.ByTitle: "by title", query.BySource: "by source",
	query.ByRelevance: "best match first", query.ByRead: "recently read first",
}

// Order is what an order of the list is called.
func Order(s query.Sort) string {
	if s == query.ByDefault {
		s = query.ByDateDown
	}
	return orders[s].String()
}

// explainNode words a node that is asked for, or one that is left out.
func explainNode(n query.Node, names Meanings, asked bool) string {
	switch n.Op {
	case query.Not:
		return explainNode(n.Kids[0], names, !asked)
	case query.Leaf:
		return explainTerm(n.Term, names, asked)
	}
	var parts []string
	for _, kid := range n.Kids {
		words := explainNode(kid, names, true)
		if kid.Op == query.And || kid.Op == query.Or {
			words = "(" + words + ")"
		}
		parts = append(parts, words)
	}
	words := either(parts)
	if n.Op == query.And {
		words = strings.Join(parts, message.Say(" and "))
	}
	if !asked {
		return message.Say("not (%s)", words)
	}
	return words
}

// either joins what may each be meant.
func either(parts []string) string { return strings.Join(parts, message.Say(" or ")) }

// frames are how the terms of a field are said, asked for and left out, with
// values and without any.
type frames struct{ asked, left, none, some message.Text }

var fields = map[query.Field]frames{
	query.Text:   {"has %s", "without %s", "", ""},
	query.Lang:   {"in %s", "not in %s", "in no known language", "in a known language"},
	query.Actor:  {"naming %s", "not naming %s", "naming nobody", "naming somebody"},
	query.Vendor: {"%s cut ties", "not saying that %s cut ties", "nobody cut ties", "somebody cut ties"},
	query.Status: {"the cut is %s", "the cut is not %s", "without a cut", "with a cut"},
	query.Source: {"from %s", "not from %s", "without a source", "with a source"},
	query.Author: {"by %s", "not by %s", "without an author", "with an author"},
	query.Title:  {"%s in the title", "without %s in the title", "without a title", "with a title"},
	query.Date:   {"dated %s", "not dated %s", "undated", "dated at all"},
	query.ID:     {"with the id %s", "without the id %s", "without an id", "with an id"},
	query.Is:     {"%s", "not %s", "", ""},
	query.Has:    {"with %s", "without %s", "", ""},
}

func explainTerm(t query.Term, names Meanings, asked bool) string {
	f := fields[t.Field]
	var values []string
	for _, r := range t.Ranges {
		values = append(values, rangeWords(r))
	}
	var missing message.Text
	for _, v := range t.Values {
		if v.None() && t.Field != query.Text {
			missing = f.none
			if !asked {
				missing = f.some
			}
			continue
		}
		values = append(values, valueWords(t.Field, v, names)...)
	}
	frame := f.asked
	if !asked {
		frame = f.left
	}
	words := message.Say(frame, either(values))
	switch {
	case missing == "":
		return words
	case len(values) == 0:
		return missing.String()
	case asked:
		return either([]string{words, missing.String()})
	}
	return words + message.Say(" and ") + missing.String()
}

// mostNames is how many names a value may mean for them to be told.
const mostNames = 3

// states are the words of the fields that know only some.
var states = map[string]message.Text{
	"read": "read", "unread": "unread", "starred": "starred", "detected": "with detected facts",
	"note": "a note", "evidence": "evidence",
	"done": "done", "announced": "announced", "disputed": "disputed",
}

// valueWords are the names that a value means, or else the value as typed.
func valueWords(f query.Field, v query.Value, names Meanings) []string {
	switch f {
	case query.Is, query.Has, query.Status:
		return []string{states[v.Text].String()}
	case query.Lang, query.Actor, query.Vendor:
		return named(f, v, names)
	}
	return []string{message.Say("“%s”", v.Text)}
}

func named(f query.Field, v query.Value, names Meanings) []string {
	var all []string
	if names != nil {
		all = names(f, v)
	}
	if len(all) == 0 || len(all) > mostNames {
		return []string{message.Say("“%s”", v.Text)}
	}
	if f != query.Lang {
		return all
	}
	words := make([]string, len(all))
	for i, tag := range all {
		words[i] = Language(tag)
	}
	return words
}

// rangeWords are the dates of a range. Other languages speak of a day in other words
// than of a month or a year.
func rangeWords(r model.Range) string {
	from, to := Date(r.From), Date(r.To)
	switch {
	case r.From == r.To:
		return from
	case r.To.IsZero() && r.From.Day > 0:
		return message.Say("day|since %s", from)
	case r.To.IsZero():
		return message.Say("since %s", from)
	case r.From.IsZero() && r.To.Day > 0:
		return message.Say("day|until %s", to)
	case r.From.IsZero():
		return message.Say("until %s", to)
	case r.From.Day > 0 && r.To.Day > 0:
		return message.Say("days|from %s to %s", from, to)
	}
	return message.Say("from %s to %s", from, to)
}
