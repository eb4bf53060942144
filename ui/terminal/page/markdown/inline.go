package markdown

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"dossier/ui/terminal/page/contain"
	"dossier/ui/terminal/page/ink"
	"dossier/ui/terminal/page/typeset"
)

// visit is an inline node to be written, or what to do once it was.
type visit struct {
	n    node
	hand hand
	done func()
}

// hand is how text is written where we are.
type hand struct {
	ink *ink.Ink
	url string
}

func (h hand) pen() typeset.Pen { return typeset.Pen{SGR: h.ink.SGR, URL: h.url} }

// inline collects the text under n in w.p.
func (w *writer) inline(n node, in *ink.Ink) {
	w.at = 0
	if l, ok := n.(interface{ Lines() *text.Segments }); ok && n.Type() == ast.TypeBlock && l.Lines().Len() > 0 {
		w.at = l.Lines().At(0).Start
	}
	stack := w.within(nil, n, hand{ink: in})
	for len(stack) > 0 {
		v := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if v.done != nil {
			v.done()
			continue
		}
		stack = w.visit(stack, v)
	}
}

// within pushes the children of n, the first one on top.
func (w *writer) within(stack []visit, n node, h hand) []visit {
	for c := n.LastChild(); c != nil; c = c.PreviousSibling() {
		stack = append(stack, visit{n: c, hand: h})
	}
	return stack
}

func (w *writer) visit(stack []visit, v visit) []visit {
	h := v.hand
	switch n := v.n.(type) {
	case *ast.Text:
		w.text(n, h)
	case *ast.String:
		w.p.Ornament(string(n.Value), h.pen())
	case *ast.CodeSpan:
		return w.codeSpan(stack, n, h)
	case *ast.Emphasis:
		style := w.style.Emph
		if n.Level > 1 {
			style = w.style.Strong
		}
		h.ink = w.well.Over(h.ink, style)
		return w.within(stack, n, h)
	case *east.Strikethrough:
		h.ink = w.well.Over(h.ink, w.style.Strikethrough)
		return w.within(stack, n, h)
	case *ast.Link:
		return w.link(stack, n, h)
	case *ast.AutoLink:
		w.autoLink(n, h)
	case *ast.Image:
		return w.image(stack, n, h)
	case *ast.RawHTML:
		w.rawHTML(n)
	}
	return stack
}

// text writes a text node and the line break after it.
func (w *writer) text(n *ast.Text, h hand) {
	w.prose(n.Segment.Start, n.Segment.Stop, n.IsRaw(), h)
	switch {
	case n.HardLineBreak():
		w.p.Break()
	case n.SoftLineBreak():
		w.p.Soft(w.base+n.Segment.Stop, h.pen())
	}
}

// prose writes src[from:to]; unless it is raw, escapes and entities in it are
// shown as what they stand for.
func (w *writer) prose(from, to int, raw bool, h hand) {
	s := string(w.src[from:to])
	for s != "" && !raw {
		i := strings.IndexAny(s, `\&`)
		if i < 0 {
			break
		}
		w.write(s[:i], from, h)
		n, shown := escaped(s[i:])
		if n == 0 || stacks(shown) && w.p.EndsInMark() {
			n = 1
			w.write(s[i:i+1], from+i, h)
		} else {
			w.p.Show(h.ink.Letters(shown), w.base+from+i, w.base+from+i+n, h.pen())
		}
		s, from = s[i+n:], from+i+n
	}
	w.write(s, from, h)
	w.at = max(w.at, to)
}

// escaped decodes the escape or entity that s begins with.
func escaped(s string) (n int, shown string) {
	if s[0] == '&' {
		return entity(s)
	}
	if len(s) > 1 && s[1] > ' ' && s[1] < 0x7f && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[1]) >= 0 {
		return 2, s[1:2]
	}
	return 0, ""
}

// write adds text that stands in the source at from, in the ink's case.
func (w *writer) write(s string, from int, h hand) {
	at := w.base + from
	if h.ink.Case == ink.AsWritten {
		w.p.Add(s, at, h.pen())
		return
	}
	for len(s) > 0 {
		_, n := utf8.DecodeRuneInString(s)
		if shown := h.ink.Letters(s[:n]); len(shown) != n {
			w.p.Show(shown, at, at+n, h.pen())
		} else if shown == s[:n] {
			w.p.Add(shown, at, h.pen())
		} else {
			w.p.Recase(shown, at, h.pen())
		}
		s, at = s[n:], at+n
	}
}

func (w *writer) codeSpan(stack []visit, n *ast.CodeSpan, h hand) []visit {
	style := w.style.Code.StylePrimitive
	h.ink = w.well.Over(h.ink, style)
	w.p.Ornament(style.Prefix, h.pen())
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			w.prose(t.Segment.Start, t.Segment.Stop, true, h)
		}
	}
	w.p.Ornament(style.Suffix, h.pen())
	return stack
}

func (w *writer) link(stack []visit, n *ast.Link, h hand) []visit {
	h.ink = w.well.Over(h.ink, w.style.LinkText)
	target := string(n.Destination)
	h.url = w.target(target)
	before, from := w.p.Len(), w.at
	stack = append(stack, visit{done: func() { w.found(before, from, target) }})
	return w.within(stack, n, h)
}

// found records a link whose text was written since before.
func (w *writer) found(before, from int, target string) {
	start, end := w.p.Range(before)
	if start < 0 {
		start, end = w.base+from, w.base+from
	}
	w.Links = append(w.Links, Link{w.p.Since(before), target, start, end})
}

// target is what the terminal is told of a link's target: nothing, unless it
// leads to the web. Targets repeated on every line may not outgrow the text.
func (w *writer) target(url string) string {
	if !contain.URL(url) || len(url) > w.targets {
		return ""
	}
	w.targets -= len(url)
	return url
}

func (w *writer) autoLink(n *ast.AutoLink, h hand) {
	label := n.Label(w.src)
	at := bytes.Index(w.src[min(w.at, len(w.src)):], label)
	if at < 0 {
		return
	}
	at += w.at
	target := string(n.URL(w.src))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(target), "mailto:") {
		target = "mailto:" + target
	}
	h.ink, h.url = w.well.Over(h.ink, w.style.Link), w.target(target)
	before := w.p.Len()
	w.prose(at, at+len(label), true, h)
	w.found(before, at, target)
}

// image writes what the picture shows, since the terminal does not.
func (w *writer) image(stack []visit, n *ast.Image, h hand) []visit {
	h.ink = w.well.Over(h.ink, w.style.ImageText)
	before, after, ok := strings.Cut(w.style.ImageText.Format, "{{.text}}")
	if !ok || strings.Contains(before+after, "{{") {
		before, after = "[image: ", "]"
	}
	if n.FirstChild() == nil {
		before = strings.TrimRight(before, ": ")
	}
	w.p.Ornament(before, h.pen())
	stack = append(stack, visit{done: func() { w.p.Ornament(after, h.pen()) }})
	return w.within(stack, n, h)
}
