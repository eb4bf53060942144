package command

import (
	"context"
	"errors"

	"dossier/model/facet"
	"dossier/model/search"
	"dossier/ui/message"
	"dossier/ui/wording"
)

// answer opens the dossier of a request and answers its query.
func (w World) answer(ctx context.Context, r request) (Library, search.Answer, error) {
	lib, err := w.open(ctx, r.paths)
	if err != nil {
		return nil, search.Answer{}, err
	}
	answer, err := w.ask(ctx, lib, r)
	return lib, answer, err
}

// ask answers a request's query, and tells of what could not be used in it.
func (w World) ask(ctx context.Context, lib Library, r request) (search.Answer, error) {
	for _, path := range r.missing {
		w.say(message.Say("%s: there is no such file or folder, so it is sought as text", path))
	}
	for _, h := range r.hints {
		w.say(wording.Hint(h))
	}
	marks, err := w.marks(ctx, lib, r)
	if err != nil {
		return search.Answer{}, err
	}
	return lib.Index().Find(ctx, r.query, marks, [facet.NumDimensions]bool{})
}

// noMatch says that nothing matched, and which term stands in the way.
func noMatch(r request, a search.Answer) error {
	text := message.Say("no article matches")
	if a.Culprit >= 0 {
		text += message.Count(a.Freed, "; without %[2]s there would be %[1]d article", "; without %[2]s there would be %[1]d articles", r.query.Root.Kids[a.Culprit])
		if term, ok := meantTerm(r.query.Root.Kids[a.Culprit], a); ok {
			text += "; " + message.Say("did you mean %s?", term)
		}
	}
	return failure{nothing, errors.New(text)}
}
