package query

import (
	"dossier/model/clean"
	"dossier/model/fold"
)

// term makes a node of a term as typed: an empty one, which the normal form
// drops, where there is nothing to look for.
func (p *parser) term(t token, negative bool) Node {
	switch {
	case t.unknown != "":
		p.hint(t.about(UnknownField, t.unknown).among(t.unknown, "", ":", fieldNames))
	case t.field == sortField:
		p.order(t, negative)
		return Node{}
	case len(t.values) == 0 && p.at < len(p.s) && p.s[p.at] == '(':
		p.hint(t.about(InGroup, ""))
	}
	leaf := Node{Op: Leaf, Term: Term{Field: t.field}}
	for _, v := range t.values {
		p.value(&leaf.Term, v, t)
	}
	return leaf
}

func (p *parser) value(term *Term, v typed, t token) {
	closed := vocabulary[t.field]
	switch {
	case t.field == Date && !isNone(v):
		p.span(term, v, t)
	case closed == nil || t.field == Status && isNone(v):
		term.Values = append(term.Values, Value{v.text, v.quoted})
	default:
		if word, ok := p.oneOf(closed, v, t); ok {
			term.Values = append(term.Values, Value{Text: word})
		}
	}
}

// oneOf reads a value that must be one of few.
func (p *parser) oneOf(words []string, v typed, t token) (string, bool) {
	typed := fold.String(clean.Line(v.text))
	for _, w := range words {
		if typed == w {
			return w, true
		}
	}
	if typed != "" {
		p.hint(t.about(UnknownValue, v.text).among(typed, string(t.field)+":", "", words))
	}
	return "", false
}

// order reads `sort:`. Of several the last holds.
func (p *parser) order(t token, negative bool) {
	if negative {
		p.hint(t.about(NegatedOrder, ""))
		return
	}
	for i, v := range t.values {
		if i > 0 {
			p.hint(t.about(SecondOrder, ""))
			return
		}
		if word, ok := p.oneOf(vocabulary[sortField], v, t); ok {
			p.sort = Sort(word)
		}
	}
}

// span reads a date or a range of dates.
func (p *parser) span(term *Term, v typed, t token) {
	text := fold.String(clean.Line(v.text))
	r, ok := parseRange(text)
	switch {
	case text == "":
		return
	case !ok:
		p.hint(t.about(NoDate, text))
		return
	case inverted(r):
		p.hint(t.about(Inverted, text))
	}
	term.Ranges = append(term.Ranges, r)
}

func isNone(v typed) bool { return !v.quoted && fold.String(clean.Line(v.text)) == none }
