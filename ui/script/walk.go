package script

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/rogpeppe/go-internal/testscript"

	"dossier/ui/terminal/screen"
)

// screens are the terminals of one script; its words speak of the last that was
// started or turned to.
type screens struct {
	all []*running
	now *running
}

// running is the true program on a terminal, with all that it sent to it.
type running struct {
	*screen.Screen
	sent overheard
}

type screensKey struct{}

func screensOf(ts *testscript.TestScript) *screens { return ts.Value(screensKey{}).(*screens) }

func current(ts *testscript.TestScript) *running {
	s := screensOf(ts).now
	if s == nil {
		ts.Fatalf("no screen was started")
	}
	return s
}

// screen starts the program on a terminal: screen [-light] 80x24 ARGS… An
// argument that names a file of the script is that file.
func (s Set) screen(ts *testscript.TestScript, neg bool, args []string) {
	paper := screen.Dark
	if len(args) > 0 && args[0] == "-light" {
		paper, args = screen.Light, args[1:]
	}
	usage(ts, neg || len(args) == 0, "screen [-light] WIDTHxHEIGHT ARGS…")
	w, h := cells(ts, args[0])
	args = located(ts, args[1:])
	env, started := s.environment(ts), &running{}
	own := ts.Getenv("TTY_FORCE") != ""
	started.Screen = screen.StartOn(w, h, paper, func(in io.Reader, out io.Writer, options []tea.ProgramOption) error {
		if own { // colours are then for the program to find out
			options = []tea.ProgramOption{tea.WithWindowSize(w, h), tea.WithoutSignals()}
		}
		var errs bytes.Buffer
		world := World{In: in, Out: io.MultiWriter(out, &started.sent), Errs: &errs, Env: env, Terminal: true, Options: options}
		if status := s.Program(args, world); status != 0 {
			return fmt.Errorf("exit status %d: %s", status, errs.String())
		}
		return nil
	})
	ts.Defer(func() { started.Stop() })
	known := screensOf(ts)
	known.all, known.now = append(known.all, started), started
}

func cells(ts *testscript.TestScript, size string) (w, h int) {
	_, err := fmt.Sscanf(size, "%dx%d", &w, &h)
	ts.Check(err)
	return w, h
}

// located names files so that this process finds them, which stands elsewhere.
func located(ts *testscript.TestScript, args []string) (found []string) {
	for _, arg := range args {
		if _, err := os.Stat(ts.MkAbs(arg)); err == nil {
			arg = ts.MkAbs(arg)
		}
		found = append(found, arg)
	}
	return found
}

// turn goes to the terminal that was started as the first, the second and so on.
func turn(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) != 1, "turn NUMBER")
	known := screensOf(ts)
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	known.now = known.all[n-1]
}

// press sends keys by name, or text, whose escapes are made true; with -each it
// waits after every key until the screen is drawn.
func press(ts *testscript.TestScript, neg bool, args []string) {
	each := len(args) > 0 && args[0] == "-each"
	if each {
		args = args[1:]
	}
	usage(ts, neg || len(args) == 0, "press [-each] KEY…")
	for _, key := range args {
		current(ts).Press(made(ts, key))
		if each {
			see(ts, false, nil)
		}
	}
}

// click clicks the first place of a text on the screen with the mouse's left button.
func click(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) != 1, "click TEXT")
	x, y := placeOf(ts, args[0])
	current(ts).Press(mouse(0, x, y) + "M" + mouse(0, x, y) + "m")
}

// wheel turns the mouse's wheel by a notch over the first place of a text.
func wheel(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) != 2 || args[0] != "up" && args[0] != "down", "wheel up|down TEXT")
	x, y := placeOf(ts, args[1])
	current(ts).Press(mouse(map[string]int{"up": 64, "down": 65}[args[0]], x, y) + "M")
}

// mouse is what a terminal sends of a button at a cell, but for its last byte.
func mouse(button, x, y int) string { return fmt.Sprintf("\x1b[<%d;%d;%d", button, x+1, y+1) }

// placeOf waits for a text on the screen, and returns the cell that it begins at.
func placeOf(ts *testscript.TestScript, text string) (x, y int) {
	see(ts, false, []string{text})
	for y, row := range strings.Split(current(ts).Text(), "\n") {
		if i := strings.Index(row, text); i >= 0 {
			return ansi.StringWidth(row[:i]), y
		}
	}
	ts.Fatalf("%q is on no single row", text)
	return 0, 0
}

// see waits until all texts are on the screen, and none that has a ! before it.
// A \n in one is the end of a row.
func see(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, "see TEXT… !TEXT…")
	for i := range args {
		args[i] = made(ts, args[i])
	}
	err := current(ts).Wait(func(screen string) bool {
		for _, text := range args {
			if no, missing := strings.CutPrefix(text, "!"); missing == strings.Contains(screen, no) {
				return false
			}
		}
		return true
	})
	if err != nil {
		ts.Fatalf("looking for %q: %v", args, err)
	}
}

func resize(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) != 1, "resize WIDTHxHEIGHT")
	current(ts).Resize(cells(ts, args[0]))
}

// leave quits at the list, and waits until all is kept.
func leave(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) > 0, "leave")
	current(ts).Press("q")
	ended(ts, false, nil)
}

// ended waits until the program is over, without a fault.
func ended(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) > 0, "ended")
	ts.Check(current(ts).Ended())
}

// sent waits for nothing: it looks whether bytes, with their escapes made true,
// were ever sent to the terminal.
func sent(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, len(args) == 0, "[!] sent BYTES…")
	all := current(ts).sent.String()
	for _, arg := range args {
		bytes := made(ts, arg)
		if i := strings.Index(all, bytes); neg && i >= 0 {
			ts.Fatalf("%q was sent in %q", bytes, all[max(i-40, 0):min(i+40, len(all))])
		} else if !neg && i < 0 {
			ts.Fatalf("%q was not sent", bytes)
		}
	}
}

// overheard may be read while it is written.
type overheard struct {
	mu  sync.Mutex
	all bytes.Buffer
}

func (o *overheard) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.all.Write(p)
}

func (o *overheard) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.all.String()
}
