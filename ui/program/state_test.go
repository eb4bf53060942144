package program

import (
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"dossier/articles/battery"
	"dossier/articles/marks"
	"dossier/model/mark"
	"dossier/ui/terminal/screen"
)

// drawnName makes the test's program the whole program on a terminal that is no
// file, so that an emulated one can show what another process draws.
const drawnName = "dossier-drawn"

func drawn() {
	in, out := struct{ io.Reader }{os.Stdin}, struct{ io.Writer }{os.Stdout}
	options := []tea.ProgramOption{tea.WithWindowSize(100, 24)}
	os.Exit(Run(os.Args[1:], Streams{in, out, os.Stderr, os.Environ(), true, options}))
}

// place is where one test's programs keep what the reader leaves.
type place struct {
	t   *testing.T
	dir string
}

func (p place) command(name string, args ...string) *exec.Cmd {
	p.t.Helper()
	self, err := os.Executable()
	if err != nil {
		p.t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Args = append([]string{name}, args...)
	cmd.Env = []string{
		"PATH=" + os.Getenv("PATH"), "TERM=xterm-256color", "TMPDIR=" + os.TempDir(),
		"XDG_STATE_HOME=" + p.dir, "XDG_CACHE_HOME=" + p.dir, "XDG_CONFIG_HOME=" + p.dir,
	}
	return cmd
}

// left is what was left in the built-in dossier, as a program finds it that starts
// now.
func (p place) left() *marks.Store {
	store, _ := marks.Open(marks.Dir([]string{"XDG_STATE_HOME=" + p.dir}), marks.Builtin)
	return store
}

// reader is the true program in a process of its own, on an emulated terminal.
type reader struct {
	*screen.Screen
	t       *testing.T
	process *exec.Cmd
	ended   chan error
}

func (p place) reader(args ...string) *reader {
	p.t.Helper()
	r := &reader{t: p.t, process: p.command(drawnName, args...), ended: make(chan error, 1)}
	keys, err := r.process.StdinPipe()
	if err != nil {
		p.t.Fatal(err)
	}
	started := make(chan error, 1)
	r.Screen = screen.Start(100, 24, func(in io.Reader, out io.Writer, _ []tea.ProgramOption) error {
		r.process.Stdout, r.process.Stderr = out, os.Stderr
		started <- r.process.Start()
		go io.Copy(keys, in)
		err := r.process.Wait()
		r.ended <- err
		return err
	})
	if err := <-started; err != nil {
		p.t.Fatal(err)
	}
	return r
}

// kill ends the process as nothing can prevent, and waits for that.
func (r *reader) kill() {
	r.process.Process.Kill()
	err := <-r.ended
	r.ended <- err
}

// sees waits for one of some texts on the screen; false if the process ended before.
func (r *reader) sees(texts ...string) bool {
	r.t.Helper()
	there := func() bool {
		screen := r.Text()
		return slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(screen, text) })
	}
	for end := time.Now().Add(time.Minute); !there(); {
		select {
		case err := <-r.ended:
			r.ended <- err
			return there()
		case <-time.After(2 * time.Millisecond):
		}
		if time.Now().After(end) {
			r.t.Fatalf("%q does not come; there is\n%s", texts, r.Text())
		}
	}
	return true
}

// seesSoon waits a moment for a text.
func (r *reader) seesSoon(text string) bool {
	for end := time.Now().Add(200 * time.Millisecond); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if strings.Contains(r.Text(), text) {
			return true
		}
	}
	return false
}

// act is something that is left by keys, in steps: what is typed, and what then
// stands on the screen. What it says last it says when all of it is kept.
type act struct {
	steps [][2]string
	apply func(*leavings)
}

// leavings are what was left in the built-in dossier.
type leavings struct {
	starred, read, moved [5]bool // moved: there is a position
	notes                [5]string
	views                map[rune]string
}

func (l leavings) and(a act) leavings {
	l.views = maps.Clone(l.views)
	a.apply(&l)
	return l
}

