package detect

import (
	"strings"
)

// candidate is a stretch of a run that may be a name: run[from:to], the family
// name last, an added Jr aside.
type candidate struct {
	from, to int
	given    trait // of the first word: isGiven, isWeak or neither
	middle   bool  // an initial stands in the middle
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
	if run[i].traits&isRole != 0 && i+2 < len(run) && p.givenOf(run[i+1]) == isGiven {
		return c, false // Hakim Barbara Rothstein: a judge, not a given name
	}
	if !run[i].like || run[i].owner || c.given == 0 && (run[i].traits != 0 || i+2 < len(run) && p.givenOf(run[i+1]) == isGiven) {
		return c, false
	}
	j := i + 1
	for j+1 < len(run) && (run[j].initial || p.middle(run, j)) && !run[j].owner {
		c.middle = c.middle || run[j].initial
		j++
	}
	if p.listsBoth(run, j) {
		return c, false
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

// listsBoth reports a Spanish and between two given names: Patrick y John Collison are
// two.
func (p *people) listsBoth(run []namePart, j int) bool {
	return j+2 < len(run) && p.runs.body[run[j].start:run[j].end] == "y" && p.givenOf(run[j+1]) == isGiven
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
	if p.base == "fr" && p.runs.body[run[i].start:run[i].end] == "M" {
		return c, false // Monsieur
	}
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
