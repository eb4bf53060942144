package terminal

import (
	"fmt"
	"maps"

	tea "charm.land/bubbletea/v2"

	"dossier/model/find"
	"dossier/model/query"
	"dossier/ui/terminal/lane"
)

// snipped: the pieces of texts that show the words which are filtered by.
type snipped struct {
	id  lane.ID
	all map[int32]find.Snippet
}

// snippets is what is shown of texts in the list.
type snippets struct {
	lane  lane.Lane
	words string // those that they show
}

// snip reads pieces of the texts of the rows in view.
func (p *program) snip() tea.Cmd {
	words := p.query.Words()
	if shown := fmt.Sprint(words); shown != p.snippets.words {
		p.snippets.words = shown
		p.list.Snippets = nil
	}
	var missing []int32
	for _, i := range p.list.Visible() {
		if _, known := p.list.Snippets[i]; !known {
			missing = append(missing, i)
		}
	}
	if len(words) == 0 || len(missing) == 0 || p.shelf == nil {
		p.snippets.lane.Cancel()
		return nil
	}
	id, ctx := p.snippets.lane.Begin(p.ctx)
	library, size := p.shelf.library, 3*max(p.panes.List.W, 1)
	notes := map[int32]string{}
	for _, i := range missing {
		notes[i] = p.noteOn(i)
	}
	return func() tea.Msg {
		if !sleep(ctx, pause) {
			return nil
		}
		var matchers []query.Matcher
		for _, w := range words {
			matchers = append(matchers, query.NewMatcher(w))
		}
		all := map[int32]find.Snippet{}
		for _, i := range missing {
			if s, ok := find.SnippetOf(notes[i], size, matchers...); ok {
				all[i] = ofNote(s)
				continue
			}
			text, err := library.Text(ctx, int(i))
			if ctx.Err() != nil {
				return nil
			}
			if err == nil {
				all[i], _ = find.SnippetOf(text.Body, size, matchers...)
			}
		}
		return snipped{id, all}
	}
}

// ofNote marks a snippet as one of the reader's own words, which are told before
// those of the text.
func ofNote(s find.Snippet) find.Snippet {
	const sign = "✎ "
	s.Text = sign + s.Text
	for i := range s.Hits {
		s.Hits[i].Start += len(sign)
		s.Hits[i].End += len(sign)
	}
	return s
}

func (p *program) onSnipped(msg snipped) {
	if !p.snippets.lane.Settle(msg.id) {
		return
	}
	if p.list.Snippets == nil {
		p.list.Snippets = map[int32]find.Snippet{}
	}
	maps.Copy(p.list.Snippets, msg.all)
	p.list.Settle()
}
