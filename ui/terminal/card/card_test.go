package card

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"dossier/model"
	"dossier/ui/terminal/page"
)

func gathered() *Card {
	c := New(model.Actor{Name: "Donald Trump", Kind: model.Person, Aliases: []string{"Трамп", "Trump"}})
	for i, a := range []struct{ language, text string }{
		{"en", "Nobody here. Mr. Jo said that **Donald Trump** would\nleave. Trump did not answer.\n\nTrump again."},
		{"en", "Of [another](http://trump.example)."},
		{"ru", "Сторонники Трампа ушли. Трамп молчит."},
	} {
		c.Read(int32(i), page.Look(context.Background(), model.Text{Body: a.text}, false).Shown, a.language)
	}
	return c
}

func TestCard(t *testing.T) {
	c := gathered()
	var got []string
	for _, p := range c.Passages {
		got = append(got, fmt.Sprint(p.Article, " ", p.Sentence))
	}
	want := "0 Mr. Jo said that Donald Trump would leave.\n2 Сторонники Трампа ушли."
	if strings.Join(got, "\n") != want {
		t.Errorf("the passages are\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
	if c.Passages[0].At.Start != strings.Index("Nobody here. Mr. Jo said that **Donald", "Donald") {
		t.Errorf("the name stands at %d of the body", c.Passages[0].At.Start)
	}
	if got, want := fmt.Sprint(c.Languages()), "[{en [{Trump 2} {Donald Trump 1}]} {ru [{Трамп 1} {Трампа 1}]}]"; got != want {
		t.Errorf("the names are %s, want %s", got, want)
	}
}

func TestSentence(t *testing.T) {
	long := strings.Repeat("before and ", 60) + "NAME" + strings.Repeat(" and after", 60) + "."
	for _, text := range []string{long, "NAME", "A. NAME b.", "x\n\nNAME goes\non. Y", strings.Repeat("ä", 900) + "NAME" + strings.Repeat("ö", 900)} {
		i := strings.Index(text, "NAME")
		got := Sentence(text, model.Passage{Start: i, End: i + 4})
		if !strings.Contains(got, "NAME") || len(got) > 2*mostSentence+20 || strings.ContainsAny(got, "\n\ufffd") {
			t.Errorf("the sentence in %q is %q", text, got)
		}
	}
	i := strings.Index(long, "NAME")
	if got := Sentence(long, model.Passage{Start: i, End: i + 4}); !strings.HasPrefix(got, "… ") || !strings.HasSuffix(got, " …") {
		t.Errorf("a long sentence is cut without a sign: %q", got)
	}
}
