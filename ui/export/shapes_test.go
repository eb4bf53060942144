package export

import (
	"io"
	"testing"
	"time"

	"dossier/articles/battery"
	"dossier/articles/battery/shapes"
	"dossier/model"
	"dossier/model/clean"
)

// TestBatteryShapes writes every shape in every format that has the text in it: that
// ends soon, is in proportion, and the article after it is not lost.
func TestBatteryShapes(t *testing.T) {
	tried := 0
	for _, name := range shapes.All.Names() {
		for _, format := range []string{"markdown", "html", "json"} {
			of := func(n int) Document {
				return document(article{Article: model.Article{ID: "a", Title: "A"}, body: clean.Text(shapes.All[name](n))},
					article{Article: model.Article{ID: "z", Title: "Zulu"}, body: "End."})
			}
			d := of(battery.Of(2_000, 1_000_000))
			battery.Within(t, 3*time.Second, name+" as "+format, func() { checkShape(t, format, d) })
			battery.Growth(t, name+" as "+format, func(n int) func() {
				d := of(n)
				return func() { _, _ = Write(t.Context(), io.Discard, format, d) }
			})
			if tried++; t.Failed() {
				t.Fatalf("%s as %s", name, format)
			}
		}
	}
	battery.Tried(t, tried, "hostile shapes exported")
}

func checkShape(t *testing.T, format string, d Document) {
	t.Helper()
	out := write(t, format, d)
	checkHarmless(t, format, out)
	if format == "markdown" && !battery.Whole() {
		checkMarkdown(t, out) // its parser is not bounded as ours is
	}
	body, _ := d.Text(t.Context(), 0)
	if len(out) > 100*max(len(body.Body), 1000) {
		t.Errorf("%d bytes become %d", len(body.Body), len(out))
	}
}