// next is the n-th act, on any of the articles.
func (l leavings) next(n int, random *rand.Rand) act {
	i := random.IntN(5)
	there := "g" + strings.Repeat("j", i)
	star := map[bool]string{true: "star taken away", false: "starred; is:starred"}[l.starred[i]]
	switch random.IntN(5) {
	case 0:
		return act{[][2]string{{there + "s", star}}, func(l *leavings) { l.starred[i] = !l.starred[i] }}
	case 1:
		says := map[bool]string{true: "marked unread", false: "marked read"}[l.read[i]]
		return act{[][2]string{{there + "m", says}}, func(l *leavings) { l.read[i] = !l.read[i] }}
	case 2:
		steps := [][2]string{{there + "\r", inText}, {"\x04\x04q", fmt.Sprint(i+1, "/5")}, {"s", star}}
		return act{steps, func(l *leavings) { l.starred[i], l.read[i], l.moved[i] = !l.starred[i], true, true }}
	case 3:
		letter, name := rune('一'+n), fmt.Sprintf("view %x", random.Uint32())
		steps := [][2]string{{"''+" + string(letter) + " " + name + "\r", "view " + string(letter) + " saved"}, {"'", atRest}}
		return act{steps, func(l *leavings) { l.views[letter] = name }}
	}
	note := fmt.Sprintf("note %d, %x", n, random.Uint32())
	return act{[][2]string{{there + "a\x15" + note + "\x13", "note kept"}}, func(l *leavings) { l.notes[i] = note }}
}

// inText stands on the screen while an article is read: how far. atRest does in the
// list while nothing else is said.
const (
	inText = " %  "
	atRest = "enter read"
)

// does does an act; false if the process ended before all of it was said.
func (r *reader) does(a act) bool {
	if r.Press("g"); !r.sees(atRest) { // what was said before is gone
		return false
	}
	for _, step := range a.steps {
		if r.Press(step[0]); !r.sees(step[1]) {
			return false
		}
	}
	return true
}

// found are the leavings in a store.
func found(s *marks.Store) leavings {
	l := leavings{views: map[rune]string{}}
	for i, id := range []string{"wieder-online", "ungewisse-rueckkehr", "menaces-et-liste-noire", "ultimatum-von-amazon", "amazon-kontert"} {
		m := s.Get(id)
		l.starred[i], l.read[i], l.moved[i], l.notes[i] = m.Starred, m.Read, m.Position != mark.Position{}, m.Note
	}
	for _, v := range s.Views() {
		l.views[v.Letter] = v.Name
	}
	return l
}

// TestBatteryKilledReader kills the true program while marks, notes, views and
// places are left in it: what was said to be kept is there, it starts again, and of
// what was under way nothing else is left than it.
func TestBatteryKilledReader(t *testing.T) {
	t.Parallel()
	rounds, said := battery.Of(4, 1000), 0
	var p place
	var want leavings
	for round := range rounds {
		if round%20 == 0 {
			p, want = place{t, t.TempDir()}, leavings{views: map[rune]string{}}
		}
		random := rand.New(rand.NewPCG(uint64(round), 1))
		r := p.reader()
		if !r.sees("5 of 5", inText) {
			t.Fatalf("round %d: it does not start:\n%s", round, r.Text())
		}
		if strings.Contains(r.Text(), inText) { // it goes on in the article
			r.Press("q")
		}
		life := 400
		if round%20 == 19 {
			life = 6000 // in which it is kept where the reader is, too
		}
		time.AfterFunc(time.Duration(random.IntN(life))*time.Millisecond, func() { r.process.Process.Kill() })
		var under act
		for n := 0; ; n++ {
			under = want.next(round%20*1000+n, random)
			if !r.does(under) {
				break
			}
			want = want.and(under)
			said++
		}
		got := found(p.left())
		if !got.between(want, want.and(under)) {
			t.Fatalf("round %d in %s: there is\n%+v, of\n%+v and what was under way,\n%+v", round, p.dir, got, want, want.and(under))
		}
		want = got
	}
	battery.Tried(t, rounds, "rounds of SIGKILL of the reader")
	battery.Tried(t, said, "marks, notes and views in them that were said to be kept")
	if said == 0 {
		t.Error("nothing was said to be kept")
	}
}

// between reports that each thing is as before or as after.
func (l leavings) between(before, after leavings) bool {
	for i := range 5 {
		if l.starred[i] != before.starred[i] && l.starred[i] != after.starred[i] ||
			l.read[i] != before.read[i] && l.read[i] != after.read[i] ||
			before.moved[i] && !l.moved[i] ||
			l.notes[i] != before.notes[i] && l.notes[i] != after.notes[i] {
			return false
		}
	}
	for letter, name := range before.views {
		if l.views[letter] != name {
			return false
		}
	}
	for letter, name := range l.views {
		if after.views[letter] != name {
			return false
		}
	}
	return true
}
