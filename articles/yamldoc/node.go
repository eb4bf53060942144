package yamldoc

import "go.yaml.in/yaml/v3"

// node is one value of a text, and what is in it.
type node struct {
	kind kind
	null bool // nothing, or ~
	line int  // from 1, in the text
	text string
	kids []node // of a list its values, of a mapping each key and then its value
}

type kind uint8

const (
	scalar kind = iota
	list
	mapping
	alias
)

var kinds = map[yaml.Kind]kind{yaml.ScalarNode: scalar, yaml.SequenceNode: list, yaml.MappingNode: mapping, yaml.AliasNode: alias}

// nodeOf is what the library has read. An alias is not followed.
func nodeOf(y *yaml.Node) node {
	n := node{kind: kinds[y.Kind], line: y.Line}
	switch n.kind {
	case scalar:
		n.text, n.null = y.Value, y.ShortTag() == "!!null"
	case list, mapping:
		n.kids = make([]node, len(y.Content))
		for i, kid := range y.Content {
			n.kids[i] = nodeOf(kid)
		}
	}
	return n
}
