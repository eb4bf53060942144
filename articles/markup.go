package articles

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxMarkup bounds the line that is looked at: a title has 300 characters, and
// each of a million brackets would look for its end.
const maxMarkup = 4 << 10

// withoutMarkup returns the words of one line of Markdown: emphasis, code and
// links lose their signs, entities are decoded. It need not be exact: a sign
// too many in a title harms nobody.
func withoutMarkup(s string) string {
	s = head(s, maxMarkup)
	var b strings.Builder
	for s != "" {
		n, shown := inline(s, b.String())
		b.WriteString(shown)
		s = s[n:]
	}
	return html.UnescapeString(b.String())
}

// inline takes one piece of markup, or one character, off s: n bytes that show
// as a text. before is what is shown so far.
func inline(s, before string) (n int, shown string) {
	switch s[0] {
	case '\\':
		if len(s) > 1 && strings.IndexByte("\\`*_{}[]()<>#+-.!|~", s[1]) >= 0 {
			return 2, s[1:2]
		}
	case '`', '~':
		return len(s) - len(strings.TrimLeft(s, s[:1])), tildes(s)
	case '!':
		if n, alt := link(s[1:]); n > 0 {
			return n + 1, alt
		}
	case '[':
		if n, text := link(s); n > 0 {
			return n, text
		}
	case '<':
		return tag(s)
	case '*', '_':
		return emphasis(s, before)
	}
	_, n = utf8.DecodeRuneInString(s)
	return n, s[:n]
}

// tildes keeps a single one: "~30 people".
func tildes(s string) string {
	if s[0] == '~' && !strings.HasPrefix(s, "~~") {
		return "~"
	}
	return ""
}

// link takes [text](target), [text][label] and [text] apart; n is 0 if s does
// not start with one.
func link(s string) (n int, text string) {
	end := strings.IndexByte(s, ']')
	if s == "" || s[0] != '[' || end < 0 {
		return 0, ""
	}
	text, rest := s[1:end], s[end+1:]
	for _, pair := range []string{"()", "[]"} {
		if close := strings.IndexByte(rest, pair[1]); close >= 0 && rest[0] == pair[0] {
			return end + 1 + close + 1, withoutSigns(text)
		}
	}
	return 0, ""
}

func withoutSigns(s string) string { return strings.NewReplacer("*", "", "`", "").Replace(s) }

// tag drops <b> and shows what stands in <https://…>.
func tag(s string) (n int, shown string) {
	end := strings.IndexByte(s, '>')
	if end < 2 || s[1] != '/' && !unicode.IsLetter(rune(s[1])) {
		return 1, "<"
	}
	if inner := s[1:end]; strings.Contains(inner, "://") && !strings.ContainsAny(inner, " \"=") {
		return end + 1, inner
	}
	return end + 1, ""
}

// emphasis drops a run of * or _ that stands against a word, and keeps the one
// in "2 * 3" and in snake_case.
func emphasis(s, before string) (n int, shown string) {
	n = len(s) - len(strings.TrimLeft(s, s[:1]))
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(s[n:])
	openLeft := before == "" || unicode.IsSpace(last)
	openRight := n == len(s) || unicode.IsSpace(next)
	inWord := isWord(last) && isWord(next)
	if openLeft && openRight || s[0] == '_' && inWord {
		return n, s[:n]
	}
	return n, ""
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
