package export

import (
	"fmt"
	"html"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"dossier/model/clean"
	"dossier/ui/message"
)

func (b *bodyWriter) text(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	t := n.(*ast.Text)
	b.unescaped(w, string(t.Segment.Value(src)), b.base+t.Segment.Start, t.IsRaw())
	switch {
	case t.HardLineBreak():
		w.WriteString("<br>\n")
	case t.SoftLineBreak():
		w.WriteString("\n")
	}
	return ast.WalkContinue, nil
}

// unescaped writes text of Markdown without the backslashes before its marks
// and with its entities made characters, in pieces that know their places. An
// entity that would pile marks on a letter stays as it is written.
func (b *bodyWriter) unescaped(w writer, s string, at int, raw bool) {
	for !raw {
		i := strings.IndexAny(s, `\&`)
		if i < 0 {
			break
		}
		b.marked(w, s[:i], at)
		b.last, s, at = lastOf(s[:i], b.last), s[i:], at+i
		shown, n := character(s)
		if first, _ := utf8.DecodeRuneInString(shown); n == 0 || clean.Stacks(first) && clean.Stacks(b.last) {
			shown, n = s[:1], 1
		}
		b.replaced(w, shown, n, at)
		b.last = lastOf(shown, b.last)
		s, at = s[n:], at+n
	}
	b.marked(w, s, at)
	b.last = lastOf(s, b.last)
}

// lastOf is the last character of a text, or of what was before it.
func lastOf(s string, before rune) rune {
	if s == "" {
		return before
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// character is what an escape or entity at the beginning of s stands for, and
// its length; 0 if there is none.
func character(s string) (shown string, n int) {
	if s[0] == '\\' {
		if len(s) > 1 && util.IsPunct(s[1]) {
			return s[1:2], 2
		}
		return "", 0
	}
	end := strings.IndexByte(s[:min(len(s), longestEntity)], ';')
	if end < 0 {
		return "", 0
	}
	shown = html.UnescapeString(s[:end+1])
	if shown == s[:end+1] {
		return "", 0
	}
	return clean.Text(shown), end + 1
}

const longestEntity = 34

// replaced writes what stands for n bytes of the body.
func (b *bodyWriter) replaced(w writer, shown string, n, at int) {
	open, _ := b.around(at, at+n)
	for _, m := range open {
		b.begin(w, m)
	}
	w.WriteString(html.EscapeString(shown))
	w.WriteString(strings.Repeat("</mark>", len(open)))
}

// heading puts a heading two levels down, below its article's title.
func (b *bodyWriter) heading(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	slash := "/"
	if entering {
		slash = ""
	}
	fmt.Fprintf(w, "<%sh%d>", slash, min(n.(*ast.Heading).Level+2, 6))
	return ast.WalkContinue, nil
}

// fence writes code without the name of its language, which nothing here reads and
// in which entities would become whatever they stand for.
func (b *bodyWriter) fence(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		fmt.Fprintf(w, "<pre><code>%s</code></pre>\n", html.EscapeString(string(n.Lines().Value(src))))
	}
	return ast.WalkContinue, nil
}

// link keeps links into the web. Others lead to files beside the article, which
// are not beside the page, or are none. Nor does it keep more than so many targets.
func (b *bodyWriter) link(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		if b.linked {
			w.WriteString("</a>")
		}
		return ast.WalkContinue, nil
	}
	target := n.(*ast.Link).Destination
	b.linked = len(target) <= b.targets && webAddress(string(target)) != ""
	if b.linked {
		b.targets -= len(target)
		opening(w, webAddress(string(target)))
	}
	return ast.WalkContinue, nil
}

func opening(w util.BufWriter, target string) {
	fmt.Fprintf(w, `<a href="%s" rel="noopener noreferrer">`, html.EscapeString(clean.Line(target)))
}

func (b *bodyWriter) autoLink(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	a := n.(*ast.AutoLink)
	label, target := string(a.Label(src)), string(a.URL(src))
	if a.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(target), "mailto:") {
		target = "mailto:" + target
	}
	if target = webAddress(target); target != "" {
		opening(w, target)
		defer w.WriteString("</a>")
	}
	w.WriteString(html.EscapeString(label))
	return ast.WalkContinue, nil
}

// image says that there is a picture: the page fetches nothing.
func (b *bodyWriter) image(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	before, after, _ := strings.Cut(message.Say("image: %s", "\n"), "\n")
	if entering {
		w.WriteString(`<span class="image">[` + html.EscapeString(before))
	} else {
		w.WriteString(html.EscapeString(after) + "]</span>")
	}
	return ast.WalkContinue, nil
}

// rawHTML does what a tag within text says: a line break or nothing.
func (b *bodyWriter) rawHTML(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	raw := n.(*ast.RawHTML)
	if entering && raw.Segments.Len() > 0 {
		seg := raw.Segments.At(0)
		if tag := strings.ToLower(string(seg.Value(src))); strings.HasPrefix(tag, "<br") {
			w.WriteString("<br>")
		}
	}
	return ast.WalkSkipChildren, nil
}

// htmlBlock writes the text between tags.
func (b *bodyWriter) htmlBlock(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		if text := textOf(n.(*ast.HTMLBlock), src); text != "" {
			fmt.Fprintf(w, "<p>%s</p>\n", html.EscapeString(text))
		}
	}
	return ast.WalkContinue, nil
}
