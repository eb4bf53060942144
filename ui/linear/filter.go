package linear

import (
	"strings"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/query"
	"dossier/ui/message"
	"dossier/ui/wording"
)

// find answers the query. What is marked is as it stands now.
func (s *session) find() error {
	marks, err := s.marksNow()
	if err != nil {
		return err
	}
	s.answer, err = s.index.Find(s.ctx, s.query, marks, s.all)
	s.first, s.next = 0, 0
	return err
}

// setQuery filters by a query, and says it back in words.
func (s *session) setQuery(q query.Query) error {
	s.query = q
	if err := s.find(); err != nil {
		return err
	}
	s.sayFilter()
	return nil
}

func (s *session) sayFilter() {
	if words := s.inWords(); words != "" {
		s.say("Filter: %s. %d of %d articles.", words, len(s.answer.Hits), s.index.Count())
		return
	}
	s.say("No filter. %d of %d articles.", len(s.answer.Hits), s.index.Count())
}

// inWords is the query as it is explained.
func (s *session) inWords() string {
	words := wording.Explain(s.query, func(f query.Field, v query.Value) []string {
		for d := range facet.NumDimensions {
			if d.Field() == f {
				return s.index.Resolve(d, v)
			}
		}
		return nil
	})
	return strings.ReplaceAll(words, " · ", ", ")
}

// sayNothing says that nothing matches, and which term stands in the way.
func (s *session) sayNothing() {
	if s.answer.Culprit < 0 {
		s.say("No article matches.")
		return
	}
	s.say("No article matches. Without %s there would be %s.", s.query.Root.Kids[s.answer.Culprit].String(),
		message.Count(s.answer.Freed, "%d article", "%d articles"))
}

// filter takes a query that was typed.
func (s *session) filter(typed string) error {
	if typed == "" {
		if now := s.query.String(); now != "" {
			s.say("The filter is %s", now)
		}
		var err error
		typed, err = s.ask(message.Say("Filter: a query such as lang:de vendor:Apple word; Enter alone leaves it as it is"))
		if err != nil || typed == "" {
			return err
		}
	}
	return s.filterBy(typed)
}

func (s *session) filterBy(typed string) error {
	q, hints := query.Parse(typed)
	for _, h := range hints {
		s.line(sentence(wording.Hint(h)))
	}
	if err := s.setQuery(q); err != nil {
		return err
	}
	return s.readPage(0)
}

func (s *session) addWord(typed string) error {
	if typed == "" {
		var err error
		typed, err = s.ask(message.Say("Word or term to filter by; Enter alone adds none"))
		if err != nil || typed == "" {
			return err
		}
	}
	return s.filterBy(strings.TrimSpace(s.query.String() + " " + typed))
}

func (s *session) dropFilter(string) error {
	if s.query.Empty() {
		s.say("There is no filter to drop.")
		return nil
	}
	if err := s.setQuery(s.query.DropLast()); err != nil {
		return err
	}
	return s.readPage(0)
}

func (s *session) clearFilters(string) error {
	if err := s.setQuery(query.Query{Sort: s.query.Sort}); err != nil {
		return err
	}
	return s.readPage(0)
}

// orders are those that may be chosen.
var orders = []query.Sort{query.ByDefault, query.ByDate, query.ByTitle, query.BySource, query.ByRead, query.ByRelevance}

func (s *session) orderName() string { return wording.Order(s.query.Sort) }

func (s *session) order(string) error {
	m := &menu{}
	for _, o := range orders {
		m.items = append(m.items, wording.Order(o))
	}
	at, _, err := s.choose(m)
	if err != nil || at < 0 {
		return notBack(err)
	}
	q := s.query
	q.Sort = orders[at]
	s.query = q
	if err := s.find(); err != nil {
		return err
	}
	return s.readPage(0)
}

// notBack is an error of a part of the talk: to come back from it is none.
func notBack(err error) error {
	if err == errBack {
		return nil
	}
	return err
}

// rangesOf are the dates that a query asks for.
func rangesOf(q query.Query) []model.Range {
	if len(q.Root.Kids) == 0 {
		return nil
	}
	return q.Root.Kids[0].Term.Ranges
}
