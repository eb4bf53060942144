// Package find tells where a text stands in a body, as a pager's search does:
// anywhere, also inside words. What a query's words match is the business of
// package query; which parts of a body are shown, that of whoever lays it out.
package find

import (
	"context"
	"strings"
	"unicode"

	"dossier/model"
	"dossier/model/fold"
)

// All returns where text stands in body, in order and without overlaps. Accents
// and width are ignored, and case too unless text has a capital; any run of
// white space counts as one space, so that a line break hides nothing.
func All(body, text string) []model.Passage {
	s := NewSource(body)
	s.Add(0, len(body))
	return s.All(context.Background(), text)
}

// All returns where text stands in the source, as passages of its body. If ctx
// ends meanwhile some may be missing.
func (s *Source) All(ctx context.Context, text string) []model.Passage {
	words := strings.Fields(fold.String(text))
	if len(words) == 0 {
		return nil
	}
	m := s.folded()
	exact := ""
	if strings.ContainsFunc(text, unicode.IsUpper) {
		exact = spaced(text)
	}
	var at []model.Passage
	for from := 0; ctx.Err() == nil; {
		i := strings.Index(m.Text[from:], words[0])
		if i < 0 {
			break
		}
		start := from + i
		end, ok := run(m.Text, start, words)
		from = start + len(words[0])
		if !ok {
			continue
		}
		a, b := m.Source(start, end)
		if exact != "" && spaced(s.Text()[a:b]) != exact {
			continue
		}
		at = append(at, model.Passage{Start: a, End: b})
		from = end
	}
	return s.Passages(at)
}

// run is where words end that begin at start, with white space between them.
func run(s string, start int, words []string) (end int, ok bool) {
	end = start
	for i, w := range words {
		if i > 0 {
			rest := strings.TrimLeftFunc(s[end:], unicode.IsSpace)
			if len(rest) == len(s)-end {
				return 0, false
			}
			end = len(s) - len(rest)
		}
		if !strings.HasPrefix(s[end:], w) {
			return 0, false
		}
		end += len(w)
	}
	return end, true
}

// spaced is s with single spaces.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }
