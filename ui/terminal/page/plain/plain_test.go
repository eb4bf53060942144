package plain

import (
	"slices"
	"strings"
	"testing"

	"dossier/model"
	"dossier/ui/terminal/page/typeset"
)

// laid is body at a width, its lines joined.
func laid(body string, width int) string {
	var s typeset.Setter
	t := Text{Body: body, End: len(body), Width: width}
	for t.More(&s, 100) {
	}
	var b strings.Builder
	for _, l := range s.Lines {
		b.WriteString(l.Text + "\n")
	}
	return b.String()
}

func TestText(t *testing.T) {
	for _, c := range []struct {
		body  string
		width int
		want  string
	}{
		{"", 10, ""},
		{"one\n\n\ntwo", 10, "one\n\n\ntwo\n"},
		{"one two three four\n", 10, "one two\nthree four\n"},
		{"  one two three\n", 11, "  one two\n  three\n"},
		{"\tone\n", 12, "    one\n"},
		{"            deep\n", 12, "    deep\n"},
		{"* no list\n# no head\n", 20, "* no list\n# no head\n"},
		{"a\tb", 10, "a b\n"},
		{"trailing   \nx", 20, "trailing\nx\n"},
		{"abcdefghijkl", 5, "abcde\nfghij\nkl\n"},
		{"你好，世界。再见，世界。", 12, "你好，世界。\n再见，世界。\n"},
		{"你好你好你，世界", 10, "你好你好\n你，世界\n"},
		{"ab", 1, "a\nb\n"},
		{"漢字", 1, "?\n?\n"},
		{"   \nx", 5, "\nx\n"},
	} {
		if got := laid(c.body, c.width); got != c.want {
			t.Errorf("%q at %d: %q, want %q", c.body, c.width, got, c.want)
		}
	}
}

// TestLongLineHasNoSeams: a line that is wrapped piece by piece looks as if it
// had been wrapped at once.
func TestLongLineHasNoSeams(t *testing.T) {
	for _, unit := range []string{"some words of seven and more ", "größere Wörter — ", "漢字，和文字。", "unbroken"} {
		body := strings.Repeat(unit, 60_000/len(unit))
		var s typeset.Setter
		var p typeset.Paragraph
		p.Add(body, 0, typeset.Pen{})
		s.Wrap(&p, 47, nil)
		var want strings.Builder
		for _, l := range s.Lines {
			want.WriteString(l.Text + "\n")
		}
		if got := laid(body, 47); got != want.String() {
			t.Errorf("%q: seams show", unit)
		}
	}
}

// TestStartsAtOnce: the first lines of a huge text cost no more than those of a
// short one; counted in bytes looked at, not in time.
func TestStartsAtOnce(t *testing.T) {
	for _, body := range []string{strings.Repeat("a", 64<<20), strings.Repeat("a b\n", 16<<20)} {
		var s typeset.Setter
		text := Text{Body: body, End: len(body), Width: 80}
		if !text.More(&s, 1000) || len(s.Lines) == 0 || text.Pos > 20_000 {
			t.Errorf("%d lines and %d bytes for a start", len(s.Lines), text.Pos)
		}
	}
}

// TestSkipStartOfLine leaves out what a line begins with, and the space before it.
func TestSkipStartOfLine(t *testing.T) {
	for _, body := range []string{"date 2021-01 One.\nTwo.\n", " date 2021-01 One.\nTwo.\n"} {
		at := strings.Index(body, "date")
		var s typeset.Setter
		text := &Text{Body: body, End: len(body), Width: 40, Skip: []model.Passage{{Start: at, End: strings.Index(body, "One")}}}
		for text.More(&s, 1) {
		}
		if len(s.Lines) != 2 || s.Lines[0].Text != "One." || s.Lines[1].Text != "Two." {
			t.Errorf("%q: lines %v", body, s.Lines)
		}
	}
}

// TestSkip leaves lines out without leaving two blank ones behind.
func TestSkip(t *testing.T) {
	body := "kicker\n\nThe headline\n\n\nOne.\n\nshare\n\nTwo.\n\ntags\n"
	var skip []model.Passage
	for _, line := range []string{"kicker\n", "share\n", "tags\n"} {
		at := strings.Index(body, line)
		skip = append(skip, model.Passage{Start: at, End: at + len(line)})
	}
	var s typeset.Setter
	text := &Text{Body: body, End: len(body), Width: 40, Skip: skip}
	for text.More(&s, 1) {
	}
	var got []string
	for _, l := range s.Lines {
		got = append(got, l.Text)
		for _, span := range l.Spans {
			if body[span.Start:span.End] != l.Text {
				t.Errorf("line %q shows %q", l.Text, body[span.Start:span.End])
			}
		}
	}
	want := []string{"The headline", "", "", "One.", "", "Two.", ""}
	if !slices.Equal(got, want) {
		t.Errorf("lines %q, want %q", got, want)
	}
}

// TestTooManyLinesFlow: behind a million lines the text goes on as one paragraph, all
// of it, and without what is left out.
func TestTooManyLinesFlow(t *testing.T) {
	var s typeset.Setter
	head := strings.Repeat("\n", MostLines+1)
	body := head + strings.Repeat("one\ntwo\n\n", 2000) + "left out\n" + "the\nend"
	at := strings.Index(body, "left")
	text := Text{Body: body, End: len(body), Width: 20, Skip: []model.Passage{{Start: at, End: at + len("left out\n")}}}
	for text.More(&s, len(head)) {
	}
	var shown []string
	for _, l := range s.Take()[MostLines+1:] {
		shown = append(shown, l.Text)
	}
	if got, want := strings.Join(shown, " "), strings.Repeat("one two ", 2000)+"the end"; got != want {
		t.Errorf("%d bytes are shown, not %d: … %q", len(got), len(want), got[max(0, len(got)-60):])
	}
	if n := len(shown); n > 2000*8/16 {
		t.Errorf("it takes %d lines", n)
	}
}
