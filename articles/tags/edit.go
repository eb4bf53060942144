package tags

import (
	"fmt"
	"slices"

	"go.yaml.in/yaml/v3"

	"dossier/articles/frontmatter"
	"dossier/model"
	"dossier/model/clean"
)

// detectable are the keys that detection has values for, in the order in which
// they are written.
var detectable = []struct {
	field model.Fields
	keys  []string // the first is the one that is written
	value func(a *model.Article) *yaml.Node
}{
	{model.FieldTitle, []string{"title"}, func(a *model.Article) *yaml.Node { return text(clean.Line(a.Title)) }},
	{model.FieldLanguage, []string{"language", "lang"}, func(a *model.Article) *yaml.Node { return text(clean.Line(a.Language)) }},
	{model.FieldDate, []string{"date"}, func(a *model.Article) *yaml.Node { return date(a.Date) }},
	{model.FieldAuthor, []string{"author"}, func(a *model.Article) *yaml.Node { return text(clean.Line(a.Author)) }},
	{model.FieldSource, []string{"source"}, func(a *model.Article) *yaml.Node { return text(clean.Line(a.Source)) }},
	{model.FieldActors, []string{"actors"}, func(a *model.Article) *yaml.Node { return names(a.Actors) }},
	{model.FieldCuts, []string{"cuts"}, func(a *model.Article) *yaml.Node { return detectedCuts(a) }},
}

// detectedCuts leaves out what was confirmed: that stands already.
func detectedCuts(a *model.Article) *yaml.Node {
	l := list()
	for _, c := range a.Cuts {
		if c.Detected && len(l.Content) < frontmatter.MaxCuts {
			l.Content = append(l.Content, cut(c))
		}
	}
	return l
}

// Add puts in the facts of an article that were detected, save those of which
// the file has the key already. It returns how many it put in.
func (f *File) Add(path string, a *model.Article) (n int, err error) {
	s, err := f.section(path)
	if err != nil {
		return 0, err
	}
	m := s.keys()
	for _, d := range detectable {
		if a.Detected.Has(d.field) && find(m, d.keys...) < 0 {
			m.Content = append(m.Content, text(d.keys[0]), d.value(a))
			n++
		}
	}
	if n > 0 {
		f.edit(s)
	}
	return n, nil
}

// Confirm states a detected cut of an article. One that was rejected before no
// longer is; one that is stated already stays as it is.
func (f *File) Confirm(path string, c model.Cut) error {
	s, err := f.section(path)
	if err != nil {
		return err
	}
	if closed, listed := f.closed(s, c.Vendor); closed {
		if listed {
			return nil
		}
		return fmt.Errorf("%s has cuts: without %s, and so there are no others; add it there", clean.Line(path), c.Vendor)
	}
	freed, err := f.drop(s, rejectedKey, c.Vendor)
	if err != nil || !freed && !c.Detected {
		return err
	}
	return f.put(s, confirmedKey, cut(c), f.by(c.Vendor))
}

// Reject says that a detected cut of an article is none. One that was confirmed
// before no longer is.
func (f *File) Reject(path string, c model.Cut) error {
	s, err := f.section(path)
	if err != nil {
		return err
	}
	if closed, listed := f.closed(s, c.Vendor); closed {
		if !listed {
			return nil
		}
		return fmt.Errorf("%s states the cut of %s under cuts:; take it out there", clean.Line(path), c.Vendor)
	}
	freed, err := f.drop(s, confirmedKey, c.Vendor)
	if err != nil {
		return err
	}
	if !freed && !c.Detected {
		return fmt.Errorf("the cut of %s is stated in %s itself; take it out there", c.Vendor, clean.Line(path))
	}
	return f.put(s, rejectedKey, rejection(c), func(item *yaml.Node) bool {
		return f.by(c.Vendor)(item) && (value(item, "evidence") == "" || value(item, "evidence") == clean.Line(evidence(c)))
	})
}

// closed reports whether all cuts are listed, and whether that vendor's is one.
func (f *File) closed(s *section, vendor string) (closed, listed bool) {
	m := s.keys()
	i := find(m, "cuts")
	return i >= 0, i >= 0 && slices.ContainsFunc(m.Content[i].Content, f.by(vendor))
}

// by tells items of a list of cuts by their vendor.
func (f *File) by(vendor string) func(item *yaml.Node) bool {
	return func(item *yaml.Node) bool {
		return f.register.Canonical(value(item, "vendor")) == f.register.Canonical(vendor)
	}
}

// drop takes a vendor out of a list, and a list that gets empty out of the
// article.
func (f *File) drop(s *section, key, vendor string) (dropped bool, err error) {
	m := s.keys()
	i := find(m, key)
	if i < 0 {
		return false, nil
	}
	l := m.Content[i]
	if !become(l, yaml.SequenceNode) {
		return false, notList(key)
	}
	before := len(l.Content)
	l.Content = slices.DeleteFunc(l.Content, f.by(vendor))
	if len(l.Content) == before {
		return false, nil
	}
	if len(l.Content) == 0 {
		m.Content = slices.Delete(m.Content, i-1, i+1)
	}
	f.edit(s)
	return true, nil
}

// put adds a cut to a list, unless it is there.
func (f *File) put(s *section, key string, item *yaml.Node, there func(item *yaml.Node) bool) error {
	m := s.keys()
	l := list()
	if i := find(m, key); i >= 0 {
		l = m.Content[i]
	} else {
		m.Content = append(m.Content, text(key), l)
	}
	if !become(l, yaml.SequenceNode) {
		return notList(key)
	}
	if !slices.ContainsFunc(l.Content, there) {
		l.Content = append(l.Content, item)
		f.edit(s)
	}
	return nil
}

func notList(key string) error { return fmt.Errorf("%s: takes a list; correct that first", key) }
