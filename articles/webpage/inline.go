package webpage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/model/clean"
)

// inline gathers the text of one paragraph as Markdown.
type inline struct {
	b     []byte
	space bool // white space is due before the next word
	line  bool // that white space has a line end in it
	bold  bool // the paragraph is bold
	flat  bool // in a cell of a table: all on one line
}

// take returns what was gathered, without white space around it, and starts
// anew.
func (l *inline) take() string {
	s := strings.TrimSpace(string(l.b))
	if s != "" && l.bold {
		s = "**" + strings.ReplaceAll(s, "  \n", " ") + "**"
	}
	*l = inline{b: l.b[:0], flat: l.flat}
	return s
}

// text adds text of the page. White space is one space, as browsers have it,
// and none between the lines of a text that is written without spaces.
func (l *inline) text(s string) {
	s = clean.Text(s)
	for s != "" {
		n := strings.IndexFunc(s, isSpace)
		if n != 0 {
			if n < 0 {
				n = len(s)
			}
			l.word(s[:n])
			s = s[n:]
			continue
		}
		rest := strings.TrimLeftFunc(s, isSpace)
		l.space = true
		l.line = l.line || strings.Contains(s[:len(s)-len(rest)], "\n")
		s = rest
	}
}

func isSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\f' }

func (l *inline) word(s string) {
	next, _ := utf8.DecodeRuneInString(s)
	l.gap(next)
	for i, r := range s {
		if l.escapes(s, i, r) {
			l.b = append(l.b, '\\')
		}
		l.b = utf8.AppendRune(l.b, r)
	}
}

// gap writes the white space that is due before next.
func (l *inline) gap(next rune) {
	if l.space && len(l.b) > 0 && l.b[len(l.b)-1] != '\n' && !(l.line && unspaced(l.last()) && unspaced(next)) {
		l.b = append(l.b, ' ')
	}
	l.space, l.line = false, false
}

// raw adds Markdown as it is.
func (l *inline) raw(s string) {
	if s != "" {
		l.gap(' ')
		l.b = append(l.b, s...)
	}
}

func (l *inline) last() rune {
	r, _ := utf8.DecodeLastRune(l.b)
	return r
}

// separate parts what stood on lines of its own from what stood before it.
func (l *inline) separate() {
	if len(l.b) > 0 && l.last() != '·' {
		l.text(" · ")
	}
}

// lineBreak breaks the line.
func (l *inline) lineBreak() {
	if len(l.b) > 0 {
		l.b = append(l.b, "  \n"...)
	}
	l.space, l.line = false, false
}

// unspaced reports the characters of scripts that put no space between words.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef
}

// span puts what was added since a point behind one sign and before another,
// white space outside. It does nothing where there are no words.
func (l *inline) span(since int, before, after string) {
	words := string(l.b[since:])
	inner := strings.TrimSpace(words)
	if inner == "" {
		return
	}
	lead := words[:strings.Index(words, inner)]
	tail := words[len(lead)+len(inner):]
	l.b = append(l.b[:since], lead...)
	if before == "[" && lead == "" && l.last() == '!' {
		l.b = append(l.b[:len(l.b)-1], `\!`...) // else it would be a picture
	}
	l.b = append(l.b, before+inner+after+tail...)
}
