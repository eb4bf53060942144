package query

import (
	"slices"
	"testing"
)

// Every name is a field to Parse, and every choice a value that it takes.
func TestNamesAndChoices(t *testing.T) {
	for _, name := range Names() {
		choices := Choices(name)
		if _, hints := Parse(name + ":?"); len(choices) > 0 != (len(hints) == 1) && name != "date" {
			t.Errorf("%s: has choices %q and hints %v", name, choices, hints)
		}
		for _, choice := range choices {
			typed := name + ":" + choice
			if q := parse(t, typed); q.String() != typed {
				t.Errorf("%s is read as %s", typed, q)
			}
		}
	}
	if !slices.Contains(Choices("Sort"), "-date") || Choices("nothing") != nil {
		t.Error("choices are not those of the field")
	}
}
