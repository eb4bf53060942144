package terminal

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"

	"dossier/articles/marks"
	"dossier/model"
	"dossier/model/clean"
	"dossier/model/query"
	"dossier/model/search"
	"dossier/ui/terminal/cells"
	"dossier/ui/terminal/layout"
	"dossier/ui/terminal/page"
)

// fixture is a library of generated articles.
type fixture struct {
	dossier  model.Dossier
	articles model.Articles
	text     model.Text
	stored   string // in the file of each article
	err      error
}

func (f *fixture) Index() *search.Index {
	d := f.dossier
	d.Articles = f.articles
	return search.New(&d, func(int) string { return f.text.Body })
}

func (f *fixture) News(context.Context) (model.Progress, bool) { return model.Progress{}, false }

func (f *fixture) Prefer([]int32) {}

func (f *fixture) Text(context.Context, int) (model.Text, error) { return f.text, f.err }

func (f *fixture) Reveal(context.Context, int) (clean.Revealed, error) {
	return clean.Reveal(f.stored, math.MaxInt), f.err
}

const evidence = "The vendor Globex has cut its ties with Acme, it said on Friday."

func newFixture(n int) *fixture {
	f := &fixture{}
	f.dossier.Title = "A dossier of 日本語 and العربية"
	f.dossier.Register = model.NewRegister(model.Actor{Name: "Acme"}, []model.Actor{
		{Name: "Jo Doe", Kind: model.Person}, {Name: "Globex"}, {Name: "Initech"},
	})
	f.text.Body = "**A [standfirst](https://example.org).**\n\n## A heading\n\n" + evidence + "\n\n" + strings.Repeat("Some words of an article that goes on. ", 40) + "\n\n> A quote.\n\n- one\n- two\n"
	at := strings.Index(f.text.Body, evidence)
	for i := range n {
		f.articles = append(f.articles, model.Article{
			ID:       fmt.Sprint("id", i),
			Title:    fmt.Sprintf("Title %d with 漢字 and enough words to need a second line in a pane", i),
			Language: []string{"en", "de", "ja"}[i%3],
			Date:     model.Date{Year: 2021, Month: 1, Day: uint8(1 + i%28)},
			Actors:   []string{"Jo Doe", "Globex"},
			Cuts: []model.Cut{
				{Vendor: "Globex", Evidence: evidence, Passages: []model.Passage{{Start: at, End: at + len(evidence)}}},
				{Vendor: "Initech", Status: model.Disputed},
			},
		})
	}
	return f
}

// bare is a program without a terminal, which has nothing to answer.
func bare(ctx context.Context, o Options) *program {
	p := newProgram(ctx, o)
	p.late.over = true
	return p
}

// opened is a program with a dossier, without a terminal.
func opened(t *testing.T, f *fixture, w, h int) *program {
	t.Helper()
	p := bare(t.Context(), Options{Browser: &browser{}})
	p.early = &loaded{shelf: newShelf(f)}
	p.kept, _ = marks.Open("", "")
	drive(p, p.Init())
	send(p, tea.WindowSizeMsg{Width: w, Height: h})
	return p
}

// send gives a message to the program and runs what comes of it to the end.
func send(p *program, msg tea.Msg) {
	_, cmd := p.Update(msg)
	drive(p, cmd)
}

func drive(p *program, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil, tea.QuitMsg, tea.SuspendMsg:
	case tea.BatchMsg:
		for _, c := range msg {
			drive(p, c)
		}
	default:
		send(p, msg)
	}
}

// unhurried runs a test on a clock that goes on by itself whenever the program
// waits: its pauses cost no time.
func unhurried(t *testing.T, test func(t *testing.T)) {
	t.Helper()
	synctest.Test(t, test)
}

func press(p *program, keys ...string) {
	for _, k := range keys {
		send(p, key(k))
	}
}

