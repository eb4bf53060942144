// Package program joins the parts, which know each other by small interfaces only:
// what package articles keeps and what package ui shows. It is the one part of ui
// that knows articles, and what main starts.
package program

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/term"

	"dossier/articles"
	"dossier/articles/marks"
	"dossier/model"
	"dossier/ui/command"
	"dossier/ui/config"
	"dossier/ui/linear"
	"dossier/ui/message"
	"dossier/ui/terminal"
	"dossier/ui/terminal/theme"
)

// Main is the whole program on the Streams of its process.
func Main() {
	os.Exit(Run(os.Args[1:], Streams{os.Stdin, os.Stdout, os.Stderr, os.Environ(), isTerminal(os.Stdout), nil}))
}

// Streams are what the program is joined to.
type Streams struct {
	In        io.Reader
	Out, Errs io.Writer
	Env       []string
	Terminal  bool                // Out can show the reader
	Options   []tea.ProgramOption // of the reader, as a test needs them
}

// Run does what args say and returns the exit status.
func Run(args []string, s Streams) (status int) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends what a first one cannot: a disk that does not answer
	// Or else the system would end the program where nobody reads on.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	opened := libraries{errs: s.Errs}
	defer opened.close()
	defer func() { status = opened.doubt(status) }()
	width, height := size(s.Out)
	return command.Run(ctx, args, command.World{
		In:       s.In,
		Out:      s.Out,
		Err:      s.Errs,
		Env:      s.Env,
		Terminal: s.Terminal && !isDumb(s.Env),
		Dumb:     s.Terminal && isDumb(s.Env),
		Width:    width,
		Height:   height,
		Dark:     s.dark,
		Pager:    s.page,
		Keyboard: s.In == os.Stdin && isTerminal(os.Stdin),
		Open: func(ctx context.Context, paths []string, how command.Opening) (command.Library, error) {
			return s.open(ctx, paths, how, &opened)
		},
		Marks:   func(paths []string) (command.Marks, []model.Notice) { return s.marks(paths, &opened) },
		Read:    func(ctx context.Context, r command.Reading) error { return s.read(ctx, r, &opened) },
		Talk:    func(ctx context.Context, r command.Reading) error { return s.talk(ctx, r, &opened) },
		Config:  configuration(s.Env),
		Indexes: indexes(indexFolder(s.Env)),
		Unopenable: func(err error) bool {
			var p *articles.PathError
			return errors.As(err, &p)
		},
	})
}

// read shows a dossier on the terminal. Where the dossier came by standard
// input, the keys come from the terminal itself.
func (s Streams) read(ctx context.Context, r command.Reading, opened *libraries) error {
	keys := s.In
	if keys == os.Stdin {
		keys = nil
	}
	// An interrupt ends the reader as any key does, and not while another program
	// has the terminal, which may mean something else by it.
	return terminal.Run(context.WithoutCancel(ctx), terminal.Options{
		Load:    loader(r.Load),
		Marks:   func(context.Context) (terminal.Marks, []model.Notice) { return s.marks(r.Paths, opened) },
		Query:   r.Query,
		Open:    r.Open,
		Mouse:   r.Mouse,
		Theme:   r.Theme,
		Config:  r.Config,
		Notices: r.Notices,
		In:      keys,
		Out:     s.Out,
		Env:     s.Env,
		Program: s.Options,
	})
}

// talk reads a dossier line by line.
func (s Streams) talk(ctx context.Context, r command.Reading, opened *libraries) error {
	lib, err := r.Load(ctx)
	if err != nil {
		return err
	}
	o := linear.Options{
		Library:  lib.(linear.Library),
		Query:    r.Query,
		Notices:  r.Notices,
		In:       s.In,
		Out:      s.Out,
		Keyboard: s.In == os.Stdin && isTerminal(os.Stdin),
	}
	o.Width, o.Height = size(s.Out)
	store, notices := s.marks(r.Paths, opened)
	o.Marks, o.Notices = store, append(o.Notices, notices...)
	return linear.Run(ctx, o)
}

// configuration is where the reader's one stands, and what it may set.
func configuration(env []string) config.File {
	return config.File{Path: config.Path(env), Known: config.Known{
		Themes: theme.Names(), Languages: append([]string{message.Auto}, message.Languages()...), Width: terminal.Width, Actions: terminal.Actions(),
	}}
}

// loader gives a library to the reader, or none where opening fails.
func loader(load func(context.Context) (command.Library, error)) func(context.Context) (terminal.Library, error) {
	return func(ctx context.Context) (terminal.Library, error) {
		lib, err := load(ctx)
		if err != nil {
			return nil, err
		}
		return lib.(terminal.Library), nil
	}
}

// marks opens what the reader left in the dossier of the paths.
func (s Streams) marks(paths []string, opened *libraries) (*marks.Store, []model.Notice) {
	store, notices := marks.Open(marks.Dir(s.Env), marks.Key(paths...))
	opened.keep(store)
	return store, notices
}

// page shows a text through another program. It has the terminal meanwhile, and
// the reader's interrupts: a pager that is killed leaves the terminal as it is.
func (s Streams) page(program []string, text string) error {
	cmd := exec.Command(program[0], program[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(text), s.Out, s.Errs
	cmd.Env = append([]string{"LESS=R", "LV=-c"}, s.Env...) // colours, unless the reader set them otherwise
	return cmd.Run()
}

// dark asks the terminal for its background; where it cannot be asked it is
// taken for dark.
func (s Streams) dark() bool {
	return s.In != os.Stdin || s.Out != os.Stdout || lipgloss.HasDarkBackground(os.Stdin, os.Stdout)
}

// size is that of a terminal in cells, 0 if w is none.
func size(w io.Writer) (width, height int) {
	if f, ok := w.(*os.File); ok {
		width, height, _ = term.GetSize(f.Fd())
	}
	return width, height
}

// open keeps a failed opening from becoming an interface that is not nil.
func (s Streams) open(ctx context.Context, paths []string, how command.Opening, opened *libraries) (command.Library, error) {
	o := articles.Options{Stdin: s.In, Live: how.Live}
	if !how.NoIndex {
		o.Index = indexFolder(s.Env)
	}
	lib, err := articles.Open(ctx, paths, o)
	if err != nil {
		return nil, err
	}
	opened.add(lib)
	return lib, nil
}
