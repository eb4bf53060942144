package webpage

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// withoutInlineData empties the pictures and fonts that a page holds in itself:
// programs that save a page as one file put megabytes of them into it.
func withoutInlineData(page string) string {
	const mark = ";base64,"
	i := strings.Index(page, mark)
	if i < 0 {
		return page
	}
	var b strings.Builder
	for ; i >= 0; i = strings.Index(page, mark) {
		i += len(mark)
		b.WriteString(page[:i])
		page = strings.TrimLeft(page[i:], "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=")
	}
	b.WriteString(page)
	return b.String()
}

// words is all that a page shows, a line for each block, read without a tree.
func words(page string) string {
	var w wordReader
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			w.line()
			return w.b.String()
		case html.TextToken:
			if !w.hidden {
				w.inline.Write(z.Text())
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			w.tag(atom.Lookup(name), z.Raw()[1] != '/')
		}
	}
}

type wordReader struct {
	b      strings.Builder
	inline strings.Builder // of the line that is being read
	hidden bool            // in the raw text of a script or the like
}

func (w *wordReader) tag(tag atom.Atom, opens bool) {
	switch {
	case rawTags[tag]:
		w.hidden = opens
	case tag == atom.Br || blockTags[tag]:
		w.line()
	}
}

// rawTags hold no markup for the tokenizer, and nothing to read.
var rawTags = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Title: true,
	atom.Iframe: true, atom.Textarea: true, atom.Xmp: true, atom.Noembed: true, atom.Noframes: true,
}

func (w *wordReader) line() {
	line := strings.Join(strings.Fields(w.inline.String()), " ")
	w.inline.Reset()
	if line != "" {
		if w.b.Len() > 0 {
			w.b.WriteByte('\n')
		}
		w.b.WriteString(line + "\n")
	}
}
