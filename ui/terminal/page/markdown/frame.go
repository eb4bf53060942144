package markdown

import (
	"strings"

	"dossier/ui/terminal/page/ink"
	"dossier/ui/terminal/page/typeset"
)

const (
	// mostFrames bounds how deep containers are shown; below that they add no
	// indent.
	mostFrames = 12
	// leastText is the width that containers leave to the text, in cells.
	leastText = 10
)

// frame is a container that we are in: a quote, an item of a list.
type frame struct {
	first, rest typeset.Ornament // before its first line; before the others
	started     bool
	ink         *ink.Ink // of its text
}

// frames is the containers from the page's edge inwards.
type frames struct {
	stack []frame
	width int // of the whole page
	lead  []typeset.Ornament
}

// room is what the containers leave to the text, in cells.
func (f *frames) room() int {
	w := f.width
	for i := range f.stack {
		w -= f.stack[i].rest.Width
	}
	return max(w, 1)
}

// push enters a container. It reports false if there is no more room for its
// ornaments, which it then goes without.
func (f *frames) push(in frame) bool {
	fits := len(f.stack) < mostFrames && f.room()-in.rest.Width >= leastText || in.rest.Width == 0
	if !fits {
		in = frame{ink: in.ink}
	}
	f.stack = append(f.stack, in)
	return fits
}

func (f *frames) pop() { f.stack = f.stack[:len(f.stack)-1] }

func (f *frames) ink() *ink.Ink { return f.stack[len(f.stack)-1].ink }

// next is the ornaments of the next line.
func (f *frames) next() []typeset.Ornament {
	f.lead = f.lead[:0]
	for i := range f.stack {
		in := &f.stack[i]
		if in.started {
			f.add(in.rest)
		} else {
			f.add(in.first)
		}
		in.started = true
	}
	return f.lead
}

// gap is the ornaments of an empty line in the outermost n containers.
func (f *frames) gap(n int) []typeset.Ornament {
	f.lead = f.lead[:0]
	for i := range f.stack[:min(n, len(f.stack))] {
		f.add(f.stack[i].rest)
	}
	for k := len(f.lead); k > 0 && strings.Trim(f.lead[k-1].Text, " ") == ""; k-- {
		f.lead = f.lead[:k-1]
	}
	return f.lead
}

func (f *frames) add(o typeset.Ornament) {
	if o.Width > 0 {
		f.lead = append(f.lead, o)
	}
}

// ornament makes an ornament of a text and an ink.
func ornament(text string, in *ink.Ink) typeset.Ornament {
	return typeset.Ornament{Text: text, Width: typeset.Width(text), Pen: typeset.Pen{SGR: in.SGR}}
}

// spaces is an indent.
func spaces(n int) typeset.Ornament {
	return typeset.Ornament{Text: strings.Repeat(" ", n), Width: n}
}
