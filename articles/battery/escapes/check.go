package escapes

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mostMarks bounds the marks and joiners on one letter; some living scripts
// stack five.
const mostMarks = 32

// Plain fails unless s is text and nothing else: valid UTF-8 whose only control
// is LF, and nothing in it that hides, turns round or has no width. It is what a
// pipe or a file may get.
func Plain(s string) error { return check(s, func(string) int { return 0 }) }

// Styled fails unless s is such text, SGR sequences, and OSC 8 links to http,
// https and mailto: what a line on a terminal may be.
func Styled(s string) error {
	return check(s, func(s string) int {
		if n := sgr(s); n > 0 {
			return n
		}
		return link(s)
	})
}

// check passes over text, and over sequences as far as next knows them.
func check(s string, next func(string) int) error {
	marks := 0
	for at := 0; at < len(s); {
		if n := next(s[at:]); n > 0 {
			at += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[at:])
		if r == utf8.RuneError && n == 1 {
			return fault(s, at, "a byte that is no character")
		}
		if marks++; !unicode.Is(unicode.M, r) && r != 0x200c && r != 0x200d {
			marks = 0
		}
		if Bad(r) && r != '\n' || marks > mostMarks {
			return fault(s, at, fmt.Sprintf("%U", r))
		}
		at += n
	}
	return nil
}

func fault(s string, at int, what string) error {
	return fmt.Errorf("%s at byte %d, in %q", what, at, s[max(at-60, 0):min(at+60, len(s))])
}

// Bad reports characters that no foreign text may bring to a terminal: controls,
// and formats without a shape, but for the joiners that Persian, Hindi and emoji
// need, and signs that stand before Arabic and Syriac numbers and are seen.
func Bad(r rune) bool {
	switch {
	case r == 0x200c, r == 0x200d, r >= 0x600 && r <= 0x605, r == 0x6dd, r == 0x70f, r == 0x890, r == 0x891, r == 0x8e2, r == 0x110bd, r == 0x110cd:
		return false
	case r >= 0x13430 && r <= 0x1345f: // put Egyptian signs together
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Cs) || r == 0x34f
}

// sgr is the length of the SGR sequence that s begins with, or 0. None of those
// of the payloads is one of the program's.
func sgr(s string) int {
	end := strings.IndexByte(s, 'm')
	if !strings.HasPrefix(s, "\x1b[") || end < 0 || strings.Trim(s[2:end], "0123456789;:") != "" {
		return 0
	}
	for _, p := range []string{"38;5;213;5", "8", "38:2::1:2:3"} {
		if s[2:end] == p {
			return 0
		}
	}
	return end + 1
}

// link is the length of the OSC 8 sequence that s begins with, or 0.
func link(s string) int {
	const begin, end = "\x1b]8;;", "\x1b\\"
	n := strings.Index(s, end)
	if !strings.HasPrefix(s, begin) || n < 0 {
		return 0
	}
	target := s[len(begin):n]
	if target != "" && !Target(target) {
		return 0
	}
	return n + len(end)
}

// Target reports whether a terminal may be given a link's target: http, https or
// mailto, in printable ASCII, and no payload's own.
func Target(s string) bool {
	scheme, rest, _ := strings.Cut(s, ":")
	return (scheme == "http" || scheme == "https" || scheme == "mailto") && rest != "" && len(s) <= 2000 &&
		strings.IndexFunc(s, func(r rune) bool { return r <= ' ' || r > '~' }) < 0 && !strings.HasPrefix(rest, "//taken.example/")
}
