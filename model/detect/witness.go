package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// enough is how much has to speak for a name. A sure given name is enough; one
// that is a common word too needs half of it from its surroundings, a name that
// no list has needs all.
const enough = 2

// holds weighs what speaks for a candidate being a person whom the register does
// not know.
func (p *people) holds(run []namePart, c candidate) bool {
	if p.isThing(run, c) {
		return false
	}
	score := 0
	switch c.given {
	case isGiven:
		score = 2
	case isWeak:
		score = 1
		if _, ok := p.knownFamily(p.runs.body[run[c.to-1].start:run[c.to-1].end]); ok {
			score = enough
		}
	}
	if score < enough {
		score += p.witnesses(run, c, enough-score)
	}
	return score >= enough && (!p.knows(run, c) || jrEnd(p.runs.body, run[c.to-1].end) > 0) && !p.onOddLine(run[c.from].start, run[c.to-1].end)
}

// witnesses adds up what stands around a name, as far as it is needed.
func (p *people) witnesses(run []namePart, c candidate, need int) int {
	start, end := run[c.from].start, run[c.to-1].end
	score := 0
	if p.roleBefore(run, c) || p.ageBehind(end) || p.roleBehind(end) || p.roleAhead(start, end) {
		return enough
	}
	if c.given == 0 {
		if p.quoted(start, end) || p.looks > 0 && p.talks(run[c.to-1], end) {
			return enough
		}
		return 0
	}
	if c.middle {
		score++
	}
	if p.speaks(start, end) {
		score++
	}
	if score < need && p.looks > 0 {
		p.looks--
		family := p.runs.body[run[c.to-1].start:end]
		if p.alone(family, end) {
			score++
		}
	}
	return score
}

// quoted: who stands behind a quotation and a verb of saying, or before a colon and
// a quotation, is mostly a person: “…”, said Ezri Vandemark.
func (p *people) quoted(start, end int) bool {
	body := p.runs.body
	if rest := strings.TrimLeft(body[end:min(len(body), end+8)], ": "); strings.HasPrefix(body[end:], ":") && startsQuote(rest) {
		return true
	}
	w := p.wordEndingAt(start)
	if !p.isSpeechVerb(w) || startsCapital(w) {
		return false
	}
	before := strings.TrimRight(body[max(0, start-len(w)-8):start-len(w)-1], " ,–—-.")
	r, _ := utf8.DecodeLastRuneInString(before)
	return isCloser(r) && r != ')' && r != ']' || strings.ContainsRune("\"„", r)
}

func startsQuote(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("\"“„«»‘”", r) && s != ""
}

// talks: two words that no list has are a person whose family name says something
// further down: "Quillan Strathmoor was first. … Strathmoor said".
func (p *people) talks(family namePart, from int) bool {
	if family.traits != 0 || p.base == "de" {
		return false
	}
	p.looks--
	name, body := p.runs.body[family.start:family.end], p.runs.body
	for i := from; ; {
		at := strings.Index(body[i:], name)
		if at < 0 {
			return false
		}
		i += at + len(name)
		next, _ := utf8.DecodeRuneInString(body[i:])
		if classOf(next) == none && p.speaks(i-len(name), i) && !startsCapital(p.wordEndingAt(i-len(name))) {
			return true
		}
	}
}

func startsCapital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// roleBefore: "chief executive Jane Roe", "Parler-Chef John Matze".
func (p *people) roleBefore(run []namePart, c candidate) bool {
	if c.from > 0 {
		before := run[c.from-1]
		return before.traits&isRole != 0 && !before.owner
	}
	w := p.wordEndingAt(run[0].start)
	if p.isRoleWord(w) {
		return true
	}
	return p.adjectivesFollow() && len(w) > 3 && p.traitsOf(w)&^isRole == 0 && !startsCapital(w) && p.isRoleWord(p.wordEndingAt(run[0].start-len(w)-1))
}

// adjectivesFollow: "el investigador mexicano Cuauhtémoc Rentería".
func (p *people) adjectivesFollow() bool {
	switch p.base {
	case "es", "fr", "it", "pt", "ro", "ca", "gl":
		return true
	}
	return false
}

