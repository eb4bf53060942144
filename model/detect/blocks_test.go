package detect

import (
	"slices"
	"strings"
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
		{"a program's date", " date 2021-01 " + prose, []string{"date 2021-01 "}},
		{"byline and date", "A network loses its host\nBy Jane Roe, Technology Correspondent\n11 January 2021, 10:00\n\n" + prose, []string{"By Jane Roe, Technology Correspondent\n11 January 2021, 10:00"}},
		{"small by below a headline", "A network loses its host\nby Jane Roe\n\n" + prose, []string{"by Jane Roe"}},
		{"dates in the text", "A network loses its host\n\n" + prose + "\n\n11 January 2021\n\n" + prose, nil},
		{"a box about the author", "A network loses its host\nBy Jane Roe\n\n" + prose + "\n\nJane Roe is a reporter in the London bureau.", []string{"By Jane Roe", "Jane Roe is a reporter in the London bureau."}},
		{"an interview in short lines", "A network loses its host\n\n" + strings.Repeat("John Matze\nWe shall be back in a week or two.\n\n", 6), nil},
		{"buttons and advertising", "A network loses its host\n\nTeilen   Merken   Drucken   214 Kommentare\n\n" + prose + "\n\n[ Publicidade – o artigo continua abaixo ]\n\nFacebook und Twitter\n\n" + prose, []string{"Teilen   Merken   Drucken   214 Kommentare", "[ Publicidade – o artigo continua abaixo ]"}},
		{"agency's mark", "A network loses its host\n\nLONDON (Reuters) - " + prose, nil},
		{"teasers in the last third", "A network loses its host\n\n" + prose + "\n\nRead also:\nThe other article\n\n" + prose, []string{"Read also:\nThe other article"}},
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
