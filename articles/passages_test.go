package articles

import (
	"testing"

	"dossier/model"
	"dossier/model/clean"
)

func TestFindPassage(t *testing.T) {
	body := "\n\nOne  two\n\u00a0thrée four.\nFive “six”.\n\n\nEnd "
	tests := []struct{ quote, want string }{
		{"One  two", "One  two"},
		{"One two thrée", "One  two\n\u00a0thrée"},
		{" two  thrée ", "two\n\u00a0thrée"},
		{"four. Five “six”.", "four.\nFive “six”."},
		{"“six”. End", "“six”.\n\n\nEnd"},
		{"End", "End"},
		{"Two", ""},
		{"four Five", ""},
		{"", ""},
		{" ", " "},
		{"\t\t", ""},
	}
	for _, tt := range tests {
		p := passages{body: body}
		at, ok := p.find(tt.quote)
		if got := body[at.Start:at.End]; got != tt.want || ok != (tt.want != "") {
			t.Errorf("%q: %q, %v", tt.quote, got, ok)
		}
	}
}

func FuzzFindPassage(f *testing.F) {
	f.Add("One  two\nthree", "two three")
	f.Add("ä\u2003b", "ä b")
	f.Fuzz(func(t *testing.T, body, quote string) {
		body, quote = clean.Text(body), clean.Text(quote)
		p := passages{body: body}
		at, ok := p.find(quote)
		if !ok {
			if at != (model.Passage{}) {
				t.Errorf("%v, but not found", at)
			}
			return
		}
		if got := foldSpace(body[at.Start:at.End]); got != foldSpace(quote) && " "+got+" " != foldSpace(" "+quote+" ") {
			t.Errorf("%q for %q", got, quote)
		}
	})
}
