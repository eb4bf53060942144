package detect

import (
	"path/filepath"
	"testing"
)

// BenchmarkAll reads everything that package articles asks of a text.
func BenchmarkAll(b *testing.B) {
	actors := NewActors(cutRegister())
	paths, _ := filepath.Glob("testdata/blind/*.txt")
	var texts []string
	size := 0
	for _, path := range paths {
		texts = append(texts, withoutGold(b, path))
		size += len(texts[len(texts)-1])
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, text := range texts {
			lang, page := Language(text), PageOf(text)
			page.Author()
			page.Source()
			article := without(text, page.Furniture())
			actors.Names(without(text, page.Credits()), lang)
			actors.People(article, lang)
			actors.CutsOn(page, text, article, lang, page.Date())
		}
	}
}
