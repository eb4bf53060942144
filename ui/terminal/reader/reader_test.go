package reader

import (
	"context"
	"fmt"
	"github.com/charmbracelet/colorprofile"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dossier/model"
	"dossier/ui/terminal/cells"
	"dossier/ui/terminal/theme"
)

// body is a text of numbered paragraphs, some with a heading before them.
func body() string {
	var b strings.Builder
	for i := range 40 {
		if i%8 == 5 {
			fmt.Fprintf(&b, "## Heading %d\n\n", i)
		}
		fmt.Fprintf(&b, "Paragraph %d says that **vendor %d** has left, and goes on with 漢字 and more words than fit one line of a narrow text.\n\n", i, i)
	}
	return b.String()
}

// passage is where a text stands in the body.
func passage(t *testing.T, body, text string) model.Passage {
	t.Helper()
	at := strings.Index(body, text)
	if at < 0 {
		t.Fatalf("%q is not in the body", text)
	}
	return model.Passage{Start: at, End: at + len(text)}
}

func settings(width int) Settings {
	return Settings{
		Width: width, Theme: theme.New(true, colorprofile.TrueColor), Subject: "Acme",
		Facts: &model.Article{
			Title: "A title", Language: "de", Date: model.Date{Year: 2021, Month: 1, Day: 9}, Author: "Jo",
			Actors: []string{"Acme", "Ann Doe", "Bank"}, Cuts: []model.Cut{{Vendor: "Bank"}, {Vendor: "Cloud", Status: model.Disputed}},
			Detected: model.FieldActors,
		},
	}
}

func pane(t *testing.T, text string, width, w, h int) *Pane {
	t.Helper()
	s := settings(width)
	p := New(s.Theme)
	p.SetSize(w, h)
	p.Show(Lay(context.Background(), 1, model.Text{Body: text}, s, 1<<20))
	if !p.Text().Whole {
		t.Fatal("the text is not laid out whole")
	}
	return &p
}

// drawn is what the pane shows, without the track.
func drawn(p *Pane, marks ...Mark) []string {
	lines := p.Draw(marks)
	for i := range lines {
		lines[i] = strings.TrimRight(ansi.Strip(lines[i]), " │┃◂•")
	}
	return lines
}

func TestEveryLineIsAsWideAsThePane(t *testing.T) {
	text := body()
	mark := Mark{At: passage(t, text, "Paragraph 1 says"), Label: "a vendor with a long name", Lit: true}
	for w := range 100 {
		for _, width := range []int{1, 19, 30, 60, 72} {
			for _, glance := range []bool{false, true} {
				p := pane(t, text[:600], min(width, max(w, 1)), w, 7)
				p.Glance = glance
				for range 5 {
					lines := p.Draw([]Mark{mark})
					for _, l := range lines {
						if cells.Width(l) != w {
							t.Fatalf("in a pane of %d cells a line of a text of %d has %d", w, width, cells.Width(l))
						}
					}
					if len(lines) != 7 {
						t.Fatalf("a pane of 7 lines has %d", len(lines))
					}
					p.Move(4)
				}
			}
		}
	}
}

func TestHeadSaysWhatIsKnown(t *testing.T) {
	got := strings.TrimRight(strings.Join(drawn(pane(t, "Text.", 60, 60, 16)), "\n"), "\n")
	want := `A title
9 January 2021 · Jo · source unknown · Deutsch

Cut ties  Bank, Cloud?
Names     Ann Doe
Detected  actors


Text.`
	if got != want {
		t.Errorf("the head is\n%s\nwant\n%s", got, want)
	}
	p := pane(t, "Text.", 58, 60, 9)
	p.Glance = true
	if got := strings.Join(drawn(p), "\n"); strings.Contains(got, "Cut ties") || !strings.Contains(got, "A title") {
		t.Errorf("at a glance the head is\n%s", got)
	}
}

func TestPlaceAndGoTo(t *testing.T) {
	text := body()
	for _, width := range []int{20, 40, 72} {
		p, other := pane(t, text, width, 80, 10), pane(t, text, width, 80, 10)
		last := -1
		for range p.total() {
			at := p.Place()
			if at < last {
				t.Fatalf("scrolling down went from byte %d to %d", last, at)
			}
			last = at
			other.GoTo(at)
			if other.Place() != at {
				t.Errorf("at width %d, going to byte %d comes to %d", width, at, other.Place())
			}
			p.Move(1)
		}
	}
}

