package query

import (
	"slices"
	"strings"

	"dossier/model"
)

// sortField is written like a field and is none.
const sortField Field = "sort"

var fieldNames = []string{
	string(Lang), string(Actor), string(Vendor), string(Status), string(Source), string(Author),
	string(Title), string(Date), string(ID), string(Is), string(Has), string(sortField),
}

// Names lists what a term may begin with, `sort` included.
func Names() []string { return slices.Clone(fieldNames) }

func fieldNamed(name string) (Field, bool) {
	for _, f := range fieldNames {
		if strings.EqualFold(name, f) {
			return Field(f), true
		}
	}
	return Text, false
}

// vocabulary holds the fields that take none but these values.
var vocabulary = map[Field][]string{
	Status:    {model.Done.String(), model.Announced.String(), model.Disputed.String()},
	Is:        {"read", "unread", "starred", "detected"},
	Has:       {"note", "evidence"},
	sortField: {string(ByDate), string(ByDateDown), string(ByTitle), string(BySource), string(ByRelevance), string(ByRead)},
}

// Choices lists the values of one of Names that takes no others. It is empty if
// any text may follow the colon.
func Choices(name string) []string {
	f, _ := fieldNamed(name)
	return slices.Clone(vocabulary[f])
}
