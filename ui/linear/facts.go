package linear

import (
	"strconv"
	"strings"

	"dossier/model"
	"dossier/model/timeline"
	"dossier/ui/message"
	"dossier/ui/terminal/links"
	"dossier/ui/wording"
)

// meant is the article that a command is about: that with a number of the list, or
// else the one that is read, or was read last.
func (s *session) meant(typed string) (int32, bool) {
	n, err := strconv.Atoi(typed)
	switch {
	case err == nil && n > 0 && n <= len(s.answer.Hits):
		return s.answer.Hits[n-1], true
	case typed != "":
		s.say("There is no article %s in the list.", typed)
		return 0, false
	case s.open != nil:
		return s.open.i, true
	case s.last >= 0:
		return s.last, true
	}
	s.say("Which article? Type its number behind the letter.")
	return 0, false
}

// evidence lists the cuts of an article with the passages that state them; from
// one chosen the article is read.
func (s *session) evidence(typed string) error {
	i, ok := s.meant(typed)
	if !ok {
		return nil
	}
	a := s.index.Dossier().Article(int(i))
	cuts := told(a)
	if len(cuts) == 0 {
		s.say("This article says of nobody that they cut ties.")
		return nil
	}
	m := &menu{}
	for n, c := range cuts {
		text := proven(c)
		if n >= len(a.Cuts) {
			text = message.Say("Possible: %s", text)
		}
		m.items = append(m.items, text)
	}
	s.line(sentence(a.Title))
	at, _, err := s.choose(m)
	if err != nil || at < 0 {
		return notBack(err)
	}
	if len(cuts[at].Passages) == 0 {
		s.say("This passage was not found in the article.")
		return nil
	}
	return s.readAt(i, cuts[at].Passages[0].Start)
}

// readAt reads an article from a byte of it, in the room at hand if it is there.
func (s *session) readAt(i int32, at int) error {
	if s.open != nil && s.open.i == i {
		return s.readFrom(s.open.prose.At(at))
	}
	return s.read(i, at)
}

// vendors says who cut ties and when, in the articles of the list.
func (s *session) vendors(string) error {
	d := s.index.Dossier()
	vendors := timeline.Of(d, s.index.Telling(s.answer.Hits))
	if len(vendors) == 0 {
		s.say("No article of the list says of anybody that they cut ties.")
		return nil
	}
	m := &menu{}
	for _, v := range vendors {
		m.items = append(m.items, vendorSentence(d, v))
	}
	s.say("Who cut ties, the earliest first. A number reads the evidence.")
	for {
		at, _, err := s.choose(m)
		if err != nil || at < 0 {
			return notBack(err)
		}
		if err := s.vendor(vendors[at]); err != nil {
			return err
		}
	}
}

// vendorSentence says what the articles tell of a vendor: each event, and how many
// articles there are in which language.
func vendorSentence(d *model.Dossier, v timeline.Vendor) string {
	var in, events []string
	for _, e := range v.Events {
		events = append(events, stated(model.Cut{
			Vendor: v.Name, Status: e.Status, Date: e.Date, Service: e.Service, Reason: e.Reason, Restored: e.Restored,
		}))
	}
	for _, c := range v.Articles(d) {
		name := wording.Language(c.Language)
		if name == "" {
			name = message.Say("an unknown language")
		}
		in = append(in, message.Say("%d in %s", c.Articles, name))
	}
	return sentences(append(events, message.Say("Articles: %s", strings.Join(in, ", ")))...)
}

// vendor lists what the articles say of one vendor; one chosen is read from there.
func (s *session) vendor(v timeline.Vendor) error {
	d := s.index.Dossier()
	m := &menu{}
	for _, e := range v.Evidence {
		a := d.Article(int(e.Article))
		m.items = append(m.items, quoted(e.Text)+" "+sentences(a.Title, facts(a)))
	}
	if len(m.items) == 0 {
		s.say("No passage states it.")
		return nil
	}
	at, _, err := s.choose(m)
	if err != nil || at < 0 {
		return notBack(err)
	}
	return s.readAt(v.Evidence[at].Article, v.Evidence[at].At.Start)
}

// facts says all that is known of an article.
func (s *session) facts(typed string) error {
	i, ok := s.meant(typed)
	if !ok {
		return nil
	}
	a := s.index.Dossier().Article(int(i))
	var lines []string
	add := func(name message.Text, value string, f model.Fields) {
		switch {
		case value == "":
			value = message.Say("unknown")
		case f != 0 && a.Detected.Has(f):
			value = wording.Detected(value)
		}
		lines = append(lines, name.String()+": "+value)
	}
	date := ""
	if !a.Date.IsZero() {
		date = wording.Date(a.Date)
	}
	add("Title", a.Title, model.FieldTitle)
	add("Language", wording.Languages(a.Language), model.FieldLanguage)
	add("Date", date, model.FieldDate)
	add("Source", a.Source, model.FieldSource)
	add("Author", a.Author, model.FieldAuthor)
	add("Address", links.Shown(a.URL), 0)
	for _, c := range a.Cuts {
		lines = append(lines, sentence(stated(c)))
	}
	add("Names", strings.Join(a.Actors, ", "), model.FieldActors)
	add("Id", a.ID, 0)
	if note := s.markOf(a.ID).Note; note != "" {
		add("Note", note, 0)
	}
	return s.recite(lines)
}

// notices says what did not go well with the dossier's files.
func (s *session) notices(string) error {
	var lines []string
	for _, n := range append(s.index.Dossier().Notices, s.Notices...) {
		place := n.Path
		if n.Line > 0 {
			place += ", " + message.Say("line %d", n.Line)
		}
		lines = append(lines, place+": "+sentence(wording.Told(n.Text)))
	}
	if len(lines) == 0 {
		s.say("Every file could be read as it was meant.")
	}
	return s.recite(lines)
}
