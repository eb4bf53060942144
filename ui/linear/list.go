package linear

import (
	"errors"
	"strconv"
	"strings"

	"dossier/model/find"
	"dossier/model/query"
	"dossier/ui/message"
)

func listCommands() []command {
	return []command{
		{[]string{"b", "before"}, "the page before", (*session).pageBefore},
		{[]string{"g", "go"}, "list from a number or a date on: g 20, g 2021-01-10", (*session).goTo},
		{[]string{"f", "filter"}, "filter: type a query, or f and the query at once", (*session).filter},
		{[]string{"/", "word"}, "filter by another word", (*session).addWord},
		{[]string{"c", "choose"}, "choose languages, vendors and actors to filter by, with their counts", (*session).facets},
		{[]string{"x", "drop"}, "drop the last filter", (*session).dropFilter},
		{[]string{"X", "all"}, "drop all filters", (*session).clearFilters},
		{[]string{"S", "order"}, "choose the order", (*session).order},
	}
}

// list is the room from which articles are read.
func (s *session) list() error {
	err := s.readPage(s.first)
	for err == nil {
		var typed string
		if typed, err = s.ask(s.listQuestion()); err == nil {
			err = s.obey(typed, listCommands(), s.pageAfter, s.readNumber)
		}
	}
	if errors.Is(err, errBack) {
		return errQuit
	}
	return err
}

func (s *session) listQuestion() string {
	if s.next < len(s.answer.Hits) {
		return message.Say("List: number to read, Enter for more, f filter, c choose, v vendors, ? help, q quit")
	}
	return message.Say("List: number to read, f filter, c choose, v vendors, ? help, q quit")
}

// readPage reads the rows from one on, as many as there is room for.
func (s *session) readPage(from int) error {
	hits := s.answer.Hits
	s.first = max(min(from, len(hits)-1), 0)
	s.next = s.first
	if len(hits) == 0 {
		s.sayNothing()
		return nil
	}
	var rows []string
	written := s.written + s.rows(s.above(len(hits), len(hits)))
	for s.next < len(hits) {
		row, err := s.row(s.next)
		if err != nil {
			return err
		}
		written += s.rows(row)
		if len(rows) > 0 && (s.Height <= 0 && len(rows) >= pageOf || written > s.room()) {
			break
		}
		rows = append(rows, row)
		s.next++
	}
	s.line(s.above(s.first+1, s.next))
	for _, row := range rows {
		s.line(row)
	}
	return nil
}

// above is the line above the rows from one to another.
func (s *session) above(from, to int) string {
	return message.Say("Articles %d to %d of %d, %s.", from, to, len(s.answer.Hits), s.orderName())
}

// row is an article of the list as sentences.
func (s *session) row(at int) (string, error) {
	i := s.answer.Hits[at]
	a := s.index.Dossier().Article(int(i))
	text := strconv.Itoa(at+1) + ". " + sentences(a.Title, facts(a), cutTies(a), left(s.markOf(a.ID)))
	piece, err := s.snippet(i)
	if piece != "" {
		text += " " + piece
	}
	return text, err
}

// snippetSize is how much of a text is read around a word, in bytes.
const snippetSize = 120

// snippet is the piece of the note, or else of the text, that shows the words
// which are filtered by.
func (s *session) snippet(i int32) (string, error) {
	words := s.matchers()
	if len(words) == 0 {
		return "", nil
	}
	if piece, ok := find.SnippetOf(s.markOf(s.index.Dossier().Article(int(i)).ID).Note, snippetSize, words...); ok {
		return message.Say("In your note: %s", piece.Text), nil
	}
	text, err := s.Library.Text(s.ctx, int(i))
	if err != nil {
		return "", s.ctx.Err() // one that cannot be read says so when it is opened
	}
	if piece, ok := find.SnippetOf(text.Body, snippetSize, words...); ok {
		return message.Say("In the text: %s", piece.Text), nil
	}
	return "", nil
}

// matchers seek the words that are filtered by.
func (s *session) matchers() (all []query.Matcher) {
	for _, w := range s.query.Words() {
		all = append(all, query.NewMatcher(w))
	}
	return all
}

func (s *session) pageAfter() error {
	if s.next >= len(s.answer.Hits) {
		s.say("This is the end of the list.")
		return nil
	}
	return s.readPage(s.next)
}

func (s *session) pageBefore(string) error {
	if s.first == 0 {
		s.say("This is the beginning of the list.")
		return nil
	}
	return s.readPage(s.first - max(s.next-s.first, 1))
}

func (s *session) readNumber(n int) error {
	if n < 1 || n > len(s.answer.Hits) {
		s.say("There is no article %d; the list has %d.", n, len(s.answer.Hits))
		return nil
	}
	return s.read(s.answer.Hits[n-1], whereLeft)
}

// goTo lists from a number on, or from the first article of a date.
func (s *session) goTo(where string) error {
	if n, err := strconv.Atoi(where); err == nil && n > 0 && n <= len(s.answer.Hits) {
		return s.readPage(n - 1)
	}
	q, _ := query.Parse("date:" + strings.ReplaceAll(where, " ", ""))
	if ranges := rangesOf(q); len(ranges) > 0 {
		for row, i := range s.answer.Hits {
			if ranges[0].Overlaps(s.index.Date(i)) {
				return s.readPage(row)
			}
		}
	}
	s.say("No article of the list has this number or date.")
	return nil
}
