package command

import (
	"fmt"

	"github.com/charmbracelet/x/term"

	"dossier/model/clean"
)

// say tells of something on standard error: on one line, whatever foreign text
// is in it.
func (w World) say(text string) {
	fmt.Fprintln(w.Err, w.prefix()+clean.Line(text))
}

// prefix says whose message it is. Only a terminal gets it in bold: of colours
// none is legible on every background, and a message is no time to ask for that.
func (w World) prefix() string {
	const prefix = "dossier: "
	if f, ok := w.Err.(interface{ Fd() uintptr }); !ok || !w.Terminal || !term.IsTerminal(f.Fd()) {
		return prefix
	}
	return "\x1b[1m" + prefix + "\x1b[m"
}
