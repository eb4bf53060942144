package query

import (
	"dossier/model/fold"
)

// distinct drops the values that find nothing but what one before them finds.
func distinct(f Field, values []Value) []Value {
	return firsts(values, func(v Value) string { return string(appendValueKey(nil, f, v)) })
}

// withoutTwins drops the nodes that say what one before them says.
func withoutTwins(nodes []Node) []Node {
	return firsts(nodes, func(n Node) string { return string(appendKey(nil, n)) })
}

// firsts keeps, in place, the first item of each key.
func firsts[T any](items []T, key func(T) string) []T {
	if len(items) < 2 {
		return items
	}
	seen := make(map[string]bool, len(items))
	kept := items[:0]
	for _, item := range items {
		if k := key(item); !seen[k] {
			seen[k] = true
			kept = append(kept, item)
		}
	}
	return kept
}

// appendKey writes a node so that two are written alike if and only if they
// look for the same in the same order. Its signs are controls, which no clean
// value holds.
func appendKey(b []byte, n Node) []byte {
	b = append(b, 1+byte(n.Op))
	for _, kid := range n.Kids {
		b = appendKey(b, kid)
	}
	b = append(b, n.Term.Field...)
	for _, v := range n.Term.Values {
		b = appendValueKey(b, n.Term.Field, v)
	}
	for _, r := range n.Term.Ranges {
		b = append(b, 8)
		b = append(b, rangeString(r)...)
	}
	return append(b, 0)
}

func appendValueKey(b []byte, f Field, v Value) []byte {
	if v.Quoted {
		b = append(b, 7)
	} else {
		b = append(b, 6)
	}
	if f == ID { // a.md and A.md are two files
		return append(b, v.Text...)
	}
	return append(b, fold.String(v.Text)...)
}
