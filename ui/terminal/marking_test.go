package terminal

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dossier/articles/marks"
	"dossier/model/mark"
	"dossier/model/query"
)

// TestMarkedRowStaysWhileMoreBecomesKnown asks the same query anew, as while a
// folder is read or changes: only the reader's own asking takes the row away.
func TestMarkedRowStaysWhileMoreBecomesKnown(t *testing.T) {
	f := newFixture(4)
	p := opened(t, f, 80, 24)
	q, _ := query.Parse("is:unread")
	drive(p, p.setQuery(q))
	press(p, "j", "m", "s")
	before, _ := p.list.Current()
	more := newFixture(6)
	f.articles = more.articles
	send(p, fresh{})
	if now, _ := p.list.Current(); now != before || p.list.Len() != 6 || !p.shelf.IsRead(now) {
		t.Errorf("the cursor went from article %d to %d of %d rows", before, now, p.list.Len())
	}
	drive(p, p.setQuery(q))
	if p.list.Len() != 5 {
		t.Errorf("%d articles are unread of 6 when the reader asks again, want 5", p.list.Len())
	}
}

// TestMarksFindTheirArticles gives marks for articles that come to be known
// later, and one that never does.
func TestMarksFindTheirArticles(t *testing.T) {
	f := newFixture(9)
	all := f.articles
	f.articles = all[:3]
	p := bare(t.Context(), Options{})
	p.kept, _ = marks.Open("", "")
	if err := p.kept.Set(mark.Star("id1", true), mark.Read("id7", true), mark.Note("id8", "words"), mark.Star("gone", true)); err != nil {
		t.Fatal(err)
	}
	p.early = &loaded{shelf: newShelf(f)}
	drive(p, p.Init())
	if !p.shelf.IsStarred(1) || p.shelf.IsStarred(0) {
		t.Error("the star is not on its article")
	}
	f.articles = all
	send(p, fresh{})
	if !p.shelf.IsStarred(1) || !p.shelf.IsRead(7) || !p.shelf.HasNote(8) || !slices.Equal(p.lost, []string{"gone"}) {
		t.Errorf("starred %v, read %v, noted %v, lost %v", p.shelf.IsStarred(1), p.shelf.IsRead(7), p.shelf.HasNote(8), p.lost)
	}
}

// TestChangeMadeWhileMarksAreSoughtCounts lets an answer come that knows nothing
// of it yet.
func TestChangeMadeWhileMarksAreSoughtCounts(t *testing.T) {
	p := opened(t, newFixture(3), 80, 24)
	seek := p.resolve()
	i, _ := p.list.Current()
	cmd := p.toggleStar() // not kept yet
	late := seek().(resolved)
	late.marks.Starred.Remove(int(i))
	send(p, late)
	if !p.shelf.IsStarred(i) {
		t.Error("an older answer took the star away")
	}
	drive(p, cmd)
	if !p.kept.Get(p.shelf.Article(i).ID).Starred {
		t.Error("the star is not kept")
	}
}

func TestChoresKeepTheirOrder(t *testing.T) {
	var c chores
	var told []int
	var commands []tea.Cmd
	for n := range 20 {
		commands = append(commands, c.add(func() tea.Msg { told = append(told, n); return nil }))
	}
	for _, cmd := range slices.Backward(commands) {
		cmd()
	}
	if !slices.IsSorted(told) || len(told) != 20 {
		t.Errorf("they are done in the order %v", told)
	}
}

// TestWhatWaitsIsKeptAtTheEnd ends the program before its commands have run.
func TestWhatWaitsIsKeptAtTheEnd(t *testing.T) {
	p := opened(t, newFixture(3), 100, 12)
	press(p, "enter", "ctrl+d", "ctrl+d")
	p.Update(key("s"))
	i, _ := p.reader.Article()
	p.finish()
	left := p.kept.Get(p.shelf.Article(i).ID)
	if !left.Starred || !left.Read || left.Position.In(p.reader.Text().Body()) != p.reader.Place() || p.reader.Place() == 0 {
		t.Errorf("%+v is kept", left)
	}
	if s := p.kept.Settings(); s.Focus != "article" || s.Cursor != p.shelf.Article(i).ID {
		t.Errorf("%+v is kept", s)
	}
}

// TestWhatIsGoneOnWithIsKeptMeanwhile, as a program that is killed cannot do it at
// its end.
func TestWhatIsGoneOnWithIsKeptMeanwhile(t *testing.T) {
	p := opened(t, newFixture(3), 100, 12)
	press(p, "T", "S", "enter", "ctrl+d", "ctrl+d")
	p.onTick() // of whose commands the last waits for the next tick
	p.chores.run()
	i, _ := p.reader.Article()
	want := mark.Settings{Sort: string(p.query.Sort), Focus: "article", Theme: p.chosen, Cursor: p.shelf.Article(i).ID}
	if got := p.kept.Settings(); got != want || got.Sort == "" || got.Theme == "" {
		t.Errorf("%+v is kept, want %+v", got, want)
	}
	if left := p.kept.Get(want.Cursor); left.Position.In(p.reader.Text().Body()) != p.reader.Place() || p.reader.Place() == 0 {
		t.Errorf("%+v is kept of the article", left)
	}
}

// TestNoteThatIsBeingWrittenIsKept where the program is made to end.
func TestNoteThatIsBeingWrittenIsKept(t *testing.T) {
	p := opened(t, newFixture(1), 80, 24)
	press(p, "a", "h", "e", "r", "e")
	p.finish()
	if note := p.kept.Get("id0").Note; note != "here" {
		t.Errorf("the note is %q", note)
	}
}

