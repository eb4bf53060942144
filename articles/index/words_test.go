package index

import (
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{" – ", ""},
		{"the 24-hour ban", "the|24|hour|ban"},
		{"l'oeil d'amy", "l|oeil|d|amy"},
		{"帕", "帕"},
		{"帕勒", "帕勒|勒"},
		{"帕勒公司, 帕", "帕勒|勒公|公司|司|帕"},
		{"iphone手机x", "iphone|手机|机|x"},
		{"ビデオ", "ビデ|デオ|オ"},
		{"한글 글", "한글|글|글"},
		{"น้ำตา", "น้ำ|ำต|ตา|า"},
		{"aws1 ٣٤", "aws1|٣٤"},
		{"हिन्दी", "हिन्दी"},
		{strings.Repeat("é", 60), strings.Repeat("é", 48)},
	} {
		var got []string
		for _, w := range words(c.text) {
			got = append(got, w)
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("words(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}
