package detect

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dossier/model/fold"
)

// merged drops the forms with an ending that grammar put on a name: the genitive
// of "Ruth Weiler" is "Ruth Weilers".
func (p *people) merged() []string {
	var all []fullName
	for _, n := range withoutTails(p.names) {
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
