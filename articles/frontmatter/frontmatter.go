// Package frontmatter reads the facts that a person stated about an article:
// the YAML block at the head of a text, or the same keys from elsewhere.
//
// It finds the block, reads the keys that design.md lists, cleans their values
// and says which line it could not use. It never fails: what cannot be read is
// told and left out, and a text without a block is all body. Whom a name means,
// where evidence stands and what to detect is left to package articles.
package frontmatter

import (
	"errors"
	"strings"

	"dossier/articles/yamldoc"
	"dossier/model"
)

// Facts is what a person stated about one article.
type Facts struct {
	Stated   model.Fields // the keys that are there, even if empty or unusable
	ID       string       // one clean line, like all text here; empty if not stated
	Title    string
	Language string // canonical BCP 47
	Date     model.Date
	Author   string
	Source   string
	URL      string
	Actors   []string // names as written
	Cuts     []Cut

	Lines      map[string]int // of the file, for each key that is there, by its first name
	ActorLines []int          // of the file, one for each of Actors
	BodyLine   int            // of the file, where the body starts; 0 if it stands in none as it is
}

// Cut is a cut as a person stated it. Its Evidence may have several lines, and
// nobody has looked for it in the body.
type Cut struct {
	model.Cut
	Line       int // of the file, where evidence (or else the cut) is stated
	VendorLine int // where the vendor is
}

// Problem tells what could not be used, where, and the way out.
type Problem struct {
	Line int // of the file, from 1; 0 if unknown
	Text string
	Kind model.NoticeKind
}

// Caps on what one article may state. Real ones state a tenth.
const (
	MaxActors   = 256
	MaxCuts     = 64
	maxProblems = 16
)

// Read splits the text of a whole file, decoded and cleaned, into the facts of
// its front matter and the body that follows. Without front matter the body is
// the whole text.
func Read(text string) (facts Facts, body string, problems []Problem) {
	block, body, err := split(text)
	var r reader
	switch {
	case errors.Is(err, errNone):
		return Facts{BodyLine: 1}, text, nil
	case err != nil:
		r.problem(1, "%s", err)
		return Facts{BodyLine: 1}, text, r.problems
	case !r.block(block):
		return Facts{BodyLine: 1}, text, r.problems
	}
	r.facts.BodyLine = 1 + strings.Count(text[:len(text)-len(body)], "\n")
	return r.facts, body, r.problems
}

// FromMap reads the same keys from a mapping that stands elsewhere.
func FromMap(m yamldoc.Map) (Facts, []Problem) {
	var r reader
	r.mapping(m)
	return r.facts, r.problems
}

// linesBefore is what stands above the block in its file: the opening fence.
const linesBefore = 1

// block reads the text between the fences. It reports false if that is no
// front matter at all but, say, a paragraph between two rules.
func (r *reader) block(block string) bool {
	m, err := yamldoc.Parse(block, linesBefore)
	var broken *yamldoc.Error
	switch {
	case errors.As(err, &broken):
		return r.rescue(block, broken)
	case err != nil:
		return false
	}
	r.mapping(m)
	return true
}
