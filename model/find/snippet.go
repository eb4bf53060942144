package find

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/model"
	"dossier/model/query"
)

// Snippet is a piece of a text around the first place of some words, as one
// line.
type Snippet struct {
	Text string
	Hits []model.Passage // the words, in bytes of Text
}

// maxSnipped is how much of a text is looked through for its snippet, in bytes.
const maxSnipped = 256 << 10

// leadIn is the part of a snippet that may stand before the first hit, and so
// many bytes at least: where there is little room the hit is still to be seen.
const leadIn = 12

// SnippetOf returns the piece of a text, at most size bytes, that shows the
// first place of any of the words; ok is false if there is none.
func SnippetOf(text string, size int, words ...query.Matcher) (s Snippet, ok bool) {
	size = max(size, 0)
	text = text[:whole(text, min(len(text), maxSnipped))]
	hits := query.Spans(text, words...)
	if len(hits) == 0 {
		return s, false
	}
	start := wordStart(text, max(hits[0].Start-max(size/leadIn, leadIn), 0), hits[0].Start)
	end := whole(text, min(start+size, len(text)))
	l := liner{}
	if start > 0 {
		l.WriteString("…")
	}
	for _, h := range hits {
		if h.End > end {
			break
		}
		l.add(text[start:h.Start])
		first := l.Len()
		l.add(text[h.Start:h.End])
		s.Hits = append(s.Hits, model.Passage{Start: first, End: l.Len()})
		start = h.End
	}
	l.add(text[start:max(start, end)])
	if end < len(text) {
		l.WriteString("…")
	}
	s.Text = l.String()
	return s, true
}

// liner makes one line of text: white space is one space.
type liner struct {
	strings.Builder
	space bool // the last character is one
}

func (l *liner) add(text string) {
	for _, r := range text {
		space := unicode.IsSpace(r)
		if space {
			r = ' '
		}
		if !space || !l.space {
			l.WriteRune(r)
		}
		l.space = space
	}
}

// wordStart is the first beginning of a word at or after from, but not behind
// to.
func wordStart(text string, from, to int) int {
	from = whole(text, from)
	if from == 0 {
		return 0
	}
	for i, r := range text[from:to] {
		if unicode.IsSpace(r) {
			return from + i + utf8.RuneLen(r)
		}
	}
	return from
}

// whole moves a place back to where a character begins.
func whole(text string, at int) int {
	for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}
