package page

import (
	"context"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	glamour "charm.land/glamour/v2/ansi"
	"github.com/charmbracelet/x/ansi"

	"dossier/model"
)

var testWidths = []int{20, 40, 72, 100}

// testStyle uses every kind of style that moves or changes text.
func testStyle() glamour.StyleConfig {
	yes, two := true, uint(2)
	red, blue := "#c02020", "33"
	bar := "│ "
	return glamour.StyleConfig{
		BlockQuote:    glamour.StyleBlock{StylePrimitive: glamour.StylePrimitive{Italic: &yes}, IndentToken: &bar},
		Heading:       glamour.StyleBlock{StylePrimitive: glamour.StylePrimitive{Bold: &yes}},
		H1:            glamour.StyleBlock{StylePrimitive: glamour.StylePrimitive{Upper: &yes}},
		H2:            glamour.StyleBlock{StylePrimitive: glamour.StylePrimitive{Prefix: "## ", Color: &red}},
		Emph:          glamour.StylePrimitive{Italic: &yes},
		Strong:        glamour.StylePrimitive{Bold: &yes},
		Strikethrough: glamour.StylePrimitive{CrossedOut: &yes},
		LinkText:      glamour.StylePrimitive{Underline: &yes},
		Code:          glamour.StyleBlock{StylePrimitive: glamour.StylePrimitive{Color: &blue, Prefix: " ", Suffix: " "}},
		CodeBlock: glamour.StyleCodeBlock{
			StyleBlock: glamour.StyleBlock{Margin: &two},
			Chroma:     &glamour.Chroma{Keyword: glamour.StylePrimitive{Color: &red}, LiteralString: glamour.StylePrimitive{Color: &blue}},
		},
	}
}

func markdownText(body string) model.Text { return model.Text{Body: body} }

func render(body string, width int) *Page {
	return Render(context.Background(), markdownText(body), Options{Width: width, Style: testStyle()})
}

// shown is a page's lines without their sequences.
func shown(p *Page) string {
	var b strings.Builder
	for _, l := range p.Lines {
		b.WriteString(ansi.Strip(l.Text) + "\n")
	}
	return b.String()
}

var word = regexp.MustCompile(`\p{L}[\p{L}\p{M}]{2,}`)

// TestEveryWordIsFoundThroughSpans is what marks, search hits and the reading
// position rest on: the cells that show a word of the body hold that word.
func TestEveryWordIsFoundThroughSpans(t *testing.T) {
	for name, body := range corpus {
		for _, width := range testWidths {
			t.Run(fmt.Sprintf("%s/%d", name, width), func(t *testing.T) {
				p := render(body, width)
				checkPage(t, p, body, width)
				checkWords(t, p, body)
			})
		}
	}
}

func checkWords(t *testing.T, p *Page, body string) {
	t.Helper()
	x := indexed(p.Lines, body)
	for _, at := range word.FindAllStringIndex(body, -1) {
		checkWord(t, p, x, body, at[0], at[1])
	}
}

func checkWord(t *testing.T, p *Page, x index, body string, start, end int) {
	t.Helper()
	line := body[strings.LastIndexByte(body[:start], '\n')+1:]
	line, _, _ = strings.Cut(line, "\n")
	written := body[start:end]
	got := x.showing(start, end)
	syntax := strings.ContainsAny(body[max(start-1, 0):start], "&<#/") || strings.Contains(body[max(start-3, 0):start], "&#x")
	if got == "" && (strings.Contains(line, "hidden") || syntax) || syntax && html.UnescapeString(got) != written {
		return
	}
	if !same(got, written) {
		t.Errorf("%q is shown as %q in %q", written, got, line)
	}
	if at := p.LineAt(start); !covers(p.Lines[at], start) {
		t.Errorf("LineAt(%d) = %d, which does not show %q", start, at, written)
	}
}

func covers(l Line, offset int) bool {
	return slices.ContainsFunc(l.Spans, func(s Span) bool { return int(s.Start) <= offset && offset < int(s.End) })
}

// index is what is shown of every byte of a body: the characters whose cells
// show it.
type index struct {
	characters []string
	of         [][]int32 // by byte: numbers of characters
}

