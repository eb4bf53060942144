package mark

import (
	"fmt"
	"hash/crc32"
	"strings"
)

// Position is a place in a body. It names the paragraph too, by its bytes, so
// that it is found again after the body was edited elsewhere.
type Position struct {
	Paragraph int    // where the paragraph begins, a byte of the body
	Into      int    // how many bytes into the paragraph the place is
	Sum       string // checksum of the paragraph; empty in the zero Position only
}

// PositionAt is the place at a byte of a body. A byte outside is taken to be at
// the nearest end.
func PositionAt(body string, at int) Position {
	at = min(max(at, 0), len(body))
	start, end := paragraph(body, at)
	return Position{Paragraph: start, Into: at - start, Sum: checksum(body[start:end])}
}

// In is the byte of a body that the position means: in the same paragraph,
// wherever that is now; if there are several, in the nearest; if there is none,
// at the beginning of the paragraph that stands there instead.
func (p Position) In(body string) int {
	if p.Sum == "" || len(body) == 0 {
		return 0
	}
	at := min(max(p.Paragraph, 0), len(body))
	start, end := paragraph(body, at)
	if start == at && checksum(body[start:end]) == p.Sum {
		return inside(start, end, p.Into)
	}
	if s, e, ok := p.nearest(body, at); ok {
		return inside(s, e, p.Into)
	}
	return start
}

func inside(start, end, into int) int { return start + min(max(into, 0), end-start) }

// nearest looks through all paragraphs for the one with the position's checksum
// that begins closest to a byte.
func (p Position) nearest(body string, at int) (start, end int, ok bool) {
	for next := 0; next < len(body); {
		s, e := paragraph(body, next)
		if checksum(body[s:e]) == p.Sum {
			if ok && distance(s, at) >= distance(start, at) {
				break // they only get farther away
			}
			start, end, ok = s, e, true
		}
		next = e
	}
	return start, end, ok
}

func distance(a, b int) int { return max(a-b, b-a) }

// paragraph is the range of the lines around a byte that no blank one parts,
// with the blank ones below them. Blank lines above everything are a paragraph
// of their own, so that paragraphs make up the whole body.
func paragraph(body string, at int) (start, end int) {
	start = lineStart(body, at)
	for start > 0 && isBlank(line(body, start)) {
		start = lineStart(body, start-1)
	}
	for start > 0 && !isBlank(line(body, lineStart(body, start-1))) {
		start = lineStart(body, start-1)
	}
	end = start
	for end < len(body) && !isBlank(line(body, end)) {
		end = min(end+len(line(body, end))+1, len(body))
	}
	for end < len(body) && isBlank(line(body, end)) {
		end = min(end+len(line(body, end))+1, len(body))
	}
	return start, end
}

func lineStart(body string, at int) int { return strings.LastIndexByte(body[:at], '\n') + 1 }

func line(body string, start int) string {
	l, _, _ := strings.Cut(body[start:], "\n")
	return l
}

func isBlank(l string) bool { return strings.TrimSpace(l) == "" }

// checksum is short, as it only has to tell the paragraphs of one body apart.
func checksum(paragraph string) string {
	return fmt.Sprintf("%08x", crc32.ChecksumIEEE([]byte(strings.TrimSpace(paragraph))))
}
