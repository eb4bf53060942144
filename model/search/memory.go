package search

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"dossier/model"
	"dossier/model/fold"
	"dossier/model/query"
	"dossier/model/set"
)

// memory finds words in texts that are at hand, by reading them.
type memory struct {
	articles model.Catalogue
	n        int
	body     func(i int) string

	folding sync.Once
	titles  []string // folded
	bodies  []string
}

// InMemory finds words by reading texts that are at hand. body returns that of
// article i; it is first called when a query has a word.
func InMemory(articles model.Catalogue, body func(i int) string) Texts {
	return &memory{articles: articles, n: articles.Len(), body: body}
}

// fold makes the texts ready, once, when words are first sought.
func (m *memory) fold() {
	m.folding.Do(func() {
		m.titles = make([]string, m.n)
		m.bodies = make([]string, m.n)
		for i := range m.titles {
			m.titles[i] = fold.String(m.articles.Article(i).Title)
			m.bodies[i] = fold.String(m.body(i))
		}
	})
}

// pause is how many articles are looked at between two looks at whether the
// answer is still wanted.
const pause = 1024

func (m *memory) Match(ctx context.Context, v query.Value, in Part, n int) (*set.Set, error) {
	m.fold()
	s, sought := set.New(n), query.NewMatcher(v)
	for i := range min(n, m.n) {
		if i%pause == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if sought.In(m.titles[i]) || in == Anywhere && sought.In(m.bodies[i]) {
			s.Add(i)
		}
	}
	return s, nil
}

// titleWeight is how many hits in a body one in a title is worth.
const titleWeight = 10

func (m *memory) Rank(ctx context.Context, words []query.Value, hits []int32) error {
	m.fold()
	var sought []query.Matcher
	for _, w := range words {
		sought = append(sought, query.NewMatcher(w))
	}
	score := make(map[int32]int, len(hits))
	for n, i := range hits {
		if n%pause == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		for _, w := range sought {
			score[i] += titleWeight*w.Count(m.titles[i]) + w.Count(m.bodies[i])
		}
	}
	slices.SortStableFunc(hits, func(a, b int32) int { return score[b] - score[a] })
	return nil
}

func (m *memory) ByID(_ context.Context, id string) (int32, bool, error) {
	for i := range m.n {
		if m.articles.Article(i).ID == id {
			return int32(i), true, nil
		}
	}
	return 0, false, nil
}

// ByTitle lists the articles that there are by title, and by id where titles are
// the same.
func ByTitle(articles model.Catalogue, has func(i int) bool) []int32 {
	order := make([]int32, 0, articles.Len())
	titles := make([]string, articles.Len())
	for i := range titles {
		if has(i) {
			order = append(order, int32(i))
			titles[i] = fold.String(articles.Article(i).Title)
		}
	}
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(titles[a], titles[b]),
			cmp.Compare(articles.Article(int(a)).ID, articles.Article(int(b)).ID))
	})
	return order
}
