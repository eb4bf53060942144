package tags

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"dossier/articles/yamldoc"
	"dossier/model"
	"dossier/model/clean"
)

// The reasons why a file is left alone.
var (
	errEncoding = errors.New("it is not UTF-8; save it as UTF-8")
	errLarge    = errors.New("it is larger than 4 MiB, which would not be read; tag fewer articles")
	errSeveral  = errors.New("it has several YAML documents; put all into one")
	errNoPaths  = errors.New("it does not begin with `path: …`; write the path of an article with the keys of front matter below")
	errBraces   = errors.New("it is written in braces; write each `path:` on a line of its own with its keys below")
	errForm     = errors.New("it cannot be changed without changing what else it says; write each `path:` on a line of its own with its keys below")
)

const byteOrderMark = "\ufeff"

// parse takes a file apart.
func parse(raw []byte, r *model.Register) (*File, error) {
	f := NewFile(r)
	root, err := rootOf(raw)
	switch {
	case err != nil:
		return nil, err
	case root == nil || isNull(root):
		f.head = string(raw)
		return f, nil
	case root.Kind != yaml.MappingNode:
		return nil, errNoPaths
	case root.Style&yaml.FlowStyle != 0:
		return nil, errBraces
	}
	if bytes.Contains(raw, []byte("\r\n")) {
		f.newline = "\r\n"
	}
	rest, marked := strings.CutPrefix(string(raw), byteOrderMark)
	if marked {
		f.head = byteOrderMark
	}
	return f, f.takeApart(lines(rest), root)
}

// rootOf returns what the only document of a file holds; nil if there is none.
func rootOf(raw []byte) (*yaml.Node, error) {
	switch {
	case len(raw) > MaxBytes:
		return nil, errLarge
	case !utf8.Valid(raw):
		return nil, errEncoding
	}
	var doc, next yaml.Node
	d := yaml.NewDecoder(bytes.NewReader(raw))
	switch err := d.Decode(&doc); {
	case err == io.EOF:
		return nil, nil
	case err != nil:
		return nil, invalid(raw, err)
	case d.Decode(&next) != io.EOF:
		return nil, errSeveral
	}
	return doc.Content[0], nil
}

// invalid names the line, if it can.
func invalid(raw []byte, err error) error {
	var broken *yamldoc.Error
	if _, told := yamldoc.ParseUpTo(MaxBytes, string(raw), 0); errors.As(told, &broken) && broken.Line > 0 {
		return fmt.Errorf("line %d is not valid YAML: %s; correct it first", broken.Line, broken.Reason)
	}
	return fmt.Errorf("it is not valid YAML: %w; correct it first", err)
}

// lines cuts a text after each line end, as YAML counts lines.
func lines(s string) []string {
	var all []string
	start := 0
	for i := 0; i < len(s); {
		n := lineEnd(s[i:])
		if n == 0 {
			i++
			continue
		}
		i += n
		all = append(all, s[start:i])
		start = i
	}
	return append(all, s[start:])
}

func lineEnd(s string) int {
	for _, end := range []string{"\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"} {
		if strings.HasPrefix(s, end) {
			return len(end)
		}
	}
	return 0
}

// takeApart gives each path the lines from its own to the next one's.
func (f *File) takeApart(all []string, root *yaml.Node) error {
	first := min(root.Content[0].Line-1, len(all))
	f.head += strings.Join(all[:first], "")
	for pairs := root.Content; len(pairs) > 0; pairs = pairs[2:] {
		start, end := pairs[0].Line-1, len(all)
		if len(pairs) > 2 {
			end = pairs[2].Line - 1
		}
		if start >= end || pairs[0].Kind != yaml.ScalarNode {
			return errForm
		}
		f.addSection(all[start:end], mapping(pairs[0], pairs[1]))
	}
	return nil
}

func (f *File) addSection(all []string, said *yaml.Node) {
	content := len(all)
	for content > 1 && saysNothing(all[content-1]) {
		content--
	}
	s := &section{text: strings.Join(all[:content], ""), tail: strings.Join(all[content:], ""), said: said}
	f.entries = append(f.entries, s)
	if path := clean.Line(said.Content[0].Value); f.byPath[path] == nil {
		f.byPath[path] = s
	}
}

func saysNothing(line string) bool {
	return strings.HasPrefix(line, "#") || strings.TrimSpace(line) == ""
}
