// Package tags reads and writes a folder's side-car, dossier.tags.yaml: facts
// about articles, kept beside them, so that no article is ever changed.
//
// It maps an article's path, slash-separated from the folder, to the keys of
// front matter and two more:
//
//	sub/article.txt:
//	  language: de
//	  confirmed:              # cuts, as under cuts:
//	    - vendor: Amazon
//	      evidence: an exact passage of the text
//	  rejected:               # detected cuts that are none
//	    - vendor: Twitter
//	      evidence: an exact passage of the text
//
// A key closes its fact: what front matter states goes before the side-car, and
// what that states before detection. So cuts:, even empty, is all the cuts there
// are. confirmed: and rejected: judge single ones and leave the rest to
// detection. A confirmed cut stands whatever is detected. A rejected one is
// taken from what is detected: the vendor's cut if one of its passages overlaps
// that evidence, any cut by that vendor if there is no evidence. Front matter
// with cuts: closes both.
//
// Parse reads the file for a dossier. Update edits it: a person's words, order
// and comments stay, and entries that are not concerned keep every byte. Whom a
// name means, where evidence stands and what was detected is left to package
// articles.
package tags

import (
	"errors"
	"fmt"
	"hash/fnv"

	"dossier/articles/frontmatter"
	"dossier/articles/yamldoc"
	"dossier/model"
	"dossier/model/clean"
)

// FileName is the side-car's, at the root of a folder.
const FileName = "dossier.tags.yaml"

// MaxBytes bounds a side-car: 14,000 articles with their cuts. A file made to
// be slow takes two seconds at that size, a true one a third of one.
const MaxBytes = 4 << 20

// Entry is what a side-car says of one article.
type Entry struct {
	Facts     frontmatter.Facts
	Confirmed []frontmatter.Cut
	Rejected  []frontmatter.Cut // of their vendor and evidence only
	Problems  []frontmatter.Problem
	line      int
}

// Tags is a side-car. The zero Tags says nothing.
type Tags struct {
	entries  map[string]*Entry // by clean path
	paths    []string          // in file order
	Problems []frontmatter.Problem
}

// Parse reads the text of a side-car, decoded and cleaned. It never fails: what
// cannot be used is a problem.
func Parse(text string) Tags {
	t := Tags{entries: make(map[string]*Entry)}
	m, err := yamldoc.ParseUpTo(MaxBytes, text, 0)
	var broken *yamldoc.Error
	switch {
	case errors.As(err, &broken):
		t.problem(broken.Line, model.AboutFormat, "not valid YAML: %s; nothing in it is used", broken.Reason)
	case err != nil:
		t.problem(1, model.AboutFormat, "%s in it; write `path: …` with the keys of front matter below", err)
	}
	for _, e := range m.Names() {
		t.add(e)
	}
	return t
}

func (t *Tags) add(e yamldoc.Entry) {
	path := clean.Line(e.Key)
	if first, twice := t.entries[path]; twice {
		t.problem(e.Line, model.AboutFormat, "%s stands in line %d already; this one is left out", path, first.line)
		return
	}
	entry := &Entry{line: e.Line}
	t.entries[path] = entry
	t.paths = append(t.paths, path)
	m, ok := e.Value.Map()
	if !ok && !e.Value.Null() {
		t.problem(e.Line, model.AboutFormat, "%s: takes `key: value` pairs, not %s; left out", path, e.Value.Kind())
	}
	entry.read(m)
}

func (e *Entry) read(m yamldoc.Map) {
	e.Facts, e.Problems = frontmatter.FromMap(m)
	for _, key := range m.Entries() {
		var problems []frontmatter.Problem
		switch key.Key {
		case confirmedKey:
			e.Confirmed, problems = frontmatter.CutsFrom(key)
		case rejectedKey:
			e.Rejected, problems = frontmatter.CutsFrom(key)
		}
		e.Problems = append(e.Problems, problems...)
	}
}

// Len is how many articles the side-car tells of.
func (t *Tags) Len() int { return len(t.paths) }

// Of returns what is said of the article at a path, which need not be clean; an
// empty Entry if nothing is.
func (t *Tags) Of(path string) *Entry {
	if e, ok := t.entries[clean.Line(path)]; ok {
		return e
	}
	return &Entry{}
}

// Digest is a number that tells entries apart which say different things, and 0
// for one that says nothing.
func (e *Entry) Digest() int64 {
	if e.line == 0 {
		return 0
	}
	h := fnv.New64a()
	fmt.Fprintf(h, "%+v", *e)
	return int64(h.Sum64())
}

// Strangers returns a problem for each article that the side-car names and that
// is not there, going by its clean path.
func (t *Tags) Strangers(there func(path string) bool) []frontmatter.Problem {
	var lost Tags
	for _, p := range t.paths {
		if !there(p) {
			lost.problem(t.entries[p].line, model.AboutPath, "no article is at %s; correct the path or take it out", p)
		}
	}
	return lost.Problems
}

func (t *Tags) problem(line int, kind model.NoticeKind, format string, args ...any) {
	t.Problems = append(t.Problems, frontmatter.Problem{Line: line, Kind: kind, Text: clean.Line(fmt.Sprintf(format, args...))})
}
