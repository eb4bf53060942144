// Package yamldoc reads YAML that strangers wrote: front matter, dossier.yaml.
//
// It gives a mapping's keys with their lines and lets the caller take the
// values it knows. Nothing is decoded into Go types, so nothing expands: an
// alias, a merge key and a tag are never followed. What the keys mean is left
// to the caller, cleaning the values too, because an escape such as "\e" is a
// live control once it is read.
package yamldoc

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// MaxBytes bounds what is parsed: a megabyte of keys takes a third of a second.
const MaxBytes = 1 << 20

// Error tells why and where a text is no YAML.
type Error struct {
	Line   int // from 1, in the file; 0 if unknown
	Reason string
}

func (e *Error) Error() string { return e.Reason }

// ErrNoMapping says that a text is YAML, but has no keys: a list, or prose.
var ErrNoMapping = errors.New("no `key: value` pairs")

// Map is a mapping of a YAML text. The zero Map is empty.
type Map struct {
	node   *node
	before int // lines of the file before the text
}

// Parse reads the first document of a text that stands in its file after
// `before` lines. It returns an *Error if the text is no YAML, ErrNoMapping if
// it has no keys. An empty text is an empty Map.
func Parse(text string, before int) (Map, error) { return ParseUpTo(MaxBytes, text, before) }

// ParseUpTo is Parse with a bound of its own, in bytes.
func ParseUpTo(limit int, text string, before int) (Map, error) {
	if len(text) > limit {
		return Map{}, &Error{Reason: fmt.Sprintf("more than %d MiB", limit>>20)}
	}
	if top, ok := readPlain(text); ok {
		return Map{&top, before}, nil
	}
	return parse(text, before)
}

// parse reads any text, with the library.
func parse(text string, before int) (Map, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		return Map{}, newError(err, text, before)
	}
	if len(doc.Content) == 0 {
		return Map{}, nil
	}
	root := nodeOf(doc.Content[0])
	top := Value{&root, before}
	if m, ok := top.Map(); ok {
		return m, nil
	}
	if top.Null() {
		return Map{}, nil
	}
	return Map{}, ErrNoMapping
}

// newError takes the line out of the library's message. It counts from the
// start of the text, leaves a first line out, and is one too low where its
// parser, not its scanner, gave up (v3.0.6). The end of the text is its last
// line.
func newError(err error, text string, before int) *Error {
	reason := strings.TrimPrefix(err.Error(), "yaml: ")
	if strings.HasPrefix(reason, "unknown anchor") {
		return &Error{Reason: reason}
	}
	line := 1
	if n, _ := fmt.Sscanf(reason, "line %d:", &line); n == 1 {
		_, reason, _ = strings.Cut(reason, ": ")
		if parserGaveUp(reason) {
			line++
		}
	}
	last := 1 + strings.Count(strings.TrimSuffix(text, "\n"), "\n")
	return &Error{Line: min(line, last) + before, Reason: reason}
}

func parserGaveUp(reason string) bool {
	return strings.HasPrefix(reason, "did not find expected") && !strings.Contains(reason, "alphabetic")
}

// Entry is one key of a mapping.
type Entry struct {
	Key   string // in lower case, from [Map.Entries]
	Line  int    // from 1, in the file
	Value Value
}

// Entries lists the keys in file order. Of a key that stands twice the first
// counts; a key that is itself a list or a mapping is left out.
func (m Map) Entries() []Entry {
	seen := seen{}
	return m.entries(func(name string) (key string, ok bool) {
		key = strings.ToLower(name)
		return key, seen.first(key)
	})
}

// Names lists the keys as they are written, also those that stand twice: for a
// mapping whose keys are names and not words of ours. Lists and mappings as
// keys are left out.
func (m Map) Names() []Entry {
	return m.entries(func(name string) (key string, ok bool) { return name, true })
}

func (m Map) entries(keyOf func(name string) (key string, ok bool)) []Entry {
	if m.node == nil {
		return nil
	}
	entries := make([]Entry, 0, len(m.node.kids)/2)
	for i := 0; i+1 < len(m.node.kids); i += 2 {
		k := &m.node.kids[i]
		if k.kind != scalar {
			continue
		}
		if key, ok := keyOf(k.text); ok {
			entries = append(entries, Entry{key, k.line + m.before, Value{&m.node.kids[i+1], m.before}})
		}
	}
	return entries
}

// seen is the keys that were there already. Of a few it asks each, which is
// quicker than a map.
type seen struct {
	few  []string
	many map[string]bool
}

// first reports whether a key was not there yet.
func (s *seen) first(key string) bool {
	if s.many[key] || slices.Contains(s.few, key) {
		return false
	}
	if len(s.few) < 32 {
		s.few = append(s.few, key)
		return true
	}
	if s.many == nil {
		s.many = map[string]bool{}
	}
	s.many[key] = true
	return true
}

// Value is what stands behind a key or in a list.
type Value struct {
	node   *node
	before int
}

// Line is where the value starts in its file, from 1.
func (v Value) Line() int { return v.node.line + v.before }

// Null reports that nothing stands there, or `~`.
func (v Value) Null() bool { return v.node.null }

// Text returns a scalar as it is written: `no`, `0777` and `2021-01-08` are
// text. Nothing at all is the empty text.
func (v Value) Text() (text string, ok bool) {
	if v.Null() {
		return "", true
	}
	return v.node.text, v.node.kind == scalar
}

// List returns the values of a list.
func (v Value) List() (items []Value, ok bool) {
	if v.node.kind != list {
		return nil, false
	}
	for i := range v.node.kids {
		items = append(items, Value{&v.node.kids[i], v.before})
	}
	return items, true
}

// Map returns a mapping.
func (v Value) Map() (m Map, ok bool) {
	if v.node.kind != mapping {
		return Map{}, false
	}
	return Map(v), true
}

// Kind names what the value is, for a notice: "a list".
func (v Value) Kind() string {
	switch v.node.kind {
	case list:
		return "a list"
	case mapping:
		return "a mapping"
	case alias:
		return "an alias"
	}
	return "text"
}
