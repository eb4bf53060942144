package articles

import (
	"context"
	"io"
	"strings"

	"dossier/model"
	"dossier/model/fault"
)

// Options say how a dossier is opened.
type Options struct {
	Stdin io.Reader // nil is empty
	// Index is the folder in which indexes are kept; empty for none. An index
	// that a large dossier needs is then a temporary one.
	Index string
	// Live returns as soon as there is something to show, and keeps the library
	// up to date until it is closed. Otherwise all is read when Open returns.
	Live bool
}

// Open reads the dossier that paths name: folders, files, or "-" for stdin; the
// built-in one if there are none.
//
// It fails with a *PathError for a path that cannot be opened, with an
// *EmptyError if no article is there, and with ctx's error if that ends first.
// What else goes wrong is a notice of the dossier.
func Open(ctx context.Context, paths []string, o Options) (*Library, error) {
	ps, err := newPlaces(paths, o.Stdin)
	if err != nil {
		ps.close()
		return nil, err
	}
	l := newLibrary(ps)
	if err := l.begin(ctx, o); err != nil {
		l.Close()
		return nil, err
	}
	return l, nil
}

func newPlaces(paths []string, stdin io.Reader) (*places, error) {
	if stdin == nil {
		stdin = strings.NewReader("")
	}
	ps := &places{stdin: stdin}
	if len(paths) == 0 {
		ps.all = []*place{builtinPlace()}
	}
	for _, given := range paths {
		if err := ps.add(given); err != nil {
			return ps, err
		}
	}
	ps.setPrefixes()
	ps.readTags()
	return ps, nil
}

func newLibrary(ps *places) *Library {
	l := &Library{
		places:  ps,
		waiting: newWaiting(),
		about:   ps.about(),
		news:    make(chan struct{}, 1),
		stop:    func() {},
		told:    map[int32][]model.Notice{},
		unread:  map[string]model.Notice{},
	}
	l.base = l.about.register()
	l.parser = parserOf(l.base)
	return l
}

// begin reads everything, or, in a live library, starts doing so and waits for
// the first that can be shown.
func (l *Library) begin(ctx context.Context, o Options) error {
	k := &keeper{Library: l, options: o, shown: make(chan struct{})}
	if err := k.chooseStock(ctx); err != nil {
		return err
	}
	if !o.Live {
		defer close(l.news)
		return k.bringUpToDate(ctx)
	}
	l.waiting.patience = patience
	ctx, l.stop = context.WithCancel(ctx)
	failed := make(chan error, 1)
	l.stopped.Go(func() {
		defer fault.Catch()
		defer close(l.news)
		failed <- k.keep(ctx)
	})
	select {
	case <-k.shown:
		return nil
	case err := <-failed:
		select {
		case <-k.shown:
			return nil
		default:
			return err
		}
	}
}
