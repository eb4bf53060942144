package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tells reports whether there are words enough.
func (s *sample) tells() bool {
	seen := map[string]bool{}
	for _, w := range s.words {
		if seen[w] = true; len(seen) >= fewWords {
			return true
		}
	}
	return false
}

// sample is the start of a text, read once: its scripts and its words.
type sample struct {
	letters [scripts]int
	words   []string // lower case, with inner apostrophes and hyphens
	han     []rune
}

func sampleOf(text string) *sample {
	s := &sample{}
	left := sampleBytes
	for line := range strings.Lines(text) {
		if left -= len(line); left < -sampleBytes {
			line = line[:cutRune(line, sampleBytes)]
		}
		if !isCode(line) {
			s.read(line)
		}
		if left <= 0 {
			break
		}
	}
	return s
}

// cutRune returns the last rune boundary at or before n.
func cutRune(s string, n int) int {
	n = min(n, len(s))
	for n > 0 && n < len(s) && !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}

// isCode reports a line of a program, a log or a fence: they are in no language.
func isCode(line string) bool {
	if len(line) > maxCodeLine {
		return false
	}
	if strings.HasPrefix(line, "    ") && strings.ContainsAny(line, "{}();=<>") {
		return true
	}
	line = strings.TrimSpace(line)
	return strings.HasPrefix(line, "```") || strings.Contains(line, "(\"") || strings.HasSuffix(line, "{") || strings.HasSuffix(line, ";") && strings.ContainsAny(line, "(=") || strings.HasPrefix(line, "`") && strings.HasSuffix(line, "`")
}

// read takes in the words of a line, addresses left out.
func (s *sample) read(line string) {
	for field := range strings.FieldsSeq(line) {
		if isAddress(field) {
			continue
		}
		s.readField(lowered(field))
	}
}

// isAddress reports addresses, variables and mark-up. A field with letters beyond
// ASCII is none: without spaces it can be a whole sentence.
func isAddress(field string) bool {
	return isASCII(field) && (strings.Contains(field, "://") || strings.HasPrefix(field, "www.") || strings.ContainsAny(field, "@\\`{}<>_="))
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
}

func (s *sample) readField(field string) {
	start := -1
	for i, r := range field {
		sc := scriptOf(r)
		if sc != noScript {
			s.letters[sc]++
			if sc == han {
				s.han = append(s.han, r)
			}
		}
		inner := r == '\'' || r == '’' || r == '-' || r == '·' || r == '‘' || r == 'ʻ' || r == 'ʼ' || unicode.IsMark(r)
		switch {
		case sc != noScript && start < 0:
			start = i
		case sc == noScript && !inner && start >= 0:
			s.word(field[start:i])
			start = -1
		}
	}
	if start >= 0 {
		s.word(field[start:])
	}
}

// word also takes the parts of a word with an apostrophe: l'accord, don't.
func (s *sample) word(w string) {
	w = strings.ReplaceAll(w, "’", "'")
	w = strings.TrimRight(w, "'-‘·")
	s.words = append(s.words, w)
	if head, tail, ok := strings.Cut(w, "'"); ok {
		s.words = append(s.words, head, tail)
	}
}

// script returns the script that most letters have. Kana settles Japanese, which
// has more Han than kana in headlines. Letters that are a syllable or a word weigh
// more than Latin ones.
func (s *sample) script() (script, int) {
	n := s.letters
	cjk := n[han] + n[hiragana] + n[katakana]
	if n[hiragana]+n[katakana] > cjk/12 && n[hiragana] > 0 || n[katakana] > cjk/3 {
		n[hiragana], n[han], n[katakana] = cjk, 0, 0
	}
	n[han] *= 4
	n[hiragana] *= 3
	n[hangulScript] *= 3
	best, all := latin, 0
	for sc := range n {
		all += n[sc]
		if n[sc] > n[best] {
			best = script(sc)
		}
	}
	return best, all
}

// chinese tells the two ways to write Chinese by the characters that differ.
func (s *sample) chinese() string {
	simple, traditional := 0, 0
	for _, r := range s.han {
		switch {
		case strings.ContainsRune(simplified, r):
			simple++
		case strings.ContainsRune(traditionals, r):
			traditional++
		}
	}
	if traditional > simple {
		return "zh-Hant"
	}
	return "zh-Hans"
}
