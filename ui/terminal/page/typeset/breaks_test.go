package typeset

import (
	"strings"
	"testing"
)

// wrapped is text at a width, lines parted by |.
func wrapped(text string, width int) string {
	var s Setter
	var p Paragraph
	p.Add(text, 0, Pen{})
	s.Wrap(&p, width, nil)
	var lines []string
	for _, l := range s.Lines {
		lines = append(lines, l.Text)
	}
	return strings.Join(lines, "|")
}

func TestWhereLinesBreak(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"one two", 7, "one two"},
		{"one two", 6, "one|two"},
		{"one   two", 5, "one|two"},
		{"Google-Chef", 8, "Google-|Chef"},
		{"2021-01-08", 8, "2021-01-|08"}, // no better place: broken anywhere
		{"am 2021-01-08", 11, "am|2021-01-08"},
		{"x -y", 3, "x|-y"},
		{"Ende – Anfang", 6, "Ende –|Anfang"},
		{"word—word", 6, "word—|word"},
		{"a « mot » b", 6, "a|« mot|» b"}, // narrower than the quoted word
		{"dit « oui » et", 8, "dit|« oui »|et"},
		{"le mot ; oui", 7, "le|mot ;|oui"},
		{"fini ! Non", 6, "fini !|Non"},
		{"sagt »Nein« dazu", 11, "sagt »Nein«|dazu"},
		{"a :-) b", 3, "a|:-)|b"},
		{"漢字漢字", 4, "漢字|漢字"},
		{"漢字漢。字", 6, "漢字|漢。字"},
		{"漢「字」字", 4, "漢|「字|」字"},
		{"漢字abc漢字", 6, "漢字|abc漢|字"},
		{"한국어 단어", 8, "한국어|단어"},
		{"a\u00a0b c", 3, "a\u00a0b|c"},
		{"👍👍👍", 4, "👍👍|👍"},
		{"แอมะซอนยุติการให้บริการ", 14, "แอมะซอนยุติการ|ให้บริการ"},
		{"เซิร์ฟเวอร์", 5, "เซิร์ฟ|เวอร์"},
		{"กากากา", 3, "กา|กา|กา"}, // not between a letter and its vowel
		{"ລາວ ເປັນ", 4, "ລາວ|ເປັນ"},
	} {
		if got := wrapped(c.text, c.width); got != c.want {
			t.Errorf("%q at %d: %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestSoftBreaksNeedNoSpaceInChinese(t *testing.T) {
	for _, c := range [][3]string{{"one", "two", "one two"}, {"漢字", "漢字", "漢字漢字"}, {"漢字", "two", "漢字 two"}} {
		var s Setter
		var p Paragraph
		p.Add(c[0], 0, Pen{})
		p.Soft(len(c[0]), Pen{})
		p.Add(c[1], len(c[0])+1, Pen{})
		if s.Wrap(&p, 40, nil); s.Lines[0].Text != c[2] {
			t.Errorf("%q", s.Lines[0].Text)
		}
	}
}
