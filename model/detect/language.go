package detect

import (
	"strings"
	"sync"
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
