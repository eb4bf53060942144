// Package contain is the last gate before the terminal: whatever a line holds,
// only printable text, SGR sequences and web links pass. The layout makes
// nothing else, so a line that this package changes shows a fault elsewhere;
// but the terminal obeys bytes, and one fault is enough.
package contain

import (
	"strings"
	"unicode/utf8"

	"dossier/model/clean"
)

// maxURL bounds a link's target, in bytes; terminals stop at about as much.
const maxURL = 2000

const (
	escape = "\x1b"
	link   = "\x1b]8;;"
	end    = "\x1b\\"
)

// Line returns s with nothing in it but printable characters, SGR sequences and
// OSC 8 links that [URL] accepts. Nearly always that is s itself.
func Line(s string) string {
	if whole(s) {
		return s
	}
	var b strings.Builder
	for s != "" {
		n := next(s)
		if n > 0 {
			b.WriteString(s[:n])
			s = s[n:]
			continue
		}
		_, n = utf8.DecodeRuneInString(s)
		s = s[n:]
	}
	return b.String()
}

func whole(s string) bool {
	for s != "" {
		n := next(s)
		if n == 0 {
			return false
		}
		s = s[n:]
	}
	return true
}

// next is the length of what s begins with and may pass, or 0.
func next(s string) int {
	if n := clean.Printable(s); n > 0 {
		return n
	}
	if n := sgr(s); n > 0 {
		return n
	}
	return hyperlink(s)
}

// sgr is the length of the SGR sequence that s begins with, or 0.
func sgr(s string) int {
	if !strings.HasPrefix(s, escape+"[") {
		return 0
	}
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case c >= '0' && c <= '9' || c == ';' || c == ':':
		default:
			return 0
		}
	}
	return 0
}

// hyperlink is the length of the OSC 8 sequence that s begins with, or 0.
func hyperlink(s string) int {
	if !strings.HasPrefix(s, link) {
		return 0
	}
	n := strings.Index(s, end)
	if n < 0 {
		return 0
	}
	if url := s[len(link):n]; url != "" && !URL(url) {
		return 0
	}
	return n + len(end)
}

// URL reports whether a terminal may be told of a target: http, https or
// mailto, printable ASCII, at most 2,000 bytes.
func URL(u string) bool {
	if len(u) > maxURL || !schemed(u) {
		return false
	}
	for i := range len(u) {
		if u[i] <= ' ' || u[i] > '~' {
			return false
		}
	}
	return true
}

func schemed(u string) bool {
	for _, scheme := range []string{"http://", "https://", "mailto:"} {
		if len(u) > len(scheme) && strings.EqualFold(u[:len(scheme)], scheme) {
			return true
		}
	}
	return false
}
