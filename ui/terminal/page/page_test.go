package page

import (
	"context"
	"fmt"
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	glamour "charm.land/glamour/v2/ansi"
	"github.com/charmbracelet/x/ansi"

	"dossier/model"
	"dossier/model/clean"
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

// checkPage fails unless a page keeps every promise that does not depend on
// what the body says.
func checkPage(t *testing.T, p *Page, body string, width int) {
	t.Helper()
	if !p.Whole || p.Done != len(body) {
		t.Fatalf("laid out %d of %d bytes, whole %v", p.Done, len(body), p.Whole)
	}
	for i, l := range p.Lines {
		if err := harmless(l.Text); err != nil {
			t.Fatalf("line %d: %v in %q", i, err, l.Text)
		}
		if w := ansi.StringWidth(l.Text); w > max(width, 1) {
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
	col, width := 0, ansi.StringWidth(l.Text)
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

func cellsOf(l Line, s Span) string {
	return ansi.Cut(ansi.Strip(l.Text), int(s.Col), int(s.Col+s.Width))
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

// corpus is Markdown in which every word of three letters and more is shown,
// but for those with "hidden" in them.
var corpus = map[string]string{
	"headings": "# Überschrift „groß“ gesagt\n\nText\n\n## Second *emphasised* heading\n\nSetext heading\n===\n\ntext\n\n### Third with `code`\n",
	"emphasis": "Plain *emphasised **strong inside** and* after, __strong _both_ here__ and ~~struck *out*~~ again, intra*word*emphasis.\n",
	"lists": "- first item with enough words in it to be wrapped at narrow widths\n- second\n  1. inner one\n  2. inner two\n\n" +
		"     a paragraph below\n- [x] ticked task\n- [ ] open task\n\n9. nine\n10. ten\n",
	"quotes":  "> quoted text that goes on\n> over two lines\n>\n> > nested deeper\n>\n> - item in quote\n\nafterwards\n",
	"links":   "See [the **strong** text](http://hidden.example/hidden) and <https://shown.example/path>, www.shown.example too, or [ref][hidden] and ![picture text](hidden.png).\n\n[hidden]: https://hidden.example\n",
	"code":    "Some `inline code` and\n\n```go\nfunc main() {\n\tprintln(\"hello\")\n}\n```\n\n    indented code\n\n```unknownhidden\nraw words\n```\n",
	"tables":  "| Name | Amount | Remark |\n|:--|--:|:-:|\n| Amazon | 1200 | some longer remark that has to be wrapped in its column |\n| Größe `code` | 3 | *short* and [linked](http://hidden.example) |\n",
	"signs":   "Fish &amp; chips, caf&eacute;s, 3 &lt; 4, \\*not emphasis\\*, a\\_b, &#27;shown &#x41;bc &unknown; done & gone.\n",
	"cjk":     "帕勒在苹果和谷歌下架之后，又失去了亚马逊的托管服务。“我们会回来的”，他说。パーラーは月曜日に停止した。\n混合 Latin 文字与 English 单词的段落，看看如何换行。\n",
	"emoji":   "Flags 🇩🇪🇫🇷 and family 👨‍👩‍👧‍👦 and thumbs 👍🏽 between words, combining e\u0323\u0302 and n\u0303 marks.\n",
	"german":  "Der „Netzwerkbetreiber“ erklärte am Montag, die Kündigung sei »endgültig« – ein Google-Sprecher widersprach: ‚Nein‘. Straße, Übergröße, Donaudampfschifffahrtsgesellschaft.\n",
	"french":  "Le réseau « conservateur » a été coupé ; Amazon l’a confirmé : « C’est fini ! » Pourquoi ? L’œuvre, naïveté, garçon.\n",
	"breaks":  "first line  \nsecond line\\\nthird line<br>fourth line\nsoft line\n\n***\n\nafter the rule\n",
	"html":    "<div class=\"hidden\">\nShown words <b>and bold</b>\n<p>paragraph words</p>\n<!-- hidden -->\n</div>\n\nInline <span class=\"hidden\">tagged words</span> here.\n",
	"defined": "Term here\n: Definition that follows the term\n\nOther term\n: More *words*\n",
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
				for _, at := range word.FindAllStringIndex(body, -1) {
					checkWord(t, p, body, at[0], at[1])
				}
			})
		}
	}
}

func checkWord(t *testing.T, p *Page, body string, start, end int) {
	t.Helper()
	line := body[strings.LastIndexByte(body[:start], '\n')+1:]
	line, _, _ = strings.Cut(line, "\n")
	written := body[start:end]
	got := cellsShowing(p, start, end)
	syntax := strings.ContainsAny(body[max(start-1, 0):start], "&<#/") || strings.Contains(body[max(start-3, 0):start], "&#x")
	if got == "" && (strings.Contains(line, "hidden") || syntax) || syntax && html.UnescapeString(got) != written {
		return
	}
	if !same(got, written) {
		t.Errorf("%q is shown as %q in %q", written, got, line)
	}
	if at := p.LineAt(start); !strings.HasPrefix(strings.ToLower(cellsFrom(p.Lines[at], start)), strings.ToLower(firstRune(got))) {
		t.Errorf("LineAt(%d) = %d, which does not show %q", start, at, written)
	}
}

func firstRune(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}

// cellsShowing joins the cells that show body[start:end].
func cellsShowing(p *Page, start, end int) string {
	var b strings.Builder
	for _, l := range p.Lines {
		plain := ansi.Strip(l.Text)
		for _, c := range sources(l) {
			if c.start < end && start < c.end {
				b.WriteString(plain[:c.len])
			}
			plain = plain[c.len:]
		}
	}
	return b.String()
}

func cellsFrom(l Line, start int) string {
	return cellsShowing(&Page{Lines: []Line{l}}, start, start+1)
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
