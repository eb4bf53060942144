package terminal

import (
	"cmp"
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/model/facet"
	"dossier/model/query"
	"dossier/model/search"
	"dossier/ui/terminal/fuzzy"
	"dossier/ui/wording"
)

// mostChoices is how many things the palette shows: who does not see it among
// them types a letter more.
const mostChoices = 50

// searchPalette looks for what fits a text. A newer text cancels it.
func (p *program) searchPalette(pl *panel, commands []choice, text string) tea.Cmd {
	index, counts := p.shelf.index, p.answer.Facets
	return p.fill(pl, func(ctx context.Context) (contents, error) {
		pattern := fuzzy.New(text)
		if pattern.Empty() {
			return offer(commands), nil
		}
		var all []choice
		for _, c := range commands {
			if score, ok := pattern.Score(c.label); ok {
				c.score = score
				all = append(all, c)
			}
		}
		for _, d := range [...]facet.Dimension{facet.Vendor, facet.Actor, facet.Language} {
			all = append(all, valueChoices(d, counts[d].Values, pattern.Score)...)
		}
		all = append(all, articleChoices(ctx, index, text, pattern)...)
		// The sort is stable, so of what fits alike commands come first.
		slices.SortStableFunc(all, func(a, b choice) int { return cmp.Compare(b.score, a.score) })
		return offer(all[:min(len(all), mostChoices)]), nil
	})
}

// mostTitles bounds how many titles are looked at one by one: to get at one costs
// a reading from disk where a dossier is large.
const mostTitles = 2000

// articleChoices are the articles whose titles fit. In a large dossier these are
// found by the beginnings of their words alone.
func articleChoices(ctx context.Context, index *search.Index, text string, pattern fuzzy.Pattern) []choice {
	var all []choice
	for _, i := range candidates(ctx, index, text) {
		if ctx.Err() != nil {
			return nil
		}
		a := index.Dossier().Article(int(i))
		score, ok := pattern.Score(a.Title)
		if !ok {
			continue
		}
		all = append(all, choice{
			label: a.Title, score: score, note: a.Language + " · " + wording.ShortDate(a.Date),
			do: func(p *program) tea.Cmd { return p.jump(nil, i, target{at: whereLeft}) },
		})
	}
	return all
}

func candidates(ctx context.Context, index *search.Index, text string) []int32 {
	var q query.Query
	if index.Len() > mostTitles {
		for _, w := range strings.Fields(text) {
			q = q.And(query.Match(query.Title, query.Value{Text: w}))
		}
	}
	answer, err := index.Find(ctx, q, search.Marks{}, [facet.NumDimensions]bool{})
	if err != nil {
		return nil
	}
	return answer.Hits[:min(len(answer.Hits), mostTitles)]
}
