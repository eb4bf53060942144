package detect

import "strings"

// longOverline is how many words may stand on the line above a headline without a blank
// one between.
const longOverline = 6

// isMenu reports the entries of a menu, parted by wide spaces: "Home  News  Sport".
func isMenu(text string) bool {
	if !strings.Contains(text, "  ") {
		return false
	}
	entries := 0
	for part := range strings.SplitSeq(text, "  ") {
		if part = strings.TrimSpace(part); part != "" {
			if entries++; words(part) > 2 {
				return false
			}
		}
	}
	return entries > 3
}

// isKicker reports whether line i is the section or the topic printed above a
// headline: a few words, with a fuller line below that can be one.
func isKicker(lines []line, i int) bool {
	n := words(lines[i].text)
	if i+1 == len(lines) {
		return false
	}
	if next := lines[i+1]; lines[i].open && n > 1 && n <= longOverline && words(next.text) > n+1 && mayHead(next) && !next.open {
		return true // an overline sits on its headline
	}
	if n > 4 {
		return false
	}
	for _, below := range lines[i+1 : min(i+4, len(lines))] {
		if isProse(below) {
			return false
		}
		if mayHead(below) && (words(below.text) >= max(4, 2*n) || isOutletLine(lines[i].text) && words(below.text) >= 4) {
			return true
		}
	}
	return false
}
