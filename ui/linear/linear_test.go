package linear

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"strings"
	"testing"
	"time"

	"dossier/model"
	"dossier/model/clean"
	"dossier/model/mark"
	"dossier/model/search"
)

// library is a dossier for a test, with a body for each article.
type library struct {
	index  *search.Index
	bodies []string
}

func (l library) Index() *search.Index { return l.index }

func (l library) Text(_ context.Context, i int) (model.Text, error) {
	if l.bodies[i] == "" {
		return model.Text{}, errors.New("gone.md: the file is gone")
	}
	return model.Text{Body: l.bodies[i]}, nil
}

func (l library) Reveal(_ context.Context, i int) (clean.Revealed, error) {
	if l.bodies[i] == "" {
		return clean.Revealed{}, errors.New("gone.md: the file is gone")
	}
	return clean.Reveal(l.bodies[i], math.MaxInt), nil
}

func newLibrary(articles model.Articles, bodies ...string) library {
	d := &model.Dossier{Title: "Who left", Register: model.NewRegister(model.Actor{Name: "Parler"}, nil), Articles: articles}
	return library{search.New(d, func(i int) string { return bodies[i] }), bodies}
}

// many is a dossier of so many articles of some paragraphs.
func many(n int) library {
	var articles model.Articles
	var bodies []string
	for i := range n {
		articles = append(articles, model.Article{ID: fmt.Sprint(i), Title: fmt.Sprintf("Number %d", i), Language: "en"})
		bodies = append(bodies, strings.Repeat("A paragraph of a text.\n\n", 30))
	}
	return newLibrary(articles, bodies...)
}

// talk is what is written when these lines are typed.
func talk(t *testing.T, o Options, typed string) string {
	t.Helper()
	var out bytes.Buffer
	o.In, o.Out = strings.NewReader(typed), &out
	if err := Run(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "\x1b") {
		t.Errorf("an escape is in %q", out.String())
	}
	return out.String()
}

// TestWhatIsLongWaits so that nothing scrolls away between two questions.
func TestWhatIsLongWaits(t *testing.T) {
	for _, height := range []int{3, 5, 12, 24, 60} {
		o := Options{Library: many(200), Width: 40, Height: height}
		said := talk(t, o, "\n\n3\n\n\n?\n\n\n\n\nq\nq\ns 1\nq\nc\n3\n\nq\nv\ni 1\n")
		for _, screen := range regexp.MustCompile(`(?m)^> .*\n`).Split(said, -1) {
			rows := 1 // of the answer
			for line := range strings.Lines(screen) {
				rows += 1 + (max(len([]rune(line))-2, 0))/40
			}
			if rows > max(height, 14) { // the least is a row, its question, and what is said of it
				t.Errorf("on %d lines %d are written at once:\n%s", height, rows, screen)
			}
		}
	}
}

// TestNothingOnScreenIsLost: every row of the list is read once.
func TestEveryRowIsReadOnce(t *testing.T) {
	for _, height := range []int{0, 10, 24} {
		said := talk(t, Options{Library: many(50), Width: 80, Height: height}, strings.Repeat("\n", 60))
		for i := range 50 {
			if n := strings.Count(said, fmt.Sprintf("Number %d. ", i)); n != 1 {
				t.Errorf("with %d lines row %d is read %d times", height, i, n)
			}
		}
	}
}

func TestTextThatCannotBeReadIsTold(t *testing.T) {
	lib := newLibrary(model.Articles{{ID: "a", Title: "Gone"}, {ID: "b", Title: "There"}}, "", "Words.")
	if said := talk(t, Options{Library: lib}, "1\n2\nq\nq\n"); !strings.Contains(said, "gone.md: the file is gone.") || !strings.Contains(said, "\nWords.\n") {
		t.Error(said)
	}
}

func TestWithoutMarks(t *testing.T) {
	said := talk(t, Options{Library: many(1)}, "s\na\nu\n'\nm\nq\n")
	if n := strings.Count(said, "Nothing is kept of what you leave here."); n != 5 {
		t.Errorf("it is said %d times that nothing is kept", n)
	}
}

// silence never types anything.
type silence struct{}

func (silence) Read([]byte) (int, error) { time.Sleep(time.Hour); return 0, io.EOF }

func TestInterruptEndsAQuestion(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	if err := Run(ctx, Options{Library: many(3), In: silence{}, Out: io.Discard}); !errors.Is(err, context.Canceled) {
		t.Errorf("an interrupt ends in %v", err)
	}
}

// full is an output that takes no more.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestOutputThatEndsEndsTheTalk(t *testing.T) {
	if err := Run(t.Context(), Options{Library: many(3), In: silence{}, Out: full{}}); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("it ends in %v", err)
	}
}

// kept is marks in memory.
type kept struct {
	Marks    // nothing else is asked for
	settings mark.Settings
	all      map[string]mark.Mark
	places   int // that were to be kept
	err      error
}

func (k *kept) All() map[string]mark.Mark { return k.all }
func (k *kept) Get(id string) mark.Mark   { return k.all[id] }
func (k *kept) Set(c ...mark.Change) error {
	if c[0].Fact == mark.FactPosition {
		k.places++
	}
	return k.err
}
func (k *kept) Settings() mark.Settings           { return k.settings }
func (k *kept) SetSettings(s mark.Settings) error { k.settings = s; return k.err }

