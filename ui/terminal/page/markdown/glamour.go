package markdown

import (
	"bytes"
	"fmt"

	"charm.land/glamour/v2/ansi"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// glamour renders trees in one look at one width. Its renderers keep the state
// of the tree at hand, so it belongs to one goroutine.
type glamour struct {
	look      *look
	width     int
	renderers map[[2]int]renderer.Renderer // by the widths of lists' markers
}

// render returns what Glamour makes of a tree.
func (g *glamour) render(doc node, src []byte, markers [2]int) (out []byte, err error) {
	defer func() {
		if err != nil {
			delete(g.renderers, markers) // it may hold half a tree
		}
	}()
	r := g.renderers[markers]
	if r == nil {
		r = newRenderer(ansi.Options{WordWrap: g.width, PreserveNewLines: true, InlineTableLinks: true, Styles: g.look.with(markers)})
		g.renderers[markers] = r
	}
	return paint(r, doc, src)
}

func newRenderer(o ansi.Options) renderer.Renderer {
	return renderer.NewRenderer(renderer.WithNodeRenderers(util.Prioritized(ansi.NewRenderer(o), 1000)))
}

// paint renders a tree. A panic in the libraries costs the chunk its layout, not
// the reader the program.
func paint(r renderer.Renderer, doc node, src []byte) (out []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("rendering: %v", p)
		}
	}()
	var b bytes.Buffer
	err = r.Render(&b, src, doc)
	return b.Bytes(), err
}
