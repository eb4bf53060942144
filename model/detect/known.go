package detect

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// known reads somebody of whom papers write the family name alone, in scripts
// without capitals: 默克尔, バイデン. Where the whole name stands in the text the family
// name is no second person.
func (p *people) known(at int, name string) {
	start, end, ok := p.knownAt(uncasedOf(p.base), at, at+len(name))
	if ok && !p.ends[end] {
		p.noteEastern(p.runs.body[start:end], start)
	}
}

// knownAt reports whether a known name is a word of its own and no thing is named so.
func (p *people) knownAt(l uncasedLexicon, at, end int) (start, stop int, ok bool) {
	body := p.runs.body
	before, _ := utf8.DecodeLastRuneInString(body[:at])
	after, _ := utf8.DecodeRuneInString(body[end:])
	if isNameJoint(after) || p.goesOn(l, end) || titlesOf()[p.base+" after"].begins(strings.TrimPrefix(body[end:], " ")) {
		return at, end, false
	}
	first, _ := utf8.DecodeRuneInString(body[at:])
	switch classOf(first) {
	case kana:
		if isNameDot(before) || before == '＝' {
			return p.kanaBefore(at), end, classOf(after) != kana
		}
		return at, end, classOf(before) != kana && classOf(after) != kana
	case hangul:
		word := body[at:wordEnd(body, at)]
		ending := word[end-at:]
		from := at
		if start, given := p.hangulBefore(at); l.is("given", given) || l.is("short", given) {
			from = start
		}
		return from, end, classOf(before) != hangul && (ending == "" || p.scanner.in.endings[ending] != "")
	case unspaced:
		return at, end, !isNameJoint(before) && (utf8.RuneCountInString(body[at:end]) > 2 || p.partsHan(l, at, end))
	}
	return at, end, classOf(after) == none && p.afterParticle(at) && !p.isNamesake(l, at)
}

// isNameJoint reports what joins the parts of one name.
func isNameJoint(r rune) bool { return isNameDot(r) || r == '＝' || r == '-' || r == '－' }

// goesOn reports a longer name of a thing in Han: 马斯克林群岛.
func (p *people) goesOn(l uncasedLexicon, i int) bool {
	for range 2 {
		r, n := utf8.DecodeRuneInString(p.runs.body[i:])
		if !isHan(r) || !l.spells(r) {
			return false
		}
		if i += n; titlesOf()[p.base+" after"].begins(p.runs.body[i:]) {
			return true
		}
	}
	return false
}

// kanaBefore goes back over the parts of a name in Katakana.
func (p *people) kanaBefore(at int) int {
	for body := p.runs.body; at > 0; {
		r, n := utf8.DecodeLastRuneInString(body[:at])
		if classOf(r) != kana && r != '・' && r != '＝' {
			break
		}
		at -= n
	}
	return at
}

// partsHan asks more of two signs, which longer names consist of too: beside them no
// sign stands that foreign names are spelled with, but for a word that ends a name.
func (p *people) partsHan(l uncasedLexicon, at, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(p.runs.body[:at])
	after, _ := utf8.DecodeRuneInString(p.runs.body[end:])
	return !l.spells(before) && (!l.spells(after) || beginsWithSpeech(p.runs.body[end:]))
}

// spells reports a sign that foreign names are spelled with.
func (l uncasedLexicon) spells(r rune) bool {
	for w := range l["letters"] {
		if strings.ContainsRune(w, r) {
			return true
		}
	}
	return false
}

// afterParticle reports that a word begins at i, a particle that is written together
// with it aside.
func (p *people) afterParticle(i int) bool {
	body := p.runs.body
	r, n := utf8.DecodeLastRuneInString(body[:i])
	if classOf(r) == none {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(body[:i-n])
	return isParticle(r) && r != 'ا' && classOf(before) == none
}

// isNamesake reports the street, the school or the prize in front of a name.
func (p *people) isNamesake(l uncasedLexicon, at int) bool {
	w := plainLetters(p.wordBack(max(0, at-1)))
	r, n := utf8.DecodeRuneInString(w)
	return l.is("before", w) || isParticle(r) && l.is("before", w[n:])
}

// withoutTails drops the family names whose bearer the text also names in full.
func withoutTails(names []fullName) []fullName {
	return slices.DeleteFunc(slices.Clone(names), func(n fullName) bool {
		return slices.ContainsFunc(names, func(o fullName) bool {
			head, ok := strings.CutSuffix(o.full, n.full)
			r, _ := utf8.DecodeLastRuneInString(head)
			return ok && head != "" && (isNameJoint(r) || r == ' ')
		})
	})
}
