// Package query is the language in which a reader says what to see:
//
//	lang:de actor:"John Matze" -vendor:Apple (violence OR "terms of service") date:2021-01-08..2021-01-12
//
// Parse never fails; what it cannot use it reports as a Hint. A Query is a
// value: it does not know which articles there are. Package facet sees it as
// ticks, package search answers it; what a single value finds in a name or a
// text is told here, by Matcher.
//
//	typed text → lex.go → parse.go → normal.go → Query → print.go → typed text
//	                      term.go
//
// A query has one normal form, so that queries that are equal print the same:
// And in And and Or in Or are flattened, a lone kid takes its parent's place,
// Not is never doubled, a repeated single-valued field is one term, and nothing
// stands twice. Parse and the methods that edit keep it.
package query

import (
	"strings"

	"dossier/model"
)

// Query is one parsed query. Its Root is an And of any length, of which none
// matches everything. The zero Query is the empty one.
type Query struct {
	Root Node
	Sort Sort
}

// Node is a term or a combination of nodes.
type Node struct {
	Op   Op
	Kids []Node // of And and Or: any number; of Not: one
	Term Term   // of Leaf
}

// Op is what a Node does with its kids.
type Op uint8

// The operations.
const (
	And Op = iota
	Or
	Not
	Leaf
)

// Term is one condition: any of its values, or of its ranges, in one field.
type Term struct {
	Field  Field
	Values []Value       // of Text one; of Date none but the value for "no date"
	Ranges []model.Range // of Date only
}

// Value is what a term looks for.
type Value struct {
	Text   string // as typed, on one clean line, without its quotes
	Quoted bool   // the whole name, or a phrase; else a prefix of a word
}

// None reports whether v asks for articles in which the field is missing. Of
// the field Text it is the word "none" like any other.
func (v Value) None() bool { return !v.Quoted && strings.EqualFold(v.Text, none) }

const none = "none"

// Field is where a term looks.
type Field string

// The fields. Text is a bare word or phrase, sought in title and body.
const (
	Text   Field = ""
	Lang   Field = "lang"
	Actor  Field = "actor"  // named at all
	Vendor Field = "vendor" // has a cut, of any status
	Status Field = "status" // of a cut
	Source Field = "source"
	Author Field = "author"
	Title  Field = "title"
	Date   Field = "date"
	ID     Field = "id"
	Is     Field = "is"
	Has    Field = "has"
)

// Sort is an order of the articles. The zero Sort is the default: latest
// first, undated last, then title, then id.
type Sort string

// The orders.
const (
	ByDefault   Sort = ""
	ByDate      Sort = "date" // earliest first
	ByDateDown  Sort = "-date"
	ByTitle     Sort = "title"
	BySource    Sort = "source"
	ByRelevance Sort = "relevance"
	ByRead      Sort = "read" // recently read first
)

// Hint tells of a part of the query that could not be used as meant.
type Hint struct {
	Start, End int // bytes of the typed text
	Fault      Fault
	Field      Field    // that it stands in; of an order "sort"
	Text       string   // what is wrong, in short and on one clean line
	Meant      string   // what it was most likely meant to be, as one types it; may be empty
	Choices    []string // all that there is, as one types it, where nothing is like it
	Most       int      // of what there is too much
}

// Fault is what could not be used, and what becomes of it.
type Fault uint8

// The faults.
const (
	TooLong      Fault = iota // more than Most bytes; the rest is ignored
	TooDeep                   // more than Most parentheses in each other; what is in them is ignored
	UnknownField              // is sought as text
	InGroup                   // a field's values in parentheses, which are text beside it
	UnknownValue              // is ignored
	NoDate                    // is ignored
	Inverted                  // a range that ends before it begins; its ends are swapped
	NegatedOrder              // is ignored
	SecondOrder               // is ignored
)
