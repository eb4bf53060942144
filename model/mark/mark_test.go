package mark

import (
	"strings"
	"testing"
)

const text = "First line,\nsecond line.\n\n***\n\n\nThe paragraph in question.\n \n***\n\nThe end."

func TestPositionSurvivesEdits(t *testing.T) {
	at := strings.Index(text, "question")
	for _, c := range []struct{ name, body, want string }{
		{"nothing changed", text, "question"},
		{"a line before", "A new beginning.\n\n" + text, "question"},
		{"less before", strings.TrimPrefix(text, "First line,\nsecond line.\n\n"), "question"},
		{"all else gone", "The paragraph in question.", "question"},
		{"other blank lines around", strings.ReplaceAll(text, "\n \n", "\n\n\n\n"), "question"},
		{"edited itself", strings.Replace(text, "in question", "in doubt", 1), "The paragraph in doubt"},
		{"gone", strings.Replace(text, "The paragraph in question.\n \n", "", 1), "***\n\nThe end"},
		{"cut short", "First line,", "First"},
	} {
		got := PositionAt(text, at).In(c.body)
		if !strings.HasPrefix(c.body[got:], c.want) {
			t.Errorf("%s: at %.30q, want %q", c.name, c.body[got:], c.want)
		}
	}
}

func TestPositionOfEqualParagraphsIsTheNearest(t *testing.T) {
	for _, at := range []int{strings.Index(text, "***"), strings.LastIndex(text, "***")} {
		for _, moved := range []string{"", "ab", "abcdef\n\n"} {
			if got := PositionAt(text, at).In(moved + text); got != at+len(moved) {
				t.Errorf("%d moved by %d became %d", at, len(moved), got)
			}
		}
	}
}

func TestPositionOutside(t *testing.T) {
	if got := PositionAt(text, -5); got.In(text) != 0 {
		t.Errorf("before the body: %+v", got)
	}
	if got := PositionAt(text, len(text)+5); got.In(text) != len(text) {
		t.Errorf("after the body: %+v", got)
	}
	if got := (Position{}).In(text); got != 0 {
		t.Errorf("the zero position is at %d", got)
	}
	if got := PositionAt("", 0).In(text); got != 0 {
		t.Errorf("a position in nothing is at %d", got)
	}
	if got := (Position{Paragraph: -7, Into: 1 << 40, Sum: "x"}).In(text); got != 0 {
		t.Errorf("a position of nowhere is at %d", got)
	}
}

func FuzzPosition(f *testing.F) {
	for _, s := range []string{text, "", "\n", "\n\na", "a\n\n", " \n\t\nä\n\nä\n\nä", strings.Repeat("x\n\n", 20)} {
		f.Add(s, len(s)/2, s+"\n\nmore")
	}
	f.Fuzz(func(t *testing.T, body string, at int, other string) {
		p := PositionAt(body, at)
		if got, want := p.In(body), min(max(at, 0), len(body)); got != want {
			t.Fatalf("%q: %d became %d", body, want, got)
		}
		if got := p.In(other); got < 0 || got > len(other) {
			t.Fatalf("%d is not in %q", got, other)
		}
		paragraphsMakeUp(t, body)
	})
}

func paragraphsMakeUp(t *testing.T, body string) {
	t.Helper()
	for next := 0; next < len(body); {
		start, end := paragraph(body, next)
		if start != next || end <= start || end > len(body) {
			t.Fatalf("%q: the paragraph at %d is %d to %d", body, next, start, end)
		}
		next = end
	}
}

func TestSum(t *testing.T) {
	if a, b := Sum("a"), Sum("b"); a == b || len(a) != 22 {
		t.Errorf("bodies are not told apart: %q, %q", a, b)
	}
	if Sum(" \n") != "" {
		t.Error("a blank body is told from others")
	}
}
