package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isThing rejects firms and places with the names of people.
func (p *people) isThing(run []namePart, c candidate) bool {
	body := p.runs.body
	if c.from > 0 && run[c.from-1].traits&isBefore != 0 || c.from == 0 && p.namesPlace(wordBefore(body, run[0].start)) {
		return true
	}
	start, end := run[c.from].start, run[c.to-1].end
	if p.thingBehind(end) {
		return true
	}
	rest := strings.TrimLeft(body[end:min(len(body), end+4)], " ")
	if strings.HasPrefix(rest, "&") || strings.HasPrefix(rest, "+") || strings.HasSuffix(strings.TrimRight(body[max(0, start-3):start], " "), "&") {
		return true
	}
	if end-start > maxWord {
		return true
	}
	key := foldInto(p.fold[:0], body[run[c.from].start:run[c.from].end])
	key = append(key, ' ')
	second := run[c.from+1]
	return p.runs.words.firms[string(key)+string(foldInto(make([]byte, 0, maxWord), body[second.start:second.end]))]
}

// namesPlace reports a small word before a name that makes it one of a place: Italian
// via, a street, which elsewhere is by way of somebody, and French île, which is "with"
// in Turkish.
func (p *people) namesPlace(word string) bool {
	switch word {
	case "via", "vía":
		return p.base == "it"
	case "ile":
		return false
	}
	return p.traitsOf(word)&isBefore != 0
}

// thingBehind reports the small word behind a name that makes it a street or a
// disease: Petőfi Sándor utca, Lou Gehrig's disease.
func (p *people) thingBehind(end int) bool {
	rest := p.runs.body[end:]
	for _, owner := range [...]string{"'s", "’s"} {
		rest = strings.TrimPrefix(rest, owner)
	}
	rest, ok := strings.CutPrefix(rest, " ")
	r, _ := utf8.DecodeRuneInString(rest)
	return ok && unicode.IsLower(r) && p.traitsOf(rest[:wordEndDashed(rest)])&isAfter != 0
}

// labelWords is how long a line without a stop may be that labels something:
// "Interview: Jane Roe", "Exclusive by Jane Roe".
const labelWords = 5

// onOddLine reports lines that name nobody the article speaks of: bylines,
// credits, labels, and headlines with capitals on all words.
func (p *people) onOddLine(start, end int) bool {
	body := p.runs.body
	// No further than a label can reach, or a book on one line takes for ever.
	from, to := max(0, start-longest), min(len(body), end+longest)
	from += strings.LastIndexByte(body[from:start], '\n') + 1
	if i := strings.IndexByte(body[end:to], '\n'); i >= 0 {
		to = end + i
	}
	if p.credited(body[from:start], body[end:to]) {
		return true
	}
	if to-from > longest {
		return false
	}
	text := strings.TrimSpace(strings.TrimLeft(body[from:to], "#*_> \t"))
	return isFurniture(text) || isByline(text) || !ends(text) && words(text) <= labelWords || inTitleCase(text)
}

// credited: the name of who reported or took a picture, in brackets or at a
// line's end: "(Reporting by Jane Roe", "Photo: Jane Roe/AP".
func (p *people) credited(before, after string) bool {
	before = strings.ToLower(before[max(0, len(before)-60):])
	for _, mark := range [...]string{"reporting by ", "editing by ", "writing by ", "reported by ", "edited by ", "written by ", "additional reporting", "photo by ", "photograph by ", "image by ", "foto:", "photo:", "bild:", "image:", "picture:", "p.c:", "credit:", "crédit:", "©", "redaktion:", "fotograf:", "text:", "фото:", "photographer:", "translated by ", "traduit par ", "übersetzt von ", "propos recueillis par "} {
		if i := strings.LastIndex(before, mark); i >= 0 && !strings.ContainsAny(before[i+len(mark):], ".!?") {
			return true
		}
	}
	after = strings.TrimLeft(after, " ")
	for _, agency := range [...]string{"/", "/ AP", "/ dpa", "/ Reuters", "/ Getty", "/ AFP"} {
		if strings.HasPrefix(after, agency) {
			return true
		}
	}
	return false
}

// inTitleCase reports a line that does not end like a sentence and in which all
// but the little words have capitals, or that has no small letters at all.
func inTitleCase(s string) bool {
	if ends(s) {
		return false
	}
	capitals, small := 0, 0
	for w := range strings.FieldsSeq(s) {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "\"'“‘«„("))
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLower(r) && utf8.RuneCountInString(w) > 3:
			small++
		}
	}
	return capitals >= 4 && small*5 <= capitals
}

// namesThing reports words behind a name that make it a street, a school or a
// firm.
func namesThing(rest []namePart) bool {
	for _, w := range rest {
		if w.traits&isStopper != 0 || w.traits == isParticleOfName {
			return false // Miriam Thalbach von der Universität
		}
		if w.traits&isNever != 0 {
			return true
		}
	}
	return false
}
