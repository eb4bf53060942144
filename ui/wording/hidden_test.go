package wording

import (
	"math"
	"strings"
	"testing"

	"dossier/model/clean"
)

func TestHidden(t *testing.T) {
	for _, c := range []struct {
		text  string
		limit int
		want  string
	}{
		{"plain", 9, "no hidden characters"},
		{"a\u200b", 9, "1 hidden character: 1 ZWSP"},
		{"\u202e\u200b\u202e", math.MaxInt, "3 hidden characters: 2 RLO, 1 ZWSP"},
		{strings.Repeat("\u200b", 1200), math.MaxInt, "1,200 hidden characters: 1,200 ZWSP"},
		{"\u202e\u200b", 1, "1 hidden character: 1 RLO, in its beginning; the rest is not shown"},
	} {
		if got := Hidden(clean.Reveal(c.text, c.limit)); got != c.want {
			t.Errorf("%.20q: %q, want %q", c.text, got, c.want)
		}
	}
}
