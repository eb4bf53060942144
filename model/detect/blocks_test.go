package detect

import (
	"slices"
	"testing"
)

func TestFurniture(t *testing.T) {
	tests := []struct {
		name, body string
		want       []string
	}{
		{"nothing", "", nil},
		{"only text", "A network loses its host\n\n" + prose, nil},
		{"kicker and second print", "Technology\nA network loses its host\nA network loses its host\n\n" + prose, []string{"Technology", "A network loses its host"}},
		{"share buttons and credit", "A network loses its host\n• Share this article:\nPhoto: Jane Roe\n\n" + prose, []string{"• Share this article:\nPhoto: Jane Roe"}},
		{"author box", "A network loses its host\n\n" + prose + "\n\n" + prose + "\n\nTags\n\nAbout the author\n\nJane Roe", []string{"Tags\n\nAbout the author\n\nJane Roe"}},
		{"copyright", "A network loses its host\n\n" + prose + "\n© 2021 The Paper", []string{"© 2021 The Paper"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, p := range Furniture(tt.body) {
				got = append(got, tt.body[p.Start:p.End])
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
