package export

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer/html"

	"dossier/model"
	"dossier/ui/terminal/page/markdown"
)

// editor changes a part of a body that becomes a part of a larger document: its
// headings go below the article's title, its HTML becomes text, its links name
// their targets where they stand, and its footnotes get names of their own,
// since another article may use the same ones.
type editor struct {
	src     []byte
	number  int // of the article
	targets int // bytes of targets that may still be written where a label stood
	edits   []edit
	text    []model.Passage // what is shown
	code    []model.Passage // what is shown letter by letter
}

// edit puts text in place of src[start:end].
type edit struct {
	start, end int
	text       string
}

// mostTargets bounds the targets of the links in a part of a body: one that is defined
// once may be used by every letter.
func mostTargets(size int) int { return 4*size + 16<<10 }

func edited(p markdown.Part, number int) string {
	e := editor{src: p.Source, number: number, targets: mostTargets(len(p.Source))}
	_ = ast.Walk(p.Root, e.node)
	e.footnotes()
	e.addresses()
	e.pandoc()
	e.definitions()
	return e.result()
}

func (e *editor) node(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	switch n := n.(type) {
	case *ast.Heading:
		e.heading(n)
	case *ast.Link:
		e.link(n, n.Destination)
	case *ast.Image:
		e.link(n, n.Destination)
	case *ast.Text:
		e.text = append(e.text, passageOf(n.Segment.Start, n.Segment.Stop))
		if n.Parent().Kind() == ast.KindCodeSpan {
			e.code = append(e.code, passageOf(n.Segment.Start, n.Segment.Stop))
		}
	case *ast.RawHTML:
		for i := range n.Segments.Len() {
			e.literal(n.Segments.At(i).Start, n.Segments.At(i).Stop)
		}
	case *ast.HTMLBlock:
		e.html(n)
	case *ast.FencedCodeBlock:
		e.rawBlock(n)
		e.blockOfCode(n)
	case *ast.CodeBlock:
		e.blockOfCode(n)
	}
	return ast.WalkContinue, nil
}

func (e *editor) blockOfCode(n ast.Node) {
	for i := range n.Lines().Len() {
		e.code = append(e.code, passageOf(n.Lines().At(i).Start, n.Lines().At(i).Stop))
	}
}

func passageOf(start, end int) model.Passage { return model.Passage{Start: start, End: end} }

func (e *editor) html(n *ast.HTMLBlock) {
	for i := range n.Lines().Len() {
		e.literal(n.Lines().At(i).Start, n.Lines().At(i).Stop)
	}
	if n.HasClosure() {
		e.literal(n.ClosureLine.Start, n.ClosureLine.Stop)
	}
}

// literal makes text of markup.
func (e *editor) literal(start, end int) {
	e.edits = append(e.edits, edit{start, end, lines(string(e.src[start:end]))})
	e.code = append(e.code, passageOf(start, end))
}

// heading puts a heading three levels down, as far as there are levels.
func (e *editor) heading(n *ast.Heading) {
	if n.Lines().Len() == 0 {
		return
	}
	first, last := n.Lines().At(0), n.Lines().At(n.Lines().Len()-1)
	marks := strings.Repeat("#", min(n.Level+3, 6))
	line := bytes.LastIndexByte(e.src[:first.Start], '\n') + 1
	if i := bytes.LastIndexByte(e.src[line:first.Start], '#'); i >= 0 {
		end := line + i + 1
		start := line + len(bytes.TrimRight(e.src[line:end], "#"))
		e.edits = append(e.edits, edit{start, end, marks})
		return
	}
	// Underlined with = or -: the marks go before it instead.
	text := strings.Join(strings.Fields(string(e.src[first.Start:last.Stop])), " ")
	under := e.src[last.Stop:]
	rest := bytes.TrimLeft(bytes.TrimLeft(under, " \n"), "=-")
	e.edits = append(e.edits, edit{first.Start, len(e.src) - len(rest), marks + " " + text})
}

// link writes the target of a link behind its text where a label stood. One that
// would run something is no link any more, nor one too many with a long target.
func (e *editor) link(n ast.Node, target []byte) {
	last := lastText(n)
	if t, ok := n.FirstChild().(*ast.Text); last < 0 || ok && bytes.HasPrefix(t.Segment.Value(e.src), []byte("^")) {
		return // a footnote is none
	}
	i := bytes.IndexByte(e.src[last:], ']')
	if i < 0 {
		return
	}
	start := last + i + 1
	end := start
	next := byte(' ')
	if start < len(e.src) {
		next = e.src[start]
	}
	switch {
	case html.IsDangerousURL(target), next != '(' && len(target) > e.targets:
		e.edits = append(e.edits, edit{start - 1, start, `\]`})
		return
	case next == '(':
		return
	case next == '[':
		if i := bytes.IndexByte(e.src[start:], ']'); i >= 0 {
			end = start + i + 1
		}
	}
	e.targets -= len(target)
	e.edits = append(e.edits, edit{start, end, "(<" + bibtexURL(string(target)) + ">)"})
}

// lastText is where the last text in a node ends; -1 if there is none.
func lastText(n ast.Node) int {
	end := -1
	_ = ast.Walk(n, func(n ast.Node, _ bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok {
			end = max(end, t.Segment.Stop)
		}
		return ast.WalkContinue, nil
	})
	return end
}

// footnotes gives footnotes names of their own.
func (e *editor) footnotes() {
	e.each("[^", func(at int) { e.edits = append(e.edits, edit{at + 2, at + 2, fmt.Sprintf("a%d-", e.number)}) })
}

// addresses makes text of addresses in angle brackets that would run something.
func (e *editor) addresses() {
	e.each("<", func(at int) {
		if html.IsDangerousURL(e.src[at+1:]) {
			e.edits = append(e.edits, edit{at, at, `\`})
		}
	})
}

// each calls f where a mark stands outside of code.
func (e *editor) each(mark string, f func(at int)) {
	for at := 0; ; at += len(mark) {
		i := bytes.Index(e.src[at:], []byte(mark))
		if i < 0 {
			return
		}
		if at += i; !within(e.code, at) {
			f(at)
		}
	}
}

// definition is a line that says where the links with a label lead.
var definition = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?m)^ {0,3}\[[^\]\n^][^\]\n]*\]:.*\n?`)
})

// definitions drops the targets of labels that nothing uses any more.
func (e *editor) definitions() {
	for _, m := range definition().FindAllIndex(e.src, -1) {
		at := m[0] + bytes.IndexByte(e.src[m[0]:m[1]], '[') + 1
		if !within(e.code, at) && !within(e.text, at) {
			e.edits = append(e.edits, edit{m[0], m[1], ""})
		}
	}
}

func within(all []model.Passage, at int) bool {
	return slices.ContainsFunc(all, func(p model.Passage) bool { return p.Start <= at && at < p.End })
}

// result is the part with its changes. Of two that meet the first one holds.
func (e *editor) result() string {
	slices.SortStableFunc(e.edits, func(a, b edit) int { return a.start - b.start })
	var b strings.Builder
	pos := 0
	for _, c := range e.edits {
		if c.start < pos {
			continue
		}
		b.Write(e.src[pos:c.start])
		b.WriteString(c.text)
		pos = c.end
	}
	b.Write(e.src[pos:])
	return b.String()
}
