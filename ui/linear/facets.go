package linear

import (
	"strconv"
	"strings"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/fold"
	"dossier/model/language"
	"dossier/ui/message"
	"dossier/ui/wording"
)

var dimensionNames = [facet.NumDimensions]message.Text{
	facet.Language: "Languages", facet.Vendor: "Vendors that cut ties", facet.Actor: "Actors",
}

// facets chooses a facet and then values of it, to filter by.
func (s *session) facets(typed string) error {
	n, _ := strconv.Atoi(typed)
	for n < 1 || n > int(facet.NumDimensions) {
		m := &menu{}
		for d := range facet.NumDimensions {
			m.items = append(m.items, sentences(dimensionNames[d].String(), s.dimension(d)))
		}
		at, _, err := s.choose(m)
		if err != nil {
			return s.backToList(err)
		}
		n = at + 1
	}
	return s.backToList(s.values(facet.Dimension(n - 1)))
}

// backToList reads the list again that was filtered.
func (s *session) backToList(err error) error {
	if err == errBack {
		return s.readPage(0)
	}
	return err
}

// dimension says what a facet has, and what of it is ticked.
func (s *session) dimension(d facet.Dimension) string {
	values := s.answer.Facets[d].Values
	var ticked []string
	for _, v := range values {
		if v.State != facet.Off {
			ticked = append(ticked, wording.FacetValue(d, v.Name)+" "+stateName(v.State))
		}
	}
	return sentences(message.Count(len(values), "%d value", "%d values"), strings.Join(ticked, ", "))
}

func stateName(state facet.State) string {
	switch state {
	case facet.Excluded:
		return message.Say("excluded")
	case facet.Included:
		return message.Say("included")
	}
	return message.Say("off")
}

// values ticks values of a facet until the reader goes back. They keep the numbers
// that they have at first, and are read again when that is asked for.
func (s *session) values(d facet.Dimension) error {
	s.say("%s. The number behind a name is how many articles the list would then have.", dimensionNames[d])
	order := facet.ByCount(s.answer.Facets[d].Values)
	letters, known := "", false
	for {
		values := s.narrowed(d, order, letters)
		m := &menu{may: message.Say("- and a number to exclude, & any or all, / and letters to narrow, l to list again")}
		for _, v := range values {
			m.items = append(m.items, s.value(d, v))
		}
		if known {
			m.next = len(m.items)
		}
		at, typed, err := s.choose(m)
		if err != nil {
			return err
		}
		known = true
		switch {
		case at >= 0:
			err = s.tick(d, values[at], facet.Included)
		case typed == "&":
			err = s.toggleAll(d)
		case typed == "l":
			known = false
		case typed[0] == '/':
			letters, known = strings.TrimSpace(typed[1:]), false
			if len(s.narrowed(d, order, letters)) == 0 {
				s.say("No value has these letters.")
				letters = ""
			}
		default:
			err = s.exclude(d, values, typed)
		}
		if err != nil {
			return err
		}
	}
}

// exclude excludes the value with a number that a minus stands before.
func (s *session) exclude(d facet.Dimension, values []facet.Value, typed string) error {
	n, ok := number(strings.TrimSpace(typed[1:]))
	if typed[0] != '-' || !ok || n < 1 || n > len(values) {
		s.say("A number includes, - and a number excludes, q goes back to the list.")
		return nil
	}
	return s.tick(d, values[n-1], facet.Excluded)
}

// narrowed are the values with some letters in their names, in an order and as they
// stand now.
func (s *session) narrowed(d facet.Dimension, order []facet.Value, letters string) (kept []facet.Value) {
	now := map[string]facet.Value{}
	for _, v := range s.answer.Facets[d].Values {
		now[v.Name] = v
	}
	letters = fold.String(letters)
	for _, v := range order {
		name := v.Name
		if d == facet.Language {
			name = strings.Join(language.Names(name), " ")
		}
		if strings.Contains(fold.String(name), letters) {
			kept = append(kept, now[v.Name])
		}
	}
	return kept
}

// value is a value with its count, as a sentence.
func (s *session) value(d facet.Dimension, v facet.Value) string {
	about := message.Count(v.Count, "%d article", "%d articles")
	if d == facet.Actor && v.Kind == model.Person {
		about = wording.Kind(v.Kind) + ", " + about
	}
	if v.Disputed {
		about += ", " + wording.Status(model.Disputed)
	}
	if v.State != facet.Off {
		about += ", " + stateName(v.State)
	}
	return wording.FacetValue(d, v.Name) + ": " + about
}

// tick puts a value into a state, or takes it out again.
func (s *session) tick(d facet.Dimension, v facet.Value, to facet.State) error {
	if v.State == to {
		to = facet.Off
	}
	s.say("%s: %s.", wording.FacetValue(d, v.Name), stateName(to))
	return s.setQuery(facet.Set(s.query, d, v.Name, to, s.answer.Facets[d].All, s.index))
}

// toggleAll changes between articles with any of the included values and those
// with each of them.
func (s *session) toggleAll(d facet.Dimension) error {
	if d == facet.Language {
		s.say("An article has one language: several can only mean any of them.")
		return nil
	}
	ticks, _ := facet.Split(s.query, d, s.index)
	s.all[d] = !s.answer.Facets[d].All
	ticks.All = s.all[d]
	if s.all[d] {
		s.say("Included values now mean all of them.")
	} else {
		s.say("Included values now mean any of them.")
	}
	return s.setQuery(facet.Join(s.query, d, ticks, s.index))
}
