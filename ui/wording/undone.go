package wording

import (
	"dossier/model/mark"
	"dossier/ui/message"
)

// Undone says how a change that undid another left an article.
func Undone(c mark.Change) string {
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
