package page

import (
	"os"
	"path/filepath"
	"testing"

	"dossier/model"
	"dossier/model/clean"
)

// TestSeeds lays out real news texts, which stand outside this repository, in
// both ways and at every width of the property test.
func TestSeeds(t *testing.T) {
	folder := os.Getenv("DOSSIER_SEEDS")
	if folder == "" {
		folder = "../../../../shared/seeds"
	}
	files, _ := filepath.Glob(filepath.Join(folder, "*.txt"))
	if len(files) == 0 {
		t.Skipf("no texts in %s; DOSSIER_SEEDS names the folder", folder)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		body := clean.Text(string(raw))
		for _, width := range testWidths {
			for _, m := range []model.Markup{model.Markdown, model.Plain} {
				p := Render(t.Context(), model.Text{Body: body, Markup: m}, Options{Width: width, Style: testStyle()})
				checkPage(t, p, body, width)
				checkWords(t, p, body)
			}
		}
	}
}
