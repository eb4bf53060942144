package linear

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/model/facet"
	"dossier/model/mark"
	"dossier/model/query"
	"dossier/ui/message"
)

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
