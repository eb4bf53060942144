package articles

import (
	"context"
	"errors"
	"io"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"dossier/model"
	"dossier/model/clean"
	"dossier/model/detect"
)

// Open reads the dossier that paths name: folders, files, or "-" for stdin; the
// built-in one if there are none. A nil stdin is empty.
//
// It fails with a *PathError for a path that cannot be opened, with an
// *EmptyError if no article is there, and with ctx's error if that ends first.
// What else goes wrong is a notice of the dossier.
func Open(ctx context.Context, paths []string, stdin io.Reader) (*Library, error) {
	if stdin == nil {
		stdin = strings.NewReader("")
	}
	ps := places{stdin: stdin}
	defer ps.close()
	if len(paths) == 0 {
		ps.all = []*place{builtinPlace()}
	}
	for _, given := range paths {
		if err := ps.add(given); err != nil {
			return nil, err
		}
	}
	if err := ps.walk(ctx); err != nil {
		return nil, err
	}
	ps.setPrefixes()
	ps.readTags()
	about := ps.about()
	o := newOpener(about.register())
	files := sources(ps.all)
	if err := o.readFiles(ctx, files); err != nil {
		return nil, err
	}
	return join(ps.all, about, o.parser.register, files)
}

// source is one file of a place and, once read, what became of it.
type source struct {
	place *place
	found
	parsed
	same identity
	err  error // why it is not listed
}

func sources(all []*place) []source {
	var files []source
	for _, p := range all {
		for _, f := range p.files {
			files = append(files, source{place: p, found: f})
		}
	}
	return files
}

type opener struct{ parser parser }

func newOpener(r *model.Register) *opener {
	return &opener{parser{r, sync.OnceValue(func() *detect.Actors { return detect.NewActors(r) })}}
}

// readFiles reads with a few workers. More than four gain nothing: the disk or
// the memory is busy then.
func (o *opener) readFiles(ctx context.Context, files []source) error {
	var next atomic.Int64
	var crash atomic.Value
	var workers sync.WaitGroup
	for range min(4, max(2, runtime.GOMAXPROCS(0)), len(files)) {
		workers.Go(func() {
			// A panic has to reach our caller, who can restore the terminal.
			defer func() {
				if r := recover(); r != nil {
					crash.CompareAndSwap(nil, &r)
				}
			}()
			for i := next.Add(1) - 1; i < int64(len(files)) && ctx.Err() == nil; i = next.Add(1) - 1 {
				o.read(ctx, &files[i])
			}
		})
	}
	workers.Wait()
	if r, ok := crash.Load().(*any); ok {
		panic(*r)
	}
	return ctx.Err()
}

func (o *opener) read(ctx context.Context, s *source) {
	if s.place.folder == nil {
		o.readStream(ctx, s)
		return
	}
	raw, info, err := readFile(s.place.folder, s.name)
	s.same = identify(s.place, s.name, info)
	shown := clean.Line(s.place.path(s.name))
	if errors.Is(err, errTooLarge) {
		s.parsed = tooLarge(s.name, shown)
		return
	}
	if s.err = err; err == nil {
		s.parsed, s.err = o.parser.parseTagged(formatOf(s.name), s.name, shown, raw, s.place.sidecar(s.name))
	}
}

// tooLarge lists a file by its name alone.
func tooLarge(file, shown string) parsed {
	return parsed{
		article: model.Article{Path: shown, Title: fileTitle(file)},
		text:    model.Text{Markup: model.Plain},
		notices: []model.Notice{{Path: shown, Text: errTooLarge.Error()}},
	}
}

// readStream reads standard input or a pipe. What is beyond the limit is cut,
// because nobody can say beforehand how much will come.
func (o *opener) readStream(ctx context.Context, s *source) {
	raw, cut, err := readStream(ctx, s.place.stream)
	shown := ""
	if s.place.given != "-" {
		shown = clean.Line(s.place.given)
	}
	s.same = identity{path: s.place.given}
	if s.err = err; err == nil {
		s.parsed, s.err = o.parser.parse(streamFormat, s.name, shown, raw)
	}
	if cut {
		s.notices = append(s.notices, model.Notice{Path: shown, Text: "only the first 64 MiB are shown; save it to a file and split it"})
	}
}