// TestPlacesOutliveTheWidth keeps the paragraph at the top while a window is
// made narrower and wider.
func TestPlacesOutliveTheWidth(t *testing.T) {
	text := body()
	for _, n := range []int{3, 17, 30} {
		word := fmt.Sprintf("Paragraph %d says", n)
		at := passage(t, text, word).Start
		for _, width := range []int{72, 20, 35, 60} {
			p := pane(t, text, width, 80, 10)
			p.GoTo(at)
			if got := drawn(p)[0]; !strings.HasPrefix(strings.TrimSpace(got), word[:12]) {
				t.Errorf("at width %d, paragraph %d begins with %q", width, n, got)
			}
			at = p.Place()
		}
	}
}

func TestGoToPassageBringsItIntoView(t *testing.T) {
	text := body()
	for _, h := range []int{1, 2, 3, 5, 10, 30} {
		for _, n := range []int{0, 7, 20, 39, 1} {
			words := fmt.Sprintf("vendor %d", n)
			at := passage(t, text, words)
			p := pane(t, text, 60, 84, h)
			p.Last()
			p.GoToPassage(at.Start)
			lines := drawn(p, Mark{At: at, Label: "Vendor"})
			y := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, "◂ Vendor") })
			if y < 0 || !strings.Contains(lines[y], words) {
				t.Fatalf("in %d lines the passage %q is not in view:\n%s", h, words, strings.Join(lines, "\n"))
			}
			if h >= 10 && n > 0 && n < 39 && (y == 0 || y > h-2) {
				t.Errorf("in %d lines the passage %q stands at the edge, on line %d", h, words, y)
			}
			if p.Passage() != at.Start {
				t.Errorf("the passage gone to is %d, want %d", p.Passage(), at.Start)
			}
			before := p.top
			if p.GoToPassage(at.Start); p.top != before && h > 3 {
				t.Error("going to a passage that is in view scrolls")
			}
		}
	}
}

func TestNextOf(t *testing.T) {
	p := pane(t, body(), 60, 80, 10)
	all := []model.Passage{{Start: 10, End: 20}, {Start: 30, End: 40}, {Start: 50, End: 60}}
	var walk []int
	for _, by := range []int{1, 1, 1, 1, -1, -1, -1, 1} {
		at, ok := p.NextOf(all, by)
		if !ok {
			at = -1
		}
		walk = append(walk, at)
	}
	if want := []int{10, 30, 50, -1, 30, 10, -1, 30}; !slices.Equal(walk, want) {
		t.Errorf("there and back again goes %v, want %v", walk, want)
	}
}

func TestProgress(t *testing.T) {
	text := body()
	for _, h := range []int{1, 10, 50, 1000} {
		p := pane(t, text, 60, 80, h)
		last := 0.0
		for range p.total() + 2 {
			now := p.Progress()
			if now < last || now <= 0 || now > 1 {
				t.Fatalf("in %d lines progress goes from %v to %v", h, last, now)
			}
			last = now
			p.Move(1)
		}
		if last != 1 {
			t.Errorf("in %d lines progress ends at %v", h, last)
		}
		if bar := ansi.Strip(p.Bar(10)); bar != strings.Repeat("━", 10) {
			t.Errorf("at the end the bar is %q", bar)
		}
		p.First()
		if bar := ansi.Strip(p.Bar(10)); cells.Width(bar) != 10 || h == 10 && strings.Contains(bar, "━━") {
			t.Errorf("in %d lines the bar at the start is %q", h, bar)
		}
	}
	if empty := New(theme.New(true, colorprofile.TrueColor)); empty.Progress() != 1 {
		t.Errorf("of nothing, %v was read", empty.Progress())
	}
}

// TestProgressOfAPart does not say that all was seen of a text that is still
// being laid out.
func TestProgressOfAPart(t *testing.T) {
	text := strings.Repeat(body(), 20)
	s := settings(60)
	for _, h := range []int{10, 5000} {
		p := New(s.Theme)
		p.SetSize(80, h)
		p.Show(Lay(context.Background(), 1, model.Text{Body: text}, s, 4000))
		for before := 0.0; !p.Text().Whole; {
			p.Last()
			now, most := p.Progress(), float64(p.Text().Done)/float64(len(text))
			if now > most || now < before {
				t.Fatalf("in %d lines progress goes from %v to %v with %v of the text laid out", h, before, now, most)
			}
			before = now
			p.Grow(p.Text().Continue(context.Background(), 20000))
		}
		if p.Last(); p.Progress() != 1 {
			t.Errorf("at the end progress is %v", p.Progress())
		}
	}
}

