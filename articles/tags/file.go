package tags

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"dossier/model"
	"dossier/model/clean"
)

// File is a side-car taken apart for editing: by articles, so that the text of
// those which are not concerned is written back as it was.
type File struct {
	register *model.Register
	head     string // what stands before the first article
	entries  []*section
	byPath   map[string]*section
	newline  string
	changed  bool
}

// section is the text about one article.
type section struct {
	text   string     // from the path to the last line that says something
	tail   string     // blank lines and comments after it, which belong to nobody
	said   *yaml.Node // what text says: a mapping of just this path; nil if it is new
	doc    *yaml.Node // the same with its comments, for editing; nil until needed
	edited bool
}

// NewFile makes a side-car that says nothing. The register tells names of one
// actor apart from those of another; it may be empty.
func NewFile(r *model.Register) *File {
	return &File{register: r, byPath: make(map[string]*section), newline: "\n"}
}

// section returns the part about an article, ready for editing.
func (f *File) section(path string) (*section, error) {
	path = clean.Line(path)
	s := f.byPath[path]
	if s == nil {
		s = &section{doc: &yaml.Node{Kind: yaml.DocumentNode, Content: []*yaml.Node{mapping(text(path), mapping())}}}
		f.entries = append(f.entries, s)
		f.byPath[path] = s
	}
	if err := s.open(); err != nil {
		return nil, err
	}
	if !become(s.keys(), yaml.MappingNode) {
		return nil, fmt.Errorf("%s has no `key: value` pairs below it; correct that first", path)
	}
	return s, nil
}

// open parses the part alone, which gives it the comments that are its own.
func (s *section) open() error {
	if s.doc != nil {
		return nil
	}
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(s.text), &doc); err != nil || len(doc.Content) == 0 || !same(doc.Content[0], s.said) {
		return errForm
	}
	s.doc = &doc
	return nil
}

// keys is the mapping of the article's keys.
func (s *section) keys() *yaml.Node { return s.doc.Content[0].Content[1] }

func (f *File) edit(s *section) { s.edited, f.changed = true, true }

// Text is the whole file. It fails if it would say anything else than before
// but for what was edited, or be too large to be read.
func (f *File) Text() (string, error) {
	var b strings.Builder
	b.WriteString(f.head)
	for _, s := range f.entries {
		part, err := s.write(f.newline)
		if err != nil {
			return "", err
		}
		if now := b.String(); part != "" && now != "" && !strings.HasSuffix(now, "\n") && !strings.HasSuffix(now, "\r") {
			b.WriteString(f.newline)
		}
		b.WriteString(part + s.tail)
	}
	return b.String(), f.verify(b.String())
}

func (s *section) write(newline string) (string, error) {
	if !s.edited {
		return s.text, nil
	}
	part, err := encode(s.doc)
	if newline != "\n" {
		part = strings.ReplaceAll(part, "\n", newline)
	}
	return part, err
}

func (f *File) verify(written string) error {
	want := mapping()
	for _, s := range f.entries {
		switch {
		case s.edited:
			want.Content = append(want.Content, s.doc.Content[0].Content...)
		case s.said != nil:
			want.Content = append(want.Content, s.said.Content...)
		}
	}
	if len(written) > MaxBytes {
		return errLarge
	}
	got, err := rootOf([]byte(written))
	if err == nil && (got == nil || isNull(got)) {
		got = mapping()
	}
	if err != nil || !same(want, got) {
		return errForm
	}
	return nil
}
