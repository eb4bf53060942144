// Package screen runs the true program on a terminal emulator in the same
// process and lets a test or a picture see its screen as a person would: cells,
// not byte streams. It is no part of the program.
package screen

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"
)

// Screen is a program running on an emulated terminal.
type Screen struct {
	mu       sync.Mutex // guards terminal, which is not safe by itself
	terminal *vt.Emulator
	changed  time.Time // when something was last written or typed
	cursor   bool      // is shown
	done     chan error
	keys     *wire
}

// Program runs until it ends, reading keys from in and drawing to out.
type Program func(in io.Reader, out io.Writer, options []tea.ProgramOption) error

// Start runs a program on a dark terminal of w by h cells.
func Start(w, h int, run Program, more ...tea.ProgramOption) *Screen {
	return StartOn(w, h, Dark, run, more...)
}

// StartOn runs a program on a terminal with colours of its own.
func StartOn(w, h int, p Paper, run Program, more ...tea.ProgramOption) *Screen {
	s := &Screen{terminal: vt.NewEmulator(w, h), done: make(chan error, 1), changed: time.Now()}
	s.terminal.SetCallbacks(vt.Callbacks{CursorVisibility: func(shown bool) { s.cursor = shown }})
	s.terminal.SetBackgroundColor(lipgloss.Color(p.Background))
	// Without a tty Bubble Tea ends lines with a bare LF: in this mode the
	// emulator takes it for a new line.
	s.terminal.WriteString("\x1b[20h")
	options := append([]tea.ProgramOption{
		tea.WithWindowSize(w, h),
		tea.WithColorProfile(colorprofile.TrueColor),
		tea.WithoutSignals(),
	}, more...)
	s.keys = newWire(s.terminal)
	go func() {
		err := run(s.keys, output{s}, options)
		s.close() // or else a key would wait for ever to be read
		s.done <- err
	}()
	return s
}

// output is the program's standard output.
type output struct{ s *Screen }

func (o output) Write(b []byte) (int, error) {
	o.s.mu.Lock()
	defer o.s.mu.Unlock()
	o.s.changed = time.Now()
	return o.s.terminal.Write(b)
}

// Keys are the names of keys that are not a character.
var Keys = map[string]string{
	"enter": "\r", "esc": "\x1b", "tab": "\t", "space": " ", "backspace": "\x7f",
	"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
	"home": "\x1b[H", "end": "\x1b[F", "pgup": "\x1b[5~", "pgdown": "\x1b[6~", "shift+tab": "\x1b[Z",
	"ctrl+c": "\x03", "ctrl+d": "\x04", "ctrl+g": "\x07", "ctrl+o": "\x0f", "ctrl+p": "\x10", "ctrl+s": "\x13", "ctrl+u": "\x15",
}

// Press sends keys, by name or as text.
func (s *Screen) Press(keys ...string) {
	s.mu.Lock()
	s.changed = time.Now()
	s.mu.Unlock()
	for _, k := range keys {
		if code, ok := Keys[k]; ok {
			k = code
		}
		io.WriteString(s.terminal.InputPipe(), k)
		s.keys.drain()
		if k == "\x1b" {
			// A lone ESC is a key only once nothing follows it.
			time.Sleep(escapeTime)
		}
	}
}

// escapeTime is longer than the program waits for the rest of a sequence.
const escapeTime = 80 * time.Millisecond

// Resize changes the terminal's size and reports it as terminals do in-band.
func (s *Screen) Resize(w, h int) {
	s.mu.Lock()
	s.terminal.Resize(w, h)
	s.mu.Unlock()
	io.WriteString(s.terminal.InputPipe(), fmt.Sprintf("\x1b[48;%d;%d;0;0t", h, w))
}

// Text is the screen's characters, a line a row, without trailing spaces.
func (s *Screen) Text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var rows []string
	for y := range s.terminal.Height() {
		rows = append(rows, s.row(y))
	}
	return strings.Join(rows, "\n")
}

func (s *Screen) row(y int) string {
	var b strings.Builder
	for x := 0; x < s.terminal.Width(); {
		c := s.terminal.CellAt(x, y)
		if c == nil || c.Width == 0 {
			b.WriteByte(' ')
			x++
			continue
		}
		b.WriteString(strings.ReplaceAll(c.Content, "\u200e", "")) // tells of direction and shows nothing
		x += c.Width
	}
	return strings.TrimRight(b.String(), " ")
}

// Size is the terminal's width and height in cells.
func (s *Screen) Size() (w, h int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.terminal.Width(), s.terminal.Height()
}

// Cell is what stands at a place of the screen.
func (s *Screen) Cell(x, y int) uv.Cell {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c := s.terminal.CellAt(x, y); c != nil {
		return *c
	}
	return uv.EmptyCell
}

// Cursor is where the terminal's cursor stands.
func (s *Screen) Cursor() (x, y int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	at := s.terminal.CursorPosition()
	return at.X, at.Y
}

// CursorShown tells whether a person sees the cursor.
func (s *Screen) CursorShown() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.cursor
}

// Limits of waiting: generous, as a busy machine is no failure.
const (
	patience = 20 * time.Second
	quiet    = 60 * time.Millisecond
)

// Wait waits until the screen is as told, and then until it is drawn to the
// end.
func (s *Screen) Wait(told func(text string) bool) error {
	end := time.Now().Add(patience)
	for time.Now().Before(end) {
		if told(s.Text()) && s.still() {
			return nil
		}
		select {
		case err := <-s.done:
			s.done <- err
			return fmt.Errorf("the program ended: %v; its last screen:\n%s", err, s.Text())
		case <-time.After(4 * time.Millisecond):
		}
	}
	return errors.New("the screen did not come; it is:\n" + s.Text())
}

func (s *Screen) still() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return time.Since(s.changed) > quiet
}

// Ended waits for the program to end by itself.
func (s *Screen) Ended() error {
	select {
	case err := <-s.done:
		s.done <- err
		return err
	case <-time.After(patience):
		return errors.New("the program goes on; its screen is:\n" + s.Text())
	}
}

// Stop ends the program, whatever it does.
func (s *Screen) Stop() error {
	s.Press("ctrl+c")
	return s.Ended()
}

// close ends the emulator by its input: closing the emulator itself races with
// a read that is under way.
func (s *Screen) close() {
	if c, ok := s.terminal.InputPipe().(io.Closer); ok {
		c.Close()
	}
}
