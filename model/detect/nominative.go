package detect

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// caseRule gives back the ending that a case replaced.
type caseRule struct{ ending, base string }

// caseRules are the rules of one language, by what they are for.
type caseRules struct{ given, men, women []caseRule }

var casesOfNames = sync.OnceValue(func() map[string]*caseRules {
	all := map[string]*caseRules{}
	entries("cases.txt", func(entry string) {
		head, list, _ := strings.Cut(entry, ":")
		lang, what, _ := strings.Cut(head, " ")
		if all[lang] == nil {
			all[lang] = &caseRules{}
		}
		var rules []caseRule
		for pair := range strings.FieldsSeq(list) {
			ending, base, _ := strings.Cut(pair, ">")
			rules = append(rules, caseRule{ending, base})
		}
		switch what {
		case "given":
			all[lang].given = rules
		case "men":
			all[lang].men = rules
		case "women":
			all[lang].women = rules
		}
	})
	return all
})

// nominativeGiven returns the given name that a word is an inflected form of.
func (p *people) nominativeGiven(word string) (string, bool) {
	rules := casesOfNames()[p.base]
	if rules == nil || len(word) >= maxWord {
		return "", false
	}
	var buf [maxWord]byte
	low := string(appendLower(buf[:0], word))
	for _, e := range rules.given {
		stem, cut := strings.CutSuffix(low, e.ending)
		if !cut || stem == "" {
			continue
		}
		if base := stem + e.base; utf8.RuneCountInString(base) >= 3 && p.isSureGiven(base) {
			return capitalised(base), true
		}
	}
	return "", false
}

// isSureGiven reports a given name that is no common word of the language.
func (p *people) isSureGiven(low string) bool {
	t := p.traitsOf(low)
	return t&(isGiven|isWeak) == isGiven || t&isWeak != 0 && p.runs.words.sure[p.base][string(foldInto(p.fold[:0], low))]
}

