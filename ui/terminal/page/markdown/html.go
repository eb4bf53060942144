package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"dossier/ui/terminal/page/typeset"
)

// html sets the text of an HTML block; tags, comments and scripts are left out.
func (b *block) html(parent node, n *ast.HTMLBlock) {
	h := ast.NewHTMLBlock(n.HTMLBlockType)
	b.open()
	b.leaf(h)
	s := stripper{b: b}
	lines := n.Lines()
	for i := range lines.Len() {
		s.line(lines.At(i))
	}
	if n.HasClosure() {
		s.line(n.ClosureLine)
	}
	if b.written() {
		add(parent, h)
	}
}

// stripper adds the text between tags, line by line.
type stripper struct {
	b     *block
	until string // what ends the comment, tag or script that we are in
	fresh bool   // nothing was added since the last line break
}

func (s *stripper) line(seg text.Segment) {
	line := string(s.b.src[seg.Start:seg.Stop])
	body := strings.TrimRight(line, " \t\n")
	at := seg.Start + len(body) - len(strings.TrimLeft(body, " \t"))
	for body = strings.TrimLeft(body, " \t"); body != ""; {
		n := s.part(body, at)
		body, at = body[n:], at+n
	}
	if s.until == "" {
		s.b.p.Soft(s.b.base+seg.Start+len(strings.TrimRight(line, "\n")), typeset.Pen{})
	}
}

// part adds or passes what body begins with, and returns its length.
func (s *stripper) part(body string, at int) int {
	if s.until != "" {
		return s.pass(body)
	}
	n := strings.IndexByte(body, '<')
	if n == 0 {
		if n = s.tag(body); n > 0 {
			return n
		}
		n = 1
	}
	if n < 0 {
		n = len(body)
	}
	s.b.prose(at, at+n, false)
	s.fresh = false
	return n
}

// pass skips to the end of what we are in.
func (s *stripper) pass(body string) int {
	i := indexFold(body, s.until)
	if i < 0 {
		return len(body)
	}
	n := i + len(s.until)
	s.until = ""
	return n
}

// tag enters the tag or comment that body begins with and returns how much of
// it was read; 0 if it is neither.
func (s *stripper) tag(body string) int {
	name := strings.ToLower(tagName(body))
	switch {
	case strings.HasPrefix(body, "<!--"):
		s.until = "-->"
		return len("<!--")
	case name == "script", name == "style":
		s.until = "</" + name + ">"
	case name != "":
		s.until = ">"
		s.breakAt(strings.TrimPrefix(name, "/"))
	case len(body) > 1 && (body[1] == '!' || body[1] == '?'):
		s.until = ">"
	default:
		return 0
	}
	return 1 + len(name)
}

// tagName is the name of the tag that s begins with, with its slash; empty if
// it begins with none.
func tagName(s string) string {
	n := 1
	if n < len(s) && s[n] == '/' {
		n++
	}
	from := n
	for n < len(s) && n < 16 && (s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z' || n > from && s[n] >= '0' && s[n] <= '9') {
		n++
	}
	if n == from {
		return ""
	}
	return s[1:n]
}

// inlineTags are those that do not end a line.
const inlineTags = " a abbr b bdi bdo cite code data del dfn em font i img ins kbd mark q s samp small span strong sub sup time tt u var wbr "

// breakAt ends the line at the edge of a block.
func (s *stripper) breakAt(name string) {
	if s.fresh || !s.b.written() || strings.Contains(inlineTags, " "+name+" ") {
		return
	}
	s.b.p.Break()
	s.fresh = true
}

func indexFold(s, part string) int {
	for from := 0; ; from++ {
		i := strings.IndexByte(s[from:], part[0])
		if i < 0 {
			return -1
		}
		from += i
		if len(s)-from >= len(part) && strings.EqualFold(s[from:from+len(part)], part) {
			return from
		}
	}
}

// rawHTML does what a tag within text says: a line break or nothing.
func (b *block) rawHTML(n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	seg := n.Segments.At(0)
	if strings.EqualFold(tagName(string(b.src[seg.Start:seg.Stop])), "br") {
		b.p.Break()
	}
	last := n.Segments.At(n.Segments.Len() - 1)
	b.at = max(b.at, last.Stop)
}
