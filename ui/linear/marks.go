package linear

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/model/facet"
	"dossier/model/mark"
	"dossier/model/query"
	"dossier/model/search"
	"dossier/ui/message"
	"dossier/ui/wording"
)

// markOf is what the reader left on an article.
func (s *session) markOf(id string) mark.Mark {
	if s.Marks == nil {
		return mark.Mark{}
	}
	return s.Marks.Get(id)
}

// marksNow are those that queries ask about.
func (s *session) marksNow() (search.Marks, error) {
	if s.Marks == nil {
		return search.Marks{}, nil
	}
	found, _, err := s.index.Marks(s.ctx, s.Marks.All())
	return found, err
}

// set makes a change to a mark, with the content that it is to follow.
func (s *session) set(c mark.Change) {
	if s.Marks == nil {
		return
	}
	if i, ok, err := s.index.ByID(s.ctx, c.Article); ok && err == nil {
		if text, err := s.Library.Text(s.ctx, int(i)); err == nil {
			c.Content = mark.Sum(text.Body)
		}
	}
	if err := s.Marks.Set(c); err != nil {
		s.line(sentence(wording.Told(err.Error())))
	}
}

// keeps reports whether there is somewhere to keep marks, and says so if not.
func (s *session) keeps() bool {
	if s.Marks == nil {
		s.say("Nothing is kept of what you leave here.")
	}
	return s.Marks != nil
}

// marking is the id of the article that is to be marked.
func (s *session) marking(typed string) (id string, ok bool) {
	if !s.keeps() {
		return "", false
	}
	i, ok := s.meant(typed)
	if !ok {
		return "", false
	}
	return s.index.Dossier().Article(int(i)).ID, true
}

func (s *session) star(typed string) error {
	if id, ok := s.marking(typed); ok {
		on := !s.markOf(id).Starred
		s.set(mark.Star(id, on))
		s.sayMarked(id, on, "Starred: %s", "Star taken away: %s")
	}
	return nil
}

func (s *session) markRead(typed string) error {
	if id, ok := s.marking(typed); ok {
		on := !s.markOf(id).Read
		s.set(mark.Read(id, on))
		s.sayMarked(id, on, "Marked read: %s", "Marked unread: %s")
	}
	return nil
}

func (s *session) sayMarked(id string, on bool, yes, no message.Text) {
	if !on {
		yes = no
	}
	s.say(yes, sentence(s.titleOf(id)))
}

// titleOf is the title of an article by its id, or that if it is gone.
func (s *session) titleOf(id string) string {
	i, ok, err := s.index.ByID(s.ctx, id)
	if !ok || err != nil {
		return id
	}
	return s.index.Dossier().Article(int(i)).Title
}

// note reads the note on an article and writes another one.
func (s *session) note(typed string) error {
	number, text := "", typed
	if first, rest, _ := strings.Cut(typed, " "); first != "" && strings.Trim(first, "0123456789") == "" && s.open == nil {
		number, text = first, rest
	}
	id, ok := s.marking(number)
	if !ok {
		return nil
	}
	if text == "" {
		if now := s.markOf(id).Note; now != "" {
			s.say("Your note: %s", now)
		}
		var err error
		text, err = s.ask(message.Say("Note on %s. Type it; Enter alone leaves it as it is, - takes it away", sentence(s.titleOf(id))))
		if err != nil || text == "" {
			return err
		}
	}
	if text == "-" {
		text = ""
	}
	s.set(mark.Note(id, text))
	s.sayMarked(id, text != "", "Note kept: %s", "Note taken away: %s")
	return nil
}

// undo takes back what the reader last marked.
func (s *session) undo(string) error {
	if !s.keeps() {
		return nil
	}
	changes, err := s.Marks.Undo()
	if err != nil {
		s.line(sentence(wording.Told(err.Error())))
	}
	if len(changes) == 0 {
		s.say("Nothing that you marked in this run is left to undo.")
	}
	for _, c := range changes {
		s.say("Undone: %s", sentences(stateOf(c), s.titleOf(c.Article)))
	}
	return nil
}

