// Package linear is the reader for whoever cannot use a screen that is drawn: for
// screen readers, braille, and terminals that only write lines. It asks, and
// answers in sentences: the same query on the same library as in the other
// readers, and the same marks.
//
//	Run → session → list ─ number → article ─ Enter → the next paragraphs
//	                  └──── letters, as in the reader, for everything else
//
// Nothing is drawn, moved, coloured or taken back: every line stays true and no
// byte is an escape. Every question says what may be answered, and what is long
// waits to be asked for more. Lines are not wrapped, because a screen reader pauses
// at the end of each; a terminal breaks them itself. Answers may come from a pipe:
// they are then repeated behind their questions, so that what is written is the
// whole talk.
//
// What a body is as paragraphs stands in package prose; letters and what they do,
// in a table from which the help is written too.
package linear

import (
	"bufio"
	"context"
	"errors"
	"io"

	"dossier/model"
	"dossier/model/clean"
	"dossier/model/facet"
	"dossier/model/mark"
	"dossier/model/query"
	"dossier/model/search"
	"dossier/ui/message"
)

// Library is an opened dossier.
type Library interface {
	Index() *search.Index
	// Text reads the body of article i.
	Text(ctx context.Context, i int) (model.Text, error)
	// Reveal reads the file of article i, and shows what is hidden in it.
	Reveal(ctx context.Context, i int) (clean.Revealed, error)
}

// Marks is what the reader leaves behind in a dossier. What a method was told
// counts also where it could not be saved.
type Marks interface {
	All() map[string]mark.Mark
	Get(article string) mark.Mark
	Set(changes ...mark.Change) error
	// Undo takes the latest step of this run back, and returns how.
	Undo() ([]mark.Change, error)
	Settings() mark.Settings
	SetSettings(mark.Settings) error
	Views() []mark.View
	SetView(mark.View) error
	DropView(letter rune) (bool, error)
}

// Options are what a session begins with.
type Options struct {
	Library Library
	Marks   Marks // nil if nothing is kept
	Query   query.Query
	Notices []model.Notice
	In      io.Reader
	Out     io.Writer
	// Keyboard reports that a person types the answers.
	Keyboard bool
	// Width and Height are of the terminal that it is written to, in cells; 0 if
	// it is none. What is longer waits there.
	Width, Height int
}

// Run talks until the reader leaves, or has no more to say.
func Run(ctx context.Context, o Options) error {
	s := &session{
		ctx: ctx, Options: o, out: bufio.NewWriter(o.Out), lines: readLines(o.In),
		index: o.Library.Index(), query: o.Query, last: -1, seen: map[string]string{},
	}
	err := s.talk()
	if errors.Is(err, errQuit) || errors.Is(err, io.EOF) {
		err = nil
	}
	return errors.Join(err, s.out.Flush())
}

// session is one talk.
type session struct {
	ctx context.Context
	Options
	lines   <-chan string
	out     *bufio.Writer
	written int // lines of the screen since the last question

	index  *search.Index
	query  query.Query
	all    [facet.NumDimensions]bool
	answer search.Answer

	first int               // the row that the page of the list began with
	next  int               // the row after its last
	last  int32             // the article that was read last; -1 if none was
	open  *opened           // the article that is read; nil in the list
	seen  map[string]string // with which words each article was opened last, by id

	unsaved string // what was said last of what cannot be saved
}

// errQuit ends the talk, errBack a part of it.
var (
	errQuit = errors.New("quit")
	errBack = errors.New("back")
)

func (s *session) talk() error {
	s.greet()
	resumed := s.resume()
	if err := s.find(); err != nil {
		return err
	}
	if !resumed && !s.query.Empty() {
		s.sayFilter()
	}
	if s.index.Count() == 1 && len(s.answer.Hits) == 1 {
		if err := s.read(s.answer.Hits[0], whereLeft); err != nil {
			return err
		}
	}
	err := s.list()
	s.keepWhere()
	return err
}

// greet says what the dossier has.
func (s *session) greet() {
	d := s.index.Dossier()
	has := message.Count(s.index.Count(), "%d article", "%d articles") + ", " +
		message.Count(s.index.Languages(), "%d language", "%d languages")
	if n := s.index.Vendors(); n > 0 {
		has += ", " + message.Count(n, "%d vendor that cut ties", "%d vendors that cut ties")
	}
	s.line(sentences(withoutStop(d.Title), has))
	if n := len(d.Notices) + len(s.Notices); n > 0 {
		s.line(message.Count(n, "%d notice: ! reads it.", "%d notices: ! reads them."))
	}
}
