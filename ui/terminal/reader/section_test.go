package reader

import (
	"slices"
	"strings"
	"testing"
)

func TestSection(t *testing.T) {
	paragraph := strings.Repeat("Words of a paragraph. ", 30) + "\n\n"
	text := "# A title\n\n" + paragraph + "## One\n\n" + paragraph + "### Deep\n\n" + paragraph + "## Two\n\n" + paragraph
	p := pane(t, text, 60, 70, 8)
	for _, c := range []struct {
		at   string
		want []string
	}{
		{"", nil},
		{"# A title", nil}, // the title is above the text already
		{"## One", []string{"One"}},
		{"### Deep", []string{"One", "Deep"}},
		{"## Two", []string{"Two"}},
	} {
		if p.First(); c.at != "" {
			p.GoTo(passage(t, text, c.at).End - 1)
		}
		if got := p.Section(); !slices.Equal(got, c.want) {
			t.Errorf("at %q the section is %q, want %q", c.at, got, c.want)
		}
	}
}
