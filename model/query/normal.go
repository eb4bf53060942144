package query

import (
	"strings"

	"dossier/model"
	"dossier/model/clean"
	"dossier/model/fold"
)

// root is the normal form of a whole query.
func root(n Node) Node {
	if n = normal(n); n.Op != And {
		n = Node{Op: And, Kids: []Node{n}}
	}
	return n
}

// normal is the normal form of a node that anybody made. Nothing of it is
// shared with n. What looks for nothing becomes an empty And.
func normal(n Node) Node {
	switch n.Op {
	case Leaf:
		return normalLeaf(n.Term)
	case Not:
		return normalNot(n)
	}
	var kids []Node
	for _, kid := range n.Kids {
		switch kid = normal(kid); {
		case kid.Op == n.Op || kid.empty():
			kids = append(kids, kid.Kids...)
		default:
			kids = append(kids, kid)
		}
	}
	if n.Op == And {
		kids = mergeRepeats(kids)
	}
	switch kids = withoutTwins(kids); len(kids) {
	case 0:
		return Node{}
	case 1:
		return kids[0]
	}
	return Node{Op: n.Op, Kids: kids}
}

func (n Node) empty() bool { return n.Op == And && len(n.Kids) == 0 }

func normalNot(n Node) Node {
	if len(n.Kids) == 0 {
		return Node{}
	}
	switch kid := normal(n.Kids[0]); {
	case kid.empty():
		return kid
	case kid.Op == Not:
		return kid.Kids[0]
	default:
		return Node{Op: Not, Kids: []Node{kid}}
	}
}

func normalLeaf(t Term) Node {
	kept := Term{Field: t.Field, Ranges: normalRanges(t.Ranges)}
	for _, v := range t.Values {
		if v, ok := normalValue(t.Field, v); ok {
			kept.Values = append(kept.Values, v)
		}
	}
	kept.Values = distinct(kept.Field, kept.Values)
	switch {
	case len(kept.Values) == 0 && len(kept.Ranges) == 0:
		return Node{}
	case kept.Field == Text && len(kept.Values) > 1:
		return anyOf(kept.Values)
	}
	return Node{Op: Leaf, Term: kept}
}

// anyOf are bare words of which one is enough: no comma can say that.
func anyOf(words []Value) Node {
	n := Node{Op: Or}
	for _, v := range words {
		n.Kids = append(n.Kids, Node{Op: Leaf, Term: Term{Values: []Value{v}}})
	}
	return n
}

// normalValue cleans a value and quotes what could not be read back without
// quotes. It refuses a value of which nothing is left to look for.
func normalValue(f Field, v Value) (Value, bool) {
	v.Text = clean.Line(v.Text)
	folded := fold.String(v.Text)
	if strings.TrimSpace(folded) == "" {
		return v, false
	}
	missing := f != Text && !v.Quoted && folded == none
	if missing {
		v.Text = none
	}
	if f == Date {
		return v, missing
	}
	v.Quoted = v.Quoted || !bare(f, v.Text)
	return v, true
}

// bare reports that text stands for itself without quotes, in the place of a
// value of f.
func bare(f Field, text string) bool {
	if strings.IndexFunc(text, ends) >= 0 {
		return false
	}
	if f != Text {
		return !strings.Contains(text, ",")
	}
	if name, value, colon := strings.Cut(text, ":"); colon {
		if _, field := fieldNamed(name); field || looksLikeField(name, value) {
			return false
		}
	}
	_, operator := operators[text]
	return !operator && text[0] != '-'
}

func normalRanges(ranges []model.Range) []model.Range {
	var kept []model.Range
	seen := map[model.Range]bool{{}: true} // the range without an end says nothing
	for _, r := range ranges {
		if inverted(r) {
			r.From, r.To = r.To, r.From
		}
		if !seen[r] {
			seen[r] = true
			kept = append(kept, r)
		}
	}
	return kept
}

// mergeRepeats makes one term of the positive terms of each single-valued
// field, at the place of the first: an article has one language, so two cannot
// both be asked of it.
func mergeRepeats(kids []Node) []Node {
	first := map[Field]int{}
	kept := kids[:0]
	for _, n := range kids {
		f := n.Term.Field
		if n.Op != Leaf || !singleValued(f) {
			kept = append(kept, n)
			continue
		}
		if i, again := first[f]; again {
			t := &kept[i].Term
			t.Values = distinct(f, append(t.Values, n.Term.Values...))
			continue
		}
		first[f] = len(kept)
		kept = append(kept, n)
	}
	return kept
}

func singleValued(f Field) bool {
	switch f {
	case Lang, Source, Author, ID, Status:
		return true
	}
	return false
}
