package detect

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// inflection is what a language does to the end of a name.
type inflection struct {
	endings map[string]string // ending → the letters it may stand for; "" adds to the name as it is
	longest int               // bytes of the longest ending
}

// inflections reads the endings of all languages on first use.
var inflections = sync.OnceValue(func() map[string]*inflection {
	all := map[string]*inflection{}
	entries("endings.txt", func(entry string) {
		head, list, _ := strings.Cut(entry, ":")
		langs := strings.Fields(head)
		gone := ""
		if last := langs[len(langs)-1]; strings.HasSuffix(last, "=") {
			gone = strings.TrimSuffix(last, "=")
			langs = langs[:len(langs)-1]
		}
		for _, lang := range langs {
			in := all[lang]
			if in == nil {
				in = &inflection{endings: map[string]string{}}
				all[lang] = in
			}
			in.add(gone, strings.Fields(list))
		}
	})
	return all
})

// add notes endings. A letter that gives way is kept beside the ending; "+"
// stands for an ending that also follows the whole name.
func (in *inflection) add(gone string, endings []string) {
	for _, e := range endings {
		before, known := in.endings[e]
		switch {
		case gone == "" && !known:
			in.endings[e] = "+"
		case gone != "":
			in.endings[e] = before + gone
		}
		in.longest = max(in.longest, len(e))
	}
}

// inflectionOf returns the endings of a language, none for one without.
func inflectionOf(lang string) *inflection {
	all := inflections()
	if in := all[lang]; in != nil {
		return in
	}
	base, _, _ := strings.Cut(lang, "-")
	if in := all[base]; in != nil {
		return in
	}
	return &inflection{}
}

const (
	// shortName is how many runes a name needs before anything but s is taken
	// for an ending: with three, too many words begin like a name.
	shortName = 4
)

// stems calls yield with every name, in lower case, that word may be a form of,
// itself first. It stops when yield returns true.
func (in *inflection) stems(word []byte, yield func(stem []byte) bool) {
	in.stemsFrom(word, shortName, yield)
}

// stemsFrom also takes endings off shorter names: beside the rest of a whole name a
// word of three letters is none of the many that begin like it.
func (in *inflection) stemsFrom(word []byte, least int, yield func(stem []byte) bool) {
	if yield(word) {
		return
	}
	for n := 1; n <= in.longest && n < len(word); n++ {
		cut := len(word) - n
		if !utf8.RuneStart(word[cut]) {
			continue
		}
		before, ok := in.endings[string(word[cut:])]
		if !ok {
			continue
		}
		runes := utf8.RuneCount(word[:cut])
		if runes < least && !(runes == shortName-1 && string(word[cut:]) == "s") && !isHangul(word) {
			continue
		}
		if in.restore(word[:cut], before, yield) {
			return
		}
	}
}

// restore tries a stem with each letter that its ending may have replaced.
func (in *inflection) restore(stem []byte, letters string, yield func([]byte) bool) bool {
	for _, r := range letters {
		if r == '+' {
			if yield(stem) {
				return true
			}
			continue
		}
		var buf [2 * maxWord]byte
		if yield(utf8.AppendRune(append(buf[:0], stem...), r)) {
			return true
		}
	}
	return false
}

func isHangul(word []byte) bool {
	r, _ := utf8.DecodeRune(word)
	return classOf(r) == hangul
}
