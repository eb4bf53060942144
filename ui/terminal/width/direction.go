package width

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// leftToRight is a mark without a cell. It stands for a letter that is written from
// left to right.
const leftToRight = "\u200e"

// Guard keeps the columns of a row apart where words in it are written from right to
// left. A terminal that turns those round takes the blanks behind them, and a number
// or another such word behind these, for one text, and would have the columns change
// places: a mark in the blanks tells it where the text ends.
func Guard(row string) string {
	if !strings.ContainsFunc(row, fromRight) {
		return row
	}
	var b strings.Builder
	open, blanks := false, 0
	for row != "" {
		if row[0] == '\x1b' {
			_, _, n, _ := ansi.DecodeSequence(row, 0, nil)
			n = max(n, 1)
			b.WriteString(row[:n])
			row = row[n:]
			continue
		}
		r, n := utf8.DecodeRuneInString(row)
		b.WriteString(row[:n])
		row = row[n:]
		switch {
		case r == ' ':
			if blanks++; blanks == 2 && open {
				b.WriteString(leftToRight)
				open = false
			}
			continue
		case fromRight(r):
			open = true
		case unicode.IsLetter(r):
			open = false
		}
		blanks = 0
	}
	return b.String()
}

// fromRight reports letters that are written from right to left.
func fromRight(r rune) bool {
	return r >= 0x590 && r < 0x900 || r >= 0xfb1d && r < 0xfe00 || r >= 0xfe70 && r < 0xff00 || r >= 0x1e800 && r < 0x1f000
}
