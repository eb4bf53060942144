package query

import "strings"

// Spot is what is being typed at a place of a query's text: a word that may
// become a field's name, or a value of a field.
type Spot struct {
	Start, End int    // the bytes of the text that a completion takes the place of
	Field      Field  // whose value it is
	Value      bool   // it is a value, not a word or a name
	Typed      string // what stands before the place, without quotes
}

// SpotAt tells what is being typed at a byte of a text; false within a phrase,
// which nobody can complete.
func SpotAt(text string, at int) (Spot, bool) {
	at = min(max(at, 0), len(text))
	l := lexer{s: text}
	for {
		t := l.next()
		switch {
		case t.kind == endToken || t.start > at || t.kind == openToken && t.start == at:
			return Spot{Start: at, End: at}, true
		case t.end < at || t.end == at && !goesOn(t):
			continue
		case t.field != Text:
			return valueSpot(text, t, at), true
		case len(t.values) > 0 && t.values[0].quoted:
			return Spot{}, false
		}
		return Spot{Start: t.start, End: t.end, Typed: text[t.start:at]}, true
	}
}

// goesOn reports whether what is typed right behind a token belongs to it.
func goesOn(t token) bool {
	switch t.kind {
	case openToken, closeToken, notToken:
		return false
	}
	return true
}

// valueSpot finds the value that a place is in among those of a term.
func valueSpot(text string, t token, at int) Spot {
	name := strings.IndexByte(text[t.start:], ':') + 1
	s := Spot{Field: t.field, Value: true}
	if at < t.start+name { // in the name
		return Spot{Start: t.start, End: t.start + name, Typed: text[t.start:at]}
	}
	l := lexer{s: text, at: t.start + name}
	for {
		s.Start = l.at
		if r, _ := l.peek(); isQuote(r) {
			l.quoted()
		} else {
			l.skip(func(r rune) bool { return r != ',' && !ends(r) })
		}
		if s.End = l.at; at <= s.End {
			break
		}
		if r, n := l.peek(); r == ',' {
			l.at += n
			continue
		}
		s.Start, s.End = at, at
		break
	}
	typed := lexer{s: text[:at], at: s.Start}
	if r, _ := typed.peek(); isQuote(r) {
		s.Typed = typed.quoted().text
	} else {
		s.Typed = text[s.Start:at]
	}
	return s
}

// Put writes a value, or a field's name if the spot is of a word, into the text
// and returns where it ends.
func (s Spot) Put(text, completion string) (completed string, end int) {
	return text[:s.Start] + completion + text[s.End:], s.Start + len(completion)
}

// Without is the text as it is without what is being typed, for counts that do
// not hang on it.
func (s Spot) Without(text string) string { return text[:s.Start] + text[s.End:] }

// Spell writes a value as it stands in a term of a field: in quotes where it
// needs them.
func Spell(f Field, v Value) string { return string(appendValue(nil, f, v)) }
