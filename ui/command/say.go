package command

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/term"

	"dossier/model/clean"
)

// say tells of something on standard error: whatever foreign text is in it, on one
// line, or on a terminal on as many as its width asks for.
func (w World) say(text string) {
	const name = "dossier:"
	text = name + " " + clean.Line(text)
	if f, ok := w.Err.(interface{ Fd() uintptr }); ok && w.Terminal && term.IsTerminal(f.Fd()) {
		if w.Width > len(name) {
			text = strings.Join(wrapped(text, w.Width), "\n")
		}
		// Of colours none is legible on every background, and a message is no time
		// to ask for that.
		text = "\x1b[1m" + name + "\x1b[m" + strings.TrimPrefix(text, name)
	}
	fmt.Fprintln(w.Err, text)
}
