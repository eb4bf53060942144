package page

import (
	"context"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	widths "dossier/ui/terminal/width"

	"dossier/model"
)

const reverse, under = "\x1b[7m", "\x1b[4m"

func span(col, width, start, end int32) Span {
	return Span{Col: col, Width: width, Start: start, End: end}
}

func TestPaint(t *testing.T) {
	plain := Line{Text: "one two three", Spans: []Span{span(0, 13, 100, 113)}}
	bold := Line{Text: "a \x1b[1mbold\x1b[m word", Spans: []Span{span(0, 2, 0, 2), span(2, 4, 4, 8), span(6, 5, 10, 15)}}
	entity := Line{Text: "x & y", Spans: []Span{span(0, 2, 0, 2), span(2, 1, 2, 7), span(3, 2, 7, 9)}}
	for _, c := range []struct {
		name  string
		line  Line
		marks []Mark
		want  string
	}{
		{"nothing", plain, nil, "one two three"},
		{"elsewhere", plain, []Mark{{0, 50, reverse}}, "one two three"},
		{"a word", plain, []Mark{{104, 107, reverse}}, "one \x1b[m\x1b[7mtwo\x1b[m three"},
		{"to the end", plain, []Mark{{108, 500, reverse}}, "one two \x1b[m\x1b[7mthree\x1b[m"},
		{"overlapping", plain, []Mark{{100, 107, under}, {104, 113, reverse}},
			"\x1b[m\x1b[4mone \x1b[m\x1b[4m\x1b[7mtwo\x1b[m\x1b[7m three\x1b[m"},
		{"over a look", bold, []Mark{{0, 15, reverse}}, "\x1b[m\x1b[7ma \x1b[1m\x1b[7mbold\x1b[m\x1b[7m word\x1b[m"},
		{"within a look", bold, []Mark{{5, 7, reverse}}, "a \x1b[1mb\x1b[m\x1b[1m\x1b[7mol\x1b[m\x1b[1md\x1b[m word"},
		{"half an entity", entity, []Mark{{3, 4, reverse}}, "x \x1b[m\x1b[7m&\x1b[m y"},
	} {
		if got := Paint(c.line, c.marks); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestPaintWideCharacters(t *testing.T) {
	widths.Graphemes(true)
	defer widths.Graphemes(false)
	body := "> 帕勒 and 👨‍👩‍👧‍👦 here\n"
	p := render(body, 40)
	at := strings.Index(body, "👨")
	got := Paint(p.Lines[0], []Mark{{at, at + 4, reverse}, {2, 3, under}})
	if !strings.Contains(got, reverse+"👨‍👩‍👧‍👦\x1b[m") || !strings.Contains(got, under+"帕\x1b[m") {
		t.Errorf("painted %q", got)
	}
}

func TestOpening(t *testing.T) {
	if got := Opening(lipgloss.NewStyle().Reverse(true)); got != reverse {
		t.Errorf("%q", got)
	}
	if got := Opening(lipgloss.NewStyle()); got != "" {
		t.Errorf("%q", got)
	}
}

// FuzzPaint: marks change how a line looks, never what it says.
func FuzzPaint(f *testing.F) {
	for _, body := range corpus {
		f.Add(body, 3, 40, 10, 12)
	}
	f.Fuzz(func(t *testing.T, body string, a, b, c, d int) {
		if len(body) > 2000 {
			return
		}
		for _, m := range []model.Markup{model.Markdown, model.Plain} {
			p := Render(context.Background(), model.Text{Body: body, Markup: m}, Options{Width: 30, Style: testStyle()})
			for _, l := range p.Lines {
				got := Paint(l, []Mark{{a, b, reverse}, {c, d, under}})
				if ansi.Strip(got) != ansi.Strip(l.Text) {
					t.Fatalf("%q became %q", l.Text, got)
				}
				if err := harmless(got); err != nil {
					t.Fatalf("%v in %q", err, got)
				}
			}
		}
	})
}
