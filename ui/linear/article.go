package linear

import (
	"slices"
	"strings"

	"dossier/model"
	"dossier/model/mark"
	"dossier/ui/linear/prose"
	"dossier/ui/message"
	"dossier/ui/terminal/links"
	"dossier/ui/wording"
)

// opened is an article that is read.
type opened struct {
	i     int32
	facts *model.Article
	text  model.Text
	prose prose.Article
	whole bool   // with what its page put around it
	next  int    // the paragraph that is read next
	last  int    // the first one of those that were read last
	find  string // what is looked for; empty if it is the words that are filtered by
}

// whereLeft, as a byte of a body, is where the reader left the article.
const whereLeft = -1

func articleCommands() []command {
	return []command{
		{[]string{"b", "before"}, "the paragraph before", (*session).paragraphBefore},
		{[]string{"g", "beginning"}, "to the beginning", func(s *session, _ string) error { return s.readFrom(0) }},
		{[]string{"G", "end"}, "to the last paragraph", func(s *session, _ string) error { return s.readFrom(len(s.open.prose.Paragraphs) - 1) }},
		{[]string{"/", "find"}, "find a text in the article", (*session).findText},
		{[]string{"n"}, "next paragraph with what was found or filtered by", func(s *session, _ string) error { return s.nextFound(1) }},
		{[]string{"N"}, "the one before", func(s *session, _ string) error { return s.nextFound(-1) }},
		{[]string{"J", "next"}, "next article of the list", func(s *session, _ string) error { return s.step(1) }},
		{[]string{"K", "previous"}, "previous article", func(s *session, _ string) error { return s.step(-1) }},
		{[]string{"]"}, "next heading", func(s *session, _ string) error { return s.heading(1) }},
		{[]string{"["}, "previous heading", func(s *session, _ string) error { return s.heading(-1) }},
		{[]string{"t", "outline"}, "outline: the headings, to go to one", (*session).outline},
		{[]string{"."}, "next passage of evidence in the article", func(s *session, _ string) error { return s.passage(1) }},
		{[]string{","}, "previous passage", func(s *session, _ string) error { return s.passage(-1) }},
		{[]string{"+", "confirm"}, "confirm the detected evidence that was just read; behind it a vendor", (*session).confirm},
		{[]string{"-", "reject"}, "reject it: it states no cut", (*session).reject},
		{[]string{"F", "links"}, "the links, to follow one", (*session).links},
		{[]string{"o", "address"}, "the article's address", (*session).address},
		{[]string{"y", "cite"}, "the citation, to be copied", (*session).cite},
		{[]string{"w", "whole"}, "the whole text with page furniture, or the article alone", (*session).toggleWhole},
		{[]string{"H", "hidden"}, "hidden characters of the file, each with its line", (*session).hidden},
	}
}

// read is the room in which an article is read, from a byte of its body on.
func (s *session) read(i int32, from int) error {
	before := s.open
	defer func() {
		if s.open = before; before != nil {
			before.facts = s.index.Dossier().Article(int(before.i)) // it may have been judged
		}
	}()
	if err := s.openArticle(i, from); err != nil || s.open == before {
		return err
	}
	for {
		typed, err := s.ask(s.articleQuestion())
		if err == nil {
			err = s.obey(typed, articleCommands(), s.readOn, s.readParagraph)
		}
		if err != nil {
			s.keepPlace()
			return notBack(err)
		}
	}
}

func (s *session) articleQuestion() string {
	if o := s.open; o.next < len(o.prose.Paragraphs) {
		return message.Say("Paragraph %d of %d: Enter to read on, / find, e evidence, J next article, ? help, q back",
			o.next, len(o.prose.Paragraphs))
	}
	return message.Say("End of the article: J next article, b paragraph before, e evidence, ? help, q back")
}

// openArticle makes an article the one that is read. One that cannot be read says
// so, and the one before stays.
func (s *session) openArticle(i int32, from int) error {
	text, err := s.Library.Text(s.ctx, int(i))
	if err != nil {
		if s.ctx.Err() != nil {
			return s.ctx.Err()
		}
		s.line(sentence(wording.Told(err.Error())))
		return nil
	}
	a := s.index.Dossier().Article(int(i))
	s.open = &opened{i: i, facts: a, text: text, prose: prose.Of(text, false)}
	s.last = i
	s.head()
	left := s.markOf(a.ID)
	if !left.Read {
		s.set(mark.Read(a.ID, true))
	}
	switch word := s.firstFound(); {
	case from != whereLeft:
		s.open.next = s.open.prose.At(from)
	case word >= 0:
		s.open.next = word
		s.say("What is filtered by stands first in paragraph %d. g goes to the beginning.", word+1)
	case left.Position != (mark.Position{}):
		s.open.next = s.open.prose.At(left.Position.In(text.Body))
		if s.open.next > 0 {
			s.say("On from where you left, paragraph %d. g goes to the beginning.", s.open.next+1)
		}
	}
	return s.readOn()
}

// head is what is known of the article, as sentences.
func (s *session) head() {
	o := s.open
	s.line("")
	s.line(sentence(o.facts.Title))
	s.line(sentences(facts(o.facts), cutTies(o.facts)))
	if n := len(o.facts.Possible); n > 0 {
		s.line(message.Count(n, "%d possible cut: e reads it.", "%d possible cuts: e reads them."))
	}
	if detected := wording.Facts(o.facts.Detected); len(detected) > 0 {
		s.say("Detected from the text: %s.", strings.Join(detected, ", "))
	}
	if note := s.markOf(o.facts.ID).Note; note != "" {
		s.say("Your note: %s", note)
	}
	for _, n := range o.prose.Notices {
		s.line(n)
	}
	s.line(message.Count(len(o.prose.Paragraphs), "%d paragraph.", "%d paragraphs."))
	s.line("")
}

// step reads the next article of the list, or the one before.
func (s *session) step(by int) error {
	row := slices.Index(s.answer.Hits, s.open.i) + by
	switch {
	case row < 0:
		s.say("This is the first article of the list.")
		return nil
	case row >= len(s.answer.Hits):
		s.say("This is the last article of the list.")
		return nil
	}
	s.keepPlace()
	return s.openArticle(s.answer.Hits[row], whereLeft)
}

func (s *session) address(string) error {
	if s.open.facts.URL == "" {
		s.say("This article has no address.")
		return nil
	}
	s.line(links.Shown(s.open.facts.URL))
	return nil
}

func (s *session) cite(string) error {
	s.line(sentence(wording.Citation(s.open.facts)))
	return nil
}

func (s *session) toggleWhole(string) error {
	o := s.open
	place := s.place()
	o.whole = !o.whole
	o.prose = prose.Of(o.text, o.whole)
	if o.whole {
		s.say("The whole text, with what the page put around it: %d paragraphs.", len(o.prose.Paragraphs))
	} else {
		s.say("The article alone: %d paragraphs.", len(o.prose.Paragraphs))
	}
	return s.readFrom(o.prose.At(place))
}

// place is the byte of the body that was read last.
func (s *session) place() int {
	if ps := s.open.prose.Paragraphs; s.open.last < len(ps) {
		return ps[s.open.last].Start
	}
	return 0
}

// keepPlace keeps where the reader is in the article.
func (s *session) keepPlace() {
	var at mark.Position
	if place := s.place(); s.open.last > 0 {
		at = mark.PositionAt(s.open.text.Body, place)
	}
	if id := s.open.facts.ID; s.Marks != nil && s.markOf(id).Position != at {
		s.toldOnce(s.keep(mark.At(id, at)))
	}
}
