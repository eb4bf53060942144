package command

import (
	"io"
	"strings"

	"github.com/charmbracelet/colorprofile"

	"dossier/ui/terminal/theme"
)

// coloured writes to a terminal in the colours that it has and the reader
// wants: NO_COLOR takes them away.
func (w World) coloured(out io.Writer) *colorprofile.Writer {
	return &colorprofile.Writer{Forward: out, Profile: colorprofile.Detect(w.Out, w.Env)}
}

// theme is the look of what is written to a terminal. It is made where it is
// needed: the reader, who starts more often, makes its own.
func (w World) theme() *theme.Theme {
	return theme.New(w.dark(), colorprofile.Detect(w.Out, w.Env))
}

// dark reports a dark background. A terminal that cannot be asked, and says
// nothing in COLORFGBG, is taken for one.
func (w World) dark() bool {
	if colours, ok := w.variable("COLORFGBG"); ok {
		background := colours[strings.LastIndexByte(colours, ';')+1:]
		return background != "7" && background != "15"
	}
	return w.Dark == nil || w.Dark()
}

// variable is an environment variable; of several of a name the last holds.
func (w World) variable(name string) (value string, ok bool) {
	for i := len(w.Env) - 1; i >= 0; i-- {
		if k, v, _ := strings.Cut(w.Env[i], "="); k == name {
			return v, true
		}
	}
	return "", false
}
