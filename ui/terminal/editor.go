package terminal

import (
	"io"
	"os"
	"os/exec"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
)

// editing is how far a note is with the reader's editor. What is typed from its
// beginning to its end is meant for the editor.
type editing uint8

const (
	noEditor editing = iota
	editorBegins
	editorRuns // it, or what was typed before it could read
)

// keysPass reports whether keys are for the program. One quits while an editor
// only begins: it waits for a disk, which may not answer.
func (e editing) keysPass(quits bool) bool { return e == noEditor || e == editorBegins && quits }

// lingering is how long keys that were read too early for the editor may yet
// come, after it.
const lingering = 50 * time.Millisecond

// editorOver: they have come.
type editorOver struct{}

func afterEditor() tea.Cmd {
	return tea.Tick(lingering, func(time.Time) tea.Msg { return editorOver{} })
}

// guest is another program that has the terminal for a while.
type guest struct {
	*exec.Cmd
	job *job
}

func (g guest) SetStdin(r io.Reader) {
	if g.Stdin == nil {
		g.Stdin = r
	}
}

func (g guest) SetStdout(w io.Writer) { g.Stdout = w }
func (g guest) SetStderr(w io.Writer) { g.Stderr = w }

// Run runs it. It may fail or be killed in the middle of things: the terminal is
// what it was before, whatever it says.
func (g guest) Run() error {
	g.job.lent.Store(true)
	defer g.job.lent.Store(false)
	defer time.Sleep(released)
	if in, ok := g.Stdin.(*os.File); ok {
		if was, err := term.GetState(in.Fd()); err == nil {
			defer io.WriteString(g.Stdout, leftBehind)
			defer term.Restore(in.Fd(), was)
		}
	}
	return g.Cmd.Run()
}

// leftBehind ends what programs set and do not always reset: the other screen,
// the mouse, pasted text in brackets, a hidden cursor, colours.
const leftBehind = ansi.ResetModeAltScreenSaveCursor +
	ansi.ResetModeMouseNormal + ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseAnyEvent + ansi.ResetModeMouseExtSgr +
	ansi.ResetModeBracketedPaste + ansi.ResetModeFocusEvent + ansi.SetModeTextCursorEnable + ansi.ResetStyle
