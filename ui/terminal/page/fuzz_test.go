package page

import (
	"strings"
	"testing"
	"time"

	"dossier/articles/battery/escapes"
	"dossier/articles/battery/shapes"
	"dossier/model"
)

// FuzzRender: whatever comes in, laying it out ends soon, and only harmless
// lines with true spans come out.
func FuzzRender(f *testing.F) {
	for _, body := range corpus {
		f.Add(body, 40)
	}
	for _, shape := range shapes.All {
		f.Add(shape(200), 30)
	}
	for i, payload := range escapes.All() {
		f.Add(strings.ReplaceAll(places[i%len(places)], "%s", payload.Text), 24)
	}
	f.Add("0\U0001f3fc0\xd41\x83", 40)
	f.Fuzz(func(t *testing.T, body string, width int) {
		if len(body) > 8<<10 {
			return
		}
		width = width % 120
		for _, m := range []model.Markup{model.Markdown, model.Plain} {
			start := time.Now()
			p := Render(t.Context(), model.Text{Body: body, Markup: m}, Options{Width: width, Style: testStyle()})
			if d := time.Since(start); d > 5*time.Second {
				t.Fatalf("took %v", d)
			}
			checkPage(t, p, body, width)
		}
	})
}
