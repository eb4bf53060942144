// Dossier is a terminal reader for a set of news articles about one subject.
//
// This file only joins the parts: articles says where articles come from, model
// what may be asked of them, ui how a person or a script meets them. Their package
// comments, one after another, say how it all works.
//
//	main ──► ui ──────► model
//	  └────► articles ──► model
//
// ui asks through small interfaces, which articles fills and main hands over:
//
//	files ──► articles.Library ──► search.Index ──► hits and counts ──► list, facets, verbs
//	               │                    ▲
//	               │                    └── query, marks
//	               └──► model.Text ──► page, passages of evidence ──► reader, export
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/term"

	"dossier/articles"
	"dossier/articles/marks"
	"dossier/model"
	"dossier/model/clean"
	"dossier/model/fault"
	"dossier/ui/command"
	"dossier/ui/config"
	"dossier/ui/linear"
	"dossier/ui/message"
	"dossier/ui/terminal"
	"dossier/ui/terminal/theme"
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
func run(args []string, s streams) (status int) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends what a first one cannot: a disk that does not answer
	// Or else the system would end the program where nobody reads on.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	opened := libraries{errs: s.errs}
	defer opened.close()
	defer func() { status = opened.doubt(status) }()
	width, height := size(s.out)
	return command.Run(ctx, args, command.World{
		In:       s.in,
		Out:      s.out,
		Err:      s.errs,
		Env:      s.env,
		Terminal: s.terminal && !isDumb(s.env),
		Dumb:     s.terminal && isDumb(s.env),
		Width:    width,
		Height:   height,
		Dark:     s.dark,
		Pager:    s.page,
		Keyboard: s.in == os.Stdin && isTerminal(os.Stdin),
		Open: func(ctx context.Context, paths []string, how command.Opening) (command.Library, error) {
			return s.open(ctx, paths, how, &opened)
		},
		Marks:   func(paths []string) (command.Marks, []model.Notice) { return s.marks(paths, &opened) },
		Read:    func(ctx context.Context, r command.Reading) error { return s.read(ctx, r, &opened) },
		Talk:    func(ctx context.Context, r command.Reading) error { return s.talk(ctx, r, &opened) },
		Config:  configuration(s.env),
		Indexes: indexes(indexFolder(s.env)),
		Unopenable: func(err error) bool {
			var p *articles.PathError
			return errors.As(err, &p)
		},
	})
}

// read shows a dossier on the terminal. Where the dossier came by standard
// input, the keys come from the terminal itself.
func (s streams) read(ctx context.Context, r command.Reading, opened *libraries) error {
	keys := s.in
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
		Out:     s.out,
		Env:     s.env,
		Program: s.options,
	})
}

// talk reads a dossier line by line.
func (s streams) talk(ctx context.Context, r command.Reading, opened *libraries) error {
	lib, err := r.Load(ctx)
	if err != nil {
		return err
	}
	o := linear.Options{
		Library:  lib.(linear.Library),
		Query:    r.Query,
		Notices:  r.Notices,
		In:       s.in,
		Out:      s.out,
		Keyboard: s.in == os.Stdin && isTerminal(os.Stdin),
	}
	o.Width, o.Height = size(s.out)
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
func (s streams) marks(paths []string, opened *libraries) (*marks.Store, []model.Notice) {
	store, notices := marks.Open(marks.Dir(s.env), marks.Key(paths...))
	opened.keep(store)
	return store, notices
}

// page shows a text through another program. It has the terminal meanwhile, and
// the reader's interrupts: a pager that is killed leaves the terminal as it is.
func (s streams) page(program []string, text string) error {
	cmd := exec.Command(program[0], program[1:]...)
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

// libraries are what was opened.
type libraries struct {
	mu    sync.Mutex
	all   []*articles.Library
	marks []*marks.Store
	errs  io.Writer
}

func (l *libraries) keep(store *marks.Store) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.marks = append(l.marks, store)
}

func (l *libraries) add(lib *articles.Library) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.all = append(l.all, lib)
}

// doubt says where an answer may lack something, which no script should take for
// the whole. It returns the exit status.
func (l *libraries) doubt(status int) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, lib := range l.all {
		if lib.Damaged() {
			fmt.Fprintln(l.errs, clean.Line("dossier: "+message.Say("the index of the dossier was damaged, and is made anew the next time; ask again")))
			return max(status, 1)
		}
	}
	return status
}

// leaving is how long the work under way has to end. What it has not kept by
// then is found anew the next time.
const leaving = 300 * time.Millisecond

// close saves what waits of marks, which has all the time it needs, and lets go
// of the rest.
func (l *libraries) close() {
	l.mu.Lock()
	for _, store := range l.marks {
		var unsaved *marks.UnsavedError
		if errors.As(store.Close(), &unsaved) && !unsaved.Repeated {
			fmt.Fprintln(l.errs, clean.Line("dossier: "+message.Say("where you were is not kept in %s: %v", unsaved.Dir, unsaved.Err)))
		}
	}
	l.mu.Unlock()
	done := make(chan struct{})
	fault.Go(func() {
		defer close(done)
		l.mu.Lock()
		defer l.mu.Unlock()
		for _, lib := range l.all {
			lib.Close()
		}
	})
	select {
	case <-done:
	case <-time.After(leaving):
	}
}

// open keeps a failed opening from becoming an interface that is not nil.
func (s streams) open(ctx context.Context, paths []string, how command.Opening, opened *libraries) (command.Library, error) {
	o := articles.Options{Stdin: s.in, Live: how.Live}
	if !how.NoIndex {
		o.Index = indexFolder(s.env)
	}
	lib, err := articles.Open(ctx, paths, o)
	if err != nil {
		return nil, err
	}
	opened.add(lib)
	return lib, nil
}

// indexes is the folder in which indexes are kept.
type indexes string

// Status tells of the index of a dossier.
func (folder indexes) Status(paths []string) (s command.IndexStatus, ok bool, err error) {
	info, err := articles.IndexStatus(paths, string(folder))
	if errors.Is(err, articles.ErrNoIndex) {
		return s, false, nil
	}
	return command.IndexStatus{
		Path: info.Path, Bytes: info.Bytes,
		Articles: info.Files, Searchable: info.Searchable, Detected: info.Detected,
	}, err == nil, err
}

// Drop takes the index of a dossier away, if it has one.
func (folder indexes) Drop(paths []string) error {
	err := articles.DropIndex(paths, string(folder))
	if errors.Is(err, articles.ErrNoIndex) {
		return nil
	}
	return err
}

// indexFolder is where what was read of large folders is kept; empty if the
// system has no place for such things.
func indexFolder(env []string) string {
	if cache := variable(env, "XDG_CACHE_HOME"); filepath.IsAbs(cache) {
		return filepath.Join(cache, "dossier")
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(cache, "dossier")
}

func isTerminal(f *os.File) bool { return term.IsTerminal(f.Fd()) }

// isDumb reports a terminal that can show nothing but lines, or of which nothing
// is known; the one of Windows has no name.
func isDumb(env []string) bool {
	kind := variable(env, "TERM")
	return kind == "dumb" || kind == "" && runtime.GOOS != "windows"
}

// variable is what the environment says last.
func variable(env []string, name string) string {
	for i := len(env) - 1; i >= 0; i-- {
		if n, value, _ := strings.Cut(env[i], "="); n == name {
			return value
		}
	}
	return ""
}
