package decode

import (
	"strings"
	"sync"
	"unicode"
)

// The families of encodings.
const (
	western  = "western"
	central  = "central"
	turkish  = "turkish"
	baltic   = "baltic"
	arabic   = "arabic"
	cyrillic = "cyrillic"
	greek    = "greek"
	hebrew   = "hebrew"
	thai     = "thai"
	kana     = "kana"
	han      = "han"
	hangul   = "hangul"
)

// familyOf is of the encodings that the statistics of bytes are asked about.
var familyOf = map[string]string{
	"windows-1251": cyrillic, "koi8-u": cyrillic, "iso-8859-5": cyrillic, "ibm866": cyrillic, "x-mac-cyrillic": cyrillic,
	"windows-1253": greek, "iso-8859-7": greek, "windows-1255": hebrew, "iso-8859-8": hebrew, "tis-620": thai, "windows-874": thai,
	"shift_jis": kana, "euc-jp": kana, "iso-2022-jp": kana, "gb18030": han, "gbk": han, "big5": han, "euc-kr": hangul,
	"windows-1252": western, "iso-8859-1": western,
}

// spelling is, for each family, the languages written so with the letters beside
// those of ASCII that a text in them has.
const spelling = `
western:
de äöüßéèà
en àáâäåæçèéêëíîïñóôöøœúü
fr àâæçèéêëîïôœùûüÿ
es áéíñóúü
it àèéìíîòóùú
pt àáâãçéêíóôõúü
gl áéíïñóúü
ca àçèéíïòóúü
oc àáçèéíïòóúü
nl àáçèéêëíîïóöúü
af áèéêëíîïóôöúûü
fy âäêëîïôöúûü
sv àåäéöü
da æøåäéöü
no æøåàâèéêòóô
is áæéíðóöúýþ
fo áæíðóøúý
fi äåéöšž
et äõöüšž
eu çñáéíóúü
sq çë
ga áéíóú
gd àáèéìòóù
br âêéîñôùûü
lb âäèéêëîïôûü
id é
ms é
tl ñáéíóú
sw é
ht àèéò

central:
pl ąćęłńóśźż
cs áčďéěíňóřšťúůýž
sk áäčďéíĺľňóôŕšťúýž
hu áéíóöőúüű
ro ăâîşţ
sl čšž
hr ćčđšž
sr-Latn ćčđšž

turkish:
tr âçğîıöşûü

baltic:
lt ąčęėįšūųž
lv āčēģīķļņšūž
et äõöüšž

cyrillic:
ru абвгдежзийклмнопрстуфхцчшщъыьэюяё
uk абвгґдеєжзиіїйклмнопрстуфхцчшщьюя
be абвгдеёжзійклмнопрстуўфхцчшыьэюя
bg абвгдежзийклмнопрстуфхцчшщъьюя
mk абвгдѓежзѕијклљмнњопрстќуфхцчџш
sr абвгдђежзијклљмнњопрстћуфхцчџш
`

// scripts are those of the other families, all of whose letters may stand in a
// text.
var scripts = map[string]struct {
	languages []string
	letters   []*unicode.RangeTable
}{
	arabic: {[]string{"ar", "fa", "ur"}, []*unicode.RangeTable{unicode.Arabic}},
	greek:  {[]string{"el"}, []*unicode.RangeTable{unicode.Greek}},
	hebrew: {[]string{"he", "yi"}, []*unicode.RangeTable{unicode.Hebrew}},
	thai:   {[]string{"th"}, []*unicode.RangeTable{unicode.Thai}},
	kana:   {[]string{"ja"}, []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana}},
	han:    {[]string{"zh-Hans", "zh-Hant"}, []*unicode.RangeTable{unicode.Han}},
	hangul: {[]string{"ko"}, []*unicode.RangeTable{unicode.Hangul, unicode.Han}},
}

// alphabet is the letters beside those of ASCII that a language is written with.
type alphabet struct {
	letters map[rune]bool
	scripts []*unicode.RangeTable
}

func (a alphabet) has(r rune) bool {
	return a.letters[unicode.ToLower(r)] || unicode.In(r, a.scripts...)
}

// alphabets are those of each language of each family.
var alphabets = sync.OnceValue(func() map[string]map[string]alphabet {
	all := map[string]map[string]alphabet{}
	family := ""
	for line := range strings.Lines(strings.TrimSpace(spelling)) {
		language, letters, written := strings.Cut(strings.TrimSpace(line), " ")
		switch {
		case written:
			a := alphabet{letters: map[rune]bool{}}
			for _, r := range letters {
				a.letters[r] = true
			}
			all[family][language] = a
		case language != "":
			family = strings.TrimSuffix(language, ":")
			all[family] = map[string]alphabet{}
		}
	}
	for family, s := range scripts {
		all[family] = map[string]alphabet{}
		for _, language := range s.languages {
			all[family][language] = alphabet{scripts: s.letters}
		}
	}
	return all
})

// strictness is for how many letters of a language there may be one that it does
// not have, as names of other countries have them.
type strictness int

const (
	strict  strictness = 0 // none
	lenient strictness = 8
)

// signs are what stands in texts of all languages and is no letter.
const signs = "–—―‘’‚‛“”„‟…«»‹›•·§°¿¡€£¥©®™†‡ªº±×№\u00a0"

// within are the signs that stand between the letters of a word.
const within = "’‘·–—"

// spell reports that what is not ASCII in a text is letters of the alphabet, and
// signs where they belong.
func (a alphabet) spell(text string, how strictness) bool {
	all := []rune(text)
	own, other, small, capital := 0, 0, 0, 0
	for i, r := range all {
		before, after := ' ', ' '
		if i > 0 {
			before = all[i-1]
		}
		if i+1 < len(all) {
			after = all[i+1]
		}
		switch {
		case r < 0x80:
			continue
		case a.isSign(r, before, after), a.has(r):
			own++
		default:
			other++
		}
		switch {
		case unicode.IsLower(r):
			small++
		case unicode.IsUpper(r) && unicode.IsLetter(before):
			capital++
		}
	}
	// One of KOI8 and windows-1251 has small letters where the other has capitals.
	if capital > small {
		return false
	}
	return other == 0 || other*int(how) > 0 && other*int(how) <= own
}

// isSign knows signs apart from the letters that other encodings have in their
// places: those stand between letters, and these do not.
func (a alphabet) isSign(r, before, after rune) bool {
	switch {
	case a.scripts != nil && (r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef):
		return true
	case strings.ContainsRune("¼½¾²³¹", r):
		return before < 0x80 && !unicode.IsLetter(before)
	case !strings.ContainsRune(signs, r):
		return false
	}
	return strings.ContainsRune(within, r) || !unicode.IsLetter(before) || !unicode.IsLetter(after)
}
