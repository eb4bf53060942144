package find

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dossier/model/query"
)

func matchers(words ...string) (all []query.Matcher) {
	for _, w := range words {
		all = append(all, query.NewMatcher(query.Value{Text: w}))
	}
	return all
}

// shown is a snippet with its hits in brackets.
func shown(s Snippet) string {
	var b strings.Builder
	at := 0
	for _, h := range s.Hits {
		b.WriteString(s.Text[at:h.Start] + "[" + s.Text[h.Start:h.End] + "]")
		at = h.End
	}
	return b.String() + s.Text[at:]
}

func TestSnippetOf(t *testing.T) {
	long := strings.Repeat("lorem ipsum ", 20)
	for _, c := range []struct{ text, words, want string }{
		{"The bank left.", "bank", "The [bank] left."},
		{"The\n\nbank   left\tit.", "bank", "The [bank] left it."},
		{"Eine Straße, zwei STRASSEN.", "strasse", "Eine [Straße], zwei [STRASSE]N."},
		{long + "bank and shop " + long, "shop bank", "…ipsum [bank] and [shop] lorem ipsum lorem ipsum lorem ipsum lorem ipsum lore…"},
		{"東京で雲が切れた。", "雲", "東京で[雲]が切れた。"},
	} {
		s, ok := SnippetOf(c.text, 72, matchers(strings.Fields(c.words)...)...)
		if got := shown(s); !ok || got != c.want {
			t.Errorf("%q in %.30q…: %q, want %q", c.words, c.text, got, c.want)
		}
	}
	if s, ok := SnippetOf("nothing here", 80, matchers("bank")...); ok {
		t.Errorf("a snippet without a hit: %+v", s)
	}
}

func FuzzSnippetOf(f *testing.F) {
	f.Add("The bank left.", "bank", 10)
	f.Add("東京で雲が切れた。", "雲", 4)
	f.Add(strings.Repeat("é ", 99), "e", -1)
	f.Fuzz(func(t *testing.T, text, word string, size int) {
		if !utf8.ValidString(text) || !utf8.ValidString(word) {
			t.Skip()
		}
		s, ok := SnippetOf(text, size%1000, matchers(word)...)
		if !ok {
			return
		}
		end := 0
		for _, h := range s.Hits {
			if h.Start < end || h.End < h.Start || h.End > len(s.Text) {
				t.Fatalf("hits %v of %q", s.Hits, s.Text)
			}
			end = h.End
		}
		if !utf8.ValidString(s.Text) || strings.ContainsAny(s.Text, "\n\t") {
			t.Errorf("snippet %q", s.Text)
		}
	})
}
