package page

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	widths "dossier/ui/terminal/width"

	"dossier/model/clean"
)

// checkPage fails unless a page keeps every promise that does not depend on
// what the body says.
func checkPage(t *testing.T, p *Page, body string, width int) {
	t.Helper()
	if !p.Whole || p.Done != len(body) {
		t.Fatalf("laid out %d of %d bytes, whole %v", p.Done, len(body), p.Whole)
	}
	for _, n := range p.Notices {
		if strings.Contains(n, "layout failed") {
			t.Fatalf("a part of %q was lost on the way", body)
		}
	}
	for i, l := range p.Lines {
		if err := harmless(l.Text); err != nil {
			t.Fatalf("line %d: %v in %q", i, err, l.Text)
		}
		if w := widths.Of(l.Text); w > max(width, 1) {
			t.Fatalf("line %d has %d cells of %d: %q", i, w, width, l.Text)
		}
		if plain := ansi.Strip(l.Text); strings.TrimRight(plain, " ") != plain && strings.TrimSpace(plain) == "" {
			t.Fatalf("line %d is padded: %q", i, l.Text)
		}
		checkSpans(t, l, body)
	}
	for _, h := range p.Headings {
		if h.Line < 0 || h.Line >= len(p.Lines) || h.Offset < 0 || h.Offset >= len(body) {
			t.Fatalf("heading out of bounds: %+v", h)
		}
	}
	for _, k := range p.Links {
		if k.Start < 0 || k.Start > k.End || k.End > len(body) {
			t.Fatalf("link out of bounds: %+v", k)
		}
	}
}

func checkSpans(t *testing.T, l Line, body string) {
	t.Helper()
	col, width := 0, widths.Of(l.Text)
	for _, s := range l.Spans {
		if int(s.Col) < col || s.Width < 0 || int(s.Col+s.Width) > width || s.Start < 0 || s.Start >= s.End || int(s.End) > len(body) {
			t.Fatalf("span %+v of a body of %d in %d cells %q", s, len(body), width, l.Text)
		}
		col = int(s.Col + s.Width)
		cells, source := cellsOf(l, s), body[s.Start:s.End]
		if len(cells) == len(source) && !same(cells, strings.Map(flat, source)) && !strings.ContainsAny(source, "&\t") {
			t.Fatalf("cells %q stand for %q", cells, source)
		}
	}
}

// same compares letters as they are read: a heading may be in capitals.
func same(a, b string) bool {
	return strings.EqualFold(strings.ReplaceAll(a, "ß", "ss"), strings.ReplaceAll(b, "ß", "ss"))
}

func flat(r rune) rune {
	if r == '\n' || r == '\t' {
		return ' '
	}
	return r
}

// cellsOf goes by characters: ansi.Cut takes a digit with a skin tone for three
// cells, where ansi.StringWidth takes it for one.
func cellsOf(l Line, s Span) string {
	var b strings.Builder
	col := 0
	for plain := ansi.Strip(l.Text); plain != ""; {
		n, w := widths.First(plain)
		c := plain[:n]
		if col >= int(s.Col) && col < int(s.Col+s.Width) {
			b.WriteString(c)
		}
		col, plain = col+w, plain[len(c):]
	}
	return b.String()
}

var sequence = regexp.MustCompile("^\x1b(?:\\[[0-9;:]*m|\\]8;;((?:https?://|mailto:)[!-~]+)?\x1b\\\\)")

// harmless reports what a line holds beside printable text, SGR and web links,
// all of them closed at its end.
func harmless(line string) error {
	look, link := false, false
	for s := line; s != ""; {
		if m := sequence.FindStringSubmatch(s); m != nil {
			if s[1] == ']' {
				link = m[1] != ""
				if len(m[1]) > 2000 {
					return fmt.Errorf("a target of %d bytes", len(m[1]))
				}
			} else {
				look = m[0] != "\x1b[m"
			}
			s = s[len(m[0]):]
			continue
		}
		r, n := utf8.DecodeRuneInString(s)
		if r == utf8.RuneError && n == 1 || r < ' ' || clean.Forbidden(r) {
			return fmt.Errorf("%q", s[:min(len(s), 20)])
		}
		s = s[n:]
	}
	if look || link {
		return fmt.Errorf("something left open")
	}
	return nil
}

// TestBothWaysToCountCells: lines are as wide as the terminal takes them for, in
// scripts whose characters several code points make.
func TestBothWaysToCountCells(t *testing.T) {
	defer widths.Graphemes(false)
	for _, body := range []string{
		"अमेज़न ने पार्लर को अपने सर्वर से हटा दिया है। क्षत्रिय, विद्वान, श्रीमान।\n\n- สำคัญ ทำ น้ำ\n- ကမ္ဘာ ខ្មែរ বাংলা తెలుగు ສຳຄັນ\n",
		"| a | 👩‍👩‍👧‍👦 👍🏽 |\n|---|---|\n| ☎️ ❤️ 1️⃣ 🇩🇪 | அமேசான் |\n\n> 👨🏿‍🚀 क्षत्रिय\n",
	} {
		for _, counted := range []bool{false, true} {
			widths.Graphemes(counted)
			for _, width := range []int{1, 7, 20, 33, 60} {
				checkPage(t, render(body, width), body, width)
			}
		}
	}
}
