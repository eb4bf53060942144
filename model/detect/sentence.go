package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/model"
)

// Sentences splits a paragraph into its sentences, without the white space
// between them.
func Sentences(paragraph string) []model.Passage {
	return sentences(paragraph, model.Passage{End: len(paragraph)})
}

// sentences splits a range of body into its sentences, without the white space
// between them. A blank line or a line end after a stop always ends one.
func sentences(body string, in model.Passage) []model.Passage {
	var out []model.Passage
	for from := in.Start; from < in.End; {
		end := sentenceEnd(body, from, in.End)
		if at := trim(body, model.Passage{Start: from, End: end}); at.Start < at.End {
			out = append(out, at)
		}
		from = end
	}
	return out
}

// sentenceEnd returns where the sentence that starts at from stops: after its
// stop and the quotes that close with it, at a line end, or at limit.
func sentenceEnd(body string, from, limit int) int {
	for i := from; i < limit; {
		r, n := utf8.DecodeRuneInString(body[i:limit])
		i += n
		switch {
		case r == '\n':
			if !continues(body[i:limit]) {
				return i
			}
		case r < utf8.RuneSelf && r != '.' && r != '!' && r != '?':
		case !isStop(r):
		case r == '.' && !isFullStop(body, from, i-n, limit):
		default:
			end := closersEnd(body, i, limit)
			if wideStop(r) || end == limit || startsAnew(body[end:limit]) {
				return end
			}
			i = end
		}
	}
	return limit
}

// continues reports whether a line goes on in the next, as in a text that was
// wrapped by hand: not after a blank line, only before a small letter.
func continues(rest string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \t"))
	return unicode.IsLower(r)
}

func wideStop(r rune) bool {
	return r == '。' || r == '！' || r == '？' || r == '．' || r == '｡' || r == '।' || r == '۔'
}

// closersEnd passes further stops and closing quotes.
func closersEnd(body string, i, limit int) int {
	for i < limit {
		r, n := utf8.DecodeRuneInString(body[i:limit])
		if !isStop(r) && !isCloser(r) {
			break
		}
		i += n
	}
	return i
}

// startsAnew reports whether what follows a stop can begin a sentence: white
// space, then no small letter.
func startsAnew(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	if !unicode.IsSpace(r) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(rest, unicode.IsSpace))
	return !unicode.IsLower(next)
}

// isFullStop tells the full stop at dot from the one of an abbreviation, an
// initial or an ordinal number: "Mr. Matze", "J. Matze", "am 6. Januar".
func isFullStop(body string, from, dot, limit int) bool {
	start := dot
	for start > from {
		r, n := utf8.DecodeLastRuneInString(body[from:start])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			break
		}
		start -= n
	}
	word := body[start:dot]
	switch {
	case word == "", isNumber(word) && afterMonth(body[from:start]):
		return true
	case utf8.RuneCountInString(word) == 1:
		r, _ := utf8.DecodeRuneInString(word)
		return !unicode.IsUpper(r) && !unicode.IsDigit(r) && !unicode.IsLower(r)
	case isNumber(word):
		return len(word) > 2 || !beforeCapital(body[dot+1:limit])
	}
	return !isAbbreviation(word)
}

// afterMonth reports a month right before: "on Jan. 8. Then".
func afterMonth(text string) bool {
	text = strings.TrimRight(text, " .\u00a0")
	at := strings.LastIndexFunc(text, unicode.IsSpace)
	return at >= 0 && monthOf(strings.ToLower(strings.TrimSpace(text[at:]))) > 0
}

func isNumber(word string) bool {
	for _, r := range word {
		if !unicode.IsDigit(r) {
			return false
		}
	}
	return true
}

// beforeCapital reports whether a capital letter follows: German ordinals stand
// before nouns.
func beforeCapital(rest string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \u00a0"))
	return unicode.IsUpper(r)
}

// isAbbreviation knows the short forms that stand before a name or a number, so
// that a capital after them begins no sentence.
func isAbbreviation(word string) bool {
	switch strings.ToLower(word) {
	case "mr", "mrs", "ms", "dr", "prof", "st", "sr", "sra", "jr", "gen", "sen", "rep", "gov", "lt", "col", "capt", "sgt", "rev", "hon",
		"vs", "no", "nr", "núm", "ca", "bzw", "vgl", "sog", "inkl", "evtl", "ing", "mgr", "dipl", "hr", "fr",
		"mme", "mlle", "mm", "dott", "sig", "avv", "on", "dhr", "mevr", "drs", "tzv", "resp", "mln", "mld", "ul", "im", "tzw", "tj", "np", "gl", "им", "ул", "см", "руб", "млн", "млрд", "тыс", "долл", "т.д",
		"jan", "feb", "apr", "aug", "sept", "okt", "oct", "nov", "dez", "dec", "janv", "févr", "juil", "déc", "ene", "dic", "genn",
		"approx", "est", "fig", "op", "cf", "p", "pp", "vol", "art", "par", "abs":
		return true
	}
	return false
}
