package query

import (
	"slices"

	"dossier/model"
)

// Match is a term: any of values, in field f. Their text need not be clean;
// quotes are put where it needs them.
func Match(f Field, values ...Value) Node {
	return Node{Op: Leaf, Term: Term{Field: f, Values: values}}
}

// During is a term: dated within any of ranges.
func During(ranges ...model.Range) Node {
	return Node{Op: Leaf, Term: Term{Field: Date, Ranges: ranges}}
}

// Negate is what n leaves out.
func Negate(n Node) Node { return Node{Op: Not, Kids: []Node{n}} }

// AnyOf is what any of nodes finds.
func AnyOf(nodes ...Node) Node { return Node{Op: Or, Kids: nodes} }

// Empty reports that q matches every article. Its order may still be one.
func (q Query) Empty() bool { return len(q.Root.Kids) == 0 }

// And returns q with further top-level nodes, in normal form, whoever made them
// and q. With none it is the normal form of q.
func (q Query) And(nodes ...Node) Query {
	q.Root = root(Node{Op: And, Kids: append([]Node{q.Root}, nodes...)})
	return q
}

// Without returns q without its top-level node i, or q if there is none.
func (q Query) Without(i int) Query {
	if i < 0 || i >= len(q.Root.Kids) {
		return q
	}
	q.Root = root(Node{Op: And, Kids: slices.Delete(slices.Clone(q.Root.Kids), i, i+1)})
	return q
}

// DropLast returns q without its last top-level node.
func (q Query) DropLast() Query { return q.Without(len(q.Root.Kids) - 1) }

// Words are the bare words and phrases that q asks to be there, in the order of
// its text, each once.
func (q Query) Words() []Value {
	var words []Value
	q.Root.words(true, &words)
	return distinct(Text, words)
}

func (n Node) words(asked bool, words *[]Value) {
	if n.Op == Leaf && n.Term.Field == Text && asked {
		*words = append(*words, n.Term.Values...)
	}
	for _, kid := range n.Kids {
		kid.words(asked != (n.Op == Not), words)
	}
}
