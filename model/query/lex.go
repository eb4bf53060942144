package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a piece of a typed query.
type token struct {
	kind       kind
	start, end int // bytes of the typed text
	field      Field
	values     []typed // of a term; none while its value is still to be typed
	unknown    string  // what looked like a field's name and is none
}

// typed is a value of a term before it is cleaned.
type typed struct {
	text   string
	quoted bool
}

type kind uint8

const (
	endToken kind = iota
	termToken
	openToken
	closeToken
	orToken
	andToken
	notToken
)

var operators = map[string]kind{"OR": orToken, "AND": andToken, "NOT": notToken}

// lexer cuts a query into tokens. Whatever is typed, there is a way to read it.
type lexer struct {
	s  string
	at int
}

func (l *lexer) next() token {
	l.skipBlank()
	t := token{start: l.at}
	switch r, n := l.peek(); {
	case n == 0:
		t.kind = endToken
	case r == '(':
		t.kind = openToken
		l.at += n
	case r == ')':
		t.kind = closeToken
		l.at += n
	case r == '-':
		t.kind = notToken
		l.at += n
	case isQuote(r):
		t.kind = termToken
		t.values = []typed{l.quoted()}
	default:
		l.word(&t)
	}
	t.end = l.at
	return t
}

// skipBlank passes over white space and over dashes that stand between words
// and negate none.
func (l *lexer) skipBlank() {
	for {
		l.skip(unicode.IsSpace)
		rest := l.s[l.at:]
		if len(rest) == 0 || rest[0] != '-' {
			return
		}
		if r, n := utf8.DecodeRuneInString(rest[1:]); n > 0 && r != ')' && !unicode.IsSpace(r) {
			return
		}
		l.at++
	}
}

// word reads what is neither quoted nor a parenthesis: an operator, a field
// with its values, or a bare word.
func (l *lexer) word(t *token) {
	start := l.at
	text := l.skip(func(r rune) bool { return !ends(r) })
	name, value, colon := strings.Cut(text, ":")
	if colon {
		if field, known := fieldNamed(name); known {
			l.at = start + len(name) + 1
			t.kind, t.field = termToken, field
			l.list(t)
			return
		}
	}
	if op, ok := operators[text]; ok {
		t.kind = op
		return
	}
	bare := typed{text: text}
	if r, _ := l.peek(); colon && value == "" && isQuote(r) && isName(name) {
		phrase := l.quoted()
		bare, value = typed{text + phrase.text, true}, phrase.text
	}
	if colon && looksLikeField(name, value) {
		t.unknown = name
	}
	t.kind, t.values = termToken, []typed{bare}
}

// list reads the values of a field, with commas between them.
func (l *lexer) list(t *token) {
	for {
		if r, _ := l.peek(); isQuote(r) {
			t.values = append(t.values, l.quoted())
		} else if v := l.skip(func(r rune) bool { return r != ',' && !ends(r) }); v != "" {
			t.values = append(t.values, typed{text: v})
		}
		if r, _ := l.peek(); r != ',' {
			return
		}
		l.at++
	}
}

// quoted reads from an opening quote to the next one or the end.
func (l *lexer) quoted() typed {
	_, n := l.peek()
	l.at += n
	var b strings.Builder
	for {
		b.WriteString(l.skip(func(r rune) bool { return r != '\\' && !isQuote(r) }))
		r, n := l.peek()
		l.at += n
		if r != '\\' {
			return typed{b.String(), true}
		}
		escaped, n := l.peek()
		if escaped != '\\' && !isQuote(escaped) {
			b.WriteByte('\\')
			continue
		}
		b.WriteRune(escaped)
		l.at += n
	}
}

// peek returns the next rune and its length, which is 0 at the end.
func (l *lexer) peek() (rune, int) { return utf8.DecodeRuneInString(l.s[l.at:]) }

// skip passes over the runes that f holds of and returns them.
func (l *lexer) skip(f func(rune) bool) string {
	start := l.at
	for {
		r, n := l.peek()
		if n == 0 || !f(r) {
			return l.s[start:l.at]
		}
		l.at += n
	}
}

// ends reports what a bare word ends at.
func ends(r rune) bool { return unicode.IsSpace(r) || r == '(' || r == ')' || isQuote(r) }

// isQuote reports quotation marks, straight and typographic. The apostrophes ‘
// and ’ are not among them: they are parts of words.
func isQuote(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '«', '»':
		return true
	}
	return false
}
