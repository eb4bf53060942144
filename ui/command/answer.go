package command

import (
	"context"

	"dossier/model/facet"
	"dossier/model/search"
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
		w.say(h.Text)
	}
	return lib.Index().Find(ctx, r.query, search.Marks{}, [facet.NumDimensions]bool{})
}
