package markdown

import (
	"strings"

	"dossier/ui/message"
)

// Limits on one block of source. What passes them costs goldmark at most some
// tens of milliseconds, and Glamour some tenths of a second; what does not is
// shown as text. The numbers were found by growing each hostile shape until it
// hurt. How deep containers are indented is bounded where they are entered.
const (
	// mostNested containers on one line: each line costs goldmark its depth,
	// and 10,000 of `>` take seconds.
	mostNested = 24
	// mostOpeners of links and emphasis in one block: they are matched in
	// quadratic time, 25,000 of `[a](` in 2 seconds, so these in 50 ms.
	mostOpeners = 4000
	// mostCells of a table: short rows are filled up to the header's columns,
	// and Glamour takes 30 µs for a cell.
	mostCells = 4000
	mostPipes = 200 // in one line
	// mostTable bounds a table's source, which cannot be cut.
	mostTable = 64 << 10
	// mostText is where even text is cut.
	mostText = 1 << 20
)

// longLine is why a part is shown as text that has a line too long for a cut.
const longLine message.Text = "its line is too long"

// limits counts what is in a group.
type limits struct {
	nested, openers, pipes, longest int // the most so far
	here                            int // openers of the block at hand
	ticks                           int // all backticks and less-thans
	header                          int // pipes of the line before
	columns                         int // of the table at hand; 0 if none
	cells, bytes                    int // of the group's tables
}

// verdict says why a group must not be parsed; empty if it may.
func (l *limits) verdict() message.Text {
	switch {
	case l.longest > longestLine:
		return longLine
	case l.nested > mostNested:
		return "it is nested too deep"
	case l.openers > mostOpeners:
		return "it has too many brackets and stars"
	case l.pipes > mostPipes, l.cells > mostCells, l.bytes > mostTable:
		return "its table is too large"
	}
	return ""
}

func (l *limits) inTable() bool { return l.columns > 0 }

// block begins a new block.
func (l *limits) block() {
	l.here, l.header, l.columns = 0, 0, 0
}

// line counts a line that is no code.
func (l *limits) line(s string) {
	l.nested = max(l.nested, nesting(s))
	if opensBlock(s) {
		l.here = 0
	}
	pipes := l.count(s)
	l.openers, l.pipes = max(l.openers, l.here), max(l.pipes, pipes)
	if l.columns == 0 && pipes+l.header > 0 && delimits(s) {
		l.columns = max(l.header, pipes) + 1
	}
	if l.inTable() {
		l.cells += l.columns
		l.bytes += len(s)
	}
	l.header = pipes
}

// opensBlock reports whether a line is sure to go on no paragraph: a heading or
// an item of a list.
func opensBlock(s string) bool {
	t := strings.TrimLeft(s, " ")
	if len(s)-len(t) > 3 || len(t) < 3 {
		return false
	}
	return t[0] == '#' || strings.IndexByte("-+*", t[0]) >= 0 && t[1] == ' ' && t[2] != ' '
}

// count counts a line's openers, and returns its pipes.
func (l *limits) count(s string) (pipes int) {
	for i := range len(s) {
		switch s[i] {
		case '[', '*', '_', '~':
			l.here++
		case '`', '<':
			l.ticks++
		case '|':
			pipes++
		}
	}
	return pipes
}

// delimits reports whether a line may be the one under a table's header.
func delimits(s string) bool {
	return strings.IndexByte(s, '-') >= 0 && strings.Trim(s, "|-: \t>*+") == ""
}

// nesting counts the containers that a line opens or goes on, deep indents
// among them.
func nesting(s string) int {
	if ruler(s) {
		return 0
	}
	n := 0
	for n <= mostNested {
		trimmed := strings.TrimLeft(s, " \t")
		n += (len(s) - len(trimmed)) / 8
		m := marker(trimmed)
		if m == 0 {
			return n
		}
		s = trimmed[m:]
		n++
	}
	return n
}

// ruler reports a line such as `* * *`, which is no list.
func ruler(s string) bool {
	s = strings.TrimLeft(s, " ")
	return s != "" && strings.IndexByte("-*_", s[0]) >= 0 && strings.Trim(s, s[:1]+" \t") == ""
}

// marker is the length of the container marker that s begins with, or 0.
func marker(s string) int {
	if s == "" {
		return 0
	}
	n := 1
	switch {
	case s[0] == '>':
		return 1
	case strings.IndexByte("-+*:", s[0]) >= 0:
	case s[0] >= '0' && s[0] <= '9':
		for n < len(s) && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		if n > 9 || n == len(s) || s[n] != '.' && s[n] != ')' {
			return 0
		}
		n++
	default:
		return 0
	}
	if n < len(s) && s[n] != ' ' && s[n] != '\t' {
		return 0
	}
	return n
}
