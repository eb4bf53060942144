package prose

import (
	"slices"
	"strings"
	"testing"

	"dossier/model"
)

func TestMarkdownBecomesParagraphs(t *testing.T) {
	for _, c := range []struct {
		body string
		want []string
	}{
		{"# Who *left*\n\nThe bank\nhas **left**.", []string{"Who left", "The bank has left."}},
		{"- one\n- two\n  wrapped\n\n3. three\n4. four", []string{"- one", "- two wrapped", "3. three", "4. four"}},
		{"> It has left.\n>\n> Twice.", []string{"Quote: It has left.", "Twice."}},
		{"- [x] done\n- [ ] open", []string{"- [x] done", "- [ ] open"}},
		{"Read [the *rules*](rules.md) and <https://a.example/b>.", []string{"Read the rules (link 1) and https://a.example/b (link 2)."}},
		{"![a logo](x.png)", []string{"(picture: a logo)"}},
		{"```go\nfunc a() {\n\tb()\n}\n```", []string{"func a() {\n\tb()\n}"}},
		{"| who | when |\n|---|---|\n| Bank | Monday |\n| Shop |  |", []string{"who: Bank; when: Monday", "who: Shop; when:"}},
		{"| who | when |\n|---|---|", []string{"who; when"}},
		{"AT&amp;T &lt;b&gt; \\*not\\* `&amp; \\*`", []string{"AT&T <b> *not* &amp; \\*"}},
		{"<div class=\"x\">In a <b>box</b></div>", []string{"In a box"}},
		{"It left.[^a] Twice.\n\n[^a]: So [they](x) say.\n\n    Others too.", []string{"It left. (note 1) Twice.", "Note 1: So they (link 2) say.", "Others too."}},
		{"one\n\n---\n\ntwo", []string{"one", "two"}},
		{"", nil},
		{"   \n\n", nil},
	} {
		if got := texts(Of(model.Text{Body: c.body}, false)); !slices.Equal(got, c.want) {
			t.Errorf("%q is read as %q, want %q", c.body, got, c.want)
		}
	}
}

func TestFootnotesLeadThereAndBack(t *testing.T) {
	body := "It left.[^a]\n\nTwice.[^a]\n\n[^a]: They say.\n"
	a := Of(model.Text{Body: body}, false)
	want := []Link{
		{Text: "note 1", Within: true, To: strings.Index(body, "[^a]:")},
		{Text: "note 1", Paragraph: 1, Within: true, To: strings.Index(body, "[^a]:")},
		{Text: "back from note 1", Paragraph: 2, Within: true, To: strings.Index(body, "[^a]")},
	}
	if !slices.Equal(a.Links, want) {
		t.Errorf("the links are %+v, want %+v", a.Links, want)
	}
	if at := a.At(a.Links[0].To); at != 2 {
		t.Errorf("the note is in paragraph %d", at)
	}
}

func texts(a Article) (all []string) {
	for _, p := range a.Paragraphs {
		all = append(all, p.Text)
	}
	return all
}

func TestPlainTextKeepsItsLines(t *testing.T) {
	a := Of(model.Text{Body: "\n# no heading\nsecond line\n\n  \n*third*\n", Markup: model.Plain}, false)
	if got, want := texts(a), []string{"# no heading\nsecond line", "*third*"}; !slices.Equal(got, want) {
		t.Errorf("it is read as %q, want %q", got, want)
	}
}

func TestFurnitureIsLeftOut(t *testing.T) {
	for _, markup := range []model.Markup{model.Markdown, model.Plain} {
		body := "Share this\n\nThe bank has left.\n\nRead more\n"
		text := model.Text{Body: body, Markup: markup, Furniture: []model.Passage{{Start: 0, End: 12}, {Start: strings.Index(body, "Read"), End: len(body)}}}
		if got := texts(Of(text, false)); !slices.Equal(got, []string{"The bank has left."}) {
			t.Errorf("the article alone is %q", got)
		}
		if got := texts(Of(text, true)); len(got) != 3 {
			t.Errorf("the whole is %q", got)
		}
	}
}

// TestPlacesAreFound by any byte of what a paragraph stands for.
func TestPlacesAreFound(t *testing.T) {
	body := "# Title\n\nOne [link](https://a.example).\n\n- item\n\n| a | b |\n|---|---|\n| cell | last |\n"
	a := Of(model.Text{Body: body}, false)
	for word, want := range map[string]int{"Title": 0, "One": 1, "link": 1, "item": 2, "cell": 3, "last": 3} {
		if got := a.At(strings.Index(body, word)); got != want {
			t.Errorf("%s is in paragraph %d, want %d", word, got, want)
		}
	}
	if a.Paragraphs[0].Level != 1 || a.Paragraphs[1].Level != 0 {
		t.Error("the heading is none, or not the only one")
	}
	if got := a.At(len(body)); got != 3 {
		t.Errorf("the end is in paragraph %d", got)
	}
	if (Article{}).At(5) != 0 {
		t.Error("no paragraph is not at 0")
	}
}

func FuzzOf(f *testing.F) {
	for _, seed := range []string{"# a\n\n- b\n  > c", "| a |\n|---|\n| b", "<div>\n<b", "[a](b) ![c](d) <e@f.g>", "```\nx", "1. a\n\n   b\n2. c", "&#27;[2J"} {
		f.Add(seed, false)
	}
	f.Fuzz(func(t *testing.T, body string, plain bool) {
		text := model.Text{Body: body}
		if plain {
			text.Markup = model.Plain
		}
		a := Of(text, false)
		for i, p := range a.Paragraphs {
			if p.Start < 0 || p.End > len(body) || p.Start > p.End || strings.TrimSpace(p.Text) == "" {
				t.Fatalf("paragraph %d of %q is %+v", i, body, p)
			}
		}
		for _, l := range a.Links {
			if l.Paragraph < 0 || l.Paragraph > len(a.Paragraphs) {
				t.Fatalf("a link of %q is in paragraph %d of %d", body, l.Paragraph, len(a.Paragraphs))
			}
		}
	})
}
