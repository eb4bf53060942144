package detect

import (
	"dossier/model"
)

// Mention says that a text names an actor of the register.
type Mention struct {
	Actor string // canonical name
	Form  string // what stands in the text, its ending included: Matzes, Трампа
	At    model.Passage
}

// Names lists the actors that body names by their canonical names, in the order
// of their first mention, the subject among them. The language decides which
// endings a name may have; it may be empty.
func (a *Actors) Names(body, lang string) []string {
	var names []string
	seen := make([]bool, len(a.names))
	a.scan(body, lang, func(actor int, _ model.Passage) {
		if !seen[actor] {
			seen[actor] = true
			names = append(names, a.names[actor])
		}
	})
	return names
}

// Mentions lists where body names actors, in order and without overlaps. The
// first part of a compound counts: Parler-App.
func (a *Actors) Mentions(body, lang string) []Mention {
	var all []Mention
	a.scan(body, lang, func(actor int, at model.Passage) {
		all = append(all, Mention{Actor: a.names[actor], Form: body[at.Start:at.End], At: at})
	})
	return all
}
