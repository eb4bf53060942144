package detect

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/model/fold"
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

// candidate is a stretch of a run that may be a name: run[from:to], the family
// name last, an added Jr aside.
type candidate struct {
	from, to int
	given    trait // of the first word: isGiven, isWeak or neither
	middle   bool  // an initial stands in the middle
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

// candidate reads a name that begins with the word i: given names and initials,
// particles, the family name.
func (p *people) candidate(run []namePart, i int) (candidate, bool) {
	c := candidate{from: i, given: p.givenOf(run[i])}
	if run[i].initial {
		return p.behindInitials(run, i)
	}
	if p.base == "hu" && i+2 < len(run) && p.givenOf(run[i+1]) == 0 && p.givenOf(run[i+2]) == isGiven {
		return c, false
	}
	if p.base == "hu" && c.given == 0 && run[i].traits&^isSoft == 0 && i+1 < len(run) && p.givenOf(run[i+1]) == isGiven {
		c.given, c.to = isGiven, i+2
		return c, run[i].like && run[i+1].like && !namesThing(run[c.to:])
	}
	if !run[i].like || run[i].owner || c.given == 0 && (run[i].traits != 0 || i+2 < len(run) && p.givenOf(run[i+1]) == isGiven) {
		return c, false
	}
	j := i + 1
	for j+1 < len(run) && (run[j].initial || p.middle(run, j)) && !run[j].owner {
		c.middle = c.middle || run[j].initial
		j++
	}
	for j+1 < len(run) && run[j].traits == isParticleOfName {
		j++
	}
	if j+1 < len(run) && isCapitalParticle(p.runs.body[run[j].start:run[j].end]) && run[j+1].like {
		c.to, c.middle = j+2, c.given != 0
		return c, !namesThing(run[c.to:])
	}
	if !p.isFamily(run[j], c, j+1 == len(run) || run[j+1].traits&isSuffix != 0) {
		return c, false
	}
	c.to = p.longer(run, c, j+1)
	return c, run[c.to-1].owner || p.isGenitive(run[c.to-1]) || !namesThing(run[c.to:])
}

// isGenitive reports a German name before what belongs to its owner: Dorseys Dienst.
func (p *people) isGenitive(w namePart) bool {
	family := p.runs.body[w.start:w.end]
	return p.base == "de" && strings.HasSuffix(family, "s") && !strings.HasSuffix(family, "ss") && len(family) > 4
}

// behindInitials reads "J.D. Pruett" and "А. Б. Петров". One initial needs a
// witness; U. S. is none.
func (p *people) behindInitials(run []namePart, i int) (candidate, bool) {
	c := candidate{from: i, given: isWeak}
	j := i
	for j < len(run) && run[j].initial && j < i+3 {
		j++
	}
	if j == len(run) || !run[j].like || run[j].traits&^(isGiven|isWeak) != 0 || run[j].owner || p.runs.body[run[j].start-1] != ' ' && p.runs.body[run[j].start-1] != '.' {
		return c, false
	}
	switch p.runs.body[run[i].start:run[j-1].end] {
	case "U.S", "U. S", "D.C", "D. C", "L.A", "L. A", "U.K", "U. K", "E.U", "E. U", "N.Y", "N. Y":
		return c, false
	}
	c.middle, c.to = j-i > 1, j+1
	return c, p.runs.body[run[i].end] == '.' && !namesThing(run[c.to:])
}

// isCapitalParticle reports the beginnings of family names of two words, which may
// go on with any noun: Le Maire, De Sanctis.
func isCapitalParticle(w string) bool {
	switch w {
	case "Le", "La", "De", "Di", "Del", "Della", "Van", "Von", "Du", "Des", "Dos", "El", "Al", "Lo", "Dal", "Ten", "Ter":
		return true
	}
	return false
}

// namesThing reports words behind a name that make it a street, a school or a
// firm.
func namesThing(rest []namePart) bool {
	for _, w := range rest {
		if w.traits&isStopper != 0 {
			return false
		}
		if w.traits&isNever != 0 {
			return true
		}
	}
	return false
}

// givenOf tells a sure given name from one that is a common word too.
func (p *people) givenOf(w namePart) trait {
	switch {
	case w.like && w.traits&isWeak != 0 && p.isSure(w):
		return isGiven
	case !w.like || w.traits&isNever != 0 && w.traits&isWeak == 0:
		return 0
	case w.traits&isWeak != 0:
		return isWeak
	case w.traits&isGiven != 0:
		return isGiven
	}
	if w.traits != 0 {
		return 0
	}
	text := p.runs.body[w.start:w.end]
	if head, tail, ok := strings.Cut(text, "-"); ok && nameLike(head) && nameLike(tail) {
		if p.traitsOf(head)&isGiven != 0 && p.traitsOf(head)&(isNever|isWeak) == 0 {
			return isGiven
		}
		return 0
	}
	if _, ok := p.nominativeGiven(text); ok {
		return isGiven
	}
	return 0
}

// isSure reports a given name that is a common word, but not in this language.
func (p *people) isSure(w namePart) bool {
	return p.runs.words.sure[p.base][string(foldInto(p.fold[:0], p.runs.body[w.start:w.end]))]
}

func (p *people) traitsOf(word string) trait {
	if len(word) >= maxWord {
		return 0
	}
	return p.runs.words.traits[string(foldInto(p.fold[:0], word))]
}

// middle reports a second given name: a family name has to follow.
func (p *people) middle(run []namePart, j int) bool {
	next := run[j+1]
	if run[j].traits&(isGiven|isWeak) == 0 || !run[j].like || isCapitalParticle(p.runs.body[run[j].start:run[j].end]) {
		return false
	}
	plain := next.traits&^(isGiven|isWeak|isSoft) == 0 || next.traits&isSoft != 0
	return next.like && plain || next.traits == isParticleOfName
}

// isFamily: a word that is also another thing counts only at the end of a run,
// behind a sure given name.
func (p *people) isFamily(w namePart, c candidate, last bool) bool {
	if !w.like || w.traits&isStopper != 0 && w.traits&(isGiven|isSoft) == 0 {
		return false
	}
	if w.traits&isStopper != 0 && w.traits&isSoft == 0 && c.given != isGiven {
		return false
	}
	if w.traits&(isNever|isRole) == 0 {
		return true
	}
	return last && c.given == isGiven && (w.traits&isSoft != 0 || w.traits&isNever == 0)
}

// longer adds a second family name, as many languages have it: Vestergaard Nim,
// Bittencourt de Sá.
func (p *people) longer(run []namePart, c candidate, j int) int {
	if j >= len(run) || run[j-1].owner || c.given != isGiven || !p.hasSecondNames() {
		return j
	}
	k := j
	for k+1 < len(run) && run[k].traits == isParticleOfName && p.isIberian() && run[k].end-run[k].start > 1 {
		k++
	}
	if w := run[k]; w.like && (k > j || w.traits&^(isGiven|isWeak) == 0) && (k+1 == len(run) || p.isIberian()) {
		return k + 1
	}
	return j
}

// hasSecondNames reports languages in which two family names are not joined by a
// hyphen, and a capital behind them is a name too.
func (p *people) hasSecondNames() bool {
	switch p.base {
	case "en", "fr", "it", "da", "no", "sv", "nl", "ro", "id", "ms", "tr":
		return true
	}
	return p.isIberian()
}

func (p *people) isIberian() bool {
	switch p.base {
	case "es", "pt", "ca", "gl":
		return true
	}
	return false
}

// take notes a name that holds, or another mention of one that did.
func (p *people) take(run []namePart, c candidate) bool {
	body := p.runs.body
	first, last := run[c.from], run[c.to-1]
	given, family := p.nominative(properCase(body[first.start:first.end]), body[last.start:last.end])
	if p.base == "fi" || p.base == "de" {
		family = p.beforeNoun(family, last.end)
	}
	key := string(append(append(foldInto(p.fold[:0], given), ' '), foldInto(nil, family)...))
	end := last.end
	if e := jrEnd(body, end); e > 0 {
		key += body[end:e]
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

// jrEnd returns where the Jr behind a name ends, 0 for none.
func jrEnd(body string, i int) int {
	rest := strings.TrimPrefix(body[i:], ",")
	for _, s := range [...]string{" Jr.", " Jr", " Sr.", " Sr"} {
		if tail, ok := strings.CutPrefix(rest, s); ok {
			if r, _ := utf8.DecodeRuneInString(tail); !unicode.IsLetter(r) {
				return len(body) - len(tail)
			}
		}
	}
	return 0
}

// merged drops the forms with an ending that grammar put on a name: the genitive
// of "Ruth Weiler" is "Ruth Weilers".
func (p *people) merged() []string {
	var all []fullName
	for _, n := range p.names {
		if base, ok := p.withoutEnding(n); ok {
			n.full = base
		}
		i := slices.IndexFunc(all, func(o fullName) bool { return o.full == n.full || p.inflected() && sameStem(o, n) })
		switch {
		case i < 0:
			all = append(all, n)
		case len(n.full) < len(all[i].full):
			all[i] = n
		}
	}
	var names []string
	for _, n := range all {
		names = append(names, n.full)
	}
	return names
}

// inflected reports languages that change the end of a name itself.
func (p *people) inflected() bool {
	switch p.base {
	case "fi", "et", "pl", "cs", "sk", "ru", "uk", "be", "sr", "hr", "sl", "lt", "lv":
		return true
	}
	return false
}

// sameStem reports two forms of one name: every word of them begins alike and ends
// within a case's length of the other, as Lahti and Lahden do.
func sameStem(a, b fullName) bool {
	x, y := strings.Fields(a.full), strings.Fields(b.full)
	if len(x) != len(y) || a.full == a.family || isWoman(a.full) != isWoman(b.full) {
		return false
	}
	for i := range x {
		n := 0
		for n < len(x[i]) && n < len(y[i]) && x[i][n] == y[i][n] {
			n++
		}
		if max(utf8.RuneCountInString(x[i][:n]), 0) < 4 && x[i] != y[i] || max(len(x[i]), len(y[i]))-n > maxCase {
			return false
		}
	}
	return true
}

// maxCase bounds the ending of a case, in bytes.
const maxCase = 4

// isWoman reports a family name that only women have: Nováková, Савельева.
func isWoman(name string) bool {
	for _, end := range [...]string{"ová", "ova", "ská", "ska", "cka", "ова", "ева", "ёва", "ина", "ына", "ская", "цкая", "ная", "ська", "цька", "іна"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}

// knows reports whether the register has that person, with a middle name or
// without, in any case.
func (p *people) knows(run []namePart, c candidate) bool {
	s, body := &p.scanner, p.runs.body
	for _, w := range run[c.from:c.to] {
		r, _ := utf8.DecodeRuneInString(body[w.start:])
		if _, _, ok := s.at(w.start, wordEnd(body, w.start), r); ok {
			return true
		}
	}
	first, last := run[c.from], run[c.to-1]
	given, family := fold.String(body[first.start:first.end]), fold.String(body[last.start:last.end])
	for i, name := range s.names {
		if s.persons[i] && sameName(fold.String(name), given, family, s.in.longest) {
			return true
		}
	}
	return false
}

// sameName compares a full name with a given and a family name that may have an
// ending each.
func sameName(name, given, family string, longest int) bool {
	g, f := strings.IndexByte(name, ' '), strings.LastIndexByte(name, ' ')
	if g < 0 {
		return false
	}
	return hasEnding(given, name[:g], longest) && hasEnding(family, name[f+1:], longest)
}

func hasEnding(word, base string, longest int) bool {
	return strings.HasPrefix(word, base) && len(word)-len(base) <= longest
}

// registered looks a name in the nominative up among the register's forms.
func (p *people) registered(given, family string) bool {
	var g, f [maxWord]byte
	low := appendLower(f[:0], family)
	for _, form := range p.scanner.forms[string(appendLower(g[:0], given))] {
		if len(form.parts) == 2 && form.parts[1].text == string(low) {
			return true
		}
	}
	return false
}
