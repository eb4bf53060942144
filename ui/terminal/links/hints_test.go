package links

import (
	"slices"
	"strings"
	"testing"
)

func TestHintsCanBeToldApart(t *testing.T) {
	for n := range MostHints + 5 {
		hints := Hints(n)
		if len(hints) != min(n, MostHints) {
			t.Fatalf("%d links have %d hints", n, len(hints))
		}
		for i, a := range hints {
			for j, b := range hints {
				if i != j && strings.HasPrefix(a, b) {
					t.Fatalf("of %d hints %q begins with %q", n, a, b)
				}
			}
			if got, _ := Pick(a, n, false); got != i {
				t.Fatalf("%q of %d picks %d, want %d", a, n, got, i)
			}
		}
	}
}

func TestPick(t *testing.T) {
	for _, c := range []struct {
		typed    string
		n        int
		final    bool
		link     int
		possible bool
	}{
		{"1", 9, false, 0, true},
		{"1", 10, false, -1, true},
		{"1", 10, true, 0, true},
		{"10", 10, false, 9, true},
		{"11", 10, false, -1, false},
		{"0", 10, false, -1, false},
		{"s", 9, false, 1, true},
		{"a", 12, false, -1, true},
		{"ad", 12, false, 2, true},
		{"z", 9, false, -1, false},
		{"l", 3, false, -1, false},
	} {
		if link, possible := Pick(c.typed, c.n, c.final); link != c.link || possible != c.possible {
			t.Errorf("%q of %d picks %d (%v), want %d (%v)", c.typed, c.n, link, possible, c.link, c.possible)
		}
	}
}

func TestAddressesInText(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"See https://example.org/a, and (http://example.org/b).", []string{"https://example.org/a", "http://example.org/b"}},
		{"<https://example.org/a_(b)>", []string{"https://example.org/a_(b)"}},
		{"write to mailto:jo@example.org!", []string{"mailto:jo@example.org"}},
		{"http:// and https:// alone", nil},
		{"ftp://example.org", nil},
		{"„https://example.org/ä“", []string{"https://example.org/ä"}},
	} {
		var got []string
		for _, s := range InText(c.text) {
			got = append(got, s.URL)
			if c.text[s.Start:s.End] != s.URL {
				t.Errorf("%q stands elsewhere than at %d", s.URL, s.Start)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("in %q: %q, want %q", c.text, got, c.want)
		}
	}
}
