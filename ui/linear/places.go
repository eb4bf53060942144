package linear

import (
	"slices"
	"sort"

	"dossier/model"
	"dossier/model/find"
	"dossier/model/fold"
	"dossier/model/query"
	"dossier/ui/linear/prose"
	"dossier/ui/message"
	"dossier/ui/terminal/links"
)

// findText looks for a text in the article, from where it is read on.
func (s *session) findText(typed string) error {
	if typed == "" {
		var err error
		typed, err = s.ask(message.Say("Text to find; Enter alone looks for none"))
		if err != nil {
			return err
		}
	}
	s.open.find = typed
	if typed == "" {
		return nil
	}
	return s.nextFound(0)
}

// found are the paragraphs that have what is looked for, or else a word that is
// filtered by.
func (s *session) found() (at []int) {
	words := s.matchers()
	for i, p := range s.open.prose.Paragraphs {
		has := len(find.All(p.Text, s.open.find)) > 0
		if s.open.find == "" {
			folded := fold.String(p.Text)
			has = slices.ContainsFunc(words, func(w query.Matcher) bool { return w.In(folded) })
		}
		if has {
			at = append(at, i)
		}
	}
	return at
}

// nextFound reads on from the next of those paragraphs, the one before by -1, or
// by 0 from the first that is not before the one at hand.
func (s *session) nextFound(by int) error {
	at := s.found()
	if len(at) == 0 {
		if s.open.find != "" {
			s.say("“%s” is not in this article.", s.open.find)
		} else {
			s.say("There is nothing to go to: / finds a text.")
		}
		return nil
	}
	here := s.open.last
	n := sort.SearchInts(at, here)
	switch {
	case by > 0 && n < len(at) && at[n] == here:
		n++
	case by < 0:
		n--
	}
	if n < 0 || n >= len(at) {
		s.say("On from the other end.")
		n = (n + len(at)) % len(at)
	}
	s.say("Found, %d of %d: paragraph %d.", n+1, len(at), at[n]+1)
	return s.readFrom(at[n])
}

// firstFound is the first paragraph with the words that are filtered by; -1 if
// there is none, or if the article was opened with them before.
func (s *session) firstFound() int {
	words, id := s.query.String(), s.open.facts.ID
	if len(s.query.Words()) == 0 || s.seen[id] == words {
		return -1
	}
	s.seen[id] = words
	at := s.found()
	if len(at) == 0 {
		return -1
	}
	return at[0]
}

// heading reads on from the next heading, or the one before.
func (s *session) heading(by int) error {
	ps := s.open.prose.Paragraphs
	for i := s.open.last + by; i >= 0 && i < len(ps); i += by {
		if ps[i].Level > 0 {
			return s.readFrom(i)
		}
	}
	if by > 0 {
		s.say("There is no heading below.")
	} else {
		s.say("There is no heading above.")
	}
	return nil
}

// outline chooses a heading to go to.
func (s *session) outline(string) error {
	m := &menu{}
	var at []int
	for i, p := range s.open.prose.Paragraphs {
		if p.Level > 0 {
			m.items = append(m.items, message.Say("%s (level %d, paragraph %d)", p.Text, p.Level, i+1))
			at = append(at, i)
		}
	}
	if len(at) == 0 {
		s.say("This article has no headings.")
		return nil
	}
	n, _, err := s.choose(m)
	if err != nil || n < 0 {
		return notBack(err)
	}
	return s.readFrom(at[n])
}

// passage reads on from the next passage of evidence, or the one before.
func (s *session) passage(by int) error {
	var at []int
	for _, c := range slices.Concat(s.open.facts.Cuts, s.open.facts.Possible) {
		for _, p := range c.Passages {
			at = append(at, s.open.prose.At(p.Start))
		}
	}
	slices.Sort(at)
	if by < 0 {
		slices.Reverse(at)
	}
	for _, paragraph := range at {
		if (paragraph-s.open.last)*by > 0 {
			return s.readFrom(paragraph)
		}
	}
	s.say("There is no further passage of evidence in this article. J reads the next one.")
	return nil
}

// links chooses a link to follow: an article of the dossier is read, of any other
// the address is said.
func (s *session) links(string) error {
	all := s.open.prose.Links
	if len(all) == 0 {
		s.say("This article has no links.")
		return nil
	}
	m := &menu{}
	for _, l := range all {
		to := links.Shown(l.URL)
		if l.Within {
			to = message.Say("paragraph %d", s.open.prose.At(l.To)+1)
		}
		m.items = append(m.items, message.Say("%s, in paragraph %d, leads to %s", l.Text, l.Paragraph+1, to))
	}
	n, _, err := s.choose(m)
	if err != nil || n < 0 {
		return notBack(err)
	}
	return s.follow(all[n])
}

func (s *session) follow(l prose.Link) error {
	if l.Within {
		return s.readFrom(s.open.prose.At(l.To))
	}
	t := links.Parse(l.URL, s.open.facts.Path)
	switch t.Kind {
	case links.Article:
		if i, ok := s.articleAt(t.Path); ok {
			return s.read(i, whereLeft)
		}
		s.say("No article of the dossier is at %s.", t.Path)
	case links.Refused:
		s.say("This link is not followed: %s. It says %s", t.Reason, t.Address)
	default:
		s.say("It leads to %s", t.Address)
	}
	return nil
}

// articleAt is the article whose file a link means.
func (s *session) articleAt(path string) (int32, bool) {
	d := s.index.Dossier()
	for i := range s.index.Len() {
		if s.index.Has(int32(i)) && links.Leads(path, d.Article(i).Path) {
			return int32(i), true
		}
	}
	return 0, false
}

// told are the cuts of an article and, behind them, those that are only possible.
func told(a *model.Article) []model.Cut { return slices.Concat(a.Cuts, a.Possible) }