var named = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab},
	"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift},
	"space":     {Code: tea.KeySpace, Text: " "}, "backspace": {Code: tea.KeyBackspace},
	"down": {Code: tea.KeyDown}, "up": {Code: tea.KeyUp},
	"ctrl+d": {Code: 'd', Mod: tea.ModCtrl}, "ctrl+g": {Code: 'g', Mod: tea.ModCtrl},
	"ctrl+s": {Code: 's', Mod: tea.ModCtrl},
	"ctrl+o": {Code: 'o', Mod: tea.ModCtrl}, "ctrl+p": {Code: 'p', Mod: tea.ModCtrl},
}

func key(k string) tea.KeyPressMsg {
	if msg, ok := named[k]; ok {
		return msg
	}
	r := []rune(k)[0]
	return tea.KeyPressMsg{Code: r, Text: k}
}

// fits checks that a frame is no larger than its terminal.
func fits(t *testing.T, p *program, what string) {
	t.Helper()
	v := p.View()
	rows := strings.Split(v.Content, "\n")
	if len(rows) > p.h {
		t.Errorf("%s at %d×%d: %d rows", what, p.w, p.h, len(rows))
	}
	for y, row := range rows {
		if n := cells.Width(row); n > p.w {
			t.Errorf("%s at %d×%d: row %d is %d cells wide: %q", what, p.w, p.h, y, n, row)
		}
	}
	if c := v.Cursor; c != nil && (c.X < 0 || c.Y < 0 || c.X >= p.w || c.Y >= p.h) {
		t.Errorf("%s at %d×%d: the cursor stands at %d,%d", what, p.w, p.h, c.X, c.Y)
	}
}

// TestEveryScreenFitsEverySize sweeps the screens over sizes down to one cell.
func TestEveryScreenFitsEverySize(t *testing.T) {
	screens := map[string][]string{
		"list":       nil,
		"facets":     {"2"},
		"filter":     {"f", "l", "a"},
		"nothing":    {"f", "z", "z", "z", "enter"},
		"narrowing":  {"3", "/", "q"},
		"go to":      {"ctrl+g", "3"},
		"article":    {"enter"},
		"end":        {"enter", "G"},
		"finding":    {"enter", "/", "a", "r", "t"},
		"only text":  {"enter", "z"},
		"help":       {"?"},
		"evidence":   {"e", "down"},
		"facts":      {"i"},
		"vendors":    {"v"},
		"vendor":     {"v", "down", "enter"},
		"notices":    {"!"},
		"wide text":  {"enter", "w", "w"},
		"outline":    {"enter", "t", "h"},
		"hints":      {"enter", "F"},
		"palette":    {":", "t", "i"},
		"completing": {"f", "tab", "tab"},
		"actor":      {"3", "i"},
		"link":       {"enter", "F", "a"},
		"copy":       {"enter", "y"},
		"note":       {"a", "w", "o", "r", "d", "enter", "漢"},
		"noted":      {"a", "w", "o", "r", "d", "ctrl+s", "enter"},
		"views":      {"'", "'", "+", "a", " ", "n", "enter"},
		"lettering":  {"'"},
		"naming":     {"'", "'", "+", "a"},
		"lit vendor": {"2", "space", "q", "enter", "."},
	}
	sizes := []int{1, 2, 3, 5, 8, 13, 20, 21, 30, 40, 59, 60, 68, 80, 112, 120, 150, 200, 401}
	if testing.Short() {
		sizes = []int{1, 20, 60, 112, 401}
	}
	for name, keys := range screens {
		unhurried(t, func(t *testing.T) {
			for _, w := range sizes {
				for _, h := range []int{1, 2, 3, 4, 5, 6, 8, 12, 14, 18, 24, 40, 201} {
					p := opened(t, newFixture(7), w, h)
					press(p, keys...)
					fits(t, p, name)
				}
			}
		})
	}
}

// TestRandomKeysAndSizes presses random keys at random sizes.
func TestRandomKeysAndSizes(t *testing.T) { unhurried(t, randomKeysAndSizes) }

