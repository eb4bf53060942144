// Package mark says what a reader leaves behind in a dossier: marks on its
// articles, saved views, and the settings to go on with.
//
// It holds the values and what can be said of them without a disk or a clock,
// such as where a position is after its article was edited. Keeping them is the
// work of package articles/marks.
package mark

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
	"time"
)

// Mark is what the reader left on one article. The zero Mark is nothing.
type Mark struct {
	Read     bool
	ReadAt   time.Time // when it was marked as read, to the second; zero if it is not
	Order    uint64    // the article that was read later has the greater one; 0 if not read
	Starred  bool
	Note     string // cleaned text of several lines; empty if there is none
	Position Position
}

// Fact is one of the things that a mark says. Each is changed, and kept, alone.
type Fact uint8

// The facts of a mark.
const (
	FactRead Fact = iota
	FactStar
	FactNote
	FactPosition
	NumFacts
)

// Change sets one fact of an article's mark. Of its values the one that belongs
// to Fact counts.
type Change struct {
	Article string // its id
	Content string // Sum of its body, so that the mark follows a renamed file; empty if not known
	Fact    Fact

	On       bool // of FactRead and FactStar
	Note     string
	Position Position
}

// Read marks an article as read or unread.
func Read(article string, on bool) Change {
	return Change{Article: article, Fact: FactRead, On: on}
}

// Star sets an article's star, or takes it away.
func Star(article string, on bool) Change {
	return Change{Article: article, Fact: FactStar, On: on}
}

// Note sets the note on an article; an empty one takes it away.
func Note(article, text string) Change {
	return Change{Article: article, Fact: FactNote, Note: text}
}

// At keeps where in an article the reader is.
func At(article string, p Position) Change {
	return Change{Article: article, Fact: FactPosition, Position: p}
}

// Sum identifies a body by its content, in 22 letters. A body without a letter
// has none, as it would be like any other of its kind.
func Sum(body string) string {
	if strings.TrimSpace(body) == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(body))
	return base64.RawURLEncoding.EncodeToString(sum[:16])
}

// View is a query that the reader saved under a letter.
type View struct {
	Letter rune
	Name   string // one line; may be empty
	Query  string
}

// Settings is what to go on with when a dossier is opened again. An empty value
// was never set.
type Settings struct {
	Query  string
	Sort   string
	Focus  string // the pane that has the focus, by name
	Theme  string // by name
	Width  int    // of the text, in cells
	Cursor string // id of the article under the cursor
}
