package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/model"
)

const (
	// headLines is how far down a headline may stand. Above it saved pages have
	// menus, tags and share buttons, each on a line of its own.
	headLines = 40
	// proseLength is how many columns make a line a paragraph of the article
	// itself: the longest headlines of newspapers have about 200.
	proseLength = 240
	// sentenceColumns is where a first sentence that stands in for a headline is
	// cut.
	sentenceColumns = 100
)

// Headline returns the headline of a plain text article as it was saved from
// the web, and where it stands first. Kickers above it, advertising, share
// buttons and picture credits are passed over; a kicker on the same line stays
// part of it. A text without a headline has its first sentence instead, cut at
// about 100 columns. The title is one line; it is empty only for a text without
// a letter or digit, and the range is then empty too.
func Headline(body string) (title string, at model.Passage) {
	start := machinePrefix(body)
	lines := firstLines(body[start:], headLines)
	for i := range lines {
		lines[i].at.Start += start
		lines[i].at.End += start
	}
	if l, ok := printedTwice(lines); ok {
		return oneLine(l.text), l.at
	}
	if l, ok := aboveProse(lines); ok {
		return oneLine(l.text), l.at
	}
	return firstSentence(body, lines)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// machinePrefix returns the length of a date that an exporter put before the
// text: "date 2021-01 ", "2021-01-08T10:00 ".
func machinePrefix(body string) int {
	rest := strings.TrimLeftFunc(body, unicode.IsSpace)
	skipped := len(body) - len(rest)
	first, after, _ := strings.Cut(rest, " ")
	if isDateKey(first) {
		first, after, _ = strings.Cut(after, " ")
	}
	if !startsWithISODate(first) || strings.Contains(first, "\n") || !hasLetter(after) {
		return 0
	}
	return skipped + len(rest) - len(after)
}

func isDateKey(word string) bool {
	switch strings.TrimRight(word, ":") {
	case "date", "published", "updated", "created", "modified", "datum", "fecha", "data", "дата":
		return true
	}
	return false
}

// startsWithISODate accepts 2021-01 and 2021-01-08 with anything of a time
// after it.
func startsWithISODate(word string) bool {
	if len(word) < 7 || word[4] != '-' || !isNumber(word[:4]) || !isNumber(word[5:7]) {
		return false
	}
	rest := word[7:]
	return rest == "" || len(rest) >= 3 && rest[0] == '-' && isNumber(rest[1:3])
}

// printedTwice finds a headline that stands again before the text begins, as
// pages have it that were saved with their metadata.
func printedTwice(lines []line) (line, bool) {
	for i, l := range lines {
		if isProse(l) {
			break
		}
		if !mayHead(l) || words(l.text) < 4 {
			continue
		}
		for _, other := range lines[i+1:] {
			if other.text == l.text {
				return l, true
			}
		}
	}
	return line{}, false
}

// aboveProse finds the headline by its place: the first line above the text
// that can be one and is no kicker of the line below it.
func aboveProse(lines []line) (line, bool) {
	for i, l := range lines {
		switch {
		case isProse(l):
			return line{}, false
		case mayHead(l) && !isKicker(lines, i):
			return l, true
		}
	}
	return line{}, false
}

// isProse reports a paragraph of running text.
func isProse(l line) bool {
	if columns(l.text) > proseLength {
		return true
	}
	stop := sentenceEnd(l.text, 0, len(l.text))
	return ends(l.text) && (columns(l.text) > 150 || stop < len(l.text) && words(l.text) > 12)
}

// mayHead reports whether a line can be a headline at all.
func mayHead(l line) bool {
	if !hasLetter(l.text) || columns(l.text) > proseLength || isFurniture(l.text) || isDateLine(l.text) || isMenu(l.text) || !monthIn(l.text).IsZero() {
		return false
	}
	if saysBy(l.text) {
		return false
	}
	return !ends(l.text) || endsAsHeadline(l.text)
}

// saysBy reports a short line that begins with "By" and says who wrote.
func saysBy(text string) bool {
	_, by := behindBy(text)
	return by && isByline(text) && words(text) <= datedWords
}

// endsAsHeadline lets a question or a cry through, but not a sentence with a
// full stop: that is a lead or a paragraph. Two stops are an ellipsis.
func endsAsHeadline(s string) bool {
	s = strings.TrimRightFunc(s, isCloser)
	r, _ := utf8.DecodeLastRuneInString(s)
	switch r {
	case '?', '!', '？', '！', '…', '؟':
		s = strings.ReplaceAll(s, "..", ",,") // as Arabic parts a headline
		return sentenceEnd(s, 0, len(s)) == len(s)
	case '.':
		return strings.HasSuffix(s, "...") || strings.HasSuffix(s, ".S.") || strings.HasSuffix(s, "Inc.")
	}
	return false
}

func hasLetter(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// firstSentence stands in where there is no headline.
func firstSentence(body string, lines []line) (string, model.Passage) {
	for _, l := range lines {
		if !hasLetter(l.text) || len(lines) > 1 && (isFurniture(l.text) || isDateLine(l.text) || saysBy(l.text)) {
			continue
		}
		end := sentenceEnd(body, l.at.Start, blockEnd(body, l.at.End))
		return cut(body, trim(body, model.Passage{Start: l.at.Start, End: end}))
	}
	for _, l := range lines {
		if hasLetter(l.text) {
			return cut(body, l.at)
		}
	}
	return "", model.Passage{}
}

// blockEnd is where the block of lines around i ends.
func blockEnd(body string, i int) int {
	if n := strings.Index(body[i:], "\n\n"); n >= 0 {
		return i + n
	}
	return len(body)
}

// cut shortens a sentence at the end of a word.
func cut(body string, at model.Passage) (string, model.Passage) {
	text := body[at.Start:at.End]
	n := cutAt(text)
	if n == len(text) {
		return oneLine(text), at
	}
	kept := strings.TrimRightFunc(text[:n], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:–—-(", r) })
	return oneLine(kept) + "…", model.Passage{Start: at.Start, End: at.Start + len(kept)}
}

// cutAt returns where the last word ends that fits. A word longer than the
// whole width, or a script without spaces, is cut between two characters.
func cutAt(text string) int {
	width, fit, space := 0, len(text), 0
	for i, r := range text {
		if unicode.IsSpace(r) || classOf(r) == unspaced {
			space = i
		}
		if unicode.IsMark(r) || r == '\u200d' {
			continue
		}
		if width += runeColumns(r); width > sentenceColumns {
			fit = i
			break
		}
	}
	if fit < len(text) && space > 0 {
		return space
	}
	return fit
}

// columns estimates how wide s is on paper: wide characters count twice.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

func runeColumns(r rune) int {
	if r >= 0x1100 && (classOf(r) != spaced || r >= 0xff01 && r <= 0xff60 || r >= 0x3000 && r <= 0x303f) && !unicode.Is(unicode.Thai, r) {
		return 2
	}
	return 1
}
