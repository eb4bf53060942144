package reader

import (
	"context"
	"sync"

	"dossier/ui/terminal/page"
)

// survey is what a whole text holds, once somebody asked for it.
type survey struct {
	mu   sync.Mutex
	done bool
	page.Survey
}

// Survey tells what the text shows and which headings it has, whether that is
// laid out yet or not. It takes time, so ask in a command; goroutines may ask at
// once. If ctx ends meanwhile it is an error.
func (t *Text) Survey(ctx context.Context) (page.Survey, error) {
	t.survey.mu.Lock()
	defer t.survey.mu.Unlock()
	if t.survey.done {
		return t.survey.Survey, nil
	}
	found := page.Look(ctx, t.source, t.settings.Whole)
	if err := ctx.Err(); err != nil {
		return page.Survey{}, err
	}
	t.survey.Survey, t.survey.done = found, true
	return found, nil
}
