package detect

import (
	"strings"
	"unicode/utf8"
)

// plainToken is a word of a script without capitals.
type plainToken struct {
	start, end int
	word       string // plain letters
	joined     bool   // one space parts it from the word before
}

// uncased reads the names of Arabic, Hebrew and Persian: a given name of the list
// with what follows it, or the two words behind a role.
func (p *people) uncased(l uncasedLexicon) {
	u := &uncased{people: p, lex: l, ts: p.plainTokens()}
	for i := 0; i+1 < len(u.ts) && len(p.names) < maxPeople; {
		from, to, cut := u.name(i)
		if to <= from {
			i++
			continue
		}
		start, end := u.ts[from].start+cut, u.ts[to-1].end
		p.noteEastern(p.runs.body[start:end], start)
		i = to
	}
}

// uncased is one pass over the words of a body.
type uncased struct {
	*people
	lex uncasedLexicon
	ts  []plainToken
}

// plainTokens splits the body into its words. Quotes and apostrophes inside a word
// are part of it, as in the abbreviations of Hebrew.
func (p *people) plainTokens() (ts []plainToken) {
	body := p.runs.body
	for i := 0; i < len(body); {
		r, n := utf8.DecodeRuneInString(body[i:])
		if classOf(r) == none {
			i += n
			continue
		}
		end := wordEnd(body, i)
		for end < len(body) {
			c, m := utf8.DecodeRuneInString(body[end:])
			next, _ := utf8.DecodeRuneInString(body[end+m:])
			isMark := strings.ContainsRune("'׳’\u200c", c) || strings.ContainsRune("\"״-־", c) && classOf(next) == spaced
			if !isMark || r < 0x590 {
				break
			}
			if end += m; classOf(next) == spaced {
				end = wordEnd(body, end)
			}
		}
		joined := len(ts) > 0 && ts[len(ts)-1].end == i-1 && body[i-1] == ' '
		ts = append(ts, plainToken{i, end, plainLetters(body[i:end]), joined})
		i = end
	}
	return ts
}

// name returns the words of a name that begins at or behind the word i, and how
// many bytes of its first word are a particle; to is from if there is none.
func (u *uncased) name(i int) (from, to, cut int) {
	if cut, ok := u.givenAt(i); ok && !u.ofThing(i) {
		if to := u.familyEnd(i + 1); to > i+1 && u.holds(i, to, cut) {
			return i, to, cut
		}
		return i, i, 0
	}
	if u.lex.is("role", u.ts[i].word) {
		return u.behindRole(i)
	}
	return i, i, 0
}

// ofThing: a street, an airport or a school is named after them.
func (u *uncased) ofThing(i int) bool {
	for k := max(0, i-2); k < i; k++ {
		if u.lex.is("before", u.ts[k].word) && u.ts[i].joined {
			return true
		}
	}
	return false
}

// givenAt reports a given name, with the particles that are written together with
// it or without.
func (u *uncased) givenAt(i int) (cut int, ok bool) {
	w := u.ts[i].word
	if u.people.runs.body[u.ts[i].start:u.ts[i].end] == "أنا" {
		return 0, false // I; Anna is spelled otherwise
	}
	if u.lex.is("given", w) {
		return 0, true
	}
	if first := u.people.runs.body[u.ts[i].start]; first < utf8.RuneSelf {
		return 0, false
	}
	r, n := utf8.DecodeRuneInString(w)
	if !isParticle(r) || r == 'ا' || utf8.RuneCountInString(w) < 4 || !u.lex.is("given", w[n:]) {
		return 0, false
	}
	_, cut = utf8.DecodeRuneInString(u.people.runs.body[u.ts[i].start:])
	return cut, true
}

// familyEnd returns where the family name ends that begins at k, k if none does.
func (u *uncased) familyEnd(k int) int {
	start := k
	for k < len(u.ts) && u.ts[k].joined && isNameLink(u.ts[k].word) {
		k++
	}
	if !u.isFamilyWord(k) {
		return start
	}
	if u.lex.is("given", u.ts[k].word) && u.isFamilyWord(k+1) && (strings.HasPrefix(u.ts[k+1].word, "ال") || u.endsAt(k+2)) {
		return k + 2
	}
	return k + 1
}