func indexed(lines []Line, body string) index {
	x := index{of: make([][]int32, len(body))}
	for _, l := range lines {
		plain := ansi.Strip(l.Text)
		for _, c := range sources(l) {
			for at := c.start; at < c.end; at++ {
				x.of[at] = append(x.of[at], int32(len(x.characters)))
			}
			x.characters = append(x.characters, plain[:c.len])
			plain = plain[c.len:]
		}
	}
	return x
}

// showing joins the characters that show body[start:end].
func (x index) showing(start, end int) string {
	var b strings.Builder
	last := int32(-1)
	for _, numbers := range x.of[start:end] {
		for _, n := range numbers {
			if n > last {
				b.WriteString(x.characters[n])
				last = n
			}
		}
	}
	return b.String()
}

// TestSpansCutTheSameCells checks columns, not only order: cutting a line at a
// span's columns gives the text that the body has there.
func TestSpansCutTheSameCells(t *testing.T) {
	p := render("> ab 漢字 **cd** 👍 `ef` g&auml;h\n", 40)
	want := []string{"ab 漢字 ", "cd", " 👍 ", "ef", " g", "ä", "h"}
	var got []string
	for _, s := range p.Lines[0].Spans {
		got = append(got, cellsOf(p.Lines[0], s))
	}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("spans cut %q, want %q", got, want)
	}
}

func TestHeadingsAndLinks(t *testing.T) {
	body := "Intro\n\n# One *two*\n\n[a](b.md) and <me@x.org>\n\n## Three\n"
	p := render(body, 40)
	if len(p.Headings) != 2 || p.Headings[0].Text != "One two" || p.Headings[0].Level != 1 || p.Headings[1].Text != "Three" {
		t.Fatalf("headings %+v", p.Headings)
	}
	for _, h := range p.Headings {
		if !strings.Contains(strings.ToLower(ansi.Strip(p.Lines[h.Line].Text)), strings.ToLower(h.Text)) || p.LineAt(h.Offset) != h.Line {
			t.Errorf("%+v is not on line %q", h, p.Lines[h.Line].Text)
		}
	}
	if len(p.Links) != 2 || p.Links[0].URL != "b.md" || p.Links[1].URL != "mailto:me@x.org" {
		t.Fatalf("links %+v", p.Links)
	}
	for _, k := range p.Links {
		if body[k.Start:k.End] != k.Text {
			t.Errorf("%+v stands for %q", k, body[k.Start:k.End])
		}
	}
	if s := shown(p); strings.Contains(s, "b.md") {
		t.Errorf("a link's target is printed: %q", s)
	}
}

func TestOffsetsAndLinesAreInverse(t *testing.T) {
	for name, body := range corpus {
		if name == "tables" {
			continue // cells stand side by side: lines are not in the body's order
		}
		p := render(body, 40)
		for i := range p.Lines {
			if len(p.Lines[i].Spans) > 0 && p.LineAt(p.OffsetAt(i)) != i {
				t.Errorf("%s: line %d has offset %d, which is on line %d", name, i, p.OffsetAt(i), p.LineAt(p.OffsetAt(i)))
			}
		}
	}
	if p := render("", 40); p.LineAt(5) != 0 || p.OffsetAt(3) != 0 || len(p.Lines) != 0 {
		t.Errorf("an empty body has lines: %q", p.Lines)
	}
}

// TestPartsMakeTheSamePage lays out in steps of every size.
func TestPartsMakeTheSamePage(t *testing.T) {
	var all strings.Builder
	for _, name := range []string{"headings", "lists", "tables", "cjk", "code"} {
		all.WriteString(corpus[name] + "\n")
	}
	body := strings.Repeat(all.String(), 20)
	for _, m := range []model.Markup{model.Markdown, model.Plain} {
		text := model.Text{Body: body, Markup: m}
		whole := Render(context.Background(), text, Options{Width: 60, Style: testStyle()})
		for _, budget := range []int{0, 1, 777, 5000} {
			l, p := Begin(text, Options{Width: 60, Style: testStyle()}), &Page{}
			for !p.Whole {
				p.Add(l.More(context.Background(), budget))
			}
			if shown(p) != shown(whole) || fmt.Sprint(p.Headings) != fmt.Sprint(whole.Headings) {
				t.Errorf("markup %d in steps of %d makes another page", m, budget)
			}
		}
	}
}

func TestContextEndsTheLayout(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	body := strings.Repeat("words and words\n\n", 10_000)
	if p := Render(ctx, markdownText(body), Options{Width: 60}); p.Whole {
		t.Error("a cancelled layout went on to the end")
	}
}
