package wording

import (
	"strings"

	"dossier/model/query"
	"dossier/ui/message"
)

// Hint says what could not be used in a query, what becomes of it, and what may
// have been meant.
func Hint(h query.Hint) string {
	switch h.Fault {
	case query.TooLong:
		return message.Say("a query has at most %d bytes; the rest is ignored", h.Most)
	case query.TooDeep:
		return message.Say("parentheses nest deeper than %d; what is in them is ignored", h.Most)
	case query.UnknownField:
		return message.Say("%s: is no field, so it is sought as text; %s", h.Text, instead(h))
	case query.InGroup:
		return message.Say("%[1]s: takes its values without parentheses, as in %[1]s:a,b", string(h.Field))
	case query.UnknownValue:
		field := string(h.Field) + ":"
		return message.Say("%s is not known, so it is ignored; %s", field+h.Text, instead(withoutField(h, field)))
	case query.NoDate:
		return message.Say("%s is no date, so it is ignored; use 2021-01-08, 2021-01, 2021 or a..b", h.Text)
	case query.Inverted:
		return message.Say("%s ends before it begins, so its ends are swapped", h.Text)
	case query.NegatedOrder:
		return message.Say("an order cannot be negated; for the latest first write %s", "sort:"+string(query.ByDateDown))
	}
	return message.Say("sort: takes one order; the first is used")
}

// withoutField leaves out of the choices the field that the hint names already,
// so that more of them fit in its one line.
func withoutField(h query.Hint, field string) query.Hint {
	choices := make([]string, len(h.Choices))
	for i, c := range h.Choices {
		choices[i] = strings.TrimPrefix(c, field)
	}
	h.Choices = choices
	return h
}

func instead(h query.Hint) string {
	if h.Meant != "" {
		return message.Say("did you mean %s?", h.Meant)
	}
	return message.Say("there are %s", strings.Join(h.Choices, " "))
}
