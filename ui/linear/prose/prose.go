// Package prose turns an article's body into paragraphs of plain text, to be read
// one after the other: aloud, in braille, or on a terminal that can only write
// lines. Markup becomes words or goes; every paragraph knows which bytes of the
// body it stands for, so that evidence and places are found in it.
//
// A paragraph is one line, whatever its length: to break it is left to the screen,
// since a screen reader pauses at the end of each line. Code, and text without
// markup, keep the lines that they have.
package prose

import (
	"slices"
	"strings"

	"dossier/model"
	"dossier/ui/terminal/page/markdown"
)

// Paragraph is a piece of an article that is read as a whole.
type Paragraph struct {
	Text       string
	Start, End int // what it stands for, in bytes of the body
	Level      int // of a heading, 1 to 6; 0 if it is none
	Code       bool
}

// Link is a place that leads somewhere. In the text its number, from 1, stands
// behind it.
type Link struct {
	Text      string
	URL       string // as written
	Paragraph int    // that it is in
	Within    bool   // it has no URL and leads to a byte of the body
	To        int    // that byte
}

// Article is a body as it is read.
type Article struct {
	Paragraphs []Paragraph
	Links      []Link
	Notices    []string // why parts are read with their markup as it is written; each once
}

// Of reads a text, with what its page put around it if the whole is wanted.
func Of(t model.Text, whole bool) Article {
	skip := t.Furniture
	if whole {
		skip = nil
	}
	r := &reading{}
	if t.Markup == model.Plain {
		from := 0
		for _, f := range skip {
			r.plain(t.Body, from, f.Start)
			from = f.End
		}
		r.plain(t.Body, from, len(t.Body))
		return r.Article
	}
	for p := range markdown.Parts(t.Body, skip) {
		if p.Root == nil {
			if !slices.Contains(r.Notices, p.Notice) {
				r.Notices = append(r.Notices, p.Notice)
			}
			r.plain(t.Body, p.Start, p.End)
			continue
		}
		r.base, r.src = p.Start, p.Source
		r.blocks(p.Root)
	}
	return r.Article
}

// At is the paragraph that shows body[offset], or the next one; the last one if
// there is none, 0 if there are no paragraphs.
func (a Article) At(offset int) int {
	for i, p := range a.Paragraphs {
		if offset < p.End {
			return i
		}
	}
	return max(len(a.Paragraphs)-1, 0)
}

// plain reads body[start:end], in which blank lines part paragraphs.
func (r *reading) plain(body string, start, end int) {
	from, at := start, start
	for at < end {
		line, _, _ := strings.Cut(body[at:end], "\n")
		next := min(at+len(line)+1, end)
		if strings.TrimSpace(line) == "" {
			r.piece(body, from, at)
			from = next
		}
		at = next
	}
	r.piece(body, from, end)
}

// piece adds body[from:to] as it stands.
func (r *reading) piece(body string, from, to int) {
	text := strings.TrimRight(body[from:max(to, from)], " \t\n")
	lead := len(text) - len(strings.TrimLeft(text, "\n"))
	if text = text[lead:]; strings.TrimSpace(text) != "" {
		r.Paragraphs = append(r.Paragraphs, Paragraph{Text: text, Start: from + lead, End: from + lead + len(text)})
	}
}
