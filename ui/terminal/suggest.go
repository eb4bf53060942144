package terminal

import (
	"cmp"
	"slices"
	"strings"

	"dossier/model/facet"
	"dossier/model/fold"
	"dossier/model/language"
	"dossier/model/query"
	"dossier/model/search"
	"dossier/ui/message"
	"dossier/ui/wording"
)

// suggestion is one thing that may be meant.
type suggestion struct {
	insert string // what is written into the line
	note   string
	count  int // articles that it would find; -1 where that is not known
}

// mostSuggestions bounds the list: who does not find it types a letter more.
const mostSuggestions = 50

// fieldNotes say what a field is, beside its name.
var fieldNotes = map[query.Field]message.Text{
	query.Lang: "language", query.Actor: "person or organisation named", query.Vendor: "who cut ties",
	query.Status: "of a cut: done, announced, disputed", query.Source: "where it was published", query.Author: "who wrote it",
	query.Title: "words of the title", query.Date: "2021, 2021-01, 2021-01-08..2021-01-12", query.ID: "one article",
	query.Is: "read, unread, starred, detected", query.Has: "note, evidence", "sort": "order of the list",
}

// suggest lists what may be meant at a spot: fields, and values with the
// articles that each would find, the most first.
func suggest(s query.Spot, a search.Answer, index *search.Index) []suggestion {
	var all []suggestion
	typed := fold.String(s.Typed)
	if !s.Value {
		for _, name := range query.Names() {
			if strings.HasPrefix(name, typed) {
				all = append(all, suggestion{name + ":", fieldNotes[query.Field(name)].String(), -1})
			}
		}
	}
	for _, choice := range query.Choices(string(s.Field)) {
		if s.Value && strings.HasPrefix(choice, typed) {
			all = append(all, suggestion{choice, "", -1})
		}
	}
	for _, d := range [...]facet.Dimension{facet.Vendor, facet.Actor, facet.Language} {
		switch {
		case s.Value && s.Field == d.Field():
			all = append(all, values(d, s.Typed, a.Facets[d].Values, index, "")...)
		case !s.Value && typed != "":
			all = append(all, values(d, s.Typed, a.Facets[d].Values, index, string(d.Field())+":")...)
		}
	}
	return all[:min(len(all), mostSuggestions)]
}

// values are those of a facet that what is typed may mean, the most frequent
// first.
func values(d facet.Dimension, typed string, of []facet.Value, index *search.Index, before string) []suggestion {
	means := map[string]bool{}
	for _, name := range index.Resolve(d, query.Value{Text: typed}) {
		means[name] = true
	}
	var meant []facet.Value
	for _, v := range of {
		if strings.TrimSpace(typed) == "" || means[v.Name] {
			meant = append(meant, v)
		}
	}
	slices.SortStableFunc(meant, func(a, b facet.Value) int { return cmp.Or(b.Count-a.Count, cmp.Compare(a.Name, b.Name)) })
	var all []suggestion
	for _, v := range meant[:min(len(meant), mostSuggestions)] {
		note := ""
		if d == facet.Language {
			note = language.Name(v.Name)
		}
		all = append(all, suggestion{before + query.Spell(d.Field(), facet.Spell(d, v.Name, index)), note, v.Count})
	}
	return all
}

// countWords is how many articles a suggestion would find, in words.
func (s suggestion) countWords() string {
	if s.count < 0 {
		return ""
	}
	return wording.Number(s.count)
}
