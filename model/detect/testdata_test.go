package detect

import (
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// casesIn reads testdata/FOLDER/LANG.txt: the text of each file, by language.
func casesIn(t testing.TB, folder string) iter.Seq2[string, string] {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("testdata", folder, "*.txt"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases in %s: %v", folder, err)
	}
	return func(yield func(lang, text string) bool) {
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if !yield(strings.TrimSuffix(filepath.Base(path), ".txt"), string(data)) {
				return
			}
		}
	}
}
