// Package typeset breaks text into terminal lines and remembers, for every
// cell, which bytes of the article's body it shows.
//
// A Paragraph collects text in several pens; a Setter wraps paragraphs and
// keeps the finished lines. What is a paragraph, and in which pen, is decided by
// package plain, and by package markdown, which has Glamour break the lines and
// draws what it made of them.
package typeset

// Line is one finished line of a page.
type Line struct {
	Text  string // SGR and OSC 8 sequences only, every one closed; no trailing padding
	Spans []Span // by column; cells in no span are ornament, such as a bullet
}

// Span says that the cells [Col, Col+Width) show body[Start:End]. Either the
// cells' text has as many bytes as the body, and then it stands byte for byte
// (a line break as a space), or the span shows one thing written differently,
// such as an entity.
type Span struct {
	Col, Width int32
	Start, End int32
}

// Pen is how a piece of text looks.
type Pen struct {
	SGR string // the sequence that turns the look on; empty for the terminal's own
	URL string // where the text leads; empty if nowhere
}

// Ornament is text of ours before a line, such as a quote's bar.
type Ornament struct {
	Text  string
	Width int // cells
	Pen   Pen
}
