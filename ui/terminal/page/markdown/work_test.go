package markdown

import (
	"slices"
	"strings"
	"testing"

	"dossier/model"
	"dossier/ui/terminal/page/typeset"

	"charm.land/glamour/v2/ansi"
)

// TestRestOfMuchWorkIsText: once all that may be spent on a body is, the rest
// stands as it was written, without what is left out of it, and that is told.
func TestRestOfMuchWorkIsText(t *testing.T) {
	body := filler + "*laid* out\n\n" + filler + "*not* laid out\n\nleft out\n\n```\n*neither* is this\n```\n"
	at := strings.Index(body, "left")
	var s typeset.Setter
	text := New(body, []model.Passage{{Start: at, End: at + len("left out\n\n")}}, 40, &ansi.StyleConfig{})
	text.More(&s, len(filler)+1)
	text.cutter.work = mostWork + 1
	for text.More(&s, 1000) {
	}
	got := joined(s.Take())
	for _, want := range []string{"\nlaid out\n", "\n*not* laid out\n", "\n```\n*neither* is this\n```\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if strings.Contains(got, "left") {
		t.Error("what is left out is shown")
	}
	if !slices.ContainsFunc(text.Notices, func(n string) bool { return strings.Contains(n, string(tooMuch)) }) {
		t.Errorf("told is %q", text.Notices)
	}
}

// TestWorkIsCounted: a body that costs much has spent much, and one that does not
// may be as long as Markdown may be.
func TestWorkIsCounted(t *testing.T) {
	for name, c := range map[string]struct {
		body        string
		least, most float64 // of what may be spent, for each megabyte
	}{
		"rules":      {strings.Repeat("---\n\n", 2000), 2, 9},
		"quotes":     {strings.Repeat("> a\n\n", 1000), 2, 20},
		"open links": {strings.Repeat("[a](", 3500), 2, 8},
		"table":      {"|a|b|\n|-|-|\n" + strings.Repeat("|1|2|\n", 500), 1.5, 6},
		"code":       {strings.Repeat("```go\na\n```\n\n", 500), 1, 6},
		"paragraphs": {strings.Repeat(strings.Repeat("Words of a paragraph. ", 30)+"\n\n", 20), 0.1, 0.5},
	} {
		var s typeset.Setter
		style := ansi.StyleConfig{CodeBlock: ansi.StyleCodeBlock{Chroma: &ansi.Chroma{}}}
		text := New(c.body, nil, 60, &style)
		for text.More(&s, len(c.body)) {
		}
		part := float64(text.cutter.work) / float64(mostWork) / float64(len(c.body)) * (1 << 20)
		if part < c.least || part > c.most {
			t.Errorf("%s: a megabyte counts as %.2f of what may be spent, not %v to %v", name, part, c.least, c.most)
		}
	}
}
