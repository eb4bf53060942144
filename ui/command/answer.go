package command

import (
	"context"
	"errors"
	"fmt"

	"dossier/model/facet"
	"dossier/model/search"
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
		w.say(path + ": there is no such file or folder, so it is sought as text")
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
	text := "no article matches"
	if a.Culprit >= 0 {
		text += fmt.Sprintf("; without %s there would be %s", r.query.Root.Kids[a.Culprit], wording.Count(a.Freed, "article", "articles"))
	}
	return failure{nothing, errors.New(text)}
}
