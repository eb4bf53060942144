// Package page lays out an article's body as terminal lines for one width and
// one style. Every cell knows which bytes of the body it shows, so that
// evidence, search hits, links and the reading position all speak in body
// offsets and survive a resize.
//
//	Begin → Layout.More (a part at a time, in a command) → Page.Add → LineAt, OffsetAt
//	                                                     → Paint, for the rows in sight
//
// The text is foreign. Limits on its shape stand in package markdown; what
// passes them is shown as text, never refused. Package contain is the last
// gate. Scrolling, margins and keys are the reader's work.
package page

import (
	"context"
	"slices"
	"sort"

	"charm.land/glamour/v2/ansi"

	"dossier/model"
	"dossier/ui/terminal/page/markdown"
	"dossier/ui/terminal/page/typeset"
)

// Options says how to lay out.
type Options struct {
	Width int              // cells; less than 1 counts as 1
	Style ansi.StyleConfig // code is coloured if its CodeBlock has a Chroma
	Whole bool             // page furniture is shown too
}

// Line is one line: text with SGR and OSC 8 sequences only, at most Width cells
// and without trailing padding, and what its cells show.
type Line = typeset.Line

// Span says that cells [Col, Col+Width) show body[Start:End].
type Span = typeset.Span

// Heading is a heading of the body, for the outline.
type Heading = markdown.Heading

// Link is a passage that leads somewhere. Its URL is as written: relative or of
// any scheme; whoever follows it checks.
type Link = markdown.Link

// Part is what one step of a layout adds to a page.
type Part struct {
	Lines    []Line
	Headings []Heading
	Links    []Link
	Notices  []string
	Done     int  // the body is laid out up to this byte
	Last     bool // there is no more
}

// Page is what is laid out of a body so far, from the top. The zero Page is
// empty. It belongs to one goroutine.
type Page struct {
	Lines    []Line
	Headings []Heading // in order
	Links    []Link    // in order
	Notices  []string  // why parts are shown as text; each once
	Done     int       // the body is laid out up to this byte
	Whole    bool      // all of it is

	reach []int32 // for each line, the furthest byte that it or a line before shows
}

// Render lays out all of a body, or as much as it can before ctx ends.
func Render(ctx context.Context, t model.Text, o Options) *Page {
	l, p := Begin(t, o), &Page{}
	for !p.Whole && ctx.Err() == nil {
		p.Add(l.More(ctx, renderStep))
	}
	return p
}

// renderStep is how much Render lays out between two looks at its context.
const renderStep = 64 << 10

// Add appends the next part of the layout.
func (p *Page) Add(a Part) {
	p.Lines = append(p.Lines, a.Lines...)
	p.Headings = append(p.Headings, a.Headings...)
	p.Links = append(p.Links, a.Links...)
	for _, n := range a.Notices {
		if !slices.Contains(p.Notices, n) {
			p.Notices = append(p.Notices, n)
		}
	}
	p.Done, p.Whole = a.Done, a.Last
	for i := range a.Lines {
		p.reach = append(p.reach, max(p.reachOf(len(p.reach)-1), furthest(a.Lines[i].Spans)))
	}
}

func (p *Page) reachOf(i int) int32 {
	if i < 0 {
		return 0
	}
	return p.reach[i]
}

func furthest(spans []Span) int32 {
	var end int32
	for _, s := range spans {
		end = max(end, s.End)
	}
	return end
}

// tableRow bounds how far below the first line that reaches an offset its own
// line may be: the cells of a wrapped row stand side by side.
const tableRow = 200

// LineAt is the first line that shows body[offset], or the nearest one after
// it; the last line if there is none, 0 if there are no lines.
func (p *Page) LineAt(offset int) int {
	at := sort.Search(len(p.reach), func(i int) bool { return int(p.reach[i]) > offset })
	for i := at; i < min(at+tableRow, len(p.Lines)); i++ {
		for _, s := range p.Lines[i].Spans {
			if int(s.Start) <= offset && offset < int(s.End) {
				return i
			}
		}
	}
	return max(min(at, len(p.Lines)-1), 0)
}

// OffsetAt is the first byte of the body that is shown on a line or, if that
// shows none, on the next one that does; Done if there is none.
func (p *Page) OffsetAt(line int) int {
	for i := max(line, 0); i < len(p.Lines); i++ {
		if spans := p.Lines[i].Spans; len(spans) > 0 {
			return int(spans[0].Start)
		}
	}
	return p.Done
}
