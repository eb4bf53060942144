package fold

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Map is a text folded in such a way that what is found in it can be shown in
// its source.
type Map struct {
	Text   string // the folded text, as String folds it
	points []point
}

// point is where the offsets of folded text and source part ways. What begins
// there and ends at the next point is either one letter that folding changed
// the length of, to be shown whole, or a run in which both advance together.
type point struct {
	folded, source int32
	whole          bool
}

// NewMap folds s, which must be shorter than 2 GiB. It keeps a few bytes for
// each letter whose length folding changes and none for the others.
func NewMap(s string) Map {
	out := make([]byte, 0, len(s)+8)
	var points []point
	running := false
	for i := 0; i < len(s); {
		at, n := len(out), asciiLen(s[i:])
		whole := n == 0
		if whole {
			n = letterLen(s[i:], out)
		}
		out = AppendString(out, s[i:i+n])
		whole = whole && !sameLength(s[i:i+n], out[at:])
		if whole || !running {
			points = append(points, point{int32(at), int32(i), whole})
		}
		running = !whole
		i += n
	}
	points = append(points, point{int32(len(out)), int32(len(s)), true})
	return Map{string(out), points}
}

// asciiLen is how many letters s begins with that are ASCII and that nothing
// joins.
func asciiLen(s string) int {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return max(i-1, 0)
		}
	}
	return len(s)
}

// letterLen is the length of the first letter of s and all that joins it:
// accents, further parts of its syllable. The room behind out is overwritten.
func letterLen(s string, out []byte) int {
	_, n := utf8.DecodeRuneInString(s)
	for n < len(s) && s[n] >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !joins(r, out[len(out):]) {
			break
		}
		n += size
	}
	return n
}

// joins reports runes that change the letter before them or vanish. Scratch
// has no length, only room.
func joins(r rune, scratch []byte) bool {
	switch {
	case r < 0x300 || unchanged(r):
		return false
	case r < lowEnd:
		e := &letters().low[r-lowStart]
		return e.n == 0 || e.n == marks
	}
	folded := Append(scratch, r)
	return len(folded) == 0 || joinsBack(folded)
}

// sameLength reports that a letter and its folded form advance together.
func sameLength(letter string, folded []byte) bool {
	if len(letter) != len(folded) {
		return false
	}
	_, n := utf8.DecodeRuneInString(letter)
	_, m := utf8.DecodeRune(folded)
	return n == len(letter) && m == len(folded) || letter == string(folded)
}

// Source returns which bytes of the source the bytes start to end of the folded
// text come from. A letter that folds to several is in it whole, and so are
// accents that follow.
func (m Map) Source(start, end int) (from, to int) {
	i := m.before(start)
	from = int(m.points[i].source)
	if !m.points[i].whole {
		from += start - int(m.points[i].folded)
	}
	if end <= start {
		return from, from
	}
	i = m.before(end - 1)
	if m.points[i].whole {
		return from, int(m.points[i+1].source)
	}
	return from, int(m.points[i].source) + end - int(m.points[i].folded)
}

// before is the last point at or before an offset of the folded text.
func (m Map) before(offset int) int {
	return sort.Search(len(m.points), func(i int) bool { return int(m.points[i].folded) > offset }) - 1
}

// Spans returns where needle, already folded, stands in s: byte ranges of s, in
// order, not overlapping. Nothing is found for an empty needle.
func Spans(s, needle string) [][2]int {
	if needle == "" {
		return nil
	}
	m := NewMap(s)
	var spans [][2]int
	for from := 0; ; {
		i := strings.Index(m.Text[from:], needle)
		if i < 0 {
			return spans
		}
		start, end := from+i, from+i+len(needle)
		a, b := m.Source(start, end)
		spans = append(spans, [2]int{a, b})
		from = end
	}
}
