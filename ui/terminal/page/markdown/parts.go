package markdown

import (
	"iter"

	"github.com/yuin/goldmark/ast"

	"dossier/model"
)

// Part is a part of a body that is parsed by itself.
type Part struct {
	Start, End int      // in the body
	Source     []byte   // the bytes between them; positions in Root count these
	Root       ast.Node // nil if the part must be shown as text
	Notice     string   // why it must
}

// Parts parses a body from the top, within the limits, for whatever is no
// terminal. What is to be skipped is left out, as New does. A fenced block that
// is longer than a part goes on in the next.
func Parts(body string, skip []model.Passage) iter.Seq[Part] {
	return func(yield func(Part) bool) {
		t := &Text{body: body, parser: newParser(), cutter: cutter{body: body, end: len(body), skip: skip}}
		t.refs, t.notes = references(t.parser, body), footnotes(body, skip)
		for {
			k, ok := t.cutter.next()
			if !ok || !yield(t.part(k)) {
				return
			}
		}
	}
}

func (t *Text) part(k chunk) Part {
	p := Part{Start: k.start, End: k.end, Source: []byte(t.body[k.start:k.end])}
	switch {
	case k.reason != "":
		p.Notice = asTextFor(k.reason)
	case k.form == code:
		p.Root = codeBlock(p.Source)
	default:
		p.Root = t.parse(p.Source, k.start)
	}
	return p
}
