package export

import (
	"bytes"
	"cmp"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer"
	goldhtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"dossier/model"
	"dossier/ui/terminal/page/markdown"
)

func anchor(e *entry) string { return "a" + strconv.Itoa(int(e.number)+1) }

// bodyWriter writes a body as HTML, with its passages marked. Everything in it
// goes out escaped; tags are only ours.
type bodyWriter struct {
	targets int          // bytes of links' targets that may still be written
	linked  bool         // the link that we are in has its target
	marks   []mark       // by where they begin, then the longer first
	shown   map[int]bool // the passages that have been begun
	base    int          // of the part at hand, in the body
	name    string       // of the article in the document
	noted   map[int]bool // the notes that were referred to
	last    rune         // that was written
	out     *bytes.Buffer
}

// mark is a passage to be marked. Vendors that one passage is about share it.
type mark struct {
	model.Passage
	number int
	vendor string
}

// htmlBody is a body as HTML, and which passages it shows.
func htmlBody(t model.Text, e *entry) (string, map[int]bool, error) {
	b := &bodyWriter{shown: map[int]bool{}, out: &bytes.Buffer{}, name: anchor(e), noted: map[int]bool{}}
	for _, c := range e.cuts {
		for _, p := range c.passages {
			if p.located {
				b.marks = append(b.marks, mark{p.at, p.number, c.Vendor})
			}
		}
	}
	slices.SortStableFunc(b.marks, func(x, y mark) int { return cmp.Or(x.Start-y.Start, y.End-x.End) })
	err := b.body(t)
	return b.named(b.out.String()), b.shown, err
}

func (b *bodyWriter) body(t model.Text) error {
	if t.Markup == model.Plain {
		from := 0
		for _, f := range t.Furniture {
			b.plain(t.Body[:f.Start], from)
			from = f.End
		}
		b.plain(t.Body, from)
		return nil
	}
	r := renderer.NewRenderer(renderer.WithNodeRenderers(
		util.Prioritized(b, 1),
		util.Prioritized(extension.NewTableHTMLRenderer(extension.WithTableCellAlignMethod(extension.TableCellAlignAttribute)), 2),
		util.Prioritized(extension.NewStrikethroughHTMLRenderer(), 2),
		util.Prioritized(extension.NewTaskCheckBoxHTMLRenderer(), 2),
		util.Prioritized(extension.NewDefinitionListHTMLRenderer(), 2),
		util.Prioritized(goldhtml.NewRenderer(), 3),
	))
	for p := range markdown.Parts(t.Body, t.Furniture) {
		if p.Root == nil {
			b.plain(t.Body[:p.End], p.Start)
			continue
		}
		b.base, b.targets = p.Start, mostTargets(len(p.Source))
		if err := r.Render(b.out, p.Source, p.Root); err != nil {
			return err
		}
	}
	return nil
}

// plain writes body[from:] as text, paragraph by paragraph.
func (b *bodyWriter) plain(body string, from int) {
	for from < len(body) {
		end := len(body)
		if i := strings.Index(body[from:], "\n\n"); i >= 0 {
			end = from + i
		}
		if strings.TrimSpace(body[from:end]) != "" {
			b.out.WriteString(`<p class="plain">`)
			b.marked(b.out, body[from:end], from)
			b.out.WriteString("</p>\n")
		}
		from = min(end+2, len(body))
	}
}

// writer is what goldmark writes to, and a buffer.
type writer interface{ WriteString(string) (int, error) }

// marked writes text that stands at a position of the body, with its passages
// marked. A passage that goes over several elements is marked in each.
func (b *bodyWriter) marked(w writer, text string, at int) {
	end := at + len(text)
	for pos := at; pos < end; {
		open, next := b.around(pos, end)
		for _, m := range open {
			b.begin(w, m)
		}
		w.WriteString(html.EscapeString(text[pos-at : next-at]))
		w.WriteString(strings.Repeat("</mark>", len(open)))
		pos = next
	}
}

// around finds the marks that hold at pos, and where that next changes.
func (b *bodyWriter) around(pos, end int) (open []mark, next int) {
	next = end
	for _, m := range b.marks {
		switch {
		case m.Start <= pos && pos < m.End:
			open = append(open, m)
			next = min(next, m.End)
		case m.Start > pos:
			next = min(next, m.Start)
		}
	}
	return open, next
}

// begin opens a piece of a mark. The first has the passage's name, and the names
// of its vendors for the margin; the last has these again, see named.
func (b *bodyWriter) begin(w writer, m mark) {
	w.WriteString("<mark")
	if !b.shown[m.number] {
		fmt.Fprintf(stringWriter{w}, ` id="p%d"%s`, m.number, b.label("data-vendor", m))
	}
	b.shown[m.number] = true
	fmt.Fprintf(stringWriter{w}, "\x00%d\x00>", m.number)
}

// piece is the number of a passage in each piece of its mark. The zero byte is in
// no text that was cleaned.
var piece = regexp.MustCompile("\x00([0-9]+)\x00")

// named is a body in which the last piece of each mark names its vendors: where
// there is no margin they stand in the text. Which piece is the last is known
// only when all is written.
func (b *bodyWriter) named(body string) string {
	last := map[string]int{}
	for _, at := range piece.FindAllStringSubmatchIndex(body, -1) {
		last[body[at[2]:at[3]]] = at[0]
	}
	var out strings.Builder
	from := 0
	for _, at := range piece.FindAllStringSubmatchIndex(body, -1) {
		out.WriteString(body[from:at[0]])
		if number := body[at[2]:at[3]]; last[number] == at[0] {
			out.WriteString(b.label("data-after", b.numbered(number)))
		}
		from = at[1]
	}
	return out.String() + body[from:]
}

func (b *bodyWriter) numbered(number string) mark {
	return b.marks[slices.IndexFunc(b.marks, func(m mark) bool { return strconv.Itoa(m.number) == number })]
}

// label names the vendors of the passages that begin where m does, at the first
// of them.
func (b *bodyWriter) label(attribute string, m mark) string {
	var names []string
	for _, other := range b.marks {
		if other.Start != m.Start {
			continue
		}
		if len(names) == 0 && other.number != m.number {
			return ""
		}
		names = append(names, other.vendor)
	}
	return ` ` + attribute + `="` + html.EscapeString(strings.Join(names, ", ")) + `"`
}

type stringWriter struct{ writer }

func (s stringWriter) Write(p []byte) (int, error) { return s.WriteString(string(p)) }

// RegisterFuncs takes over what goldmark would write otherwise than we want.
func (b *bodyWriter) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindText, b.text)
	r.Register(ast.KindHeading, b.heading)
	r.Register(ast.KindFencedCodeBlock, b.fence)
	r.Register(ast.KindLink, b.link)
	r.Register(ast.KindAutoLink, b.autoLink)
	r.Register(ast.KindImage, b.image)
	r.Register(ast.KindRawHTML, b.rawHTML)
	r.Register(ast.KindHTMLBlock, b.htmlBlock)
	r.Register(markdown.KindNoteRef, b.noteRef)
	r.Register(markdown.KindNote, b.note)
}