// isNameLink reports what joins the parts of a name: bin, Abu, de, van.
func isNameLink(w string) bool {
	switch w {
	case "بن", "ابن", "ابو", "عبد", "ال", "دي", "دو", "فان", "فون", "لو", "آل", "בן", "בר", "דה", "ואן", "فن":
		return true
	}
	return false
}

// isFamilyWord reports a word that can end a name.
func (u *uncased) isFamilyWord(k int) bool {
	if k >= len(u.ts) || !u.ts[k].joined {
		return false
	}
	w := u.ts[k].word
	r, _ := utf8.DecodeRuneInString(w)
	return r >= 0x590 && r <= 0x6ff && utf8.RuneCountInString(w) > 1 && !u.isOther(w) && !isJoinedArabic(w)
}

// isJoinedArabic reports a word with "and" before it or "their" behind it. Foreign
// names begin with the letter of "and" too, before a vowel.
func isJoinedArabic(w string) bool {
	for _, of := range [...]string{"هما", "هم", "هن", "كم"} {
		if rest, ok := strings.CutSuffix(w, of); ok && utf8.RuneCountInString(rest) > 3 {
			return true
		}
	}
	rest, ok := strings.CutPrefix(w, "و")
	if !ok || utf8.RuneCountInString(rest) < 4 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return !strings.ContainsRune("ايولر", r) || strings.HasPrefix(rest, "ال")
}

// isOther reports words that are no part of a name, a particle before them aside.
func (u *uncased) isOther(w string) bool {
	if u.lex.is("stop", w) || u.lex.is("role", w) || u.lex.is("said", w) || u.lex.is("end", w) || strings.HasPrefix(w, "لل") {
		return true
	}
	r, n := utf8.DecodeRuneInString(w)
	return isParticle(r) && n < len(w) && (u.lex.is("stop", w[n:]) && utf8.RuneCountInString(w) > 3 || u.lex.is("said", w[n:]))
}

// endsAt reports that no further word of a name stands at k.
func (u *uncased) endsAt(k int) bool {
	return k >= len(u.ts) || !u.ts[k].joined || u.isOther(u.ts[k].word)
}

// holds asks for a witness where the given name is a common word too.
func (u *uncased) holds(i, to, cut int) bool {
	if !u.lex.is("weak", plainLetters(u.people.runs.body[u.ts[i].start+cut:u.ts[i].end])) {
		return true
	}
	for k := max(0, i-3); k < i; k++ {
		if u.lex.is("role", u.ts[k].word) || u.lex.is("said", u.ts[k].word) {
			return true
		}
	}
	return to < len(u.ts) && u.ts[to].joined && (u.lex.is("said", u.ts[to].word) || u.lex.is("end", u.ts[to].word))
}

// behindRole reads a name that no list has: the two words behind a role and its
// adjectives, if a mark or the beginning of what was said follows them.
func (u *uncased) behindRole(i int) (from, to, cut int) {
	k := i + 1
	for k < len(u.ts) && u.ts[k].joined && k < i+4 && (u.lex.is("role", u.ts[k].word) || u.isAdjective(k)) {
		k++
	}
	if k >= len(u.ts) || u.lex.is("given", u.ts[k].word) || !u.isFamilyWord(k) || !u.isFamilyWord(k+1) || u.isAdjective(k) || isPlural(u.ts[k].word) {
		return i, i, 0
	}
	if k+2 < len(u.ts) && u.ts[k+2].joined && !u.lex.is("end", u.ts[k+2].word) && !u.lex.is("said", u.ts[k+2].word) {
		return i, i, 0
	}
	return k, k + 2, 0
}

// isAdjective reports the form that follows a title: الأمريكي, המפורסם. The letters
// as they stand tell the article from a name such as إليسا.
func (u *uncased) isAdjective(k int) bool {
	w := u.people.runs.body[u.ts[k].start:u.ts[k].end]
	return strings.HasPrefix(w, "ال") || strings.HasPrefix(w, "ה") && utf8.RuneCountInString(w) > 3
}

func isPlural(w string) bool {
	for _, end := range [...]string{"ون", "ين", "ات", "ים", "ות"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