// stateOf says how a change that undid another left an article.
func stateOf(c mark.Change) string {
	switch {
	case c.Fact == mark.FactNote && c.Note == "":
		return message.Say("no note")
	case c.Fact == mark.FactNote:
		return message.Say("the note it had before")
	case c.Fact == mark.FactStar && c.On:
		return message.Say("starred again")
	case c.Fact == mark.FactStar:
		return message.Say("not starred")
	case c.On:
		return message.Say("read again")
	}
	return message.Say("unread again")
}

// views opens a saved view by its letter, or lists them.
func (s *session) views(typed string) error {
	if !s.keeps() {
		return nil
	}
	if typed != "" && s.viewCommand(typed) {
		return nil
	}
	if typed == "" {
		var err error
		s.listViews()
		typed, err = s.ask(message.Say("Letter of a view; + and a letter and a name saves the filter, - and a letter drops; Enter alone goes back"))
		if err != nil || typed == "" || isBack(typed) || s.viewCommand(typed) {
			return err
		}
	}
	for _, v := range s.Marks.Views() {
		if string(v.Letter) == typed {
			return s.goToView(v)
		}
	}
	s.say("No view is saved under %s.", typed)
	return nil
}

func (s *session) goToView(v mark.View) error {
	q, _ := query.Parse(v.Query)
	if err := s.setQuery(q); err != nil {
		return err
	}
	if s.open != nil {
		s.say("The list has changed; q goes back to it.")
		return nil
	}
	return s.readPage(0)
}

func (s *session) listViews() {
	views := s.Marks.Views()
	if len(views) == 0 {
		s.say("No view is saved yet.")
	}
	marks, err := s.marksNow()
	for _, v := range views {
		q, _ := query.Parse(v.Query)
		found, findErr := s.index.Find(s.ctx, q, marks, [facet.NumDimensions]bool{})
		if err != nil || findErr != nil {
			return // the talk is over
		}
		filter := v.Query
		if filter == "" {
			filter = message.Say("all articles")
		}
		s.line(string(v.Letter) + ": " + sentences(v.Name, filter, message.Count(len(found.Hits), "%d article", "%d articles")))
	}
}

// viewCommand saves or drops a view, if that is what was typed.
func (s *session) viewCommand(typed string) bool {
	sign, rest := typed[0], strings.TrimSpace(typed[1:])
	letter, size := utf8.DecodeRuneInString(rest)
	if sign != '+' && sign != '-' {
		return false
	}
	switch {
	case !unicode.IsLetter(letter) && !unicode.IsDigit(letter):
		s.say("A view has a letter or a digit: + b Banks")
	case sign == '+':
		s.told(s.Marks.SetView(mark.View{Letter: letter, Name: strings.TrimSpace(rest[size:]), Query: s.query.String()}))
		s.say("View %s saved.", string(letter))
	default:
		dropped, err := s.Marks.DropView(letter)
		s.told(err)
		if dropped {
			s.say("View %s dropped.", string(letter))
		} else {
			s.say("No view is saved under %s.", string(letter))
		}
	}
	return true
}

// told says what could not be saved.
func (s *session) told(err error) {
	if err != nil {
		s.line(sentence(wording.Told(err.Error())))
	}
}

// resume goes on with the filter that the dossier was left with, unless another is
// asked for, and reports whether there was one. A script gets what it asks for alone.
func (s *session) resume() bool {
	if s.Marks == nil || !s.Keyboard || !s.query.Empty() || s.query.Sort != query.ByDefault {
		return false
	}
	left := s.Marks.Settings()
	s.query, _ = query.Parse(left.Query)
	if left.Sort != "" {
		ordered, _ := query.Parse("sort:" + left.Sort)
		s.query.Sort = ordered.Sort
	}
	if s.query.Empty() {
		return false
	}
	s.say("On with the filter that you left: %s. X drops it.", s.inWords())
	return true
}

// keepSettings keeps the filter and the article to go on with.
func (s *session) keepSettings() {
	if s.Marks == nil || !s.Keyboard {
		return
	}
	now := s.Marks.Settings()
	before, q := now, s.query
	q.Sort = query.ByDefault
	now.Query, now.Sort = q.String(), string(s.query.Sort)
	if s.last >= 0 {
		now.Cursor = s.index.Dossier().Article(int(s.last)).ID
	}
	if now != before {
		s.told(s.Marks.SetSettings(now))
	}
}
