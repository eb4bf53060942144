// Dossier is a terminal reader for a set of news articles about one subject.
//
// This file only joins the parts: articles says where articles come from, model
// what may be asked of them, ui how a person or a script meets them.
//
//	main ──► ui ──────► model
//	  └────► articles ──► model
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/term"

	"dossier/articles"
	"dossier/ui/command"
	"dossier/ui/terminal"
)

func main() {
	os.Exit(run(os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr, os.Environ(), isTerminal(os.Stdout), nil}))
}

// streams are what the program is joined to.
type streams struct {
	in        io.Reader
	out, errs io.Writer
	env       []string
	terminal  bool                // out can show the reader
	options   []tea.ProgramOption // of the reader, as a test needs them
}

// run does what args say and returns the exit status.
func run(args []string, s streams) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	width, height := size(s.out)
	return command.Run(ctx, args, command.World{
		In:       s.in,
		Out:      s.out,
		Err:      s.errs,
		Env:      s.env,
		Terminal: s.terminal && !isDumb(s.env),
		Width:    width,
		Height:   height,
		Dark:     s.dark,
		Pager:    s.page,
		Keyboard: s.in == os.Stdin && isTerminal(os.Stdin),
		Open: func(ctx context.Context, paths []string) (command.Library, error) {
			return open(ctx, paths, s.in)
		},
		Read: s.read,
		Unopenable: func(err error) bool {
			var p *articles.PathError
			return errors.As(err, &p)
		},
	})
}

// read shows a dossier on the terminal. Where the dossier came by standard
// input, the keys come from the terminal itself.
func (s streams) read(ctx context.Context, r command.Reading) error {
	keys := s.in
	if keys == os.Stdin {
		keys = nil
	}
	return terminal.Run(ctx, terminal.Options{
		Load:    func(ctx context.Context) (terminal.Library, error) { return r.Load(ctx) },
		Query:   r.Query,
		Open:    r.Open,
		Mouse:   r.Mouse,
		In:      keys,
		Out:     s.out,
		Env:     s.env,
		Program: s.options,
	})
}

// page shows a text through another program. It has the terminal meanwhile.
func (s streams) page(ctx context.Context, program []string, text string) error {
	cmd := exec.CommandContext(ctx, program[0], program[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(text), s.out, s.errs
	cmd.Env = append([]string{"LESS=R", "LV=-c"}, s.env...) // colours, unless the reader set them otherwise
	return cmd.Run()
}

// dark asks the terminal for its background; where it cannot be asked it is
// taken for dark.
func (s streams) dark() bool {
	return s.in != os.Stdin || s.out != os.Stdout || lipgloss.HasDarkBackground(os.Stdin, os.Stdout)
}

// size is that of a terminal in cells, 0 if w is none.
func size(w io.Writer) (width, height int) {
	if f, ok := w.(*os.File); ok {
		width, height, _ = term.GetSize(f.Fd())
	}
	return width, height
}

// open keeps a failed opening from becoming an interface that is not nil.
func open(ctx context.Context, paths []string, in io.Reader) (command.Library, error) {
	lib, err := articles.Open(ctx, paths, articles.Options{Stdin: in})
	if err != nil {
		return nil, err
	}
	return lib, nil
}

func isTerminal(f *os.File) bool { return term.IsTerminal(f.Fd()) }

// isDumb reports a terminal that can show nothing but lines.
func isDumb(env []string) bool {
	for i := len(env) - 1; i >= 0; i-- {
		if name, value, _ := strings.Cut(env[i], "="); name == "TERM" {
			return value == "dumb"
		}
	}
	return false
}
