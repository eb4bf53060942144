package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"dossier/model"
)

// longestLabel bounds the label of a footnote, in bytes.
const longestLabel = 100

// Footnote is a note that the text refers to by its label.
type Footnote struct {
	Number int // in the order in which the text first refers to them
	At     int // where it stands in the body
	Ref    int // where the text first refers to it; -1 if nowhere
}

// Mark is how a footnote is numbered, in the text and before the note.
func (f Footnote) Mark() string { return "[" + strconv.Itoa(f.Number) + "]" }

// footnotes finds the notes of a body by their labels, of several with one label the
// first. Their text and what refers to them may be parsed in different chunks. What
// is left out has none.
func footnotes(body string, skip []model.Passage) map[string]Footnote {
	notes := map[string]Footnote{}
	var refs, defined []reference
	for pos := 0; ; {
		i := strings.Index(body[pos:], "[^")
		if i < 0 {
			return numbered(notes, append(refs, defined...))
		}
		at := pos + i
		label, n := noteLabel(body[at:])
		for len(skip) > 0 && skip[0].End <= at {
			skip = skip[1:]
		}
		if pos = at + max(n, 2); n == 0 || len(skip) > 0 && skip[0].Start <= at {
			continue
		}
		_, known := notes[label]
		switch {
		case !strings.HasPrefix(body[pos:], ":") || !beginsLine(body[:at]):
			refs = append(refs, reference{label, at})
		case !known && len(notes) < mostReferences:
			notes[label] = Footnote{At: at, Ref: -1}
			defined = append(defined, reference{label, -1})
		}
	}
}

// reference is a place that may refer to a footnote.
type reference struct {
	label string
	at    int
}

// numbered are the notes with their numbers; those that nothing refers to come last.
func numbered(notes map[string]Footnote, refs []reference) map[string]Footnote {
	count := 0
	for _, r := range refs {
		if f, ok := notes[r.label]; ok && f.Number == 0 {
			count++
			notes[r.label] = Footnote{Number: count, At: f.At, Ref: r.at}
		}
	}
	return notes
}

// noteLabel is the label of `[^label]`, which s begins with, and how long that is;
// 0 if it is none.
func noteLabel(s string) (label string, n int) {
	end := strings.IndexAny(s[1:min(len(s), longestLabel+3)], "[] \t\n") + 1
	if len(s) < 4 || s[0] != '[' || s[1] != '^' || end < 3 || s[end] != ']' {
		return "", 0
	}
	return s[2:end], end + 1
}

// beginsLine reports that what follows begins a line, but for a small indent.
func beginsLine(before string) bool {
	indent := before[strings.LastIndexByte(before, '\n')+1:]
	return len(indent) < 4 && strings.Trim(indent, " ") == ""
}

// notesKey is where a parser finds the notes of the body.
var notesKey = parser.NewContextKey()

// notesOf are the notes of a body of which a chunk is parsed.
type notesOf struct {
	all  map[string]Footnote
	base int // where the chunk begins in the body
}

// noteOf is the note whose label a line begins with, and how long that is; 0 if
// there is none.
func noteOf(pc parser.Context, line []byte) (f Footnote, n int) {
	notes, _ := pc.Get(notesKey).(notesOf)
	if len(notes.all) == 0 {
		return f, 0
	}
	label, n := noteLabel(string(line[:min(len(line), longestLabel+3)]))
	f, ok := notes.all[label]
	if !ok {
		return f, 0
	}
	return f, n
}

// begins reports that a note stands at a byte of the chunk.
func (f Footnote) begins(pc parser.Context, at int) bool {
	notes, _ := pc.Get(notesKey).(notesOf)
	return f.At == notes.base+at
}

// KindNoteRef is the kind of NoteRef.
var KindNoteRef = ast.NewNodeKind("NoteRef")

// NoteRef is where the text refers to a footnote.
type NoteRef struct {
	ast.BaseInline
	Footnote
	Segment text.Segment // as written
}

// Kind is the kind of the node.
func (*NoteRef) Kind() ast.NodeKind { return KindNoteRef }

// Dump is for debugging.
func (n *NoteRef) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// KindNote is the kind of Note.
var KindNote = ast.NewNodeKind("Note")

// Note is a footnote's text.
type Note struct {
	ast.BaseBlock
	Footnote
}

// Kind is the kind of the node.
func (*Note) Kind() ast.NodeKind { return KindNote }

// Dump is for debugging.
func (n *Note) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// noteRefs parses what refers to footnotes.
type noteRefs struct{}

func (noteRefs) Trigger() []byte { return []byte{'['} }

func (noteRefs) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, at := block.PeekLine()
	f, n := noteOf(pc, line)
	if n == 0 {
		return nil
	}
	block.Advance(n)
	return &NoteRef{Footnote: f, Segment: text.NewSegment(at.Start, at.Start+n)}
}

// noteBlocks parses the notes themselves. They stay where they stand.
type noteBlocks struct{ parser.BlockParser }

func (n noteBlocks) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, at := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 || parent.Kind() != ast.KindDocument {
		return nil, parser.NoChildren
	}
	f, size := noteOf(pc, line[pos:])
	if size == 0 || !f.begins(pc, at.Start+pos) {
		return nil, parser.NoChildren
	}
	_, state := n.BlockParser.Open(parent, reader, pc)
	return &Note{Footnote: f}, state
}

// Close leaves the note in its place, where goldmark would collect it.
func (noteBlocks) Close(ast.Node, text.Reader, parser.Context) {}

// withFootnotes makes a parser read them.
func withFootnotes() parser.Option {
	return options{
		parser.WithBlockParsers(util.Prioritized(noteBlocks{extension.NewFootnoteBlockParser()}, 999)),
		parser.WithInlineParsers(util.Prioritized(noteRefs{}, 101)),
	}
}

type options []parser.Option

func (all options) SetParserOption(c *parser.Config) {
	for _, o := range all {
		o.SetParserOption(c)
	}
}
