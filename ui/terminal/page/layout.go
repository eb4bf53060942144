package page

import (
	"context"

	"dossier/model"
	"dossier/ui/message"
	"dossier/ui/terminal/page/contain"
	"dossier/ui/terminal/page/markdown"
	"dossier/ui/terminal/page/plain"
	"dossier/ui/terminal/page/typeset"
)

// widest bounds a page's width; no text is easier to read beyond it.
const widest = 1000

// mostBody bounds a body: spans count its bytes in 31 bits.
const mostBody = 1<<31 - 1

// Layout lays out one body from the top. It belongs to one goroutine at a time.
type Layout struct {
	marked *markdown.Text // or
	plain  *plain.Text
	setter typeset.Setter
	notice string // still to be told
	flows  bool   // that line breaks are not kept any more was told
}

// Begin starts a layout; it lays out nothing yet. Markdown narrower than 20
// cells is shown as plain text.
func Begin(t model.Text, o Options) *Layout {
	width := min(max(o.Width, 1), widest)
	body := t.Body[:min(len(t.Body), mostBody)]
	skip := t.Furniture
	if o.Whole {
		skip = nil
	}
	if t.Markup == model.Markdown && width >= markdown.Narrowest {
		return &Layout{marked: markdown.New(body, skip, width, &o.Style)}
	}
	l := &Layout{plain: &plain.Text{Body: body, End: len(body), Width: width, Skip: skip}}
	if t.Markup == model.Markdown {
		l.notice = message.Say("Shown as text: there is no room for more.")
	}
	return l
}

// More lays out about budget more bytes of the body, at least one line or
// block. If ctx ends meanwhile the part is shorter.
func (l *Layout) More(ctx context.Context, budget int) Part {
	var part Part
	for begun := false; !part.Last && (!begun || budget > 0 && ctx.Err() == nil); begun = true {
		before := l.done()
		part.Last = !l.step(min(max(budget, 1), step))
		budget -= max(l.done()-before, 1)
	}
	part.Lines, part.Done = l.setter.Take(), l.done()
	for i := range part.Lines {
		contained(&part.Lines[i])
	}
	l.found(&part)
	return part
}

// step is how much is laid out between two looks at the context, in bytes.
const step = 4 << 10

func (l *Layout) step(budget int) bool {
	if l.marked != nil {
		return l.marked.More(&l.setter, budget)
	}
	return l.plain.More(&l.setter, budget)
}

func (l *Layout) done() int {
	if l.marked != nil {
		return l.marked.Pos()
	}
	return l.plain.Pos
}

// found hands over what was met on the way.
func (l *Layout) found(part *Part) {
	if l.notice != "" {
		part.Notices, l.notice = append(part.Notices, l.notice), ""
	}
	if !l.flows && l.setter.Next() > plain.MostLines {
		part.Notices = append(part.Notices, message.Say("The last part is shown without its line breaks: there are too many."))
		l.flows = true
	}
	if l.marked == nil {
		return
	}
	f := l.marked.Found
	l.marked.Found = markdown.Found{}
	part.Headings, part.Links = f.Headings, f.Links
	part.Notices = append(part.Notices, f.Notices...)
}

// contained passes a line through the last gate. If anything was wrong with it
// its cells can no longer be trusted to show what its spans say.
func contained(l *Line) {
	if text := contain.Line(l.Text); text != l.Text {
		l.Text, l.Spans = text, nil
	}
}
