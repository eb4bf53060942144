package query

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/model"
	"dossier/model/fold"
)

// Matcher is a value made ready to be sought in many texts, all of which are
// folded already (see package fold). The zero Matcher finds nothing.
type Matcher struct {
	words []string // the folded value, parted at white space
	whole bool
}

// NewMatcher makes a matcher. It takes `none` for a word: whoever seeks in a
// field asks Value.None first.
func NewMatcher(v Value) Matcher {
	return Matcher{strings.Fields(fold.String(v.Text)), v.Quoted}
}

// Name reports whether any of the folded forms of one name is meant: a quoted
// value is the whole form, any other is a beginning of one of its words.
func (m Matcher) Name(folded ...string) bool {
	for _, form := range folded {
		if !m.whole && m.beginsIn(form) {
			return true
		}
		if end, ok := m.matchAt(form, 0); m.whole && ok && end == len(form) {
			return true
		}
	}
	return false
}

// beginsIn is In for a name. One in Hangul is a word: its particles stand behind
// it, and no text joins names.
func (m Matcher) beginsIn(name string) bool {
	for start, _ := m.find(name, 0); start >= 0; start, _ = m.find(name, start+1) {
		last, _ := utf8.DecodeLastRuneInString(name[:start])
		if next, _ := utf8.DecodeRuneInString(name[start:]); !isHangul(last) || !isHangul(next) {
			return true
		}
	}
	return false
}

// In reports whether a folded text has the value: a quoted one as a phrase of
// whole words, any other as a beginning of a word.
func (m Matcher) In(folded string) bool {
	start, _ := m.find(folded, 0)
	return start >= 0
}

// Count is how often a folded text has the value.
func (m Matcher) Count(folded string) int {
	n := 0
	for start, end := m.find(folded, 0); start >= 0; start, end = m.find(folded, end) {
		n++
	}
	return n
}

// find returns where the value next stands at or after from; start is -1 if
// nowhere.
func (m Matcher) find(folded string, from int) (start, end int) {
	if len(m.words) == 0 {
		return -1, -1
	}
	for {
		i := strings.Index(folded[from:], m.words[0])
		if i < 0 {
			return -1, -1
		}
		start = from + i
		if end, ok := m.matchAt(folded, start); ok {
			return start, end
		}
		from = start + 1
	}
}

// matchAt reports whether the value stands at start, and where it ends. Any
// white space parts the words of a phrase, for a text is wrapped anywhere.
func (m Matcher) matchAt(folded string, start int) (end int, ok bool) {
	if len(m.words) == 0 || !boundary(folded, start) {
		return 0, false
	}
	end = start
	for i, w := range m.words {
		rest := folded[end:]
		word := rest
		if i > 0 {
			word = strings.TrimLeftFunc(rest, unicode.IsSpace)
		}
		if i > 0 && len(word) == len(rest) || !strings.HasPrefix(word, w) {
			return 0, false
		}
		end += len(rest) - len(word) + len(w)
	}
	return end, !m.whole || boundary(folded, end)
}

// Matches reports whether any of the forms of one name, not folded, is meant.
func (v Value) Matches(forms ...string) bool {
	m := NewMatcher(v)
	return slices.ContainsFunc(forms, func(f string) bool { return m.Name(fold.String(f)) })
}

// In reports whether text, not folded, has the value.
func (v Value) In(text string) bool { return NewMatcher(v).In(fold.String(text)) }

// Spans returns where the values stand in a text that is not folded, exactly
// where In finds them in the folded one: in order, those that overlap as one.
func Spans(text string, values ...Matcher) []model.Passage {
	folded := fold.NewMap(text)
	var spans []model.Passage
	for _, m := range values {
		for start, end := m.find(folded.Text, 0); start >= 0; start, end = m.find(folded.Text, end) {
			from, to := folded.Source(start, end)
			spans = append(spans, model.Passage{Start: from, End: to})
		}
	}
	slices.SortFunc(spans, func(a, b model.Passage) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	return joined(spans)
}

// joined makes one of spans that overlap.
func joined(spans []model.Passage) []model.Passage {
	kept := spans[:0]
	for _, s := range spans {
		if n := len(kept); n > 0 && s.Start < kept[n-1].End {
			kept[n-1].End = max(kept[n-1].End, s.End)
			continue
		}
		kept = append(kept, s)
	}
	return kept
}
