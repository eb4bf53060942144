package terminal

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/model"
	"dossier/model/mark"
)

// mostSearched bounds the dossiers in which the new name of a file is sought
// that has marks: all files without marks are read for that.
const mostSearched = 10_000

// followed: marks of files that were renamed were sought.
type followed struct {
	moved int
	err   error
}

// followRenamed seeks the files of marks that no article has any more, once all
// articles are known. Where that found nothing, it is not done again before
// something changes.
func (p *program) followRenamed() tea.Cmd {
	n := p.shelf.index.Count()
	sought := fmt.Sprint(n, strings.Join(p.lost, "\n"))
	if len(p.lost) == 0 || !p.settled || n > mostSearched || sought == p.sawLost {
		return nil
	}
	p.sawLost = sought
	ctx, marks, library := p.ctx, p.kept, p.shelf.library
	return func() tea.Msg {
		index := library.Index()
		var ids []string
		numbers := map[string]int{}
		for i := range index.Len() {
			if index.Has(int32(i)) {
				id := index.Dossier().Article(i).ID
				ids, numbers[id] = append(ids, id), i
			}
		}
		moved, err := marks.Follow(ids, func(id string) string {
			text, err := library.Text(ctx, numbers[id])
			if err != nil {
				text = model.Text{}
			}
			return mark.Sum(text.Body)
		})
		return followed{moved, err}
	}
}

func (p *program) onFollowed(msg followed) tea.Cmd {
	if msg.err != nil {
		p.tell(msg.err)
	}
	if msg.moved == 0 {
		return nil
	}
	return p.resolve()
}
