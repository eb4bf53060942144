package detect

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/model"
)

// line is one line of a body that is not blank, without the white space around
// it.
type line struct {
	text string
	at   model.Passage
	// open reports that the next line follows without a blank one between.
	open bool
}

// firstLines splits off at most n lines that are not blank.
func firstLines(body string, n int) []line {
	var lines []line
	for from := 0; from < len(body) && len(lines) < n; {
		end := len(body)
		if i := strings.IndexByte(body[from:], '\n'); i >= 0 {
			end = from + i
		}
		if at := trim(body, model.Passage{Start: from, End: end}); at.Start < at.End {
			lines = append(lines, line{text: body[at.Start:at.End], at: at})
		} else if len(lines) > 0 {
			lines[len(lines)-1].open = false
		}
		if len(lines) > 0 && lines[len(lines)-1].at.End > from {
			lines[len(lines)-1].open = end+1 < len(body)
		}
		from = end + 1
	}
	return lines
}

// lastLines returns at most n lines that are not blank from the end of a body, in
// order, without the white space around them.
func lastLines(body string, n int) []string {
	var lines []string
	for end := len(body); end > 0 && len(lines) < n; {
		start := strings.LastIndexByte(body[:end], '\n') + 1
		if text := strings.TrimSpace(body[start:end]); text != "" {
			lines = append(lines, text)
		}
		end = start - 1
	}
	slices.Reverse(lines)
	return lines
}

// lineRanges yields where the lines of a body stand that are not blank.
func lineRanges(body string) iter.Seq[model.Passage] {
	return func(yield func(model.Passage) bool) {
		for from := 0; from < len(body); {
			end := len(body)
			if i := strings.IndexByte(body[from:], '\n'); i >= 0 {
				end = from + i
			}
			if at := trim(body, model.Passage{Start: from, End: end}); at.Start < at.End && !yield(at) {
				return
			}
			from = end + 1
		}
	}
}

// trim takes the white space off both ends of a range.
func trim(body string, at model.Passage) model.Passage {
	s := body[at.Start:at.End]
	at.Start += len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	s = body[at.Start:at.End]
	at.End -= len(s) - len(strings.TrimRightFunc(s, unicode.IsSpace))
	return at
}

// words counts the words of a line. A text without spaces between its words
// counts two characters as one.
func words(s string) int {
	n, free, inside := 0, 0, false
	for _, r := range s {
		switch {
		case classOf(r) == unspaced:
			free++
			inside = false
		case isWordRune(r):
			if !inside {
				n++
			}
			inside = true
		default:
			inside = inside && (r == '\'' || r == '’')
		}
	}
	return n + (free+1)/2
}

// ends reports whether s stops like a sentence: at a full stop or its kin, a
// closing quote or bracket after it left aside. An abbreviation counts too.
func ends(s string) bool {
	s = strings.TrimRightFunc(s, isCloser)
	r, _ := utf8.DecodeLastRuneInString(s)
	return isStop(r)
}

// isStop reports the marks that close a sentence, in any script.
func isStop(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '。', '！', '？', '．', '｡', '؟', '۔', '।', '॥', '։', '።', '။', '។':
		return true
	}
	return false
}

// isCloser reports quotes and brackets that may follow a stop.
func isCloser(r rune) bool {
	switch r {
	case '"', '\'', ')', ']', '»', '«', '”', '“', '’', '‘', '」', '』', '）', '】', '›':
		return true
	}
	return false
}

// firstOf is where the first of some marks stands in s, -1 for none. Of marks beyond
// ASCII strings.IndexAny looks at every letter for each.
func firstOf(s string, marks ...string) int {
	at := -1
	for _, m := range marks {
		if i := strings.Index(s, m); i >= 0 {
			at, s = i, s[:i]
		}
	}
	return at
}
