// Package terminal is the reader: a Bubble Tea program that lists a dossier's
// articles, filters them, and shows one.
//
//	key ──► update ──► the pane in use ──► a new query ──► lane.Begin
//	                                                           │ cancels the older search
//	screen ◄── view ◄── lane.Settle ◄── found{id, answer} ◄── command
//
// Update only routes and View only draws what is seen; whatever takes time is a
// command, closes over values, and answers with a message that carries the lane
// it belongs to. Each pane has a package of its own and is told its size by
// package layout. What an article's text looks like is package page's.
package terminal

import (
	"context"
	"errors"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"

	"dossier/model"
	"dossier/model/clean"
	"dossier/model/fault"
	"dossier/model/query"
	"dossier/model/search"
	"dossier/ui/config"
	"dossier/ui/terminal/layout"
)

// Library is an opened dossier. It may become known bit by bit, and change
// while it is open.
type Library interface {
	// Index answers queries about it, as it is known now.
	Index() *search.Index
	// News waits until more is known than when it was called last, and says how
	// far the reading has come; false if nothing more will be known.
	News(ctx context.Context) (model.Progress, bool)
	// Prefer asks that facts be detected in these articles first.
	Prefer(articles []int32)
	// Text reads the body of article i.
	Text(ctx context.Context, i int) (model.Text, error)
	// Reveal reads the file of article i, and shows what is hidden in it.
	Reveal(ctx context.Context, i int) (clean.Revealed, error)
}

// Options says what to show and how.
type Options struct {
	Load func(context.Context) (Library, error)
	// Marks opens what the reader left in the dossier, and tells what could not
	// be read of it; nil if nothing is to be kept.
	Marks func(context.Context) (Marks, []model.Notice)
	Query query.Query // the filter to begin with
	Open  bool        // begin in the reader if there is one article
	Mouse bool        // take the mouse from the terminal
	Theme string      // by name; empty is what the reader had last, or the configuration's
	// Config is what the reader set, with what could not be used of it. The zero
	// value sets nothing.
	Config  config.Config
	Notices []model.Notice
	// Browser opens addresses; nil is the system's own program for it.
	Browser Opener
	In      io.Reader // keys; nil is the terminal, whatever standard input is
	Out     io.Writer
	Env     []string
	// Program holds further options, as a test needs them.
	Program []tea.ProgramOption
}

// framesPerSecond halves the time from key to screen against the library's
// default.
const framesPerSecond = 120

// patience is how long the first frame waits for the dossier and the marks: if
// they are small they are there by then, and the screen need not be drawn twice.
const patience = 40 * time.Millisecond

// grace is how long it waits for the marks once the dossier is there: a thousand
// are.
const grace = 8 * time.Millisecond

// Run shows the dossier until the reader leaves.
func Run(ctx context.Context, o Options) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	m := &guarded{program: newProgram(ctx, o)}
	m.loading = load(ctx, o.Load)
	if o.Marks != nil {
		m.unlocking = openMarks(ctx, o.Marks)
	}
	options := append([]tea.ProgramOption{
		tea.WithContext(ctx),
		tea.WithOutput(o.Out),
		tea.WithEnvironment(o.Env),
		tea.WithFPS(framesPerSecond),
		tea.WithoutSignalHandler(), // see job
		tea.WithFilter(within),
	}, o.Program...)
	if o.In != nil {
		options = append(options, tea.WithInput(o.In))
	}
	p := tea.NewProgram(m, options...)
	m.send = p.Send
	defer fault.Listen(func(f *fault.Fault) { p.Send(f) })()
	defer m.job.heed(p)()
	_, err := p.Run()
	if wrong := m.finish(); wrong != nil {
		return wrong
	}
	if errors.Is(err, tea.ErrInterrupted) {
		return context.Canceled
	}
	return err
}

// within keeps Bubble Tea from keeping cells that nothing is drawn in, which on a
// screen of an odd size take a gigabyte.
func within(_ tea.Model, msg tea.Msg) tea.Msg {
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		size.Width, size.Height = layout.Within(size.Width, size.Height)
		return size
	}
	return msg
}

// waitFor waits a while for the dossier and the marks.
func (p *program) waitFor(d time.Duration) {
	loading, unlocking, end := p.loading, p.unlocking, time.After(d)
	for loading != nil || unlocking != nil {
		select {
		case l := <-loading:
			p.early, loading, end = &l, nil, time.After(grace)
		case k := <-unlocking:
			p.takeKept(k)
			unlocking = nil
		case <-end:
			return
		}
	}
}

// load opens the dossier in the background.
func load(ctx context.Context, open func(context.Context) (Library, error)) <-chan loaded {
	done := make(chan loaded, 1)
	fault.Go(func() {
		lib, err := open(ctx)
		if err != nil {
			done <- loaded{err: err}
			return
		}
		done <- loaded{shelf: newShelf(lib)}
	})
	return done
}