func randomKeysAndSizes(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	keys := []string{"j", "k", "g", "G", "enter", "esc", "tab", "space", "-", "&", "1", "2", "3", "f", "/", "x", "X", "S", "n", "N",
		"e", "i", "v", "?", "!", "z", "w", ".", ",", "J", "K", "]", "[", "T", "m", "a", "s", "u", "'", "+", "ctrl+s", "l", ":", "\"", "(", "ctrl+d", "ctrl+g", "tab", "shift+tab", "ctrl+o", "t", "F", "o", "y", "up", "down", "backspace"}
	for range 20 {
		p := opened(t, newFixture(30), 80, 24)
		for range 150 {
			if r.IntN(12) == 0 {
				send(p, tea.WindowSizeMsg{Width: 1 + r.IntN(160), Height: 1 + r.IntN(50)})
			}
			press(p, keys[r.IntN(len(keys))])
			fits(t, p, "random keys")
		}
		if i, ok := p.list.Current(); ok && p.list.Cursor() >= len(p.answer.Hits) {
			t.Errorf("the cursor is on row %d (article %d) of %d", p.list.Cursor(), i, len(p.answer.Hits))
		}
	}
}

func TestCursorStaysWithItsArticle(t *testing.T) {
	p := opened(t, newFixture(9), 80, 24)
	press(p, "j", "j", "j")
	before, _ := p.list.Current()
	tag := p.shelf.Article(before).Language
	q, _ := query.Parse("lang:" + tag)
	drive(p, p.setQuery(q))
	if now, _ := p.list.Current(); now != before {
		t.Errorf("filtering moved the cursor from article %d to %d", before, now)
	}
	q, _ = query.Parse("-lang:" + tag)
	drive(p, p.setQuery(q))
	press(p, "X")
	if now, _ := p.list.Current(); now != before {
		t.Errorf("the cursor is on %d after its article came back, want %d", now, before)
	}
}

// TestPlaceSurvivesResizing holds the paragraph at the top of an article while
// the width of its text changes.
func TestPlaceSurvivesResizing(t *testing.T) {
	p := opened(t, newFixture(3), 100, 12)
	press(p, "enter", "ctrl+d", "ctrl+d")
	at := p.reader.Place()
	if at == 0 {
		t.Fatal("the text did not scroll")
	}
	send(p, tea.WindowSizeMsg{Width: 50, Height: 12})
	if line := p.reader.Text().LineAt(at); !contains(p.reader.Text().Lines[line], at) {
		t.Fatalf("line %d does not show byte %d", line, at)
	}
	if now := p.reader.Place(); now > at || at-now > 60 {
		t.Errorf("the text stands at byte %d after a resize, was %d", now, at)
	}
}

func TestUnreadableArticleSaysSo(t *testing.T) {
	f := newFixture(2)
	p := opened(t, f, 80, 24)
	f.err = errors.New("two.md: gone")
	press(p, "enter")
	if !strings.Contains(p.View().Content, "two.md: gone") {
		t.Error("an article that cannot be read is silent")
	}
	press(p, "q")
	fits(t, p, "after an unreadable article")
}

func TestMarkingReadKeepsTheRow(t *testing.T) {
	p := opened(t, newFixture(4), 80, 24)
	q, _ := query.Parse("is:unread")
	drive(p, p.setQuery(q))
	before, _ := p.list.Current()
	press(p, "m")
	if now, _ := p.list.Current(); now != before || p.list.Len() != 4 {
		t.Errorf("marking article %d read left the cursor on %d of %d rows", before, now, p.list.Len())
	}
}

// TestLateAnswersAreDropped hands over the answer to an older query last.
func TestLateAnswersAreDropped(t *testing.T) {
	p := opened(t, newFixture(9), 80, 24)
	q1, _ := query.Parse("lang:en")
	q2, _ := query.Parse("lang:nobody")
	first, second := p.setQuery(q1), p.setQuery(q2)
	send(p, second())
	send(p, first())
	if n := p.list.Len(); n != 0 {
		t.Errorf("the answer to an older query shows %d rows", n)
	}
}

// TestKeysAreNotAmbiguous finds a key that means two things in one pane.
func TestKeysAreNotAmbiguous(t *testing.T) {
	seen := map[string]action{}
	for _, b := range bindings() {
		for _, k := range b.keys {
			id := fmt.Sprint(b.scope, " ", k)
			if other, twice := seen[id]; twice {
				t.Errorf("%s means %s and %s in %s", k, other, b.action, scopeTitles[b.scope])
			}
			seen[id] = b.action
		}
		if b.help == "" || b.do == nil {
			t.Errorf("%s has no help or does nothing", b.action)
		}
	}
}

