package search

import (
	"dossier/model/fold"
	"dossier/model/query"
	"dossier/model/set"
)

// text returns the articles with a bare word or phrase in title or body.
func (e *evaluation) text(v query.Value) *set.Set {
	if s := e.words[v]; s != nil {
		return s.Clone()
	}
	e.foldTexts()
	m := query.NewMatcher(v)
	s := set.New(e.Len())
	for i := range e.titles {
		if i%pause == 0 && e.ctx.Err() != nil {
			return s
		}
		if m.In(e.titles[i]) || m.In(e.bodies[i]) {
			s.Add(i)
		}
	}
	e.words[v] = s
	return s.Clone()
}

// foldTexts folds what bare words are sought in, once, when first needed.
func (x *Index) foldTexts() {
	x.folding.Do(func() {
		x.titles = make([]string, x.Len())
		x.bodies = make([]string, x.Len())
		for i := range x.titles {
			x.titles[i] = fold.String(x.dossier.Articles[i].Title)
			x.bodies[i] = fold.String(x.body(i))
		}
	})
}

// relevance is how often the words of q stand in article i; a word in the
// title counts as much as ten in the body.
func (x *Index) relevance(words []query.Matcher, i int) int {
	n := 0
	for _, m := range words {
		n += 10*m.Count(x.titles[i]) + m.Count(x.bodies[i])
	}
	return n
}
