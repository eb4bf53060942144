package tags

import (
	"bytes"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"dossier/model"
	"dossier/model/clean"
)

// The keys of a side-car that front matter does not have.
const (
	confirmedKey = "confirmed"
	rejectedKey  = "rejected"
)

// text is a scalar that is read back as text, quoted where it has to be.
func text(s string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s}
}

// date is a scalar without quotes, as people write dates.
func date(d model.Date) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Value: d.String()}
}

func list(items ...*yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.SequenceNode, Content: items}
}

func mapping(pairs ...*yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.MappingNode, Content: pairs}
}

func names(all []string) *yaml.Node {
	l := list()
	for _, n := range all {
		l.Content = append(l.Content, text(clean.Line(n)))
	}
	return l
}

// cut is all that is known of a cut.
func cut(c model.Cut) *yaml.Node {
	m := mapping(text("vendor"), text(clean.Line(c.Vendor)))
	put := func(key, value string, node *yaml.Node) {
		if value != "" {
			m.Content = append(m.Content, text(key), node)
		}
	}
	put("service", c.Service, text(clean.Line(c.Service)))
	put("status", c.Status.String(), text(c.Status.String()))
	put("date", c.Date.String(), date(c.Date))
	put("restored", c.Restored.String(), date(c.Restored))
	put("reason", c.Reason, text(clean.Line(c.Reason)))
	put("evidence", evidence(c), text(evidence(c)))
	return m
}

// evidence is as it will be read.
func evidence(c model.Cut) string { return strings.TrimSpace(clean.Text(c.Evidence)) }

// rejection is what tells a cut from others.
func rejection(c model.Cut) *yaml.Node {
	m := mapping(text("vendor"), text(clean.Line(c.Vendor)))
	if e := evidence(c); e != "" {
		m.Content = append(m.Content, text("evidence"), text(e))
	}
	return m
}

// find returns where the value of a key stands in a mapping; -1 if the key,
// whatever its case, is not there.
func find(m *yaml.Node, keys ...string) int {
	for i := 0; i+1 < len(m.Content); i += 2 {
		k := m.Content[i]
		if k.Kind == yaml.ScalarNode && slices.Contains(keys, strings.ToLower(k.Value)) {
			return i + 1
		}
	}
	return -1
}

// value returns the clean text of a key; empty if there is none.
func value(m *yaml.Node, key string) string {
	if i := find(m, key); i >= 0 && m.Content[i].Kind == yaml.ScalarNode {
		return clean.Line(m.Content[i].Value)
	}
	return ""
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" }

// become makes an empty collection of a value that is nothing, and block style
// of one in braces, which would grow into one long line. It reports false if
// the value is something else.
func become(n *yaml.Node, kind yaml.Kind) bool {
	if isNull(n) {
		n.Kind, n.Tag, n.Value, n.Style = kind, "", "", 0
	}
	// The library (v3.0.6) would move a comment after the brace to the next key.
	if n.LineComment == "" {
		n.Style &^= yaml.FlowStyle
	}
	return n.Kind == kind
}

// same reports whether two values say the same, however they are written.
func same(a, b *yaml.Node) bool {
	if a.Kind != b.Kind || a.Value != b.Value || a.ShortTag() != b.ShortTag() || len(a.Content) != len(b.Content) {
		return false
	}
	for i := range a.Content {
		if !same(a.Content[i], b.Content[i]) {
			return false
		}
	}
	return true
}

func encode(n *yaml.Node) (string, error) {
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(n); err != nil {
		return "", err
	}
	return b.String(), nil
}