// TestMouse holds that the mouse is the terminal's unless asked for, and that
// the wheel then scrolls what it points at, whatever is focused.
func TestMouse(t *testing.T) {
	p := opened(t, newFixture(9), 130, 30)
	if p.View().MouseMode != tea.MouseModeNone {
		t.Error("the mouse is taken without being asked for")
	}
	p.options.Mouse = true
	if p.View().MouseMode == tea.MouseModeNone {
		t.Error("the mouse was asked for and is not taken")
	}
	wheel := func(r layout.Rect) { send(p, tea.MouseWheelMsg{X: r.X + 1, Y: r.Y + 1, Button: tea.MouseWheelDown}) }
	before := p.View().Content
	wheel(p.panes.Preview)
	if p.list.Cursor() != 0 || p.View().Content == before {
		t.Error("the wheel over the preview did not scroll it alone")
	}
	wheel(p.panes.List)
	if p.list.Cursor() != 1 {
		t.Errorf("the wheel over the list left the cursor on row %d", p.list.Cursor())
	}
	r := p.panes.Facets
	send(p, tea.MouseClickMsg{X: r.X + 2, Y: r.Y + 1, Button: tea.MouseLeft})
	if p.query.Empty() {
		t.Error("a click on a facet's value did not tick it")
	}
}

// keeper is a library that remembers verdicts.
type keeper struct {
	*fixture
	kept []string
}

func (k *keeper) Confirm(_ context.Context, i int, vendor string) error {
	k.kept = append(k.kept, fmt.Sprint("confirm ", i, vendor))
	k.change(i, func(a *model.Article) { a.Cuts[0].Detected = false })
	return k.err
}

func (k *keeper) Reject(_ context.Context, i int, vendor string) error {
	k.kept = append(k.kept, fmt.Sprint("reject ", i, vendor))
	k.change(i, func(a *model.Article) { a.Cuts = a.Cuts[1:] })
	return k.err
}

func (k *keeper) change(i int, change func(*model.Article)) {
	k.articles = slices.Clone(k.articles)
	k.articles[i].Cuts = slices.Clone(k.articles[i].Cuts)
	change(&k.articles[i])
}

func TestVerdictsOnDetectedCuts(t *testing.T) {
	k := &keeper{fixture: newFixture(2)}
	for i := range k.articles {
		k.articles[i].Cuts[0].Detected = true
	}
	p := bare(t.Context(), Options{Browser: &browser{}})
	p.early = &loaded{shelf: newShelf(k)}
	drive(p, p.Init())
	send(p, tea.WindowSizeMsg{Width: 100, Height: 30})
	press(p, "enter", "+")
	if len(k.kept) > 0 {
		t.Errorf("a verdict without a passage: %v", k.kept)
	}
	i, _ := p.reader.Article()
	press(p, ".", "+")
	if c := p.shelf.Article(i).Cuts[0]; c.Detected {
		t.Error("a confirmed cut is still detected")
	}
	press(p, "+")
	if len(k.kept) != 1 {
		t.Errorf("a stated cut was judged: %v", k.kept)
	}
	press(p, ".", "-")
	j, _ := p.reader.Article()
	if _, ok := p.shelf.Article(j).Cut("Globex"); ok || i == j {
		t.Errorf("article %d still has the rejected cut", j)
	}
	if c := p.shelf.Article(i).Cuts[0]; c.Detected || len(k.kept) != 2 {
		t.Errorf("the second verdict undid the first: %v", k.kept)
	}
}

func BenchmarkFrame(b *testing.B) {
	p := bare(b.Context(), Options{})
	p.early = &loaded{shelf: newShelf(newFixture(1000))}
	drive(p, p.Init())
	send(p, tea.WindowSizeMsg{Width: 200, Height: 50})
	for b.Loop() {
		p.Update(key("j"))
		p.View()
	}
}

func contains(l page.Line, at int) bool {
	for _, s := range l.Spans {
		if int(s.Start) <= at && at < int(s.End) {
			return true
		}
	}
	return false
}
