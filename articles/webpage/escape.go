package webpage

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// escapes reports that character r of word s, at i, would mean something to a
// reader of Markdown where it comes to stand. As few as possible are escaped:
// the sign would stand in the way of who seeks the word.
func (l *inline) escapes(s string, i int, r rune) bool {
	if r >= utf8.RuneSelf || unicode.IsLetter(r) || r == ' ' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s[i+1:]) // RuneError at the end of the word
	switch r {
	case '`', '*':
		return r == '`' || len(s) > 1 || l.bold || !l.alone() || l.opensLine()
	case '\\':
		return next == utf8.RuneError || next < utf8.RuneSelf && (unicode.IsPunct(next) || unicode.IsSymbol(next))
	case '_':
		return !(isWord(l.last()) && isWord(next)) && !(len(s) == 1 && l.alone() && !l.opensLine())
	case '~':
		return next == '~' || !l.alone()
	case '<':
		return next == utf8.RuneError || unicode.IsLetter(next) || strings.ContainsRune("/!?", next)
	case '&', ';':
		return l.refers(s, i)
	case '(', '[':
		return l.last() == ']' || r == '[' && l.opensLine() && isBox(s[i+1:])
	case '|':
		return l.flat || l.opensLine()
	}
	return l.opens(s, i)
}

// alone reports that white space or nothing stands before.
func (l *inline) alone() bool { return len(l.b) == 0 || unicode.IsSpace(l.last()) }

func (l *inline) opensLine() bool { return len(l.b) == 0 || l.last() == '\n' }

// isBox reports what makes, behind a bracket, the box of a task: x], and a blank.
func isBox(rest string) bool {
	return rest == "" || len(rest) > 1 && strings.ContainsRune("xX", rune(rest[0])) && rest[1] == ']'
}

func isWord(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// refers reports a & that begins a character reference, or a ; that ends one
// whose beginning stood in another element.
func (l *inline) refers(s string, i int) bool {
	if s[i] == '&' {
		n := strings.IndexFunc(s[i+1:], notInReference)
		return n > 0 && s[i+1+n] == ';'
	}
	tail := string(l.b[max(0, len(l.b)-maxReference):])
	at := strings.LastIndexByte(tail, '&')
	return at >= 0 && strings.IndexFunc(tail[at+1:], notInReference) < 0 && !strings.HasSuffix(tail[:at], `\`)
}

// maxReference is longer than any reference has been, zeros aside.
const maxReference = 64

func notInReference(r rune) bool {
	return r >= utf8.RuneSelf || r != '#' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// opens reports a sign that makes a heading, quote, list, rule or link target
// of a line.
func (l *inline) opens(s string, i int) bool {
	rest := s[i+1:]
	switch r := s[i]; r {
	case '#':
		return l.alone() && strings.Trim(rest, "#") == ""
	case '>', '=':
		return l.opensLine()
	case '+', '-':
		return l.opensLine() && (rest == "" || rest[0] == r)
	case ':':
		return l.last() == ']' || l.opensLine() && strings.HasPrefix(rest, "-")
	case '.', ')':
		return rest == "" && l.numbersLine()
	}
	return false
}

// maxNumber is one more than the digits that the number of a list item may have.
const maxNumber = 10

// numbersLine reports that a line has begun with a number and nothing else.
func (l *inline) numbersLine() bool {
	tail := l.b[max(0, len(l.b)-maxNumber):]
	tail = tail[bytes.LastIndexByte(tail, '\n')+1:]
	return len(tail) > 0 && len(tail) < maxNumber && len(bytes.Trim(tail, "0123456789")) == 0
}
