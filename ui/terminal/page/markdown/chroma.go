package markdown

import (
	"fmt"
	"strings"
	"sync"

	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
	"github.com/alecthomas/chroma/v2"
)

// chroming is held while code is coloured: chroma's table of themes has no lock.
//
// Glamour would make the theme itself, but only of the first style that it sees
// in a program, and it panics with its own lock held where a colour is given by
// its number.
var chroming sync.Mutex

// chromaStyle makes a style's colours for code a theme of chroma's.
func chromaStyle(c *ansi.Chroma) (*chroma.Style, error) {
	entries := chroma.StyleEntries{}
	for t, p := range map[chroma.TokenType]*ansi.StylePrimitive{
		chroma.Text: &c.Text, chroma.Error: &c.Error, chroma.Background: &c.Background,
		chroma.Comment: &c.Comment, chroma.CommentPreproc: &c.CommentPreproc,
		chroma.Keyword: &c.Keyword, chroma.KeywordReserved: &c.KeywordReserved,
		chroma.KeywordNamespace: &c.KeywordNamespace, chroma.KeywordType: &c.KeywordType,
		chroma.Operator: &c.Operator, chroma.Punctuation: &c.Punctuation,
		chroma.Name: &c.Name, chroma.NameBuiltin: &c.NameBuiltin, chroma.NameTag: &c.NameTag,
		chroma.NameAttribute: &c.NameAttribute, chroma.NameClass: &c.NameClass,
		chroma.NameConstant: &c.NameConstant, chroma.NameDecorator: &c.NameDecorator,
		chroma.NameException: &c.NameException, chroma.NameFunction: &c.NameFunction, chroma.NameOther: &c.NameOther,
		chroma.Literal: &c.Literal, chroma.LiteralNumber: &c.LiteralNumber, chroma.LiteralDate: &c.LiteralDate,
		chroma.LiteralString: &c.LiteralString, chroma.LiteralStringEscape: &c.LiteralStringEscape,
		chroma.GenericDeleted: &c.GenericDeleted, chroma.GenericInserted: &c.GenericInserted,
		chroma.GenericEmph: &c.GenericEmph, chroma.GenericStrong: &c.GenericStrong, chroma.GenericSubheading: &c.GenericSubheading,
	} {
		entries[t] = entry(p)
	}
	return chroma.NewStyle("dossier", entries)
}

// entry is a look in chroma's words.
func entry(p *ansi.StylePrimitive) string {
	var words []string
	if p.Color != nil {
		words = append(words, hex(*p.Color))
	}
	if p.BackgroundColor != nil {
		words = append(words, "bg:"+hex(*p.BackgroundColor))
	}
	for word, on := range map[string]*bool{"bold": p.Bold, "italic": p.Italic, "underline": p.Underline} {
		if deref(on) {
			words = append(words, word)
		}
	}
	return strings.Join(words, " ")
}

func hex(colour string) string {
	r, g, b, _ := lipgloss.Color(colour).RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
