package detect

import (
	"strings"
	"unicode/utf8"
)

// withoutEnding returns the name without an ending that its family name does
// not have elsewhere in the body: a genitive's s, or what a case adds.
func (p *people) withoutEnding(n fullName) (string, bool) {
	if p.base == "en" || p.looks <= 0 || !strings.HasSuffix(n.full, n.family) {
		return "", false
	}
	head := strings.TrimSuffix(n.full, n.family)
	var buf [maxWord]byte
	if len(n.family) >= maxWord || p.scanner.in.longest == 0 {
		return "", false
	}
	low := appendLower(buf[:0], n.family)
	found := ""
	p.scanner.in.stems(low, func(stem []byte) bool {
		if len(stem) < len(low) && utf8.RuneCount(stem) >= shortName && p.looks > 0 && len(stem) <= len(n.family) {
			p.looks--
			if base := likeCase(n.family, low, stem); base != n.family && p.stands(base) {
				found = head + base
			}
		}
		return found != ""
	})
	return found, found != ""
}

// likeCase writes a stem of a word in lower case with the capitals of the word. The
// stem may end in a letter that the ending replaced.
func likeCase(word string, low, stem []byte) string {
	n := 0
	for n < len(stem) && n < len(low) && low[n] == stem[n] {
		n++
	}
	for n > 0 && n < len(low) && !utf8.RuneStart(low[n]) {
		n--
	}
	if len(low) != len(word) {
		return word
	}
	return word[:n] + string(stem[n:])
}

// stands reports whether a word stands in the body.
func (p *people) stands(word string) bool {
	body := p.runs.body
	for i := 0; ; {
		at := strings.Index(body[i:], word)
		if at < 0 {
			return false
		}
		i += at + len(word)
		next, _ := utf8.DecodeRuneInString(body[i:])
		before, _ := utf8.DecodeLastRuneInString(body[:i-len(word)])
		if classOf(next) == none && classOf(before) == none {
			return true
		}
	}
}