func TestHeadings(t *testing.T) {
	p := pane(t, body(), 60, 80, 10)
	var seen []string
	for p.Heading(1) {
		seen = append(seen, strings.TrimSpace(drawn(p)[0]))
	}
	p.Last()
	for p.Heading(-1) {
		seen = append(seen, strings.TrimSpace(drawn(p)[0]))
	}
	down := []string{"Heading 5", "Heading 13", "Heading 21", "Heading 29", "Heading 37"}
	up := slices.Clone(down[:4]) // the last one stands at the top by then
	slices.Reverse(up)
	if p.Heading(1); !slices.EqualFunc(seen, append(down, up...), strings.Contains) {
		t.Errorf("the headings are %q", seen)
	}
}

func TestMarks(t *testing.T) {
	text := body()
	p := pane(t, text, 60, 100, 40)
	quiet, lit := passage(t, text, "vendor 0"), passage(t, text, "vendor 1")
	marks := []Mark{{At: quiet, Label: "Bank"}, {At: lit, Label: "Cloud?", Lit: true}, {At: lit, Label: "Slack", Lit: true}, {At: lit, Label: "Slack"}}
	lines := p.Draw(marks)
	find := func(words string) string {
		t.Helper()
		for _, l := range lines {
			if strings.Contains(ansi.Strip(l), words) {
				return l
			}
		}
		t.Fatalf("%q is not drawn", words)
		return ""
	}
	for _, c := range []struct {
		words, label string
		bar, lit     bool
	}{
		{"vendor 0", "◂ Bank", true, false},
		{"vendor 1", "◂ Cloud?, Slack", true, true},
		{"vendor 2", "", false, false},
	} {
		l := find(c.words)
		plain := strings.TrimRight(ansi.Strip(l), " │┃◂")
		if strings.Contains(l, p.Theme.Evidence) != c.lit || strings.Contains(plain, "▎") != c.bar {
			t.Errorf("the line of %s is %q", c.words, l)
		}
		if _, label, _ := strings.Cut(plain, "◂"); strings.TrimSpace(label) != strings.TrimPrefix(c.label, "◂ ") {
			t.Errorf("beside %s stands %q, want %q", c.words, label, c.label)
		}
	}
	if at := strings.Index(find("vendor 1"), p.Theme.Evidence); !strings.HasPrefix(ansi.Strip(find("vendor 1")[at:]), "vendor 1") {
		t.Errorf("what is lit is not the passage: %q", find("vendor 1"))
	}
}

func TestHitsAreSteppedThrough(t *testing.T) {
	text := body()
	p := pane(t, text, 60, 80, 10)
	at := []model.Passage{passage(t, text, "vendor 3"), passage(t, text, "vendor 20"), passage(t, text, "vendor 30")}
	p.Find(at, at[1].Start)
	var seen []string
	step := func(wrapped bool) {
		n, of := p.Hit()
		current := ""
		for _, l := range p.Draw(nil) {
			if i := strings.Index(l, p.Theme.Current); i >= 0 {
				current = ansi.Strip(l[i:])
			}
		}
		words := strings.Fields(current)
		seen = append(seen, fmt.Sprint(n, "/", of, " ", strings.Join(words[:min(2, len(words))], " "), " ", wrapped))
	}
	step(false)
	for _, by := range []int{1, 1, -1} {
		step(p.NextHit(by))
	}
	want := []string{"2/3 vendor 20 false", "3/3 vendor 30 false", "1/3 vendor 3 true", "3/3 vendor 30 true"}
	if !slices.Equal(seen, want) {
		t.Errorf("the places are %q, want %q", seen, want)
	}
	if !p.ClearHits() || p.ClearHits() || p.NextHit(1) {
		t.Error("a search does not end")
	}
}

func TestAnEmptyPaneDoesNothing(t *testing.T) {
	p := New(theme.New(true, colorprofile.TrueColor))
	p.SetSize(20, 3)
	p.Move(1)
	p.Page(-1)
	p.Last()
	p.GoTo(7)
	p.GoToPassage(7)
	if p.Heading(1) || p.NextHit(1) || p.Place() != 0 || p.Passage() != -1 {
		t.Error("an empty pane has places in it")
	}
	if got := strings.TrimSpace(strings.Join(p.Draw(nil), "")); got != "" {
		t.Errorf("an empty pane shows %q", got)
	}
}