// wordEndingAt returns the word before i that a space, or the dot of a title and
// a space, parts from it.
func (p *people) wordEndingAt(i int) string {
	body := p.runs.body
	if i > 1 && body[i-1] == ' ' && body[i-2] == '.' {
		return p.wordBack(i - 2)
	}
	if i > 0 && body[i-1] == ' ' {
		return p.wordBack(i - 1)
	}
	return ""
}

func (p *people) wordBack(end int) string {
	start := end
	for start > 0 && end-start < maxWord {
		r, n := utf8.DecodeLastRuneInString(p.runs.body[:start])
		if classOf(r) != spaced && r != '-' {
			break
		}
		start -= n
	}
	return p.runs.body[start:end]
}

func (p *people) isRoleWord(w string) bool {
	return w != "" && len(w) < maxWord && p.runs.words.of(foldInto(p.fold[:0], w))&isRole != 0
}

// ageBehind: "Jane Roe, 43," and "Jana Weil (43)".
func (p *people) ageBehind(end int) bool {
	s := p.runs.body[end:min(len(p.runs.body), end+6)]
	for _, open := range [...]string{", ", " ("} {
		if n, ok := strings.CutPrefix(s, open); ok && len(n) > 2 && isDigit(n[0]) && isDigit(n[1]) {
			return n[2] == ',' || n[2] == ')'
		}
	}
	return false
}

const (
	nearWords = 5  // how far a role may stand behind the comma after a name
	farWords  = 10 // how far before the comma in front of one
)

// roleBehind: "Jane Roe, the chief executive of", "Jane Roe, directrice de".
func (p *people) roleBehind(end int) bool {
	rest, ok := strings.CutPrefix(p.runs.body[end:], ", ")
	if !ok {
		return false
	}
	for range nearWords {
		n := wordEndDashed(rest)
		if n == 0 {
			return false
		}
		if p.isRoleWord(rest[:n]) {
			return true
		}
		if rest, ok = strings.CutPrefix(rest[n:], " "); !ok {
			return false
		}
	}
	return false
}

// wordEndDashed is wordEnd from the start of s, hyphens inside taken along.
func wordEndDashed(s string) int {
	for i, r := range s {
		if classOf(r) != spaced && r != '-' || i > maxWord {
			return i
		}
	}
	return len(s)
}

// roleAhead: "the head of the firm, Jane Roe, said".
func (p *people) roleAhead(start, end int) bool {
	body := p.runs.body
	if !strings.HasPrefix(body[end:], ",") || !strings.HasSuffix(body[:start], ", ") {
		return false
	}
	for i, n := start-2, 0; i > 0 && n < farWords; n++ {
		w := p.wordBack(i)
		if p.isRoleWord(w) {
			return true
		}
		i -= len(w)
		if w == "" || i < 1 || body[i-1] != ' ' {
			return false
		}
		i--
	}
	return false
}

// speaks: a verb of saying beside the name, an auxiliary between them aside.
func (p *people) speaks(start, end int) bool {
	if w := p.wordEndingAt(start); p.isSpeechVerb(w) {
		return true
	}
	rest := p.runs.body[end:]
	for range 2 {
		var ok bool
		if rest, ok = strings.CutPrefix(rest, " "); !ok {
			return false
		}
		n := wordEndDashed(rest)
		if p.isSpeechVerb(rest[:n]) || p.base == "en" && n > 4 && startsSmall(rest) && strings.HasSuffix(rest[:n], "ed") {
			return true
		}
		rest = rest[n:]
	}
	return false
}

func (p *people) isSpeechVerb(w string) bool {
	return w != "" && p.traitsOf(w)&isSpeech != 0
}

// alone reports whether the family name stands somewhere behind the name by
// itself, a small letter or no letter around it.
func (p *people) alone(family string, from int) bool {
	body := p.runs.body
	for i := from; ; {
		at := strings.Index(body[i:], family)
		if at < 0 {
			return false
		}
		at += i
		i = at + len(family)
		next, _ := utf8.DecodeRuneInString(body[i:])
		before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(p.wordEndingAt(at), "."))
		capital, _ := utf8.DecodeRuneInString(p.wordEndingAt(at))
		if classOf(next) == none && before != utf8.RuneError && !unicode.IsUpper(capital) {
			return true
		}
	}
}