// TestPersonGoesOnWithTheFilter that was left; a script does not.
func TestPersonGoesOnWithTheFilter(t *testing.T) {
	marks := &kept{settings: mark.Settings{Query: "title:7", Sort: "title", Theme: "dark"}}
	o := Options{Library: many(20), Marks: marks, Keyboard: true}
	said := talk(t, o, "f lang:en title:8\nS\n1\nq\n")
	for _, want := range []string{"On with the filter that you left: “7” in the title, by title. X drops it.", "Articles 1 to 1 of 1, by title."} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said in\n%s", want, said)
		}
	}
	if want := (mark.Settings{Query: "lang:en title:8", Theme: "dark"}); marks.settings != want {
		t.Errorf("kept are %+v, want %+v", marks.settings, want)
	}
	o.Keyboard = false
	if said := talk(t, o, "q\n"); !strings.Contains(said, "of 20, latest first") {
		t.Error(said)
	}
}

// TestWhereIsKeptBeforeEachQuestion, as the answer may be that the window closes.
func TestWhereIsKeptBeforeEachQuestion(t *testing.T) {
	marks := &kept{err: errors.New("the disk is full")}
	in, keys := io.Pipe()
	person := &person{keys: keys, answers: []string{"f title:1", "1", ""}, look: func(asked int) {
		switch {
		case asked == 2 && marks.settings.Query != "title:1":
			t.Errorf("kept are %+v", marks.settings)
		case asked == 4 && (marks.settings.Cursor != "1" || marks.places != 1):
			t.Errorf("kept are %+v, and %d places", marks.settings, marks.places)
		}
	}}
	if err := Run(t.Context(), Options{Library: many(2), Marks: marks, Keyboard: true, In: in, Out: person, Width: 80, Height: 10}); err != nil {
		t.Fatal(err)
	}
	if said := person.heard.String(); person.asked != 4 || strings.Count(said, "he disk is full.") != 2 {
		t.Errorf("asked %d times:\n%s", person.asked, said)
	}
}

// person looks at each question, and types an answer.
type person struct {
	keys    *io.PipeWriter
	answers []string
	look    func(asked int)
	asked   int
	heard   bytes.Buffer
}

func (p *person) Write(said []byte) (int, error) {
	p.heard.Write(said)
	if bytes.HasSuffix(said, []byte("> ")) {
		p.asked++
		if p.look(p.asked); p.asked > len(p.answers) {
			return len(said), p.keys.Close()
		}
		io.WriteString(p.keys, p.answers[p.asked-1]+"\n")
	}
	return len(said), nil
}

// TestUnreadMarkupIsTold once, above the text, wherever in it that is.
func TestUnreadMarkupIsTold(t *testing.T) {
	deep := strings.Repeat("> ", 100) + "deep\n\n"
	lib := newLibrary(model.Articles{{ID: "a", Title: "Title"}}, "Text\n\n"+deep+"Between\n\n"+deep)
	if said := talk(t, Options{Library: lib}, "1\nq\nq\n"); strings.Count(said, "\nA part is shown as text: it is nested too deep.\n") != 1 {
		t.Error(said)
	}
}

func TestWhatCannotBeSavedIsTold(t *testing.T) {
	if said := talk(t, Options{Library: many(2), Marks: &kept{err: errors.New("the disk is full")}}, "s 1\nq\n"); !strings.Contains(said, "The disk is full.") && !strings.Contains(said, "the disk is full.") {
		t.Error(said)
	}
}

// FuzzTalk types anything; the talk always ends, and writes lines that a terminal
// may be given.
func FuzzTalk(f *testing.F) {
	for _, typed := range []string{"1\n\n/ a\nn\nN\nq", "c\n2\n-1\n&\n/x", "f (\nx\nX\nS\n3", "' + b c\n'\nb", "e 1\n1\nt\n]\n[\n.\n,\nF\nw\ny\no\n", "\x1b[2J\nv\n1\n1\ng 99\ng 2021\nG\nJ\nK\nb\n"} {
		f.Add(typed, 5)
	}
	lib := newLibrary(model.Articles{
		{ID: "a", Title: "Bank leaves", Language: "en", Cuts: []model.Cut{{Vendor: "Bank", Evidence: "It left", Passages: []model.Passage{{Start: 9, End: 16}}}}},
		{ID: "b", Title: "Zwei", Language: "de", Possible: []model.Cut{{Vendor: "Shop"}}},
	}, "# Title\n\nIt left. [More](b.md)\n\n## Two\n\n- a\n- b", "Kurz.")
	f.Fuzz(func(t *testing.T, typed string, height int) {
		var out bytes.Buffer
		o := Options{Library: lib, In: strings.NewReader(typed), Out: &out, Width: 20, Height: height % 40}
		if err := Run(t.Context(), o); err != nil {
			t.Fatalf("%q ends in %v", typed, err)
		}
		for _, r := range out.String() {
			if r < ' ' && r != '\n' && r != '\t' || r == 0x7f {
				t.Fatalf("%q makes it write %U", typed, r)
			}
		}
	})
}
