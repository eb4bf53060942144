package page

import (
	"context"
	"strings"
	"testing"

	"dossier/model"
)

// article is honest Markdown of about n bytes.
func article(n int) string {
	return upTo(n, "## Nächste Frage\n\nSome *prose* with a [link](http://example.com/a) and `code`, long enough to be wrapped at "+
		"seventy-two columns, as the „Netzwerk“ says.\n\n- one\n- two **bold** words\n\n> quoted text that goes on for a while\n\n")
}

// firstScreen is what a reader waits for: goal 20 ms for an article of 10 KB,
// 50 ms for one of 5 MB.
func firstScreen(b *testing.B, body string, m model.Markup) {
	b.ReportAllocs()
	for b.Loop() {
		l, p := Begin(model.Text{Body: body, Markup: m}, Options{Width: 72, Style: testStyle()}), &Page{}
		for !p.Whole && len(p.Lines) < 60 {
			p.Add(l.More(context.Background(), 4<<10))
		}
	}
}

func BenchmarkFirstScreen10KB(b *testing.B) { firstScreen(b, article(10_000), model.Markdown) }
func BenchmarkFirstScreen5MB(b *testing.B)  { firstScreen(b, article(5_000_000), model.Markdown) }
func BenchmarkFirstScreenPlain64MB(b *testing.B) {
	firstScreen(b, article(64_000_000), model.Plain)
}

func BenchmarkRender10KB(b *testing.B) { whole(b, article(10_000), model.Markdown) }
func BenchmarkRender1MB(b *testing.B)  { whole(b, article(1_000_000), model.Markdown) }
func BenchmarkRenderPlain1MB(b *testing.B) {
	whole(b, article(1_000_000), model.Plain)
}

func whole(b *testing.B, body string, m model.Markup) {
	b.ReportAllocs()
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		Render(context.Background(), model.Text{Body: body, Markup: m}, Options{Width: 72, Style: testStyle()})
	}
}

// BenchmarkPaint paints a screen of 40 lines with a mark on every word of one
// kind, as a search does.
func BenchmarkPaint(b *testing.B) {
	body := article(10_000)
	p := render(body, 72)
	var marks []Mark
	for at := 0; at < 4000; {
		i := strings.Index(body[at:], "one")
		if i < 0 {
			break
		}
		marks = append(marks, Mark{Start: at + i, End: at + i + 3, SGR: reverse})
		at += i + 3
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, l := range p.Lines[:40] {
			Paint(l, marks)
		}
	}
}
