package articles

import (
	"context"
	"errors"
	"runtime/debug"

	"dossier/articles/index"
	"dossier/model"
	"dossier/model/clean"
)

// largeFile is the size from which files are read one after the other: one of 64
// MiB takes several times as much memory.
const largeFile = 4 << 20

// read makes an entry of a file. It fails if that cannot be read, or is no text.
func (l *Library) read(ctx context.Context, v *visitor, f file, how depth) (e *entry, err error) {
	// A fault of ours in one article is not to keep a reader from the others.
	defer func() {
		if r := recover(); r != nil {
			e, err = nil, &faultError{r, debug.Stack()}
		}
	}()
	p := l.places.all[f.place]
	if f.size > largeFile {
		l.large.Lock()
		defer l.large.Unlock()
	}
	e = &entry{file: f, stage: index.Listed, path: p.path(f.name)}
	if p.folder == nil {
		e.parsed, err = l.readStream(ctx, p, f.name)
	} else {
		e.parsed, err = l.readFile(ctx, v, p, f, how)
	}
	if err != nil {
		return nil, err
	}
	e.stated = e.article.ID
	e.article.ID = e.wants()
	if e.complete {
		e.stage = index.Detected
	}
	return e, nil
}

func (l *Library) readFile(ctx context.Context, v *visitor, p *place, f file, how depth) (parsed, error) {
	name := f.name
	raw, err := v.read(ctx, p, f)
	shown := clean.Line(p.path(name))
	if errors.Is(err, errTooLarge) {
		return tooLarge(name, shown), nil
	}
	if err != nil {
		return parsed{}, err
	}
	l.mu.Lock() // the side-car may just be read anew
	side := p.sidecar(name)
	l.mu.Unlock()
	return l.parser.parse(how, formatOf(name), name, shown, raw, side)
}

// tooLarge lists a file by its name alone.
func tooLarge(file, shown string) parsed {
	return parsed{
		article:  model.Article{Path: shown, Title: fileTitle(file)},
		text:     model.Text{Markup: model.Plain},
		notices:  []model.Notice{{Path: shown, Text: errTooLarge.Error()}},
		complete: true,
	}
}

// readStream reads standard input or a pipe. What is beyond the limit is cut,
// because nobody can say beforehand how much will come.
func (l *Library) readStream(ctx context.Context, p *place, name string) (parsed, error) {
	raw, cut, err := readStream(ctx, p.stream)
	if err != nil {
		return parsed{}, err
	}
	p.came.Store(&raw)
	shown := ""
	if p.given != "-" {
		shown = clean.Line(p.given)
	}
	d, err := l.parser.parse(inFull, streamFormat, name, shown, raw, noSidecar)
	if cut {
		d.notices = append(d.notices, model.Notice{Path: shown, Text: "only the first 64 MiB are shown; save it to a file and split it"})
	}
	return d, err
}

// readText reads the text of an article again.
func (l *Library) readText(ctx context.Context, e *entry) (model.Text, error) {
	v := visitor{waiting: l.waiting}
	defer v.leave()
	again, err := l.read(ctx, &v, e.file, statedOnly)
	if err != nil {
		return model.Text{}, &PathError{l.places.all[e.file.place].called(e.file.name), err}
	}
	text := again.parsed.text
	l.parser.furnish(e.article, &text)
	return text, nil
}
