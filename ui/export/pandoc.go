package export

import (
	"bytes"
	"regexp"
	"sync"

	"github.com/yuin/goldmark/ast"
)

// Pandoc, which many convert Markdown with, reads more than CommonMark: TeX and
// HTML that go through as they are, and metadata in the midst of a text. No
// article may have a say in what a reader's TeX does.

// rawBlock drops what stands behind a fence if it may make the block one of
// another language that goes through as it is.
func (e *editor) rawBlock(n *ast.FencedCodeBlock) {
	if n.Info == nil {
		return
	}
	if info := n.Info.Segment; bytes.ContainsRune(info.Value(e.src), '{') {
		e.edits = append(e.edits, edit{info.Start, info.Stop, ""})
	}
}

// metadata is a line that begins or ends a block of it.
var metadata = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?m)^(?:---|\.\.\.)[ \t]*$`) })

func (e *editor) pandoc() {
	for _, m := range metadata().FindAllIndex(e.src, -1) {
		if !within(e.code, m[0]) {
			e.edits = append(e.edits, edit{m[0], m[1], "* * *"})
		}
	}
	e.each("`{", func(at int) { e.edits = append(e.edits, edit{at + 1, at + 1, `\`}) })
	pos := 0
	e.each(`\`, func(at int) {
		if at < pos {
			return
		}
		for pos = at; pos < len(e.src) && e.src[pos] == '\\'; pos++ {
		}
		if (pos-at)%2 == 1 && pos < len(e.src) && isLetter(e.src[pos]) {
			e.edits = append(e.edits, edit{at, at, `\`})
		}
	})
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
