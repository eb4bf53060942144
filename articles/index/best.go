package index

import (
	"context"
	"strings"

	"dossier/model/query"
)

// Best returns up to limit articles that have any of the values, those that
// have them most first, a word in a title counting for ten in a text. Values
// just begun, of up to three letters, are passed over if there are others, and
// if not, there is no order and nothing is returned.
func (s *Store) Best(ctx context.Context, values []query.Value, limit int) ([]int32, error) {
	var terms []string
	for _, v := range values {
		p := phraseOf(v)
		if _, short := p.initial(); short || len(p.words) == 0 {
			continue
		}
		if rest, _, ok := p.parted(); ok {
			p = rest
		}
		terms = append(terms, p.match(InTitleAndBody))
	}
	if len(terms) == 0 {
		return nil, nil
	}
	var nums []int32
	for num, err := range records(ctx, s.read, func(r *record) int32 { return r.num(0) },
		"SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words, 10.0, 1.0), rowid LIMIT ?",
		strings.Join(terms, " OR "), int64(limit)) {
		if err != nil {
			return nil, err
		}
		nums = append(nums, num)
	}
	return nums, nil
}
