package markdown

import (
	"strings"

	"charm.land/glamour/v2/ansi"
	widths "dossier/ui/terminal/width"
)

// Ornaments are what a style puts beside the text. Where it matters which they
// are, or that no line ends in them, they too have runes to stand in for them:
// Glamour would take a quote's bar of two cells for one, and begin the second
// line of an item below its marker. Markers take no cells at all in it: they are
// moved into the indent of the list.
const (
	firstMarker   rune = 0x2060 // word joiner and what follows it: without width
	firstOrnament rune = 0x100000
	barRune            = firstOrnament     // one cell of a quote's bar
	emptyRune          = firstOrnament + 1 // a line that is empty in the body
)

// ornament is text beside the body's: an item's marker, or one character.
type ornament struct {
	text string
	kind kind
}

// kind is what an ornament belongs to.
type kind uint8

const (
	other kind = iota // Glamour's own
	quoteBar
	itemMarker
	blockRule
	codePadding
)

// look is a style made ready for text of stand-ins.
type look struct {
	ansi.StyleConfig
	ornaments []ornament // by rune, from firstOrnament
	bar       []string   // the cells of a quote's bar
	markers   []string   // by rune, from firstMarker
	bullet    int        // the widths of markers, in cells
	point     int        // of what follows a number
	box       int
	image     [2]string // before and after what a picture shows
}

func newLook(style *ansi.StyleConfig, width int) *look {
	l := &look{StyleConfig: *style, ornaments: []ornament{{"", quoteBar}, {"", other}}}
	if inset(l.Document) > width-Narrowest {
		l.Document.Indent, l.Document.Margin = nil, nil
	}
	l.quotes()
	l.lists()
	l.rules()
	l.Code.Prefix, l.Code.Suffix = l.stand(l.Code.Prefix, codePadding), l.stand(l.Code.Suffix, codePadding)
	l.images()
	l.code()
	if l.DefinitionList.Indent == nil {
		l.DefinitionList.Indent = cells(2)
	}
	return l
}

// inset is what a block's style takes from the room of the text in it.
func inset(s ansi.StyleBlock) int {
	return int(deref(s.Indent)) + 2*int(deref(s.Margin))
}

func cells(n int) *uint {
	u := uint(n)
	return &u
}

func deref[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}

// quotes makes every cell of the bar an indent of its own.
func (l *look) quotes() {
	token, times := "│ ", uint(1)
	if q := l.BlockQuote; q.IndentToken != nil {
		token = *q.IndentToken
		if q.Indent != nil {
			times = *q.Indent
		}
	}
	l.bar = strings.Split(strings.Repeat(token, int(min(times, 4))), "")
	if widths.Of(strings.Join(l.bar, "")) != len(l.bar) || len(l.bar) > 8 {
		l.bar = []string{"│", " "}
	}
	one := string(barRune)
	l.BlockQuote.IndentToken, l.BlockQuote.Indent, l.BlockQuote.Margin = &one, cells(len(l.bar)), nil
}

// lists takes the markers out of the style.
func (l *look) lists() {
	take := func(s *string, otherwise string) int {
		marker := *s
		if marker == "" {
			marker = otherwise
		}
		*s = string(firstMarker + rune(len(l.markers)))
		l.markers = append(l.markers, marker)
		return widths.Of(marker)
	}
	l.bullet = take(&l.Item.BlockPrefix, "• ")
	l.point = take(&l.Enumeration.BlockPrefix, ". ")
	l.box = max(take(&l.Task.Ticked, "[x] "), take(&l.Task.Unticked, "[ ] "))
}

// rules keeps the style's rule if it fits everywhere, else it makes one of dashes.
func (l *look) rules() {
	text := strings.TrimSpace(l.HorizontalRule.Format)
	if text == "" || strings.Contains(text, "{{") || widths.Of(text) > Narrowest/2 {
		text = strings.Repeat("─", Narrowest/2)
	}
	l.HorizontalRule.Format = "\n" + l.stand(text, blockRule) + "\n"
}

// images takes apart the format for pictures: its text is to be stand-ins too.
func (l *look) images() {
	before, after, ok := strings.Cut(l.ImageText.Format, "{{.text}}")
	if !ok || strings.Contains(before+after, "{{") {
		before, after = "[image: ", "]"
	}
	l.image, l.ImageText.Format = [2]string{before, after}, ""
}

// code bounds the indent of blocks of code. Their colours are mixed elsewhere.
func (l *look) code() {
	c := &l.CodeBlock
	c.Theme, c.Chroma = "", nil
	if deref(c.Indent)+deref(c.Margin) > leastText/2 {
		c.Indent, c.Margin = nil, cells(2)
	}
}

// stand returns runes to stand in for an ornament. What is not one cell wide
// stands for itself.
func (l *look) stand(text string, k kind) string {
	var b strings.Builder
	for text != "" {
		n, w := widths.First(text)
		c := text[:n]
		if text = text[n:]; w == 1 {
			b.WriteRune(firstOrnament + rune(len(l.ornaments)))
			l.ornaments = append(l.ornaments, ornament{c, k})
		} else {
			b.WriteString(c)
		}
	}
	return b.String()
}

// with is the style for lists whose markers take so many cells: those outside
// of others, and those within.
func (l *look) with(markers [2]int) ansi.StyleConfig {
	s := l.StyleConfig
	s.List.Indent, s.List.LevelIndent = cells(markers[0]), uint(markers[1])
	if t := &s.Table; t.RowSeparator != nil && t.ColumnSeparator != nil && t.CenterSeparator == nil {
		t.CenterSeparator = t.RowSeparator
	}
	return s
}
