package articles

import (
	"context"
	"runtime/debug"
	"strings"

	"dossier/articles/decode"
	"dossier/articles/webpage"
	"dossier/model/clean"
)

// maxRevealed bounds a file's text with its names for what is hidden, in bytes.
// One without anything hidden is whole at that.
const maxRevealed = maxFile

// Reveal reads the file of article i anew and shows all that it holds, with
// names for what cleaning takes away: front matter too, and a web page as it is
// written. It fails as Text does.
func (l *Library) Reveal(ctx context.Context, i int) (clean.Revealed, error) {
	e, err := l.entryOf(ctx, i)
	if err != nil {
		return clean.Revealed{}, err
	}
	text, err := l.stored(ctx, e)
	if err != nil {
		return clean.Revealed{}, &PathError{l.places.all[e.file.place].called(e.file.name), err}
	}
	if err := ctx.Err(); err != nil {
		return clean.Revealed{}, err
	}
	return clean.Reveal(text, maxRevealed), nil
}

// stored is the text of an entry's file as it is there.
func (l *Library) stored(ctx context.Context, e *entry) (text string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &faultError{r, debug.Stack()}
		}
	}()
	p := l.places.all[e.file.place]
	if p.folder == nil {
		return storedText("", p.received())
	}
	v := visitor{waiting: l.waiting}
	defer v.leave()
	raw, err := v.read(ctx, p, e.file)
	if err != nil {
		return "", err
	}
	return storedText(e.file.name, raw)
}

// storedText decodes a file as decode does, but keeps what that leaves out: the
// byte order mark, and of UTF-8 the bytes that mean nothing.
func storedText(name string, raw []byte) (string, error) {
	text, err := decoded(name, raw)
	if err != nil {
		return "", err
	}
	rest, marked := decode.WithoutMark(raw)
	if text == strings.ToValidUTF8(string(rest), "\ufffd") {
		text = string(rest)
	}
	if marked {
		text = "\ufeff" + text
	}
	return text, nil
}

// decoded decodes a file as its format does.
func decoded(name string, raw []byte) (string, error) {
	if e := ending(name); e == ".html" || e == ".htm" || !isArticle(name) && looksLikePage(raw) {
		text, err := decode.Bytes(raw, webpage.Charset(raw))
		return text.UTF8, err
	}
	text, err := decode.Bytes(raw, nil)
	return text.UTF8, err
}
