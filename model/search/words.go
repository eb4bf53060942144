package search

import (
	"dossier/model/query"
	"dossier/model/set"
)

// matchKey is words and where they are sought.
type matchKey struct {
	value query.Value
	in    Part
}

// maxMatched is how many answers are remembered: of a million articles each is
// 125 kB.
const maxMatched = 32

// match returns the articles that have a word or phrase. It remembers its
// answers, as the words of a query are asked for again at every key.
func (e *evaluation) match(v query.Value, in Part) *set.Set {
	key := matchKey{v, in}
	e.matching.Lock()
	known := e.matched[key]
	e.matching.Unlock()
	if known != nil {
		return known.Clone()
	}
	s, err := e.texts.Match(e.ctx, v, in, e.len)
	if err != nil {
		e.err = err
		return set.New(e.len)
	}
	s.And(e.present)
	e.matching.Lock()
	defer e.matching.Unlock()
	if len(e.matched) >= maxMatched {
		clear(e.matched)
	}
	e.matched[key] = s
	return s.Clone()
}
