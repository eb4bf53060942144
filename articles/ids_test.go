package articles

import (
	"strings"
	"testing"

	"dossier/model"
)

func TestAssignIDs(t *testing.T) {
	tests := []struct {
		name  string
		files string // path, or path=stated id
		want  string
		told  int
	}{
		{"paths", "a.md sub/b.txt c", "a sub/b c", 0},
		{"stated", "a.md=x b.md", "x b", 0},
		{"clash", "a.md a.txt b.md", "a.md a.txt b", 0},
		{"stated twice", "a.md=x b.md=x", "x b", 1},
		{"stated is a path", "a.md=b b.md", "b b.md", 0},
		{"stated is a whole path", "a.md=b.md b.md b.txt", "b.md b.md-2 b.txt", 0},
		{"invisible difference", "a.md a\u200b.md", "a.md a.md-2", 0},
		{"case counts", "a.md A.md", "a A", 0},
		{"only an ending", ".md sub/.md", ".md sub/.md", 0},
		{"nothing to see", "\u200b", "untitled", 0},
		{"standard input", "stdin stdin.md", "stdin stdin.md", 0},
	}
	for _, tt := range tests {
		var articles []model.Article
		var paths []string
		for _, f := range strings.Fields(tt.files) {
			path, id, _ := strings.Cut(f, "=")
			articles = append(articles, model.Article{ID: id})
			paths = append(paths, path)
		}
		told := assignIDs(articles, paths)
		var got []string
		for _, a := range articles {
			got = append(got, a.ID)
		}
		if strings.Join(got, " ") != tt.want || len(told) != tt.told {
			t.Errorf("%s: %q, want %q; %v", tt.name, got, tt.want, told)
		}
	}
}