// TestSaidWhenSaved: a mark is seen at once, and said to be made when it is on the
// disk, unless the reader has gone on.
func TestSaidWhenSaved(t *testing.T) {
	p := opened(t, newFixture(3), 100, 24)
	_, cmd := p.Update(key("s"))
	if i, _ := p.list.Current(); !p.shelf.IsStarred(i) || p.message != "" {
		t.Errorf("before it is saved, it is said: %q", p.message)
	}
	if drive(p, cmd); !strings.HasPrefix(p.message, "starred") {
		t.Errorf("when it is saved, it is said: %q", p.message)
	}
	_, cmd = p.Update(key("s"))
	p.Update(key("j"))
	if drive(p, cmd); p.message != "" {
		t.Errorf("after another key it is said: %q", p.message)
	}
}

// failing is marks that cannot be saved.
type failing struct {
	*marks.Store
	err error
}

func (f *failing) Set(c ...mark.Change) error { f.Store.Set(c...); return f.err }

func TestTroubleIsToldOnce(t *testing.T) {
	p := opened(t, newFixture(3), 100, 24)
	store, _ := marks.Open("", "")
	f := &failing{store, errors.New("the disk is full")}
	p.kept = f
	press(p, "s")
	if p.message != "the disk is full" || !p.shelf.IsStarred(1) && !p.shelf.IsStarred(0) && !p.shelf.IsStarred(2) {
		t.Errorf("it is said: %q", p.message)
	}
	press(p, "j", "s")
	if strings.Contains(p.message, "full") || !strings.HasSuffix(p.message, "not saved yet") || len(p.notices) != 1 {
		t.Errorf("it is said again: %q, %v", p.message, p.notices)
	}
	f.err = nil
	drive(p, p.askSaved())
	if p.message != "your marks are saved again" {
		t.Errorf("when they are saved at last, it is said: %q", p.message)
	}
	f.err = errors.New("the disk is full")
	press(p, "s")
	if p.message != "the disk is full" {
		t.Errorf("new trouble is not told: %q", p.message)
	}
}

// TestNoteWrittenElsewhereMeanwhileStays while it is written here.
func TestNoteWrittenElsewhereMeanwhileStays(t *testing.T) {
	p := opened(t, newFixture(1), 80, 24)
	press(p, "a", "h", "e", "r", "e")
	if err := p.kept.Set(mark.Note("id0", "there")); err != nil {
		t.Fatal(err)
	}
	press(p, "ctrl+s")
	note := p.kept.Get("id0").Note
	if !strings.HasPrefix(note, "here\n") || !strings.HasSuffix(note, "\nthere") {
		t.Errorf("the note is %q", note)
	}
}

// TestLongNoteIsNotCut when the screen cannot hold it.
func TestLongNoteIsNotCut(t *testing.T) {
	p := opened(t, newFixture(1), 80, 24)
	long := strings.Repeat("words\n", 5000) + "end"
	if err := p.kept.Set(mark.Note("id0", long)); err != nil {
		t.Fatal(err)
	}
	press(p, "a")
	if p.writing != nil || !strings.Contains(p.message, "EDITOR") || p.kept.Get("id0").Note != long {
		t.Errorf("it is said: %q", p.message)
	}
}

// TestPlaceIsTheParagraph also where the text of an article that is read
// changes above it.
func TestPlaceIsTheParagraph(t *testing.T) {
	f := newFixture(2)
	for n := range 30 {
		f.text.Body += fmt.Sprintf("\n\nParagraph %d is this.", n)
	}
	p := opened(t, f, 100, 12)
	press(p, "enter", "G", "ctrl+u")
	before := f.text.Body[p.reader.Place():][:12]
	f.text.Body = strings.Repeat("New. ", 500) + "\n\n" + f.text.Body
	f.articles = slices.Clone(f.articles)
	send(p, fresh{})
	if now := f.text.Body[p.reader.Place():][:12]; now != before {
		t.Errorf("the reader was at %q and is at %q", before, now)
	}
	press(p, "q", "enter")
	if now := f.text.Body[p.reader.Place():][:12]; now != before {
		t.Errorf("the reader comes back to %q, left at %q", now, before)
	}
}

// BenchmarkManyMarks is what finding the articles of marks costs a command.
func BenchmarkManyMarks(b *testing.B) {
	f := newFixture(256)
	all := map[string]mark.Mark{}
	for i := range f.articles {
		all[f.articles[i].ID] = mark.Mark{Read: true, Order: uint64(i)}
	}
	index := f.Index()
	for b.Loop() {
		if _, lost, err := index.Marks(context.Background(), all); err != nil || len(lost) > 0 {
			b.Fatal(lost, err)
		}
	}
}

// TestArticleGoesOnUnderAWord opens the article that was being read, in a dossier
// whose marks are found after the first frame, and at its place, not at the
// first of the words that are filtered by.
func TestArticleGoesOnUnderAWord(t *testing.T) {
	f := newFixture(smallDossier + 1)
	p := bare(t.Context(), Options{})
	p.kept, _ = marks.Open("", "")
	at := strings.Index(f.text.Body, "A quote")
	place := mark.At("id5", mark.PositionAt(f.text.Body, at))
	if err := errors.Join(p.kept.Set(place), p.kept.SetSettings(mark.Settings{Query: "words", Focus: "article", Cursor: "id5"})); err != nil {
		t.Fatal(err)
	}
	p.early = &loaded{shelf: newShelf(f)}
	p.w, p.h = 80, 10
	drive(p, p.Init())
	send(p, tea.WindowSizeMsg{Width: 80, Height: 10})
	if i, ok := p.reader.Article(); !ok || i != 5 || p.reader.Place() != at {
		t.Errorf("article %d is open at %d, want 5 at %d", i, p.reader.Place(), at)
	}
}
