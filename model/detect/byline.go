package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Author returns who wrote an article, as the page around it says: "By Jane Roe",
// a bare name under the headline or below the label of an author box. It is
// empty where no line says so; running prose is not asked.
func Author(body string) string {
	lines := firstLines(body, headLines)
	for _, l := range lines {
		if isProse(l) {
			break
		}
		if name := byline(l.text); name != "" {
			return name
		}
	}
	end := footer(body)
	for i, l := range firstLines(body[end:], headLines) {
		if i > 4 {
			break
		}
		if isName(l.text) && !isPrompt(strings.ToLower(l.text)) {
			return l.text
		}
	}
	return ""
}

// byline reads one line above the text. A bare name has to begin with a given
// name, as two nouns with capitals do not.
func byline(s string) string {
	if len(s) > 80 {
		return ""
	}
	first, rest, _ := strings.Cut(s, " ")
	name := s
	if isBy(strings.ToLower(strings.TrimRight(first, ":"))) {
		name = rest
		if cut := strings.IndexAny(name, ",|/(·•–—"); cut > 0 {
			name = strings.TrimSpace(name[:cut])
		}
		if isName(name) {
			return name
		}
	}
	given, _, _ := strings.Cut(s, " ")
	if isName(s) && givenNames()[strings.ToLower(given)] {
		return s
	}
	return ""
}

func isBy(word string) bool {
	switch word {
	case "by", "von", "par", "por", "di", "door", "av", "af", "autor", "autorin", "author", "auteur", "autore", "автор", "tekst", "text", "yazan", "kirjoittanut", "de", "penulis", "oleh", "od", "szerző", "written":
		return true
	}
	return false
}

// isName reports two to four words with capitals, particles such as "von" aside.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 4 || utf8.RuneCountInString(s) > 40 {
		return false
	}
	for _, w := range words {
		switch strings.ToLower(w) {
		case "von", "van", "de", "der", "den", "da", "di", "du", "del", "la", "bin", "al", "y":
			continue
		}
		r, n := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) || strings.ContainsFunc(w[n:], func(r rune) bool {
			return !unicode.IsLetter(r) && r != '-' && r != '\'' && r != '’' && r != '.'
		}) {
			return false
		}
	}
	return true
}
