package reader

import (
	"strings"
	"testing"

	"dossier/model"
	"dossier/ui/terminal/cells"
)

const linked = "Words of **a [first link](https://a.example)** and more of them, so that the next [second link over](other.md) two lines goes.\n\n## Heading\n\nSee https://c.example too.\n\n"

func TestLinksInView(t *testing.T) {
	p := pane(t, linked+strings.Repeat("Words.\n\n", 40)+"[the last](https://z.example)\n", 40, 60, 20)
	urls := func() string {
		var all []string
		for _, l := range p.Links() {
			all = append(all, l.URL)
		}
		return strings.Join(all, " ")
	}
	if got, want := urls(), "https://a.example other.md https://c.example"; got != want {
		t.Errorf("at the top the links are %s, want %s", got, want)
	}
	p.Last()
	if got, want := urls(), "https://z.example"; got != want {
		t.Errorf("at the end the links are %s, want %s", got, want)
	}
}

func TestHintsStandOverTheirLinks(t *testing.T) {
	p := pane(t, linked, 40, 60, 20)
	for i, l := range p.Links() {
		p.Hints = append(p.Hints, Hint{At: model.Passage{Start: l.Start, End: l.End}, Label: []string{"xa", "xs", "xd"}[i]})
	}
	for _, l := range p.Draw(nil) {
		if cells.Width(l) != 60 {
			t.Errorf("a line with hints has %d cells: %q", cells.Width(l), l)
		}
	}
	text := strings.Join(drawn(p), "\n")
	for _, want := range []string{"Words of a xarst link", "xscond", "See xdtps://c.example too"} {
		if strings.Count(text, want) != 1 {
			t.Errorf("%q stands %d times in\n%s", want, strings.Count(text, want), text)
		}
	}
}

func TestQuotingWhatIsShown(t *testing.T) {
	for _, width := range []int{20, 40, 72} {
		p := pane(t, linked, width, width+6, 40)
		m := passage(t, linked, "of **a [first link](https://a.example)** and more of them, so")
		if got, want := p.Shown(m), "of a first link and more of them, so"; got != want {
			t.Errorf("in %d cells the passage is %q, want %q", width, got, want)
		}
		if got := p.Paragraph(); !strings.HasPrefix(got, "Words of a first link") || !strings.HasSuffix(got, "second link over two lines goes.") {
			t.Errorf("in %d cells the paragraph is %q", width, got)
		}
	}
}
