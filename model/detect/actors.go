package detect

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/model"
	"dossier/model/fold"
)

// Actors knows a register's names in the forms that texts give them. It does
// not change once made, so goroutines may share it.
type Actors struct {
	names   []string // canonical, the subject's first if it has one
	persons []bool   // beside names
	// insiders are the persons whose role names the subject, beside names
	insiders []bool
	supplies []string // beside names: what each supplied the subject with; nil if the register does not say
	forms    map[string][]form
	first    [1 << 10]uint64 // a set of the low 16 bits of first runes, lower case
	short    [1 << 10]uint64 // the same of whole names whose first word has three letters
	small    bool            // some form begins with a small letter of a cased script
	// hasSubject says that the first of names is the subject.
	hasSubject bool
	lastWords  map[lastWord]bool
	services   map[string]int // what names a vendor's shop without its name → actor
}

// lastWord is the last word of a form of an actor's name, in lower case.
type lastWord struct {
	actor int
	word  string
}

// form is one name or alias. Its key in Actors.forms is its first word in lower
// case or, where words are not spaced, its first two runes.
type form struct {
	actor   int
	parts   []part
	surname bool // counts only after the whole name
	common  bool // some language without capitals has a word that is spelled alike
}

// part is one word of a form, or all of a form whose script has no spaces.
type part struct {
	text  string // lower case
	shape shape
	sep   byte // what stands before it: 0 nothing, ' ' space or hyphen, else that
}

// shape is the case that the source of a word has to have.
type shape uint8

const (
	anyCase shape = iota
	capital       // begins with a capital letter
	mixed         // has one somewhere: eBay
	allCaps       // an acronym
)

// NewActors prepares a register for reading texts. It costs about as much as
// reading a text as long as all names together.
func NewActors(r *model.Register) *Actors {
	a := &Actors{forms: map[string][]form{}, lastWords: map[lastWord]bool{}}
	if s := r.Subject(); s.Name != "" {
		a.hasSubject = true
		a.add(r, s)
	}
	for _, actor := range r.Actors() {
		a.add(r, actor)
	}
	a.addServices()
	if !slices.ContainsFunc(a.supplies, func(s string) bool { return s != "" }) {
		a.supplies = nil
	}
	for key := range a.forms {
		slices.SortStableFunc(a.forms[key], func(x, y form) int { return len(y.parts) - len(x.parts) })
	}
	return a
}

// addServices keeps the shops whose owners the register has.
func (a *Actors) addServices() {
	a.services = map[string]int{}
	entries("services.txt", func(entry string) {
		shop, owner, _ := strings.Cut(entry, ":")
		if i := slices.Index(a.names, strings.TrimSpace(owner)); i >= 0 {
			a.services[shop] = i
		}
	})
}

// add takes in the forms that the register gives to this actor and to no other.
func (a *Actors) add(r *model.Register, actor model.Actor) {
	id := len(a.names)
	a.names = append(a.names, actor.Name)
	a.persons = append(a.persons, actor.Kind == model.Person)
	a.supplies = append(a.supplies, actor.Supplies)
	a.insiders = append(a.insiders, actor.Kind == model.Person && a.hasSubject && strings.Contains(actor.Role, a.names[0]))
	for _, text := range append([]string{actor.Name}, actor.Aliases...) {
		if owner, ok := r.Find(text); ok && owner.Name == actor.Name {
			a.addForm(id, text, false)
		}
	}
	if actor.Kind == model.Person {
		if surname, ok := surnameOf(actor.Name); ok {
			if _, taken := r.Find(surname); !taken {
				a.addForm(id, surname, true)
			}
		}
	}
}

// surnameOf returns the last word of a full name in a script with spaces.
func surnameOf(name string) (string, bool) {
	words := strings.Fields(name)
	if len(words) < 2 {
		return "", false
	}
	last := words[len(words)-1]
	r, _ := utf8.DecodeRuneInString(last)
	return last, classOf(r) == spaced && utf8.RuneCountInString(last) >= 3
}

