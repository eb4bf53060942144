package linear

import (
	"strings"

	"dossier/model/mark"
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

// set makes a change to a mark, and says if it cannot be saved.
func (s *session) set(c mark.Change) {
	if s.Marks != nil {
		s.told(s.keep(c))
	}
}

// keep makes a change to a mark, with the content that it is to follow.
func (s *session) keep(c mark.Change) error {
	if i, ok, err := s.index.ByID(s.ctx, c.Article); ok && err == nil {
		if text, err := s.Library.Text(s.ctx, int(i)); err == nil {
			c.Content = mark.Sum(text.Body)
		}
	}
	return s.Marks.Set(c)
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
	s.told(err)
	if len(changes) == 0 {
		s.say("Nothing that you marked in this run is left to undo.")
	}
	for _, c := range changes {
		s.say("Undone: %s", sentences(wording.Undone(c), s.titleOf(c.Article)))
	}
	return nil
}

// told says what could not be saved.
func (s *session) told(err error) {
	if s.unsaved = ""; err != nil {
		s.unsaved = err.Error()
		s.line(sentence(wording.Told(s.unsaved)))
	}
}

// toldOnce says it of what nobody asked for, where it was not said just before.
func (s *session) toldOnce(err error) {
	if err == nil || err.Error() != s.unsaved {
		s.told(err)
	}
}
