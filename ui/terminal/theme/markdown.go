package theme

import (
	"charm.land/glamour/v2/ansi"

	"dossier/ui/message"
)

// markdown is the style for long reading. Colour is set on text elements only:
// Glamour styles the padding of coloured blocks cell by cell, which makes the
// output many times the size of the text.
func markdown(p palette) ansi.StyleConfig {
	yes := true
	one, two := uint(1), uint(2)
	quote := "▏ "
	heading := func() ansi.StyleBlock {
		return ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{BlockPrefix: "\n", BlockSuffix: "\n", Bold: &yes}}
	}
	first, second, minor := heading(), heading(), heading()
	first.Underline = &yes
	second.Color = p.accent.primitive().Color
	minor.Italic = &yes
	rule, image, comment := p.faint.primitive(), p.muted.primitive(), p.muted.primitive()
	rule.Format = "\n· · ·\n"
	image.Format = "[" + message.Say("image: %s", "{{.text}}") + "]"
	comment.Italic = &yes
	return ansi.StyleConfig{
		BlockQuote:     ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Italic: &yes}, Indent: &one, IndentToken: &quote},
		Heading:        heading(),
		H1:             first,
		H2:             second,
		H3:             minor,
		H4:             minor,
		H5:             minor,
		H6:             minor,
		Strikethrough:  ansi.StylePrimitive{CrossedOut: &yes},
		Emph:           ansi.StylePrimitive{Italic: &yes},
		Strong:         ansi.StylePrimitive{Bold: &yes},
		HorizontalRule: rule,
		Item:           ansi.StylePrimitive{BlockPrefix: "• "},
		Enumeration:    ansi.StylePrimitive{BlockPrefix: ". "},
		Task:           ansi.StyleTask{Ticked: "[x] ", Unticked: "[ ] "},
		LinkText:       ansi.StylePrimitive{Underline: &yes},
		ImageText:      image,
		Code:           ansi.StyleBlock{StylePrimitive: p.accent.primitive()},
		CodeBlock: ansi.StyleCodeBlock{
			StyleBlock: ansi.StyleBlock{Margin: &two},
			Chroma: &ansi.Chroma{
				Comment:       comment,
				Keyword:       ansi.StylePrimitive{Bold: &yes},
				LiteralString: p.accent.primitive(),
			},
		},
		HTMLBlock: ansi.StyleBlock{StylePrimitive: p.muted.primitive()},
	}
}
