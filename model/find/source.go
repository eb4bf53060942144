package find

import (
	"sort"
	"strings"
	"sync"

	"dossier/model"
	"dossier/model/fold"
)

// Source is what of a body can be found: its parts that are shown, joined. What
// stands between them, such as the signs of markup and the targets of links,
// hides nothing and is not found. Parts are added first; then goroutines may
// share it.
type Source struct {
	body  string
	text  strings.Builder
	parts []part

	once sync.Once
	fold fold.Map
}

// part says that text from joined on is body from source on.
type part struct{ joined, source int }

// NewSource makes a source of a body, without any part of it yet.
func NewSource(body string) *Source { return &Source{body: body} }

// Add adds body[start:end], which goes on where the last part ended.
func (s *Source) Add(start, end int) {
	if start >= end {
		return
	}
	if n := len(s.parts); n == 0 || s.parts[n-1].source+s.text.Len()-s.parts[n-1].joined != start {
		s.parts = append(s.parts, part{s.text.Len(), start})
	}
	s.text.WriteString(s.body[start:end])
}

// Break parts what is added next from what was added: by a line break that is
// shown for body[at].
func (s *Source) Break(at int) {
	s.parts = append(s.parts, part{s.text.Len(), at})
	s.text.WriteByte('\n')
}

// Text is the parts, joined.
func (s *Source) Text() string { return s.text.String() }

func (s *Source) folded() *fold.Map {
	s.once.Do(func() { s.fold = fold.NewMap(s.Text()) })
	return &s.fold
}

// Passages turns ranges of Text, in order, into ranges of the body. They are
// changed in place.
func (s *Source) Passages(at []model.Passage) []model.Passage {
	for i, p := range at {
		// The end is that of the last byte: the next part may begin elsewhere.
		at[i] = model.Passage{Start: s.source(p.Start), End: s.source(p.End-1) + 1}
	}
	return at
}

func (s *Source) source(joined int) int {
	i := sort.Search(len(s.parts), func(i int) bool { return s.parts[i].joined > joined }) - 1
	return s.parts[i].source + joined - s.parts[i].joined
}
