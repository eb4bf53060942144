package detect

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

const (
	// sampleBytes is how much of a text is read to tell its language: beyond a
	// few kilobytes the answer no longer changes.
	sampleBytes = 6 << 10
	// maxCodeLine bounds what may be a line of code; a paragraph is longer.
	maxCodeLine = 160
	// fewLetters is too little text to call it anything.
	fewLetters = 3
	// fewWords is how many different words tell languages of one alphabet apart
	// at the least.
	fewWords = 4
)

// Language returns the language of text as a BCP 47 tag such as "de" or
// "zh-Hans", or "" where the text does not tell: no letters, a few names, or
// code. Texts of 300 characters are enough, addresses and code aside. Norwegian
// in both its forms is "no".
func Language(text string) string {
	s := sampleOf(text)
	script, n := s.script()
	if n < fewLetters {
		return ""
	}
	switch script {
	case han:
		return s.chinese()
	case latin, cyrillic, arabic, hebrew, devanagari, bengali:
		if !s.tells() {
			return ""
		}
		return s.byWords(script)
	}
	return ofScript[script]
}

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
		s.readField(strings.ToLower(field))
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

// vocabulary is what words tell about languages of one script.
type vocabulary struct {
	tags    []string
	words   map[string][]uint8 // → indexes of tags
	letters map[rune][]uint8
}

// vocabularies reads the word lists on first use.
var vocabularies = sync.OnceValue(func() *[scripts]*vocabulary {
	var all [scripts]*vocabulary
	entries("words.txt", func(entry string) {
		tag, rest, _ := strings.Cut(entry, ":")
		words, letters, _ := strings.Cut(rest, "|")
		fields := strings.Fields(words)
		first, _ := utf8.DecodeRuneInString(fields[len(fields)-1])
		sc := scriptOf(first)
		if all[sc] == nil {
			all[sc] = &vocabulary{words: map[string][]uint8{}, letters: map[rune][]uint8{}}
		}
		all[sc].add(tag, fields, strings.TrimSpace(letters))
	})
	return &all
})

func (v *vocabulary) add(tag string, words []string, letters string) {
	id := uint8(len(v.tags))
	v.tags = append(v.tags, tag)
	for w := range setOf(words) {
		v.words[w] = append(v.words[w], id)
	}
	for _, r := range letters {
		v.letters[r] = append(v.letters[r], id)
	}
}

// byWords weighs the words of the sample. A word that n languages share speaks
// for each of them, the more the fewer they are; a letter speaks against all
// languages that do not have it.
func (s *sample) byWords(sc script) string {
	v := vocabularies()[sc]
	score := make([]float64, len(v.tags))
	hits := make([]int, len(v.tags))
	for _, w := range s.words {
		ids := v.words[w]
		for _, id := range ids {
			score[id] += wordWeight(len(ids))
			hits[id]++
		}
		v.weighLetters(w, score)
	}
	best := 0
	for id := range score {
		if score[id] > score[best] {
			best = id
		}
	}
	if hits[best] == 0 || hits[best] < len(s.words)/rarest {
		return ""
	}
	return v.tags[best]
}

// weighLetters adds what the rare letters of a word say.
func (v *vocabulary) weighLetters(w string, score []float64) {
	for _, r := range w {
		ids, ok := v.letters[r]
		if !ok {
			continue
		}
		for id := range score {
			score[id] -= foreignLetter
		}
		for _, id := range ids {
			score[id] += foreignLetter + ownLetter/float64(len(ids))
		}
	}
}

// The weights were fitted on 4,500 samples of 300 characters in 75 languages.
const (
	ownLetter     = 0.4
	foreignLetter = 0.25
	// rarest is how seldom the words of the list may stand in a text of its
	// language: in fewer than one of so many, it is in another.
	rarest = 25
)

func wordWeight(languages int) float64 { return 0.2 + 1/float64(languages) }
