package model

import "testing"

func TestArticleOfText(t *testing.T) {
	tests := []struct {
		body      string
		furniture []Passage
		want      string
	}{
		{"", nil, ""},
		{"one\n\ntwo\n", nil, "one\n\ntwo\n"},
		{"News\n\none\n\nShare\n\ntwo\n\n© 2021\n", []Passage{{0, 4}, {11, 16}, {23, 30}}, "one\n\ntwo\n\n"},
		{"date 2021-01 one\n", []Passage{{0, 13}}, "one\n"},
		{"News\nBy\none\n", []Passage{{0, 4}, {5, 7}}, "one\n"},
		{"all", []Passage{{0, 3}}, ""},
	}
	for _, tt := range tests {
		if got := (Text{Body: tt.body, Furniture: tt.furniture}).Article(); got != tt.want {
			t.Errorf("%q without %v is %q, want %q", tt.body, tt.furniture, got, tt.want)
		}
	}
}
