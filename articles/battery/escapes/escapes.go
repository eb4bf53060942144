// Package escapes has what a hostile article would say to a terminal, in every
// way that a file can write it, and says whether any of it came through. It asks
// Unicode's own tables and not package clean, whose work it judges. It is no part
// of the program.
package escapes

import (
	"encoding/base64"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Payload is something that must not reach a terminal as it is.
type Payload struct{ Name, Text string }

// Tell is what each payload that shows anything ends in, so that a test can see
// that it stood where it was put.
const Tell = "zqx"

// Raw are payloads as the bytes of a file.
func Raw() []Payload {
	return []Payload{
		{"colour", "\x1b[38;5;213;5mzqx"},
		{"conceal", "\x1b[8mzqx"},
		{"colour in colons", "\x1b[38:2::1:2:3mzqx"},
		{"clear", "\x1b[2J\x1b[Hzqx"},
		{"reset", "\x1bczqx"},
		{"index of lines", "\x1bM\x1bD\x1bEzqx"},
		{"title", "\x1b]0;taken\x07zqx"},
		{"title, other end", "\x1b]2;taken\x1b\\zqx"},
		{"title of screen", "\x1bktaken\x1b\\zqx"},
		{"title asked for", "\x1b[21tzqx"},
		{"clipboard", "\x1b]52;c;dGFrZW4=\x07zqx"},
		{"clipboard asked for", "\x1b]52;c;?\x1b\\zqx"},
		{"clipboard through tmux", "\x1bPtmux;\x1b\x1b]52;c;dGFrZW4=\x07\x1b\\zqx"},
		{"link to a file", "\x1b]8;;file:///etc/passwd\x1b\\zqx\x1b]8;;\x1b\\"},
		{"link to the web", "\x1b]8;id=1;https://taken.example/\x1b\\zqx\x1b]8;;\x1b\\"},
		{"colours asked for", "\x1b]10;?\x07\x1b]4;1;?\x07zqx"},
		{"notification", "\x1b]777;notify;taken;now\x07\x1b]9;taken\x07zqx"},
		{"working folder", "\x1b]7;file:///taken\x07zqx"},
		{"profile of iTerm", "\x1b]1337;SetProfile=taken\x07zqx"},
		{"capability asked for", "\x1bP+q544e\x1b\\zqx"},
		{"setting asked for", "\x1bP$qm\x1b\\zqx"},
		{"picture of kitty", "\x1b_Gf=24,s=1,v=1;AAAA\x1b\\zqx"},
		{"picture of sixels", "\x1bPq#0;2;0;0;0~-\x1b\\zqx"},
		{"private message", "\x1b^taken\x1b\\\x1bXtaken\x1b\\zqx"},
		{"device asked for", "\x1b[c\x1b[>c\x1b[6n\x1b[5n\x05zqx"},
		{"mouse and focus", "\x1b[?1003h\x1b[?1004hzqx"},
		{"other screen", "\x1b[?1049l\x1b[?25lzqx"},
		{"end of a paste", "\x1b[201~rm -rf ~\rzqx"},
		{"other alphabet", "\x1b(0\x0ezqx"},
		{"scrolled away", "\x1b[1;1r\x1b[999Szqx"},
		{"never ended", "\x1b]0;zqx"},
		{"begun only", "zqx\x1b["},
		{"bell, backspace, delete", "a\x07b\x08c\x7fzqx"},
		{"null", "a\x00b\x00zqx"},
		{"return", "taken\rzqx"},
		{"return and erase", "taken\r\x1b[Kzqx"},
		{"other ends of lines", "a\u2028b\u2029c\u0085d\x0be\x0czqx"},
		{"C1 CSI", "a\u009b2Jzqx"},
		{"C1 OSC", "a\u009d0;taken\u009czqx"},
		{"C1 DCS, APC, SOS", "\u0090+q544e\u009c\u009fG\u009c\u0098\u009czqx"},
		{"turned round", "a\u202eb\u202d\u202a\u202bzqx"},
		{"isolates", "a\u2066b\u2067c\u2068d\u2069zqx"},
		{"marks of direction", "a\u200eb\u200fc\u061czqx"},
		{"without width", "a\u200bb\u2060c\ufeffd\u00ade\u180ezqx"},
		{"in secret", "a\U000e0001\U000e0068\U000e0069\U000e007fzqx"},
		{"without sense", "a\u2061b\u2064c\u206af\ufff9g\ufffbzqx"},
		{"music without width", "a\U0001d173b\U0001d17azqx"},
		{"shorthand without width", "a\U0001bca0b\U0001bca3zqx"},
		{"marks without end", "e" + strings.Repeat("\u0301\u0489", 20) + "zqx"},
		{"joiners without end", "e" + strings.Repeat("\u200d", 40) + "zqx"},
	}
}

// Bytes are payloads that are no UTF-8.
func Bytes() []Payload {
	return []Payload{
		{"byte CSI", "a\x9b2Jzqx"},
		{"byte OSC", "a\x9d0;taken\x9czqx"},
		{"byte DCS", "a\x90+q544e\x9czqx"},
		{"halves of a C1 apart", "\xc2\x11\x9bzqx"},
		{"escape, too long", "\xc0\x9b[2J\xe0\x80\x9b[2Jzqx"},
		{"surrogates", "\xed\xa0\xbd\xed\xb8\x80zqx"},
		{"bytes of nothing", "\xff\xfe\xf5\x80zqx"},
	}
}

// Entities are payloads as HTML and Markdown may write them.
func Entities() []Payload {
	all := []Payload{
		{"decimal", "&#27;[2Jzqx"},
		{"decimal, conceal", "&#27;[8mzqx"},
		{"hexadecimal", "&#x1b;]52;c;dGFrZW4=&#x7;zqx"},
		{"device", "&#27;P+q544e&#27;\\zqx"},
		{"C1", "&#x9b;2J&#155;&#x9d;0;taken&#x9c;&#x90;&#x81;zqx"},
		{"turned round", "a&#8238;b&rlm;c&lrm;&#x2066;zqx"},
		{"without width", "a&ZeroWidthSpace;b&shy;c&NoBreak;&#xfeff;zqx"},
		{"white space", "a&NewLine;b&Tab;c&#10;d&#13;zqx"},
		{"nothing", "a&#0;b&#xfffe;&#x110000;zqx"},
		{"split", "&**#27;**[2Jzqx"},
		{"split by code", "&`#27;`[2Jzqx"},
		{"in an entity", "&amp;#27;[2J&#38;#27;[2Jzqx"},
		{"in two", "&amp;amp;#27;[2Jzqx"},
		{"escaped", "\\&#27;[2Jzqx"},
		{"not ended", "&#27[2J&#x1b[2Jzqx"},
		{"many digits", "&#0000027;[2J&#x000001b;[2Jzqx"},
		{"stacked", "e" + strings.Repeat("&#x301;", 40) + "zqx"},
	}
	for _, p := range Raw() {
		if p.Name == "clipboard" || p.Name == "link to a file" || p.Name == "other ends of lines" {
			all = append(all, Payload{p.Name + ", all of it", entities(p.Text)})
		}
	}
	return all
}

// entities writes all but letters and digits as references.
func entities(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < utf8.RuneSelf && (r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "&#x%x;", r)
		}
	}
	return b.String()
}

// All are the payloads of every kind.
func All() []Payload { return append(append(Raw(), Bytes()...), Entities()...) }

// YAML is a text as a double-quoted scalar in which whatever is no letter is
// escaped: a parser decodes it to the very characters. Bytes that are no UTF-8
// stand as they are.
func YAML(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i, r := range s {
		switch {
		case r == utf8.RuneError && s[i] != "\ufffd"[0]:
			b.WriteByte(s[i])
		case r == 0x1b:
			b.WriteString(`\e`)
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r >= ' ' && r < 0x7f:
			b.WriteRune(r)
		case r <= 0xff:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r <= 0xffff:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
	}
	return b.String() + `"`
}

// Binary is a text as YAML's binary scalar.
func Binary(s string) string { return "!!binary " + base64.StdEncoding.EncodeToString([]byte(s)) }
