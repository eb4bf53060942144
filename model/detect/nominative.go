package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// nominativeGiven returns the given name that a word is an inflected form of.
func (p *people) nominativeGiven(word string) (string, bool) {
	switch p.base {
	case "ru", "uk", "be", "bg", "pl", "cs", "sk", "sr", "hr", "sl", "bs":
	default:
		return "", false
	}
	if len(word) >= maxWord {
		return "", false
	}
	var buf [maxWord]byte
	low := string(appendLower(buf[:0], word))
	for _, e := range givenEndings {
		stem, cut := strings.CutSuffix(low, e.ending)
		if !cut || utf8.RuneCountInString(stem) < 2 {
			continue
		}
		if base := stem + e.base; p.traitsOf(base)&(isGiven|isWeak) == isGiven && utf8.RuneCountInString(base) >= 3 {
			return capitalised(base), true
		}
	}
	return "", false
}

// givenEndings lists what Slavic cases make of the ends of given names.
var givenEndings = []caseRule{
	{"ым", ""}, {"ом", ""}, {"ем", ""}, {"ем", "й"}, {"єм", "й"}, {"ой", "а"}, {"ою", "а"}, {"ей", "я"}, {"ею", "я"}, {"єю", "я"},
	{"еві", "й"}, {"єві", "й"}, {"ові", ""}, {"а", ""}, {"у", ""}, {"у", "а"}, {"е", ""}, {"е", "а"}, {"ы", "а"}, {"и", "а"}, {"и", "я"},
	{"ю", "й"}, {"ю", "я"}, {"ю", "ь"}, {"я", "й"}, {"я", "ь"}, {"и", "й"}, {"і", "а"}, {"і", ""}, {"ії", "ія"}, {"ії", "ій"},
	{"owi", ""}, {"ovi", ""}, {"em", ""}, {"iem", ""}, {"a", ""}, {"u", ""}, {"y", "a"}, {"i", "a"}, {"ę", "a"}, {"ą", "a"}, {"u", "a"}, {"ou", "a"}, {"ie", "a"}, {"ě", "a"},
	{"ego", "y"}, {"ego", "i"}, {"emu", "y"},
}

func capitalised(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// caseRule gives back the ending that a case replaced.
type caseRule struct{ ending, base string }

// The longest ending of a language's rules goes first. Men's names of foreign
// origin take their endings behind a consonant; women's do not change.
var (
	menRules = map[string][]caseRule{
		"ru": {{"ского", "ский"}, {"скому", "ский"}, {"ским", "ский"}, {"ском", "ский"}, {"овым", "ов"}, {"евым", "ев"}, {"иным", "ин"}, {"ом", ""}, {"ем", ""}, {"а", ""}, {"у", ""}, {"е", ""}},
		"uk": {{"енка", "енко"}, {"енку", "енко"}, {"енком", "енко"}, {"ського", "ський"}, {"ському", "ський"}, {"ським", "ський"}, {"ові", ""}, {"еві", ""}, {"им", ""}, {"ом", ""}, {"ем", ""}, {"а", ""}, {"у", ""}, {"і", ""}},
		"pl": {{"iego", "i"}, {"iemu", "i"}, {"owi", ""}, {"im", "i"}, {"em", ""}, {"a", ""}},
		"cs": {{"ého", "ý"}, {"ému", "ý"}, {"ým", "ý"}, {"ovi", ""}, {"em", ""}, {"a", ""}},
	}
	womenRules = map[string][]caseRule{
		"ru": {{"ской", "ская"}, {"скую", "ская"}, {"овой", "ова"}, {"евой", "ева"}, {"иной", "ина"}, {"ову", "ова"}, {"еву", "ева"}, {"ину", "ина"}},
		"uk": {{"ської", "ська"}, {"ській", "ська"}, {"ську", "ська"}, {"ової", "ова"}, {"овій", "ова"}, {"ову", "ова"}},
		"pl": {{"skiej", "ska"}, {"ckiej", "cka"}, {"ską", "ska"}, {"cką", "cka"}},
		"cs": {{"ovou", "ová"}, {"ové", "ová"}},
	}
)

// nominative brings a name into the nominative if the given name shows another
// case.
func (p *people) nominative(given, family string) (string, string) {
	if p.traitsOf(given)&isGiven != 0 && !oblique(family) {
		return given, family
	}
	base, ok := p.nominativeGiven(given)
	if !ok {
		return given, family
	}
	rules := menRules[p.base]
	if last, _ := utf8.DecodeLastRuneInString(base); last == 'a' || last == 'а' || last == 'я' {
		rules = womenRules[p.base]
	}
	for _, r := range rules {
		stem, cut := strings.CutSuffix(family, r.ending)
		if cut && utf8.RuneCountInString(stem) > 2 && (r.base != "" || endsInConsonant(stem)) {
			return base, stem + r.base
		}
	}
	return base, family
}

// oblique reports endings that no man's family name has in the nominative; the
// given name beside one is not that of a woman.
func oblique(family string) bool {
	for _, e := range [...]string{"skiego", "ckiego", "skiemu", "ckiemu", "ského", "skému", "ского", "скому", "ського", "ському"} {
		if strings.HasSuffix(family, e) {
			return true
		}
	}
	return false
}

func endsInConsonant(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return !strings.ContainsRune("aeiouyáéíóúýěůаеёиоуыэюяіїєь", r)
}

// withoutEnding returns the name without an ending that its family name does
// not have elsewhere in the body: a genitive's s, or what a case adds.
func (p *people) withoutEnding(n fullName) (string, bool) {
	if p.base == "en" || p.looks <= 0 || !strings.HasSuffix(n.full, n.family) {
		return "", false
	}
	head := strings.TrimSuffix(n.full, n.family)
	var buf [maxWord]byte
	if len(n.family) >= maxWord || p.scanner.in.longest == 0 {
		return "", false
	}
	low := appendLower(buf[:0], n.family)
	found := ""
	p.scanner.in.stems(low, func(stem []byte) bool {
		if len(stem) < len(low) && utf8.RuneCount(stem) >= shortName && p.looks > 0 && len(stem) <= len(n.family) {
			p.looks--
			base := n.family[:len(stem)]
			if strings.HasPrefix(n.family, base) && p.stands(base) {
				found = head + base
			}
		}
		return found != ""
	})
	return found, found != ""
}

// stands reports whether a word stands in the body.
func (p *people) stands(word string) bool {
	body := p.runs.body
	for i := 0; ; {
		at := strings.Index(body[i:], word)
		if at < 0 {
			return false
		}
		i += at + len(word)
		next, _ := utf8.DecodeRuneInString(body[i:])
		before, _ := utf8.DecodeLastRuneInString(body[:i-len(word)])
		if classOf(next) == none && classOf(before) == none {
			return true
		}
	}
}
