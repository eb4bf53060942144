package yamldoc

import (
	"strings"
	"unicode/utf8"
)

// Most front matter is a few keys, each with a word, a line in quotes or a list
// of names. To read that takes a tenth of what the library takes, which of a
// folder with tens of thousands of files is half a second. Whatever is not
// certainly as plain as that is left to the library: plain never finds a fault.

// plain reads a text line by line.
type plain struct {
	rest   string // the lines after this one
	line   string // this one, from its first letter on
	indent int    // how many spaces stand before that
	number int    // of this line, from 1
	more   bool   // there is a line
}

// readPlain reads a mapping as the library would. It reports false if that is
// not certain.
func readPlain(text string) (top node, ok bool) {
	p := plain{rest: text}
	if !p.next() || !p.more || p.indent > 0 {
		return node{}, false
	}
	top, ok = p.mapping(0)
	return top, ok && !p.more
}

// next goes to the next line that is not empty.
func (p *plain) next() bool {
	for p.line = ""; p.line == ""; p.number++ {
		if p.more = p.rest != ""; !p.more {
			return true
		}
		p.line, p.rest, _ = strings.Cut(p.rest, "\n")
	}
	for _, r := range p.line {
		if !printed(r) {
			return false
		}
	}
	letters := strings.TrimLeft(p.line, " ")
	p.indent, p.line = len(p.line)-len(letters), strings.TrimRight(letters, " ")
	return p.line != ""
}

// printed reports what YAML takes for a letter wherever it stands. What ends
// lines for YAML alone is none.
func printed(r rune) bool {
	return ' ' <= r && r <= '~' || r > 0xa0 && r != 0x2028 && r != 0x2029 && r != 0xfeff && r != utf8.RuneError && r < 0xfffe || r > 0xffff
}

func (p *plain) mapping(indent int) (m node, ok bool) {
	m = node{kind: mapping, line: p.number}
	for p.more && p.indent == indent {
		key, value, ok := cutKey(p.line)
		if !ok {
			return m, isItem(p.line) && len(m.kids) > 0
		}
		if m.kids == nil {
			m.kids = make([]node, 0, 16)
		}
		m.kids = append(m.kids, node{text: key, null: isNull(key), line: p.number})
		v, ok := p.value(value, indent)
		if !ok {
			return m, false
		}
		m.kids = append(m.kids, v)
	}
	return m, true
}

// value reads what stands behind a key, on its line or below it.
func (p *plain) value(value string, indent int) (v node, ok bool) {
	if value != "" {
		return p.inline(value, indent)
	}
	switch ok = p.next(); {
	case !ok || !p.more || p.indent < indent:
		return v, false // nothing: the library knows in which line
	case isItem(p.line):
		v, ok = p.list(p.indent)
	case p.indent > indent:
		v, ok = p.mapping(p.indent)
	default:
		return v, false
	}
	return v, ok && (!p.more || p.indent <= indent)
}

// inline reads what ends with its line.
func (p *plain) inline(text string, indent int) (v node, ok bool) {
	if inner, found := strings.CutPrefix(text, "["); found {
		v, ok = flow(inner, p.number)
	} else {
		v, ok = scalarOf(text, p.number)
	}
	return v, ok && p.next() && (!p.more || p.indent <= indent)
}

func isItem(line string) bool { return strings.HasPrefix(line, "- ") }

func (p *plain) list(indent int) (l node, ok bool) {
	l = node{kind: list, line: p.number}
	for p.more && p.indent == indent && isItem(p.line) {
		item := strings.TrimLeft(p.line[1:], " ")
		var v node
		if _, _, key := cutKey(item); key {
			p.indent, p.line = p.indent+len(p.line)-len(item), item
			v, ok = p.mapping(p.indent)
			ok = ok && (!p.more || p.indent <= indent)
		} else {
			v, ok = p.inline(item, indent)
		}
		if !ok {
			return l, false
		}
		l.kids = append(l.kids, v)
	}
	return l, true
}

// maxKey bounds a key; YAML has a limit too.
const maxKey = 64

// cutKey takes `key: value` apart. A key is letters, digits, - and _.
func cutKey(line string) (key, value string, ok bool) {
	n := 0
	for n < min(len(line), maxKey) && (isLetter(line[n]) || n > 0 && (isDigit(line[n]) || line[n] == '-' || line[n] == '_')) {
		n++
	}
	key, value = line[:n], line[n:]
	if n == 0 || value == "" || value[0] != ':' || len(value) > 1 && value[1] != ' ' {
		return "", "", false
	}
	return key, strings.TrimLeft(value[1:], " "), true
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }

// scalarOf reads a text that fills the rest of a line.
func scalarOf(text string, line int) (v node, ok bool) {
	v = node{line: line, text: text}
	switch c := text[0]; {
	case c == '"' || c == '\'':
		inner, ok := strings.CutSuffix(text[1:], text[:1])
		v.text = inner
		return v, ok && len(text) > 1 && !strings.ContainsAny(inner, text[:1]+`\`)
	case !begins(c) || text[len(text)-1] == ':' || strings.Contains(text, ": ") || strings.Contains(text, " #"):
		return v, false
	}
	v.null = isNull(text)
	return v, true
}

// begins reports what a text without quotes may begin with.
func begins(c byte) bool {
	return isLetter(c) || isDigit(c) || c >= utf8.RuneSelf || strings.IndexByte("_(/.+$~", c) >= 0
}

func isNull(text string) bool {
	switch text {
	case "~", "null", "Null", "NULL":
		return true
	}
	return false
}

// flow reads the values of a list behind its bracket.
func flow(inner string, line int) (l node, ok bool) {
	l = node{kind: list, line: line}
	if inner == "]" {
		return l, true
	}
	for {
		inner = strings.TrimLeft(inner, " ")
		end := itemEnd(inner)
		if end <= 0 {
			return l, false
		}
		item := strings.TrimRight(inner[:end], " ")
		if item == "" || item[0] != '"' && item[0] != '\'' && strings.ContainsAny(item, "[]{}:#?\"") {
			return l, false
		}
		v, ok := scalarOf(item, line)
		if !ok {
			return l, false
		}
		l.kids = append(l.kids, v)
		if inner = inner[end:]; inner == "]" {
			return l, true
		}
		if inner[0] != ',' {
			return l, false
		}
		inner = inner[1:]
	}
}

// itemEnd is where a value in brackets ends: at a comma or a bracket that is in
// no quotes. It is -1 if none is there.
func itemEnd(s string) int {
	from := 0
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		from = 1 + strings.IndexByte(s[1:], s[0])
		if from == 0 {
			return -1
		}
	}
	end := strings.IndexAny(s[from:], ",]")
	if end < 0 {
		return -1
	}
	return from + end
}
