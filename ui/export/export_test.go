package export

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"dossier/model"
)

// article is an article for a test, with its body.
type article struct {
	model.Article
	body      string
	markup    model.Markup
	furniture []model.Passage
}

// cuts states that vendors cut ties, each by a passage of the body.
func (a article) states(status model.Status, vendor string, passages ...string) article {
	c := model.Cut{Vendor: vendor, Status: status, Evidence: passages[0]}
	for _, p := range passages {
		if at := strings.Index(a.body, p); at >= 0 {
			c.Passages = append(c.Passages, model.Passage{Start: at, End: at + len(p)})
		}
	}
	a.Cuts = append(a.Cuts, c)
	return a
}

func document(all ...article) Document {
	var facts model.Articles
	var hits []int32
	for i, a := range all {
		facts = append(facts, a.Article)
		hits = append(hits, int32(i))
	}
	return Document{
		Dossier: &model.Dossier{
			Title:    "Who left",
			Register: model.NewRegister(model.Actor{Name: "Parler"}, []model.Actor{{Name: "Jane Roe", Kind: model.Person}, {Name: "Apple"}}),
			Articles: facts,
		},
		Hits: hits,
		Text: func(_ context.Context, i int) (model.Text, error) {
			return model.Text{Body: all[i].body, Markup: all[i].markup, Furniture: all[i].furniture}, nil
		},
	}
}

func write(t *testing.T, format string, d Document) string {
	t.Helper()
	var b bytes.Buffer
	known, err := Write(t.Context(), &b, format, d)
	if err != nil || !known {
		t.Fatalf("Write %s: %v, %v", format, known, err)
	}
	return b.String()
}

// two articles of which the later tells of the earlier day.
func two() Document {
	a := article{
		Article: model.Article{ID: "sub/one", Title: "A bank & a shop leave", Language: "en", Date: model.Date{Year: 2021, Month: 1, Day: 9},
			Author: "Jane Roe", Source: "The Post", URL: "https://example.org/a?b=c&d=100%", Actors: []string{"Jane Roe", "Parler"}},
		body: "# Head\n\nThe bank has left, and *so has* the shop.\n\n## More\n\nThe bank [said so](https://example.org/x) again.\n",
	}.states(model.Done, "Bank", "The bank has left", "The bank [said so](https://example.org/x) again").states(model.Disputed, "Shop", "left, and *so has* the shop")
	a.Cuts[0].Date = model.Date{Year: 2021, Month: 1, Day: 8}
	a.Cuts[0].Service = "payments"
	a.Cuts[1].Detected = true
	b := article{
		Article: model.Article{ID: "two", Title: "Zwei", Language: "de"},
		body:    "Der Laden ist weg.\nUnd die Bank.\n\n1. kein Punkt\n# keine Überschrift\n", markup: model.Plain,
	}.states(model.Announced, "Shop", "Der Laden ist weg.")
	return document(a, b)
}

func TestFormatsAreKnown(t *testing.T) {
	for _, name := range Formats() {
		if out := write(t, strings.ToUpper(name), two()); out == "" {
			t.Errorf("%s is empty", name)
		}
	}
	if known, err := Write(t.Context(), &bytes.Buffer{}, "docx", two()); known || err != nil {
		t.Errorf("docx: %v, %v", known, err)
	}
}

func TestTheSameDossierGivesTheSameBytes(t *testing.T) {
	for _, name := range Formats() {
		first, second := write(t, name, two()), write(t, name, two())
		if first != second {
			t.Errorf("%s differs from run to run", name)
		}
	}
}

func TestEmpty(t *testing.T) {
	none := document(article{Article: model.Article{ID: "a", Title: "A"}, body: "Nothing."})
	if none.Empty() || !document().Empty() {
		t.Error("Empty is about something else than articles")
	}
	none.Passages = true
	if !none.Empty() {
		t.Error("passages of an article without a cut are not empty")
	}
}

func TestErrorsOfReadingAndWritingAreTold(t *testing.T) {
	gone := errors.New("the file is gone")
	for _, name := range Formats() {
		d := two()
		read := d.Text
		d.Text = func(ctx context.Context, i int) (model.Text, error) {
			if i == 1 {
				return model.Text{}, gone
			}
			return read(ctx, i)
		}
		_, err := Write(t.Context(), &bytes.Buffer{}, name, d)
		if reads := name == "markdown" || name == "html" || name == "json"; reads != errors.Is(err, gone) {
			t.Errorf("%s: an article that cannot be read gives %v", name, err)
		}
		if _, err := Write(t.Context(), failing{gone}, name, two()); !errors.Is(err, gone) {
			t.Errorf("%s: a disk that is full gives %v", name, err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		d.Text = func(ctx context.Context, _ int) (model.Text, error) { return model.Text{}, ctx.Err() }
		if _, err := Write(ctx, &bytes.Buffer{}, name, d); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: after an interrupt it gives %v", name, err)
		}
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestChosenPassagesOnly(t *testing.T) {
	d := two()
	d.Passages = true
	d.Chosen = func(c model.Cut) bool { return c.Vendor == "Shop" && c.Status == model.Disputed }
	for _, name := range Formats() {
		out := write(t, name, d)
		if strings.Contains(out, "The bank has left") || strings.Contains(out, "Der Laden") {
			t.Errorf("%s has more than was chosen:\n%s", name, out)
		}
		if !strings.Contains(out, "left, and ") {
			t.Errorf("%s has not what was chosen:\n%s", name, out)
		}
	}
}
