package screen

import (
	"fmt"
	"html"
	"image/color"
	"regexp"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Paper is the colours of the terminal that a picture shows.
type Paper struct{ Background, Foreground string }

// The papers of a dark and a light terminal.
var (
	Dark  = Paper{"#16181c", "#d6d8dc"}
	Light = Paper{"#fcfbf8", "#24272c"}
)

// Size of a cell and of the edge of the picture, in pixels.
const (
	cellWidth  = 8.4
	cellHeight = 19
	edge       = 16
	fontSize   = 14
)

// SVG draws the screen as a picture. Each run of cells of one look is a text of
// its own with a given length, so that any monospaced font keeps the columns.
func (s *Screen) SVG(p Paper) string {
	w, h := s.Size()
	var b strings.Builder
	open(&b, p, w, h)
	for y := range h {
		b.WriteString(s.drawn(p, y))
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// open begins a picture of w by h cells.
func open(b *strings.Builder, p Paper, w, h int) {
	width, height := float64(w)*cellWidth+2*edge, float64(h)*cellHeight+2*edge
	fmt.Fprintf(b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" font-family="ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace" font-size="%d" fill="%s">`+"\n", width, height, fontSize, p.Foreground)
	fmt.Fprintf(b, `<rect width="100%%" height="100%%" rx="8" fill="%s"/>`+"\n", p.Background)
}

// drawn is a row of the screen as a part of a picture.
func (s *Screen) drawn(p Paper, y int) string {
	w, _ := s.Size()
	var b strings.Builder
	for x := 0; x < w; {
		x = s.run(&b, p, x, y, w)
	}
	if cx, cy := s.Cursor(); cy == y && s.CursorShown() {
		fmt.Fprintf(&b, `<rect x="%.1f" y="%d" width="2" height="%d"/>`+"\n", edge+float64(cx)*cellWidth, edge+y*cellHeight+1, cellHeight-2)
	}
	return b.String()
}

// run writes the cells from x on that look alike, and returns where they end.
func (s *Screen) run(b *strings.Builder, p Paper, x, y, w int) int {
	first := s.Cell(x, y)
	var text strings.Builder
	end := x
	for end < w {
		c := s.Cell(end, y)
		if !c.Style.Equal(&first.Style) {
			break
		}
		if c.Content == "" {
			c.Content = " "
		}
		text.WriteString(c.Content)
		end += max(c.Width, 1)
	}
	write(b, p, text.String(), first.Style, x, y, end-x)
	return end
}

func write(b *strings.Builder, p Paper, text string, st uv.Style, x, y, n int) {
	fg, bg := hex(st.Fg, p.Foreground), hex(st.Bg, "")
	if st.Attrs&uv.AttrReverse != 0 {
		fg, bg = hex(st.Bg, p.Background), hex(st.Fg, p.Foreground)
	}
	left, top := edge+float64(x)*cellWidth, edge+y*cellHeight
	if bg != "" {
		fmt.Fprintf(b, `<rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s"/>`+"\n", left, top, float64(n)*cellWidth, cellHeight, bg)
	}
	if fg == p.Foreground {
		fg = "" // as the picture has it
	} else {
		fg = ` fill="` + fg + `"`
	}
	// Viewers differ in what they do with several spaces, and with those at ends.
	for _, at := range words.FindAllStringIndex(text, -1) {
		word := text[at[0]:at[1]]
		fmt.Fprintf(b, `<text x="%.1f" y="%d" textLength="%.1f"%s%s>%s</text>`+"\n",
			left+cells(text[:at[0]]), top+cellHeight-5, cells(word), fg, look(st), html.EscapeString(word))
	}
}

// words are texts without two spaces in a row.
var words = regexp.MustCompile(`[^ ]+( [^ ]+)*`)

// cells is the width of a text in pixels.
func cells(text string) float64 { return float64(ansi.StringWidth(text)) * cellWidth }

// look is the attributes of an SVG text for a style.
func look(st uv.Style) string {
	var a string
	if st.Attrs&uv.AttrBold != 0 {
		a += ` font-weight="bold"`
	}
	if st.Attrs&uv.AttrItalic != 0 {
		a += ` font-style="italic"`
	}
	switch {
	case st.Attrs&uv.AttrStrikethrough != 0:
		a += ` text-decoration="line-through"`
	case st.Underline != 0:
		a += ` text-decoration="underline"`
	}
	return a
}

func hex(c color.Color, otherwise string) string {
	if c == nil {
		return otherwise
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
