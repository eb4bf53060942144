package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"dossier/ui/terminal/links"
	"dossier/ui/terminal/page/contain"
	"dossier/ui/terminal/page/typeset"
)

// hand is what text is: every leaf has the nodes that say so to itself, so that
// links may be emphasised and nothing is nested deeper than Glamour can bear.
type hand struct {
	emph, strong, strike, link, code, image bool
}

// node adds what shows text in a hand, and returns the leaf.
func (h hand) node(parent node) node {
	nest := func(n node) {
		parent.AppendChild(parent, n)
		parent = n
	}
	if h.link {
		link := ast.NewLink()
		link.Destination = []byte("#") // for this alone Glamour prints neither target nor space
		nest(link)
	}
	if h.strong {
		nest(ast.NewEmphasis(2))
	}
	if h.emph {
		nest(ast.NewEmphasis(1))
	}
	if h.strike {
		nest(east.NewStrikethrough())
	}
	switch {
	case h.code:
		nest(ast.NewCodeSpan())
	case h.image:
		nest(ast.NewImage(ast.NewLink()))
	}
	nest(ast.NewText())
	return parent
}

// into makes text added next a part of parent, in a hand.
func (b *block) into(parent node, h hand, next string) {
	b.p.Join(next)
	if !b.going || b.hand != h {
		b.leaf(h.node(parent))
		b.hand, b.going = h, true
	}
}

// inline sets the text under n in parent.
func (b *block) inline(parent, n node, h hand) {
	b.at = 0
	if l, ok := n.(interface{ Lines() *text.Segments }); ok && n.Type() == ast.TypeBlock && l.Lines().Len() > 0 {
		b.at = l.Lines().At(0).Start
	}
	b.spans(parent, n, h)
}

func (b *block) spans(parent, n node, h hand) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		b.span(parent, c, h)
	}
}

func (b *block) span(parent, n node, h hand) {
	switch n := n.(type) {
	case *ast.Text:
		b.text(parent, n, h)
	case *ast.CodeSpan:
		b.codeSpan(parent, n, h)
	case *ast.Emphasis:
		h.emph, h.strong = h.emph || n.Level == 1, h.strong || n.Level > 1
		b.spans(parent, n, h)
	case *east.Strikethrough:
		h.strike = true
		b.spans(parent, n, h)
	case *ast.Link:
		b.link(parent, n, h)
	case *ast.AutoLink:
		b.autoLink(parent, n, h)
	case *ast.Image:
		b.picture(parent, n, h)
	case *ast.RawHTML:
		b.rawHTML(n)
	case *NoteRef:
		b.noteRef(parent, n, h)
	}
}

// text sets a text node and the line break after it.
func (b *block) text(parent node, n *ast.Text, h hand) {
	from, to := n.Segment.Start, n.Segment.Stop
	b.into(parent, h, string(b.src[from:to]))
	b.prose(from, to, n.IsRaw())
	switch {
	case n.HardLineBreak():
		b.p.Break()
	case n.SoftLineBreak():
		b.p.Soft(b.base+to, typeset.Pen{})
	}
}

// prose adds src[from:to]; unless it is raw, escapes and entities in it are
// shown as what they stand for.
func (b *block) prose(from, to int, raw bool) {
	s := string(b.src[from:to])
	for s != "" && !raw {
		i := strings.IndexAny(s, `\&`)
		if i < 0 {
			break
		}
		b.p.Add(s[:i], b.base+from, typeset.Pen{})
		n, shown := escaped(s[i:])
		if n == 0 || stacks(shown) && b.p.EndsInMark() {
			n = 1
			b.p.Add(s[i:i+1], b.base+from+i, typeset.Pen{})
		} else {
			b.p.Show(shown, b.base+from+i, b.base+from+i+n, typeset.Pen{})
		}
		s, from = s[i+n:], from+i+n
	}
	b.p.Add(s, b.base+from, typeset.Pen{})
	b.at = max(b.at, to)
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

func (b *block) codeSpan(parent node, n *ast.CodeSpan, h hand) {
	h.code, b.going = true, false
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.into(parent, h, string(b.src[t.Segment.Start:t.Segment.Stop]))
			b.prose(t.Segment.Start, t.Segment.Stop, true)
		}
	}
	b.going = false
}

func (b *block) link(parent node, n *ast.Link, h hand) {
	around := h
	h.link = true
	before, from := b.p.Len(), b.at
	b.spans(parent, n, h)
	target := b.Text.targets.Of(n.Destination)
	b.found(before, from, target)
	b.leads(parent, before, target, around)
}

// leads tells the terminal where the text added since before leads, if the reader
// can see that, and has the true host stand behind a text that names another.
func (b *block) leads(parent node, before int, target string, around hand) {
	seen := links.See(b.p.Since(before), target)
	b.p.Lead(before, b.target(seen.Address))
	if seen.Host == "" {
		return
	}
	host := " (" + seen.Host + ")"
	b.going = false
	b.into(parent, around, host)
	b.p.Ornament(host, typeset.Pen{})
	b.going = false
}

// found records a link whose text was added since before.
func (b *block) found(before, from int, target string) {
	start, end := b.p.Range(before)
	if start < 0 {
		start, end = b.base+from, b.base+from
	}
	b.Links = append(b.Links, Link{Text: b.p.Since(before), URL: target, Start: start, End: end})
}

// target is what the terminal is told of a link's target: nothing, unless it
// leads to the web. Targets repeated on every line may not outgrow the text.
func (b *block) target(url string) string {
	if !contain.URL(url) || len(url) > b.targets {
		return ""
	}
	b.targets -= len(url)
	return url
}

func (b *block) autoLink(parent node, n *ast.AutoLink, h hand) {
	label := n.Label(b.src)
	at := bytes.Index(b.src[min(b.at, len(b.src)):], label)
	if at < 0 {
		return
	}
	at += b.at
	target := b.Text.targets.Of(n.URL(b.src))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(target), "mailto:") {
		target = "mailto:" + target
	}
	around := h
	h.link = true
	b.into(parent, h, string(label))
	before := b.p.Len()
	b.prose(at, at+len(label), true)
	b.found(before, at, target)
	b.leads(parent, before, target, around)
}

// picture sets what a picture shows, since the terminal does not.
func (b *block) picture(parent node, n *ast.Image, h hand) {
	before, after := b.glamour.look.image[0], b.glamour.look.image[1]
	if n.FirstChild() == nil {
		before = strings.TrimRight(before, ": ")
	}
	h.image, b.going = true, false
	b.into(parent, h, before)
	b.p.Ornament(before, typeset.Pen{})
	b.spans(parent, n, h)
	b.into(parent, h, after)
	b.p.Ornament(after, typeset.Pen{})
	b.going = false
}
