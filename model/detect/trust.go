package detect

import (
	"strconv"
	"strings"
	"sync"
)

// reliable is the share of the cases held aside that have to be free of false cuts
// before a language's cuts count.
const reliable = 0.9

// trust is, for each language, in how many of the cases held aside no false cut is
// read.
type trust map[string]struct{ right, of int }

// trusts reads lexicon/trust.txt on first use.
var trusts = sync.OnceValue(func() trust {
	t := trust{}
	entries("trust.txt", t.add)
	return t
})

// add reads a line "de 19/20".
func (t trust) add(entry string) {
	lang, figures, _ := strings.Cut(entry, " ")
	right, of, _ := strings.Cut(figures, "/")
	x := t[lang]
	x.right, _ = strconv.Atoi(right)
	x.of, _ = strconv.Atoi(strings.TrimSpace(of))
	t[lang] = x
}

// in reports whether a language was measured and its cases were right often enough.
func (t trust) in(lang string) bool {
	x, known := t[lang]
	if base, _, regional := strings.Cut(lang, "-"); !known && regional {
		x = t[base]
	}
	return x.of > 0 && float64(x.right) >= reliable*float64(x.of)
}

// Trusted reports whether the cuts that Cuts reads in a language are right often
// enough to count. Those of another language are possible ones, for a person to
// judge.
func Trusted(lang string) bool { return trusts().in(lang) }