// addForm also takes in the form without its accents, as hurried texts have it.
func (a *Actors) addForm(actor int, text string, surname bool) {
	f := form{actor: actor, parts: partsOf(text), surname: surname}
	if len(f.parts) == 0 {
		return
	}
	a.insert(f)
	plain := form{actor: actor, parts: slices.Clone(f.parts), surname: surname}
	for i := range plain.parts {
		plain.parts[i].text = fold.String(plain.parts[i].text)
	}
	if !slices.Equal(plain.parts, f.parts) {
		a.insert(plain)
	}
}

func (a *Actors) insert(f form) {
	f.common = len(f.parts) == 1 && uncasedCommon()[f.parts[0].text] != nil
	a.lastWords[lastWord{f.actor, f.parts[len(f.parts)-1].text}] = true
	head := f.parts[0]
	key := head.text
	r, n := utf8.DecodeRuneInString(key)
	if classOf(r) == unspaced {
		_, m := utf8.DecodeRuneInString(key[n:])
		key = key[:n+m]
	}
	a.first[uint16(r)>>6] |= 1 << (r & 63)
	if len(f.parts) > 1 && utf8.RuneCountInString(head.text) < shortName {
		a.short[uint16(r)>>6] |= 1 << (r & 63)
	}
	if head.shape != capital && head.shape != allCaps && unicode.IsLower(r) {
		a.small = true
	}
	a.forms[key] = append(a.forms[key], f)
}

// partsOf splits a form into its words.
func partsOf(text string) []part {
	var parts []part
	sep := byte(0)
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if classOf(r) == none {
			if len(parts) > 0 {
				sep = separator(sep, r)
			}
			i += n
			continue
		}
		end := wordEnd(text, i)
		parts = append(parts, part{text: string(appendLower(nil, text[i:end])), shape: shapeOf(text[i:end]), sep: sep})
		i, sep = end, 0
	}
	return parts
}

// separator tells what stands between two words: any mix of spaces and hyphens
// counts as a space, after another mark that mark counts.
func separator(before byte, r rune) byte {
	switch {
	case before != 0 && before != ' ':
		return before
	case unicode.IsSpace(r), r == '-', r == '‐', r == '‑', r == '·', r == '・', r == '‧', r == '•', r == '＝':
		return ' '
	case r == '’':
		return '\''
	case r < utf8.RuneSelf:
		return byte(r)
	}
	return '?'
}

// wordEnd returns where the word that starts at i ends. Without spaces between
// words it is the end of the run of such letters.
func wordEnd(s string, i int) int {
	r, n := utf8.DecodeRuneInString(s[i:])
	c := classOf(r)
	for i += n; i < len(s); i += n {
		if b := s[i]; b < utf8.RuneSelf {
			if classOf(rune(b)) != c {
				return i
			}
			n = 1
			continue
		}
		r, n = utf8.DecodeRuneInString(s[i:])
		if classOf(r) != c {
			return i
		}
	}
	return i
}

func shapeOf(word string) shape {
	upper, letters := 0, 0
	for _, r := range word {
		letters++
		if unicode.IsUpper(r) {
			upper++
		}
	}
	r, _ := utf8.DecodeRuneInString(word)
	switch {
	case upper == 0:
		return anyCase
	case upper == letters && letters > 1 && letters <= 5:
		return allCaps
	case unicode.IsUpper(r):
		return capital
	}
	return mixed
}

// fits reports whether the source of a word has the case its form asks for; n
// is how many bytes of it stand for the form, an ending aside.
func (s shape) fits(source string, n int) bool {
	switch s {
	case capital:
		r, _ := utf8.DecodeRuneInString(source)
		return unicode.IsUpper(r) || unicode.IsTitle(r)
	case mixed:
		return strings.ContainsFunc(source, unicode.IsUpper)
	case allCaps:
		return strings.ToUpper(source[:n]) == source[:n]
	}
	return true
}
