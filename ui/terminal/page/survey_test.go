package page

import (
	"context"
	"slices"
	"strings"
	"testing"

	"dossier/model"
)

const surveyed = `# A *title* with ` + "`code`" + `

Text [of a link](https://hidden.example/path) goes
on, and ![a picture](pic.png).

Second level
------------

> A quote with <b>bold</b> words.

` + "```" + `
# no heading
` + "```" + `

| Cell one | Cell two |
|---|---|
| three | four |

<div class="hidden">Block words</div>

- an item
- https://shown.example/a
`

func TestSurvey(t *testing.T) {
	s := Look(context.Background(), model.Text{Body: surveyed}, false)
	var got []string
	for _, h := range s.Headings {
		got = append(got, strings.Repeat("#", h.Level)+" "+h.Text)
		if !strings.HasPrefix(surveyed[h.Offset:], h.Text[:1]) {
			t.Errorf("the heading %q does not stand at byte %d", h.Text, h.Offset)
		}
	}
	if want := []string{"# A title with code", "## Second level"}; !slices.Equal(got, want) {
		t.Errorf("the headings are %q, want %q", got, want)
	}
	text := s.Shown.Text()
	for _, hidden := range []string{"hidden", "pic.png", "*", "<b>", "|", "---", "]("} {
		if strings.Contains(text, hidden) {
			t.Errorf("%q is not shown, and yet found in %q", hidden, text)
		}
	}
	for _, c := range []struct{ text, at string }{
		{"text of a link goes on, and a picture", "Text [of a link](https://hidden.example/path) goes\non, and ![a picture"},
		{"with bold words", "with <b>bold</b> words"},
		{"no heading", "no heading"},
		{"cell two three", "Cell two |\n|---|---|\n| three"},
		{"block words", "Block words"},
		{"item https://shown", "item\n- https://shown"},
	} {
		at := s.Shown.All(context.Background(), c.text)
		if len(at) != 1 || surveyed[at[0].Start:at[0].End] != c.at {
			t.Errorf("%q stands at %v, want %q", c.text, at, c.at)
		}
	}
}

// TestSurveyAgreesWithTheLayout holds that all that is shown can be found, and
// that the headings are those of the layout.
func TestSurveyAgreesWithTheLayout(t *testing.T) {
	body := strings.Repeat(surveyed, 200)
	s := Look(context.Background(), model.Text{Body: body}, false)
	p := Render(context.Background(), model.Text{Body: body}, Options{Width: 60})
	if len(s.Headings) != len(p.Headings) {
		t.Fatalf("%d headings, the layout has %d", len(s.Headings), len(p.Headings))
	}
	for i, h := range p.Headings {
		if s.Headings[i].Offset != h.Offset || s.Headings[i].Text != h.Text {
			t.Fatalf("heading %d is %v, in the layout %v", i, s.Headings[i], h)
		}
	}
	if n := len(s.Shown.All(context.Background(), "second level")); n != 200 {
		t.Errorf("found %d of 200", n)
	}
}

func TestSurveyOfPlainText(t *testing.T) {
	body := "# no heading\nfurniture\ntext\n"
	at := strings.Index(body, "furniture")
	text := model.Text{Body: body, Markup: model.Plain, Furniture: []model.Passage{{Start: at, End: at + len("furniture\n")}}}
	if s := Look(context.Background(), text, false); s.Shown.Text() != "# no heading\ntext\n" || len(s.Headings) > 0 {
		t.Errorf("shown is %q with %d headings", s.Shown.Text(), len(s.Headings))
	}
	if s := Look(context.Background(), text, true); s.Shown.Text() != body {
		t.Errorf("the whole text is %q", s.Shown.Text())
	}
}

func FuzzSurvey(f *testing.F) {
	f.Add(surveyed)
	f.Add("[a]: b\n\n[a] <http://x> &amp; \\*")
	f.Fuzz(func(t *testing.T, body string) {
		body = strings.ToValidUTF8(body, "?")
		s := Look(context.Background(), model.Text{Body: body}, false)
		for _, p := range s.Shown.All(context.Background(), "a") {
			if p.Start < 0 || p.End > len(body) || p.Start >= p.End {
				t.Fatalf("%q: passage %v", body, p)
			}
		}
	})
}

func BenchmarkSurvey(b *testing.B) {
	body := strings.Repeat(surveyed, 2000)
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		Look(context.Background(), model.Text{Body: body}, false)
	}
}
