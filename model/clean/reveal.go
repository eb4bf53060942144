package clean

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Place is a range of a text, in bytes.
type Place struct{ Start, End int }

// Revealed is a text with a name in ⟨ ⟩ in place of each character that cleaning
// takes away or replaces, and nothing else changed but that line ends are LF. It
// is harmless: valid UTF-8 without a control but LF and tab, and without anything
// Forbidden. A ⟨ of the text's own is written ⟨⟨⟩, so that no text can pretend.
type Revealed struct {
	Text   string
	Places []Place // of the names in Text, in order; the first mostPlaces
	Kinds  []Kind  // the most frequent first
	Hidden int     // how many characters are hidden
	Cut    bool    // there was more than the limit allowed
}

// Kind is one kind of hidden character, and how many there are.
type Kind struct {
	Name  string // such as RLO, or U+2064 for one without a short name
	Count int
}

// mostPlaces bounds what a hostile file makes a reader keep of it.
const mostPlaces = 1 << 16

// Reveal makes a decoded text show what is hidden in it, in about limit bytes.
func Reveal(s string, limit int) Revealed {
	v := revealer{source: s, counts: map[string]int{}}
	for v.at < len(s) && v.shown.Len()+v.at-v.kept < limit {
		v.pass()
		v.step()
	}
	v.keep()
	return v.revealed()
}

// revealer is a text on the way to be revealed.
type revealer struct {
	source string
	at     int // what is looked at
	kept   int // the source is in shown up to here
	shown  strings.Builder
	places []Place
	counts map[string]int
	hidden int

	base  rune // what marks and joiners now stand on
	named bool // that is a name of ours
	marks int
}

// mostPassed bounds what is passed between two looks at the limit, in bytes.
const mostPassed = 4 << 10

// pass passes what is nothing but letters, as nearly all of a text is.
func (v *revealer) pass() {
	ahead := v.source[v.at:min(v.at+mostPassed, len(v.source))]
	for i, r := range ahead {
		if !common(r) {
			v.at += i
			return
		}
		v.base, v.named, v.marks = r, false, 0
	}
	v.at += len(ahead)
}

func (v *revealer) step() {
	if v.at == len(v.source) {
		return
	}
	r, n := utf8.DecodeRuneInString(v.source[v.at:])
	switch {
	case r == utf8.RuneError && n == 1:
		v.name(badByte, "BYTE-"+hex(rune(v.source[v.at]), 2), n)
	case r == '\r' && strings.HasPrefix(v.source[v.at+1:], "\n"):
		v.replace("", n) // the LF behind it ends the line
	case r == opening:
		v.replace("⟨⟨⟩", n)
		v.named = true
	case Forbidden(r):
		v.name(kindOf(r), nameOf(r), n)
		if endsLine(r) {
			v.shown.WriteByte('\n')
			v.base, v.named = '\n', false
		}
	case isMark(r):
		v.mark(r, n)
	default:
		v.at += n
		v.base, v.named, v.marks = r, false, 0
	}
}

// mark names a mark that cannot be seen where it stands. One behind a name would
// be seen on that, and not on its letter.
func (v *revealer) mark(r rune, n int) {
	if v.marks++; v.named || v.marks > maxMarks || isIdle(v.base, r) {
		v.name(kindOf(r), nameOf(r), n)
		return
	}
	v.at += n
}

// name puts a name in place of the n bytes looked at.
func (v *revealer) name(kind, name string, n int) {
	v.replace("⟨"+name+"⟩", n)
	if end := v.shown.Len(); len(v.places) < mostPlaces {
		v.places = append(v.places, Place{Start: end - len(name) - 2*len("⟨"), End: end})
	}
	v.counts[kind]++
	v.hidden++
	v.named = true
}

func (v *revealer) replace(with string, n int) {
	v.keep()
	v.shown.WriteString(with)
	v.at += n
	v.kept = v.at
}

// keep takes over what was looked at as it is.
func (v *revealer) keep() {
	v.shown.WriteString(v.source[v.kept:v.at])
	v.kept = v.at
}

func (v *revealer) revealed() Revealed {
	var kinds []Kind
	for name, n := range v.counts {
		kinds = append(kinds, Kind{name, n})
	}
	slices.SortFunc(kinds, func(a, b Kind) int {
		if a.Count != b.Count {
			return b.Count - a.Count
		}
		return strings.Compare(a.Name, b.Name)
	})
	return Revealed{Text: v.shown.String(), Places: v.places, Kinds: kinds, Hidden: v.hidden, Cut: v.at < len(v.source)}
}

// endsLine reports a character other than LF at which cleaning ends a line.
func endsLine(r rune) bool { return r == '\r' || r == 0x85 || r == 0x2028 || r == 0x2029 }

// isIdle reports a joiner or a variation selector that does nothing behind base,
// as scripts and emoji that need one begin above U+0300: what stands behind a
// Latin letter or a space carries something else.
func isIdle(base, r rune) bool {
	if isSelector(r) {
		return base < 0x300 && !strings.ContainsRune("#*0123456789©®", base)
	}
	return base < 0x300 && (r == 0x200c || r == 0x200d)
}

func isSelector(r rune) bool { return r >= 0xfe00 && r <= 0xfe0f || r >= 0xe0100 && r <= 0xe01ef }
