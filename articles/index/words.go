package index

import (
	"iter"
	"unicode"
	"unicode/utf8"

	"dossier/model/fold"
	"dossier/model/query"
)

// A word is a run of folded letters, marks and digits, as query.InWord says.
// Where a script puts no space between words, whatever is sought may begin and
// end at any letter: there a word is each letter with the next one, and the
// last letter by itself. 帕勒公司 is 帕勒, 勒公, 公司, 司: any piece of it is a
// phrase of these, and a lone letter a beginning of one. Thai vowel signs and
// the like belong to the letter before them.

// maxWord bounds a word, in bytes. Longer ones are alike if they begin alike.
const maxWord = 96

// words yields the words of a folded text in order, each after the offset it
// ends at.
func words(folded string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i := 0; i < len(folded); {
			end, dense := run(folded, i)
			switch {
			case end == i:
				i = skip(folded, i)
				continue
			case dense && !pairs(folded, i, end, yield):
				return
			case !dense && !yield(end, bounded(folded[i:end])):
				return
			}
			i = end
		}
	}
}

// skip returns the start of the letter after the one at i.
func skip(s string, i int) int {
	_, n := utf8.DecodeRuneInString(s[i:])
	return i + n
}

// run returns the end of the letters at i that stand together. They are words
// of their own if dense, else one.
func run(s string, i int) (end int, dense bool) {
	start := i
	for i < len(s) {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		if !query.InWord(r) {
			break
		}
		switch d := packed(r); {
		case i == start:
			dense = d
		case d != dense && !unicode.Is(unicode.M, r):
			return i, dense
		}
		i += n
	}
	return i, dense
}

// packed reports letters that are sought inside what stands between spaces.
func packed(r rune) bool { return r >= 0x0e00 && query.Spaceless(r) }

// pairs yields each letter from i to end with the next one, then the last.
func pairs(s string, i, end int, yield func(int, string) bool) bool {
	for next := letter(s, i); next < end; {
		after := letter(s, next)
		if !yield(after, bounded(s[i:after])) {
			return false
		}
		i, next = next, after
	}
	return yield(end, bounded(s[i:end]))
}

// letter returns the end of the letter at i and its marks.
func letter(s string, i int) int {
	for i = skip(s, i); i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.Is(unicode.M, r) {
			break
		}
		i += n
	}
	return i
}

func bounded(word string) string {
	if len(word) <= maxWord {
		return word
	}
	n := maxWord
	for !utf8.RuneStart(word[n]) {
		n--
	}
	return word[:n]
}

// phrase is a value as it stands in the index: words in a row.
type phrase struct {
	words []string
	begun bool // the last word may go on
}

// phraseOf cuts a value into words. A value without a letter or digit has none.
func phraseOf(v query.Value) phrase {
	var p phrase
	folded := fold.String(v.Text)
	ends := [2]int{-1, -1} // of the last word but one, and of the last
	for end, w := range words(folded) {
		p.words = append(p.words, w)
		ends = [2]int{ends[1], end}
	}
	if ends[1] != len(folded) || len(p.words) == 0 {
		return p // punctuation ended the last word
	}
	last := p.words[len(p.words)-1]
	p.begun = !v.Quoted
	if r, _ := utf8.DecodeRuneInString(last); packed(r) {
		p.lone(ends[0] == ends[1])
	}
	if len(last) >= maxWord {
		p.begun = true // the rest of it was cut off
	}
	return p
}

// lone sees to the last letter of a script without spaces: in a text, others
// may follow it. Either it ends the pair before it, which says all, or it
// begins a pair.
func (p *phrase) lone(paired bool) {
	if paired {
		p.words = p.words[:len(p.words)-1]
		return
	}
	p.begun = true
}

// initial returns the value's only word if it is just begun and so short that
// its articles are kept ready.
func (p phrase) initial() (string, bool) {
	if len(p.words) != 1 || !p.begun {
		return "", false
	}
	w := p.words[0]
	return w, isInitial(w)
}
