package query

import (
	"unicode/utf8"
)

// String writes q as a reader would type it, the order last. Parse reads the
// same query from it.
func (q Query) String() string {
	b := appendNode(nil, unwrapped(q.Root))
	if q.Sort == ByDefault {
		return string(b)
	}
	if len(b) > 0 {
		b = append(b, ' ')
	}
	b = append(b, sortField...)
	b = append(b, ':')
	return string(append(b, q.Sort...))
}

// String writes n as a reader would type it, alone in a query.
func (n Node) String() string { return string(appendNode(nil, unwrapped(n))) }

// unwrapped takes the only kid for its parent, so that it needs no parentheses.
func unwrapped(n Node) Node {
	for n.Op == And && len(n.Kids) == 1 {
		n = n.Kids[0]
	}
	return n
}

func appendNode(b []byte, n Node) []byte {
	switch n.Op {
	case And:
		return appendKids(b, n.Kids, " ", Or)
	case Or:
		return appendKids(b, n.Kids, " OR ", Or)
	case Not:
		b = append(b, '-')
		return appendKids(b, n.Kids, " ", And, Or, Not)
	}
	return appendTerm(b, n.Term)
}

// appendKids writes nodes, those of the given operations in parentheses.
func appendKids(b []byte, kids []Node, between string, grouped ...Op) []byte {
	for i, kid := range kids {
		if i > 0 {
			b = append(b, between...)
		}
		group := false
		for _, op := range grouped {
			group = group || kid.Op == op
		}
		if group {
			b = append(b, '(')
		}
		b = appendNode(b, kid)
		if group {
			b = append(b, ')')
		}
	}
	return b
}

func appendTerm(b []byte, t Term) []byte {
	if t.Field != Text {
		b = append(b, t.Field...)
		b = append(b, ':')
	}
	between := ""
	for _, r := range t.Ranges {
		b = append(append(b, between...), rangeString(r)...)
		between = ","
	}
	for _, v := range t.Values {
		b = appendValue(append(b, between...), t.Field, v)
		between = ","
	}
	return b
}

func appendValue(b []byte, f Field, v Value) []byte {
	if !v.Quoted && v.Text != "" && bare(f, v.Text) {
		return append(b, v.Text...)
	}
	b = append(b, '"')
	for _, r := range v.Text {
		if r == '\\' || isQuote(r) {
			b = append(b, '\\')
		}
		b = utf8.AppendRune(b, r)
	}
	return append(b, '"')
}
