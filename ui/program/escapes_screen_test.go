package program

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"dossier/articles/battery"
	"dossier/articles/battery/escapes"
	"dossier/ui/terminal/screen"
	"dossier/ui/terminal/theme"
)

// everywhere are keys that go to all that the reader can show, page by page.
var everywhere = [][]string{
	{"!"}, {"space"}, {"space"}, {"space"}, {"space"}, {"esc"}, // notices
	{"v"}, {"j"}, {"esc"}, {"e"}, {"esc"}, {"i"}, {"space"}, {"esc"}, // vendors, evidence, facts
	{"3"}, {"i"}, {"space"}, {"esc"}, {"j"}, {"i"}, {"space"}, {"esc"}, {"1"}, {"2"}, {"tab"}, // actors
	{"'", "'"}, {"esc"}, {"'", "b"}, {"X"}, // views
	{":", "zqx"}, {"esc"}, {"f", "actor:zqx"}, {"tab"}, {"esc"}, {"/", "zqx", "enter"}, {"X"}, {"g"},
	{"enter"}, {"space"}, {"space"}, {"space"}, {"space"}, {"space"}, {"space"}, {"space"}, {"space"}, // the article
	{"g"}, {"F"}, {"a"}, {"esc"}, {"y"}, {"enter"}, {"y"}, {"down"}, {"enter"}, {"o"}, {"esc"}, {"t"}, {"esc"}, {"e"}, {"esc"},
	{"/", "zqx", "enter"}, {"n"}, {"esc"}, {"H"}, {"space"}, {"n"}, {"H"}, {"a"}, {"esc"}, {"S"}, {"J"}, {"space"}, {"J"}, {"J"}, {"J"}, {"J"}, {"J"},
}

// heard is what a program sent to a terminal.
type heard struct {
	mu  sync.Mutex
	all bytes.Buffer
}

func (h *heard) Write(b []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.all.Write(b)
}

// slow is how long a busy machine may take to do what a key says. Some do nothing.
const slow = 500 * time.Millisecond

// walk goes everywhere on a screen, and returns what was sent and what was seen.
func walk(t *testing.T, env []string, args ...string) (sent, seen string) {
	t.Helper()
	var all heard
	var rows strings.Builder
	s := screen.Start(100, 40, func(in io.Reader, out io.Writer, options []tea.ProgramOption) error {
		if slices.Contains(env, "NO_COLOR=1") {
			options = []tea.ProgramOption{tea.WithWindowSize(100, 40), tea.WithoutSignals()}
		}
		Run(args, Streams{In: in, Out: io.MultiWriter(out, &all), Errs: io.Discard, Env: env, Terminal: true, Options: options})
		return nil
	})
	before := s.Text()
	look := func() {
		end := time.Now().Add(slow)
		if err := s.Wait(func(now string) bool { return now != before || time.Now().After(end) }); err != nil {
			t.Fatal(err)
		}
		before = s.Text()
		rows.WriteString(flat(before))
	}
	look()
	for _, keys := range everywhere {
		s.Press(keys...)
		look()
	}
	if err := s.Stop(); err != nil { // wherever it is: on a busy machine an esc and the next key are one
		t.Error(err)
	}
	all.mu.Lock()
	defer all.mu.Unlock()
	return all.all.String(), rows.String()
}

// TestBatteryEscapesOnScreen goes everywhere in a folder in which all is hostile,
// in every theme, and holds what is sent to the terminal against what is sent of a
// folder that means well.
func TestBatteryEscapesOnScreen(t *testing.T) {
	t.Parallel()
	looks := append(theme.Names()[1:], "none")
	if !battery.Whole() {
		looks = looks[:1]
	}
	var places tally
	t.Run("each", func(t *testing.T) {
		for _, look := range looks {
			harmless := newVictim(t, escapes.Tell+" plain")
			harmless.ids()
			usual, _ := walk(t, harmless.dress(look), harmless.folder.Dir, "--theme", named(look))
			for _, p := range groups() {
				t.Run(look+"/"+p.Name, func(t *testing.T) {
					t.Parallel()
					v := newVictim(t, p.Text)
					v.ids()
					sent, seen := walk(t, v.dress(look), v.folder.Dir, "--theme", named(look))
					if err := escapes.Listen(sent).Judge(escapes.Listen(usual)); err != nil {
						t.Error(err)
					}
					places.count(seen, v.folder.Places())
				})
			}
		}
	})
	// The rest is not for the reader, or on no page that the keys go to.
	cells := places.sum(t, "subject", "supplies", "byline", "paragraph", "second", "name", "folder", "path", "target", "key", "tagged", "width", "left",
		"kind", "language", "date", "status", "day", "theme", "tongue", "setting", "action", "press")
	battery.Tried(t, cells, "escapes in places of files, seen harmless on the screen")
}

// named is the theme of a look: "none" is any, without its colours.
func named(look string) string {
	if look == "none" {
		return theme.Dark
	}
	return look
}

// dress is the environment for a look.
func (v *victim) dress(look string) []string {
	if look == "none" {
		return append(slices.Clone(v.env), "NO_COLOR=1")
	}
	return v.env
}
