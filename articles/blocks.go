package articles

import (
	"iter"
	"strings"

	"dossier/model"
)

// block is a top-level block of Markdown: whole lines, the last line end aside.
type block struct {
	kind  blockKind
	level int           // of a heading
	words model.Passage // of a heading: without its signs
	at    model.Passage
}

// blockKind says what a block is, as far as it takes to find headings and what a
// page put around an article.
type blockKind uint8

const (
	otherBlock blockKind = iota // code, a quote, a table, HTML, a rule
	paragraph
	heading
	list
)

// maxHeadingLines bounds a heading that is underlined with = or -. Under more
// lines people mean a rule.
const maxHeadingLines = 3

// blocksOf lists the blocks of Markdown. It need not be exact: it knows enough
// not to see a heading, or a list, in code or in a quote.
func blocksOf(body string) iter.Seq[block] {
	return func(yield func(block) bool) {
		for s := (blockScanner{body: body}); s.skipBlank(); {
			if b := s.next(); !yield(b) {
				return
			}
		}
	}
}

// blockScanner stands before a line that is not blank.
type blockScanner struct {
	body string
	pos  int
}

// skipBlank passes blank lines; false at the end.
func (s *blockScanner) skipBlank() bool {
	for s.pos < len(s.body) && isBlank(s.line()) {
		s.pass()
	}
	return s.pos < len(s.body)
}

func (s *blockScanner) line() string {
	line, _, _ := strings.Cut(s.body[s.pos:], "\n")
	return line
}

// pass goes to the next line.
func (s *blockScanner) pass() { s.pos = min(s.pos+len(s.line())+1, len(s.body)) }

func isBlank(line string) bool { return strings.Trim(line, " \t") == "" }

func (s *blockScanner) next() block {
	b := block{at: model.Passage{Start: s.pos}}
	line := s.line()
	text := strings.TrimLeft(line, " ")
	switch {
	case len(line)-len(text) > 3, text[0] == '\t':
		s.passWhile(func(l string) bool { return isBlank(l) || strings.HasPrefix(l, "    ") || strings.HasPrefix(l, "\t") })
	case fenceOf(text) != "":
		s.passFence(fenceOf(text))
	case isHeading(text):
		b = s.heading(b, text)
	case isRule(text):
		s.pass()
	case isItem(text):
		b.kind = list
		s.passList()
	case strings.ContainsRune(">|<", rune(text[0])), isTableBelow(s.body[min(s.pos+len(line)+1, len(s.body)):], text):
		s.passWhile(func(l string) bool { return !isBlank(l) })
	default:
		b = s.paragraph(b)
	}
	b.at.End = s.pos - len(s.body[:s.pos]) + len(strings.TrimRight(s.body[:s.pos], "\n"))
	return b
}

// passWhile passes the line at hand and those after it that are of its kind.
func (s *blockScanner) passWhile(more func(line string) bool) {
	for s.pass(); s.pos < len(s.body) && more(s.line()); {
		s.pass()
	}
}

func (s *blockScanner) passFence(fence string) {
	s.passWhile(func(l string) bool {
		l = strings.TrimSpace(l)
		return !strings.HasPrefix(l, fence) || strings.Trim(l, fence[:1]) != ""
	})
	if s.pos < len(s.body) {
		s.pass()
	}
}

// passList passes items and what is indented below them.
func (s *blockScanner) passList() {
	blank := false
	s.passWhile(func(l string) bool {
		text := strings.TrimLeft(l, " \t")
		if text == "" {
			blank = true
			return true
		}
		inside := len(text) < len(l) || isItem(text) && !isRule(text)
		if inside || !blank && !opensBlock(text) {
			blank = false
			return true
		}
		return false
	})
}

// heading reads one or more # and what stands behind them.
func (s *blockScanner) heading(b block, text string) block {
	b.kind = heading
	b.level = len(text) - len(strings.TrimLeft(text, "#"))
	at := s.pos + len(s.line()) - len(text) + b.level
	words := strings.TrimRight(text[b.level:], " \t")
	if closed := strings.TrimRight(words, "#"); closed == "" || strings.HasSuffix(closed, " ") {
		words = closed
	}
	b.words = trimmed(s.body, model.Passage{Start: at, End: at + len(words)})
	s.pass()
	return b
}

// paragraph reads lines up to a blank one or another block; an underline makes a
// heading of them.
func (s *blockScanner) paragraph(b block) block {
	b.kind = paragraph
	lines := 0
	for s.pos < len(s.body) {
		text := strings.TrimLeft(s.line(), " \t")
		if lines > 0 && lines <= maxHeadingLines && isUnderline(strings.TrimRight(text, " \t")) {
			b.kind, b.level = heading, 1+strings.Count(text[:1], "-")
			b.words = trimmed(s.body, model.Passage{Start: b.at.Start, End: s.pos})
			s.pass()
			return b
		}
		if text == "" || lines > 0 && opensBlock(text) {
			break
		}
		lines++
		s.pass()
	}
	return b
}

// trimmed takes the white space off both ends of a range.
func trimmed(body string, at model.Passage) model.Passage {
	text := body[at.Start:at.End]
	at.Start += len(text) - len(strings.TrimLeft(text, " \t\n"))
	return model.Passage{Start: at.Start, End: at.Start + len(strings.Trim(text, " \t\n"))}
}

// fenceOf returns what closes the code block that a line opens.
func fenceOf(text string) string {
	for _, mark := range [...]string{"```", "~~~"} {
		if strings.HasPrefix(text, mark) {
			return mark
		}
	}
	return ""
}

func isHeading(text string) bool {
	rest := strings.TrimLeft(text, "#")
	n := len(text) - len(rest)
	return n > 0 && n < 7 && (rest == "" || rest[0] == ' ' || rest[0] == '\t')
}

func isUnderline(s string) bool {
	return s != "" && (strings.Trim(s, "=") == "" || strings.Trim(s, "-") == "")
}

func isRule(s string) bool {
	return strings.ContainsRune("-*_", rune(s[0])) && strings.Trim(s, s[:1]+" \t") == "" && strings.Count(s, s[:1]) > 2
}

// isItem reports a line that opens an item of a list.
func isItem(s string) bool {
	if strings.ContainsRune("-*+", rune(s[0])) {
		return len(s) > 1 && (s[1] == ' ' || s[1] == '\t')
	}
	rest := strings.TrimLeft(s, "0123456789")
	return len(rest) < len(s) && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") "))
}

// isTableBelow reports the head of a table whose rows do not begin with a bar.
func isTableBelow(below, text string) bool {
	line, _, _ := strings.Cut(below, "\n")
	return strings.Contains(text, "|") && strings.Contains(line, "-") && strings.Contains(line, "|") && strings.Trim(line, "|-: \t") == ""
}

// opensBlock reports lines that end a paragraph.
func opensBlock(text string) bool {
	return text[0] == '>' || isHeading(text) || fenceOf(text) != "" || isRule(text) || isItem(text)
}