func capitalised(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// nominative brings a name into the nominative if its parts show another case or
// everybody knows its family name.
func (p *people) nominative(given, family string) (string, string) {
	g, f := p.byRules(given, family)
	if casesOfNames()[p.base] == nil || isWoman(family) || isWoman(f) || p.isKnown(f) {
		return g, f
	}
	if base, ok := p.knownFamily(family); ok {
		return g, base
	}
	return g, f
}

// byRules takes the endings of a case off both parts of a name.
func (p *people) byRules(given, family string) (string, string) {
	rules := casesOfNames()[p.base]
	switch {
	case rules == nil:
		return given, family
	case p.base == "hu":
		return given, p.nominativeHu(family, rules.men)
	}
	base, ok := p.nominativeGiven(given)
	if known := p.traitsOf(given)&(isGiven|isWeak) != 0; known && !isObject(given) && !(ok && p.isMansCase(base, given, family, rules)) {
		return given, family
	}
	if !ok {
		return given, family
	}
	if isWomans(base) {
		family, _ = withRule(family, rules.women)
	} else {
		family, _ = withRule(family, rules.men)
	}
	return base, family
}

// knownFamily returns the family name of the list that a word is a form of.
func (p *people) knownFamily(family string) (string, bool) {
	if len(family) >= maxWord {
		return "", false
	}
	key := foldInto(p.fold[:0], family)
	if !p.runs.words.heads[string(key[:headOf(key)])] {
		return "", false
	}
	if p.isKnown(family) {
		return family, true
	}
	var buf [maxWord]byte
	low := appendLower(buf[:0], family)
	base := ""
	p.scanner.in.stems(low, func(stem []byte) bool {
		if len(stem) < len(low) && p.runs.words.known[string(foldInto(p.fold[:0], string(stem)))] {
			base = likeCase(family, low, stem)
		}
		return base != ""
	})
	if rules := casesOfNames()[p.base]; base == "" && rules != nil {
		if base, ok := p.knownBy(rules.men, family); ok {
			return base, true
		}
		return p.knownBy(rules.given, family)
	}
	return base, base != ""
}

// knownBy returns the family name of the list that some rule makes of a word.
func (p *people) knownBy(rules []caseRule, family string) (string, bool) {
	for _, r := range rules {
		stem, cut := strings.CutSuffix(family, r.ending)
		if !cut {
			continue
		}
		key := foldInto(p.fold[:0], stem)
		key = key[:len(key)+len(foldInto(key[len(key):], r.base))]
		if p.runs.words.known[string(key)] {
			return stem + r.base, true
		}
	}
	return "", false
}

func (p *people) isKnown(family string) bool {
	return len(family) < maxWord && !isObject(family) && p.runs.words.known[string(foldInto(p.fold[:0], family))]
}

// isObject reports endings that no given name has in the nominative.
func isObject(given string) bool {
	return strings.HasSuffix(given, "ą") || strings.HasSuffix(given, "ę")
}

// isMansCase tells "Petra Kopeckého" and "Илона Маска" from women of those names:
// the family name has the ending of a man's case, and none that women have.
func (p *people) isMansCase(base, given, family string, rules *caseRules) bool {
	if isWomans(base) {
		_, cut := withRule(family, rules.women)
		return cut && given != base
	}
	bare, cut := withRule(family, rules.men)
	if !cut || isWoman(family) {
		return false
	}
	if !isWomans(given) {
		return true
	}
	return p.base != "pl" || oblique(family) || p.looks > 0 && p.stands(bare)
}

// isWomans reports given names that end like those of women.
func isWomans(given string) bool {
	last, _ := utf8.DecodeLastRuneInString(given)
	return (last == 'a' || last == 'а' || last == 'я' || last == 'ě') && !isManWithA(given)
}

// withRule applies the first rule that fits, whether it changed the name or not.
func withRule(family string, rules []caseRule) (string, bool) {
	for _, r := range rules {
		stem, cut := strings.CutSuffix(family, r.ending)
		if cut && utf8.RuneCountInString(stem) > 2 && (r.base != "" || endsInConsonant(stem)) && (r.ending != "e" || endsSoft(stem)) {
			return stem + r.base, true
		}
	}
	return family, false
}

// endsSoft reports the consonants behind which Czech has e in the genitive.
func endsSoft(stem string) bool {
	r, _ := utf8.DecodeLastRuneInString(stem)
	return strings.ContainsRune("šžčřcjďťňшжчщ", r) || r > 0x400
}

// isManWithA knows the men's names that end like women's.
func isManWithA(given string) bool {
	switch given {
	case "Илья", "Никита", "Данила", "Фома", "Кузьма", "Лука", "Савва", "Микита", "Ілля", "Микола", "Хома", "Сава", "Kuba", "Barnaba", "Jarema", "Саша", "Женя", "Лёша", "Миша", "Никола":
		return true
	}
	return false
}

// nominativeHu takes the ending off the second word of a name, which is the given
// one or, of a foreigner, doubles its last letter before "with".
func (p *people) nominativeHu(word string, rules []caseRule) string {
	if p.traitsOf(word)&isGiven != 0 {
		return word
	}
	if base, ok := p.nominativeGiven(word); ok {
		return base
	}
	for _, end := range [...]string{"al", "el"} {
		stem, cut := strings.CutSuffix(word, end)
		if n := len(stem); cut && n > 4 && stem[n-1] == stem[n-2] && stem[n-1] < utf8.RuneSelf {
			return stem[:n-1]
		}
	}
	for _, r := range rules {
		if stem, cut := strings.CutSuffix(word, r.ending); cut && utf8.RuneCountInString(stem) > 3 {
			return stem + r.base
		}
	}
	for _, end := range [...]string{"ot", "et", "at"} {
		if stem, cut := strings.CutSuffix(word, end); cut && endsInCluster(stem) {
			return stem
		}
	}
	return word
}

// nominativeFi reads the case of a Finnish family name from its kind and, where that
// does not tell, from the word behind it: before a noun or a postposition stands a
// genitive, before a verb a nominative.
func (p *people) nominativeFi(family, behind string) string {
	for _, r := range casesOfNames()["fi"].men {
		if stem, ok := strings.CutSuffix(family, r.ending); ok && utf8.RuneCountInString(stem) > 2 && (r.base != "" || utf8.RuneCountInString(family) > 6) {
			return stem + r.base
		}
	}
	stem, ok := strings.CutSuffix(family, "n")
	switch {
	case !ok || strings.HasSuffix(family, "nen") || utf8.RuneCountInString(stem) < 4:
		return family
	case strings.HasSuffix(stem, "se") && !endsInConsonant(strings.TrimSuffix(stem, "se")):
		return strings.TrimSuffix(stem, "se") + "nen"
	case endsInConsonant(stem) || !startsSmall(behind) || isVerbFi(behind):
		return family
	case strings.HasSuffix(stem, "i") && endsInConsonant(strings.TrimSuffix(stem, "i")) && !strings.HasSuffix(stem, "ni"):
		return strings.TrimSuffix(stem, "i")
	}
	return stem
}

func startsSmall(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r)
}

// isVerbFi knows what stands behind the subject of a Finnish sentence.
func isVerbFi(w string) bool {
	switch w {
	case "ei", "on", "oli", "eivät", "ovat", "olivat", "sanoo", "sanoi", "kertoo", "kertoi", "kirjoitti", "kirjoittaa", "totesi", "toteaa", "arvioi", "katsoo", "uskoo", "vaatii", "vaati", "kehotti", "kehottaa", "pitää", "piti", "jätti", "aikoo", "halusi", "haluaa", "vastasi", "muistutti", "epäilee", "väittää", "väitti", "myönsi", "ilmoitti", "twiittasi", "julkaisi", "perusti", "erosi", "jatkaa", "voi", "sai", "tuli", "meni":
		return true
	}
	return strings.HasSuffix(w, "nut") || strings.HasSuffix(w, "nyt")
}

// endsInCluster reports two consonants at the end.
func endsInCluster(stem string) bool {
	r, n := utf8.DecodeLastRuneInString(stem)
	return n > 0 && len(stem) > 3 && unicode.IsLetter(r) && endsInConsonant(stem) && endsInConsonant(stem[:len(stem)-n])
}

// oblique reports endings that no man's family name has in the nominative; the
// given name beside one is not that of a woman.
func oblique(family string) bool {
	for _, e := range [...]string{"skiego", "ckiego", "skiemu", "ckiemu", "ského", "skému", "ского", "скому", "ського", "ському", "ého", "ému", "iego", "iemu"} {
		if strings.HasSuffix(family, e) {
			return true
		}
	}
	return false
}

func endsInConsonant(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return !strings.ContainsRune("aeiouyáéíóúýěůäöаеёиоуыэюяіїєь", r)
}
