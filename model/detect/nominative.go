package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// nominativeGiven returns the given name that a word is an inflected form of.
func (p *people) nominativeGiven(word string) (string, bool) {
	endings := givenEndings
	switch p.base {
	case "ru", "uk", "be", "bg", "pl", "cs", "sk", "sr", "hr", "sl", "bs":
	case "hu":
		endings = givenEndingsHu
	case "ro":
		endings = givenEndingsRo
	default:
		return "", false
	}
	if len(word) >= maxWord {
		return "", false
	}
	var buf [maxWord]byte
	low := string(appendLower(buf[:0], word))
	for _, e := range endings {
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
	{"owi", ""}, {"ovi", ""}, {"em", ""}, {"iem", ""}, {"ёй", "я"}, {"ою", "а"}, {"a", ""}, {"u", ""}, {"y", "a"}, {"i", "a"}, {"ę", "a"}, {"ą", "a"}, {"u", "a"}, {"ou", "a"}, {"ie", "a"}, {"ě", "a"},
	{"ego", "y"}, {"ego", "i"}, {"emu", "y"},
}

// givenEndingsHu and givenEndingsRo do the same for Hungarian, whose "with" doubles
// the last letter, and for the Romanian genitive of women's names.
var (
	givenEndingsHu = []caseRule{
		{"ával", "a"}, {"ével", "e"}, {"ának", "a"}, {"ének", "e"}, {"át", "a"}, {"ét", "e"}, {"ától", "a"}, {"étől", "e"}, {"áról", "a"}, {"éről", "e"}, {"ára", "a"}, {"ére", "e"}, {"ához", "a"}, {"éhez", "e"},
		{"ssal", "s"}, {"ssel", "s"}, {"sal", ""}, {"sel", ""}, {"nal", ""}, {"nel", ""}, {"ral", ""}, {"rel", ""}, {"lal", ""}, {"lel", ""}, {"tal", ""}, {"tel", ""}, {"dal", ""}, {"del", ""}, {"kal", ""}, {"kel", ""}, {"gal", ""}, {"gel", ""}, {"bal", ""}, {"mal", ""}, {"pal", ""}, {"val", ""}, {"vel", ""},
		{"nak", ""}, {"nek", ""}, {"ot", ""}, {"et", ""}, {"öt", ""}, {"t", ""}, {"tól", ""}, {"től", ""}, {"ról", ""}, {"ről", ""}, {"ra", ""}, {"re", ""}, {"hoz", ""}, {"hez", ""}, {"höz", ""}, {"ban", ""}, {"ben", ""}, {"ért", ""}, {"é", ""},
	}
	givenEndingsRo = []caseRule{{"iei", "ia"}, {"ei", "a"}, {"ăi", "ă"}}
)

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
		"pl": {{"iego", "i"}, {"iemu", "i"}, {"owi", ""}, {"kiem", "k"}, {"giem", "g"}, {"im", "i"}, {"em", ""}, {"a", ""}},
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
	if p.base == "hu" {
		return given, p.nominativeHu(family)
	}
	if p.base == "fi" {
		return given, nominativeFi(family)
	}
	if p.traitsOf(given)&isGiven != 0 && !oblique(family) && !strings.HasSuffix(given, "ą") && !strings.HasSuffix(given, "ę") {
		return given, family
	}
	base, ok := p.nominativeGiven(given)
	if !ok {
		return given, family
	}
	rules := menRules[p.base]
	if last, _ := utf8.DecodeLastRuneInString(base); (last == 'a' || last == 'а' || last == 'я') && !isManWithA(base) {
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
func (p *people) nominativeHu(word string) string {
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
	return word
}

// nominativeFi gives the genitive of the kinds of Finnish family names back their
// ending: Virtasen, Lehtimäen, Järven.
func nominativeFi(family string) string {
	for _, r := range [...]caseRule{{"mäen", "mäki"}, {"lahden", "lahti"}, {"niemen", "niemi"}, {"järven", "järvi"}, {"lammen", "lampi"}, {"kosken", "koski"}, {"joen", "joki"}, {"saaren", "saari"}, {"talon", "talo"}, {"rannan", "ranta"}, {"harjun", "harju"}, {"maan", "maa"}} {
		if stem, ok := strings.CutSuffix(family, r.ending); ok && stem != "" {
			return stem + r.base
		}
	}
	if stem, ok := strings.CutSuffix(family, "sen"); ok && utf8.RuneCountInString(stem) > 2 && !endsInConsonant(strings.ToLower(stem)) {
		return stem + "nen"
	}
	return family
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
			if base := likeCase(n.family, low, stem); base != n.family && p.stands(base) {
				found = head + base
			}
		}
		return found != ""
	})
	return found, found != ""
}

// likeCase writes a stem of a word in lower case with the capitals of the word. The
// stem may end in a letter that the ending replaced.
func likeCase(word string, low, stem []byte) string {
	n := 0
	for n < len(stem) && n < len(low) && low[n] == stem[n] {
		n++
	}
	for n > 0 && n < len(low) && !utf8.RuneStart(low[n]) {
		n--
	}
	if len(low) != len(word) {
		return word
	}
	return word[:n] + string(stem[n:])
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
