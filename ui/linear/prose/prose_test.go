package prose

import (
	"slices"
	"strings"
	"testing"
	"time"

	"dossier/articles/battery"
	"dossier/articles/battery/shapes"
	"dossier/model"
	"dossier/model/clean"
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

// TestLongNamesAreReadOnce, not again in every row: a table of a page's size would
// make a talk of many megabytes.
func TestLongNamesAreReadOnce(t *testing.T) {
	long := strings.Repeat("name ", 50)
	a := Of(model.Text{Body: "|" + long + "|b|\n|-|-|\n|c|d|\n|e|f|\n"}, false)
	if got, want := texts(a), []string{strings.TrimSpace(long) + "; b", "c; d", "e; f"}; !slices.Equal(got, want) {
		t.Errorf("it is read as %q, want %q", got, want)
	}
}

// TestBatteryShapes: what is read of every shape is in proportion to it, and in no
// more time than by the size.
func TestBatteryShapes(t *testing.T) {
	tried := 0
	for _, set := range []shapes.Set{shapes.All, shapes.Pathological} {
		for _, name := range set.Names() {
			for _, markup := range []model.Markup{model.Markdown, model.Plain} {
				of := func(n int) model.Text { return model.Text{Body: clean.Text(set[name](n)), Markup: markup} }
				text := of(battery.Of(5_000, 1_000_000))
				battery.Within(t, 3*time.Second, name, func() { checkSize(t, name, text) })
				checkSize(t, name+" in pieces", model.Text{Body: clean.Text(set[name].Pieces(4000)(battery.Of(1, 1_000_000))), Markup: markup})
				battery.Growth(t, name, func(n int) func() {
					text := of(n)
					return func() { Of(text, false) }
				})
				tried += 2
			}
		}
	}
	battery.Tried(t, tried, "hostile shapes read line by line")
}

// checkSize reads a text, and checks that what is read is no multiple of it.
func checkSize(t *testing.T, name string, text model.Text) {
	t.Helper()
	size, held := 0, 0
	a := Of(text, false)
	for _, p := range a.Paragraphs {
		size += len(p.Text)
	}
	last := ""
	for _, l := range a.Links {
		if l.URL != last { // of one target there is one copy
			held += len(l.URL)
		}
		last = l.URL
	}
	if most := 20*len(text.Body) + 10_000; size > most || held > most {
		t.Errorf("%s: %d bytes are read as %d, and as %d of links", name, len(text.Body), size, held)
	}
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
