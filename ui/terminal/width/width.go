// Package width counts the cells that text takes as the terminal at hand does.
// Terminals disagree: most add up code points, as wcwidth has them, and some count
// what a reader sees as one character, and say so when they are asked for mode
// 2027. The two differ in the scripts of India and South-East Asia and in emoji;
// who counts otherwise than the terminal has columns that do not stand in line.
package width

import (
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

var graphemes atomic.Bool

// Graphemes tells that the terminal counts characters as readers see them, or that
// it adds up code points. It reports whether that is new.
func Graphemes(on bool) (changed bool) { return graphemes.Swap(on) != on }

// InGraphemes reports how the terminal counts.
func InGraphemes() bool { return graphemes.Load() }

func method() ansi.Method {
	if graphemes.Load() {
		return ansi.GraphemeWidth
	}
	return ansi.WcWidth
}

// Of is how many cells s takes, its styling not counted.
func Of(s string) int { return method().StringWidth(s) }

// Truncate shortens s to n cells, the last of which are the tail's where something
// is lost. Styling stays, also that of what is lost.
func Truncate(s string, n int, tail string) string {
	if Of(s) <= n {
		return s
	}
	if n < Of(tail) {
		tail = ""
	}
	return between(s, 0, n-Of(tail), tail)
}

// Cut is what stands in the cells from left to right of s, with its styling.
func Cut(s string, left, right int) string { return between(s, left, right, "") }

// between is what stands in some cells of s, and the tail behind it; of the rest the
// styling alone. The library's own goes by characters of any width where code
// points are added up, and so misses the cell.
func between(s string, left, right int, tail string) string {
	var b strings.Builder
	ended := false
	for at := 0; s != ""; {
		if s[0] == '\x1b' {
			_, _, n, _ := ansi.DecodeSequence(s, 0, nil)
			n = max(n, 1)
			b.WriteString(s[:n])
			s = s[n:]
			continue
		}
		n, w := First(s)
		if at >= left && at+w <= right && !ended {
			b.WriteString(s[:n])
		}
		if at += w; at > right && !ended {
			ended = true
			b.WriteString(tail)
		}
		s = s[n:]
	}
	return b.String()
}

// First is the length and width of the first character of s, at most two cells.
// Where code points are added up it ends before the next that takes a cell.
func First[T string | []byte](s T) (n, w int) {
	switch {
	case len(s) == 0:
		return 0, 0
	case graphemes.Load():
		c, w := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		return max(len(c), 1), min(w, 2)
	}
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(string(s[n:min(n+utf8.UTFMax, len(s))]))
		cells := ansi.WcWidth.StringWidth(string(s[n : n+size]))
		if n > 0 && (cells > 0 || r < ' ') {
			break
		}
		n, w = n+size, w+cells
	}
	return max(n, 1), w
}

const (
	joiner      = '\u200d'
	textStyle   = '\ufe0e'
	colourStyle = '\ufe0f'
)

// Settle leaves out of a frame, where code points are added up, what some such
// terminals join all the same: the joiners of emoji and the signs for their style.
// They take no cell.
func Settle(frame string) string {
	if graphemes.Load() || !strings.Contains(frame, "\ufe0f") && !strings.Contains(frame, "\ufe0e") && !strings.Contains(frame, "\u200d") {
		return frame
	}
	var b strings.Builder
	var before rune
	for _, r := range frame {
		switch {
		case r == textStyle, r == colourStyle:
			continue
		case r == joiner && !unicode.IsLetter(before) && !unicode.IsMark(before):
			continue
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}
