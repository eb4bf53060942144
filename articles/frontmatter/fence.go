package frontmatter

import (
	"encoding/json"
	"errors"
	"strings"
)

// How far the closing fence is looked for. Beyond it a text that opens with a
// rule is a text, however many keys it seems to hold.
const (
	maxBlock = 64 << 10
	maxLines = 1000
)

var (
	errNone     = errors.New("no front matter")
	errUnclosed = errors.New("front matter is not closed: put a line --- after it; all of the file is shown as text")
	errTOML     = errors.New("front matter in TOML is not read: write it in YAML between two lines ---; all of the file is shown as text")
	errJSON     = errors.New("front matter in JSON is not read: write it in YAML between two lines ---; all of the file is shown as text")
)

// split finds the block between a first line `---` and the next `---` or `...`.
// The body starts at its first line that is not blank.
func split(text string) (block, body string, err error) {
	first, rest, ok := strings.Cut(text, "\n")
	switch fence := strings.TrimRight(first, " \t"); {
	case fence == "+++" && ok && strings.Contains(rest, "\n+++"):
		return "", text, errTOML
	case first != "" && first[0] == '{' && isJSON(text[:min(len(text), maxBlock)]):
		return "", text, errJSON
	case fence != "---" || !ok:
		return "", text, errNone
	}
	end, after := closing(rest)
	switch {
	case end >= 0:
		return rest[:end], skipBlank(rest[after:]), nil
	case startsWithKey(rest):
		return "", text, errUnclosed
	}
	return "", text, errNone
}

// isJSON reports an object with a name at the start of a text.
func isJSON(text string) bool {
	d := json.NewDecoder(strings.NewReader(text))
	if open, err := d.Token(); err != nil || open != json.Delim('{') {
		return false
	}
	name, err := d.Token()
	_, isName := name.(string)
	return err == nil && isName
}

// closing returns where the closing fence starts and where the line after it
// does; -1 if there is none near enough.
func closing(s string) (start, after int) {
	at := 0
	for n := 0; n < maxLines && at < min(len(s), maxBlock); n++ {
		line, _, more := strings.Cut(s[at:], "\n")
		next := at + len(line)
		if more {
			next++
		}
		if fence := strings.TrimRight(line, " \t"); fence == "---" || fence == "..." {
			return at, next
		}
		at = next
	}
	return -1, -1
}

func skipBlank(s string) string {
	for {
		line, rest, more := strings.Cut(s, "\n")
		if !more || strings.TrimSpace(line) != "" {
			return s
		}
		s = rest
	}
}

func startsWithKey(s string) bool {
	line, _, _ := strings.Cut(s, "\n")
	_, _, ok := cutKey(line)
	return ok
}

// cutKey takes `key: value` apart where the key stands at the left edge.
func cutKey(line string) (key, value string, ok bool) {
	n := 0
	for n < len(line) && isKeyByte(line[n]) {
		n++
	}
	value, ok = strings.CutPrefix(line[n:], ":")
	if n == 0 || !ok || value != "" && value[0] != ' ' && value[0] != '\t' {
		return "", "", false
	}
	return strings.ToLower(line[:n]), value, true
}

func isKeyByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == '-'
}
