package wording

import (
	"strings"

	"dossier/model/clean"
	"dossier/ui/message"
)

// Hidden says how many characters are hidden in a text, and of which kinds.
func Hidden(r clean.Revealed) string {
	if r.Hidden == 0 {
		return message.Say("no hidden characters")
	}
	var kinds []string
	for _, k := range r.Kinds {
		kinds = append(kinds, Number(k.Count)+" "+k.Name)
	}
	all := message.Count(r.Hidden, "%d hidden character: %s", "%d hidden characters: %s", strings.Join(kinds, ", "))
	if r.Cut {
		return message.Say("%s, in its beginning; the rest is not shown", all)
	}
	return all
}
