package page

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dossier/articles/battery"
	"dossier/articles/battery/shapes"
	"dossier/model"
	"dossier/model/clean"
)

// upTo repeats s to about n bytes.
func upTo(n int, s string) string { return strings.Repeat(s, n/len(s)+1) }

// mostMarked is the size from which Markdown comes without its markup.
const mostMarked = 4 << 20

// TestBatteryShapes: every shape ends, keeps all promises, and makes output in
// proportion to its size; the first screen is there at once, and all of it takes
// three seconds at most. Without its limits several would not end within the hour.
func TestBatteryShapes(t *testing.T) {
	sizes := []int{2_000, 20_000}
	if battery.Whole() {
		sizes = []int{10_000, 100_000, 1_000_000, 8_000_000}
	}
	tried := 0
	for _, set := range []shapes.Set{shapes.All, shapes.Pathological} {
		for _, name := range set.Names() {
			made := 0
			for _, n := range sizes {
				p := tryShape(t, name, set[name](n))
				if t.Failed() {
					t.Fatalf("%s in %d bytes", name, n)
				}
				if before := made; before > 0 && bytesOf(p) > 25*max(before, 100_000) {
					t.Errorf("%s: ten times the source makes %d times the output", name, bytesOf(p)/before)
				}
				made = bytesOf(p)
				tried++
			}
		}
	}
	battery.Tried(t, tried, "hostile shapes laid out")
}

// TestBatteryPieces: many short ones, each within the limits that one long one
// passes, take no more time in all.
func TestBatteryPieces(t *testing.T) {
	tried := 0
	for _, name := range shapes.All.Names() {
		for _, size := range []int{300, 4_000, 15_000, 60_000}[:battery.Of(1, 4)] {
			tryShape(t, fmt.Sprintf("%s in pieces of %d", name, size), shapes.All[name].Pieces(size)(battery.Of(3_000, mostMarked)))
			tried++
		}
	}
	battery.Tried(t, tried, "bodies of many hostile pieces")
}

// tryShape lays out one body as a reader sees it: the first screen, then the rest.
func tryShape(t *testing.T, name, body string) *Page {
	t.Helper()
	text := model.Text{Body: clean.Text(body)}
	if len(text.Body) > mostMarked {
		text.Markup = model.Plain
	}
	first := time.Second
	if shapes.Honest[name] != nil {
		first = 150 * time.Millisecond
	}
	l, p := Begin(text, Options{Width: 60, Style: testStyle()}), &Page{}
	battery.Within(t, first, "the first screen of "+name, func() { p.Add(l.More(t.Context(), 6<<10)) })
	battery.Within(t, 3*time.Second, name, func() {
		for !p.Whole {
			p.Add(l.More(t.Context(), 64<<10))
		}
	})
	if made := bytesOf(p); made > 100*max(len(body), 1000) {
		t.Errorf("%s: %d bytes of source make %d bytes of lines", name, len(body), made)
	}
	if len(body) > 200_000 { // the promises of so many lines take longer than they
		p.Lines = p.Lines[:min(len(p.Lines), 500)]
		p.Headings, p.Links = nil, nil
	}
	checkPage(t, p, text.Body, 60)
	return p
}

// TestBatteryGrowth: nothing takes four times as long for twice as much.
func TestBatteryGrowth(t *testing.T) {
	if !battery.Whole() {
		t.Skip("it is measured in the long battery")
	}
	tried := 0
	for _, name := range shapes.All.Names() {
		of := func(work func(model.Text)) func(n int) func() {
			return func(n int) func() {
				text := model.Text{Body: clean.Text(shapes.All[name](n))}
				return func() { work(text) }
			}
		}
		battery.Growth(t, "laying out "+name, of(func(text model.Text) { render(text.Body, 60) }))
		battery.Growth(t, "looking through "+name, of(func(text model.Text) { Look(t.Context(), text, false) }))
		tried += 2
	}
	battery.Tried(t, tried, "ways of growing measured")
}

func bytesOf(p *Page) int {
	n := 0
	for _, l := range p.Lines {
		n += len(l.Text) + 16*len(l.Spans) + 40
	}
	return n
}

// TestNarrowWidths: nothing panics, and no line is wider than it may be.
func TestNarrowWidths(t *testing.T) {
	for _, body := range corpus {
		for width := -1; width <= 32; width++ {
			checkPage(t, render(body, width), body, width)
		}
	}
	for _, name := range shapes.All.Names() {
		body := clean.Text(shapes.All[name](500))
		for _, width := range []int{1, 2, 20, 21} {
			p := render(body, width)
			if checkPage(t, p, body, width); t.Failed() {
				t.Fatalf("%s at %d", name, width)
			}
		}
	}
}

// TestDeepNestingIsNamed: a limit that was passed is told once.
func TestDeepNestingIsNamed(t *testing.T) {
	body := upTo(100, ">") + " a\n\nBetween\n\n" + upTo(100, ">") + " b\n"
	p := render(body, 60)
	if len(p.Notices) != 1 || !strings.Contains(p.Notices[0], "nested too deep") {
		t.Errorf("notices %q", p.Notices)
	}
	if !strings.Contains(shown(p), "Between\n") {
		t.Errorf("the blocks around are lost:\n%s", shown(p))
	}
}

func TestPlainTextIsNoMarkdown(t *testing.T) {
	body := "# no heading\n* no *list*\n\n    indented &amp; kept\n"
	p := Render(t.Context(), model.Text{Body: body, Markup: model.Plain}, Options{Width: 60, Style: testStyle()})
	checkPage(t, p, body, 60)
	if got := shown(p); got != body {
		t.Errorf("%q became %q", body, got)
	}
}

// TestMarksDoNotStack: neither entities nor text that was never cleaned pile
// marks on one letter, over the lines above.
func TestMarksDoNotStack(t *testing.T) {
	for body, most := range map[string]int{
		"a" + upTo(500, "&#x301;"):         1,
		"e" + upTo(500, "\u0301"):          32,
		"# e" + upTo(500, "\u0301&#x301;"): 32,
	} {
		run := 0
		for _, r := range shown(render(body, 60)) {
			if run++; r != 0x301 {
				run = 0
			}
			if run > most {
				t.Fatalf("more than %d marks in a row from %.20q", most, body)
			}
		}
	}
}
