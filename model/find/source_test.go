package find

import (
	"context"
	"slices"
	"testing"
)

// source joins what stands outside of braces; a bar parts.
func source(body string) *Source {
	s := NewSource(body)
	start := 0
	for i, c := range body {
		switch c {
		case '{':
			s.Add(start, i)
		case '}':
			start = i + 1
		case '|':
			s.Add(start, i)
			s.Break(i)
			start = i + 1
		}
	}
	s.Add(start, len(body))
	return s
}

// TestMarkupHidesNothing finds text across what is not shown, and never in it.
func TestMarkupHidesNothing(t *testing.T) {
	for _, c := range []struct {
		body, text string
		want       []string
	}{
		{"the {**}vendor{**} has left", "the vendor has", []string{"the {**}vendor{**} has"}},
		{"{[}left{](http://left.example)} and left", "left", []string{"left", "left"}},
		{"see {[}here{](http://left.example)}", "example", nil},
		{"one|two", "one two", []string{"one|two"}},
		{"one|two", "onetwo", nil},
		{"ge{*}é{*}ant", "geeant", []string{"ge{*}é{*}ant"}},
		{"{x}Ärger{y}", "arg", []string{"Ärg"}},
	} {
		var got []string
		for _, p := range source(c.body).All(context.Background(), c.text) {
			got = append(got, c.body[p.Start:p.End])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q in %q: %q, want %q", c.text, c.body, got, c.want)
		}
	}
}

func TestSourceJoinsItsParts(t *testing.T) {
	if got := source("a {b}c|{d}e").Text(); got != "a c\ne" {
		t.Errorf("the text is %q", got)
	}
	if at := NewSource("body").All(context.Background(), "b"); at != nil {
		t.Errorf("found %v where nothing is shown", at)
	}
}
