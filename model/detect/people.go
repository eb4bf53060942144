package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxPeople bounds the people of one body: a list of members is no article.
const maxPeople = 200

// People lists the persons that body names in full and that the register does
// not know, in the order of their first mention, each in the longest form that
// stands there and in the nominative where the language's rules are plain. The
// body is without its furniture; bylines, credits and headlines with capitals on
// all words are passed over here.
func (a *Actors) People(body, lang string) []string {
	p := &people{
		scanner: scanner{Actors: a, body: body, lang: lang, in: inflectionOf(lang), seen: make([]int, len(a.names))},
		runs:    runs{body: body, words: peopleWords()},
		byKey:   map[string]int{},
		looks:   64,
	}
	p.base, _, _ = strings.Cut(lang, "-")
	switch p.base {
	case "zh", "ja", "ko":
		p.eastern()
	case "ar", "he", "fa":
		p.uncased(uncasedOf(p.base))
		p.each([]lookout{{titlesOf()[p.base+" known"], p.known}})
	}
	end := footer(body)
	for at := 0; at < end && len(p.names) < maxPeople; {
		run, next := p.runs.next(at)
		if next <= at || next > end {
			break
		}
		p.read(run)
		at = next
	}
	return p.merged()
}

// people is one pass over a body.
type people struct {
	scanner scanner
	runs    runs
	base    string // the language without its region
	names   []fullName
	byKey   map[string]int // folded given and family name → index
	looks   int            // how often the whole body may still be searched
	ends    map[int]bool   // where names in scripts without capitals end
	fold    [2 * maxWord]byte
}

// fullName is a name as it was found.
type fullName struct {
	family, full string
}

// read takes the names out of a run.
func (p *people) read(run []namePart) {
	for i := 0; i+1 < len(run); {
		c, ok := p.candidate(run, i)
		if ok && p.take(run, c) {
			i = c.to
			continue
		}
		i++
	}
}

func (p *people) traitsOf(word string) trait {
	if len(word) >= maxWord {
		return 0
	}
	return p.runs.words.traits[string(foldInto(p.fold[:0], word))]
}

// take notes a name that holds, or another mention of one that did.
func (p *people) take(run []namePart, c candidate) bool {
	body := p.runs.body
	first, last := run[c.from], run[c.to-1]
	given, family := p.nominative(properCase(body[first.start:first.end]), body[last.start:last.end])
	if p.base == "fi" && !p.isKnown(family) || p.base == "de" {
		family = p.beforeNoun(family, last.end)
	}
	family = p.withoutOwner(family)
	key := string(append(append(foldInto(p.fold[:0], given), ' '), foldInto(nil, family)...))
	end := last.end
	if e := jrEnd(body, end); e > 0 {
		key += jrKey(body[end:e])
		end = e
	}
	i, known := p.byKey[key]
	if p.glosses(first.start) {
		return false
	}
	switch {
	case !known && !p.holds(run, c):
		return false
	case !known && p.registered(given, family) && end == last.end:
		return false
	case !known:
		i = len(p.names)
		p.byKey[key] = i
		p.names = append(p.names, fullName{family: family})
	}
	full := given + body[first.end:last.start] + family + body[last.end:end]
	if len(full) > len(p.names[i].full) {
		p.names[i].full = strings.ReplaceAll(full, "\u00a0", " ")
	}
	return true
}

// beforeNoun takes the genitive off a family name that a noun follows: Merkels
// Sprecher, Merkelin tiedottaja.
func (p *people) beforeNoun(family string, end int) string {
	behind, ok := strings.CutPrefix(p.runs.body[end:], " ")
	if !ok {
		behind = ""
	}
	if p.base == "fi" {
		return p.nominativeFi(family, behind[:wordEndDashed(behind)])
	}
	if stem, cut := strings.CutSuffix(family, "s"); cut && len(stem) > 3 && !strings.HasSuffix(stem, "s") && startsCapital(behind) {
		return stem
	}
	return family
}

// withoutOwner takes the genitive off a family name that everybody knows: Joe Bidens
// installation. Of others nobody knows whose own the s is.
func (p *people) withoutOwner(family string) string {
	switch p.base {
	case "sv", "da", "no", "nl":
		if stem, cut := strings.CutSuffix(family, "s"); cut && !p.isKnown(family) && p.isKnown(stem) {
			return stem
		}
	}
	return family
}

// properCase writes a given name in capitals as a name: DONALD Trump.
func properCase(given string) string {
	if r, n := utf8.DecodeRuneInString(given); len(given) > n && strings.ToUpper(given) == given {
		return string(r) + strings.ToLower(given[n:])
	}
	return given
}

// glosses reports a name in brackets behind the same name in another script.
func (p *people) glosses(start int) bool {
	r, n := utf8.DecodeLastRuneInString(p.runs.body[:start])
	if r != '(' && r != '（' {
		return false
	}
	before := strings.TrimRight(p.runs.body[:start-n], " ")
	return p.ends[len(before)]
}

// jrKey is the same for all ways to write that somebody is the son.
func jrKey(s string) string {
	if strings.Contains(s, "S") {
		return " sr"
	}
	return " jr"
}

// jrEnd returns where the Jr behind a name ends, 0 for none.
func jrEnd(body string, i int) int {
	rest := strings.TrimPrefix(body[i:], ",")
	for _, s := range [...]string{" Jr.", " Jr", " Sr.", " Sr", " Junior", " Júnior"} {
		if tail, ok := strings.CutPrefix(rest, s); ok {
			if r, _ := utf8.DecodeRuneInString(tail); !unicode.IsLetter(r) {
				return len(body) - len(tail)
			}
		}
	}
	return 0
}
