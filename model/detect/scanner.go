package detect

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"dossier/model"
)

// maxWord bounds the words that can be a name, in bytes; "unspaced" runs are
// looked at two runes at a time and have no bound.
const maxWord = 96

// scanner is one pass over a body.
type scanner struct {
	*Actors
	body string
	lang string
	in   *inflection
	seen []int // per actor: 1 + the start of its last mention, 0 before the first
	word [maxWord]byte
	next [maxWord]byte
}

func (a *Actors) scan(body, lang string, yield func(actor int, at model.Passage)) {
	s := &scanner{Actors: a, body: body, lang: lang, in: inflectionOf(lang), seen: make([]int, len(a.names))}
	for i := 0; i < len(body); {
		r, n := rune(body[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(body[i:])
		}
		switch classOf(r) {
		case none:
			i += n
		case unspaced:
			i = s.step(i, i+n, r, yield)
		default:
			i = s.step(i, wordEnd(body, i), r, yield)
		}
	}
}

// step looks for a name at a word and returns where to go on: behind the name,
// else behind the word.
func (s *scanner) step(start, end int, r rune, yield func(int, model.Passage)) int {
	if at, actor, ok := s.at(start, end, r); ok {
		s.seen[actor] = at.Start + 1
		yield(actor, at)
		return at.End
	}
	return end
}

// at looks for a name that starts with the word from start to end, prefixes of
// Semitic scripts aside.
func (s *scanner) at(start, end int, r rune) (model.Passage, int, bool) {
	if s.mayStart(r) {
		if at, actor, ok := s.nameAt(start, end); ok {
			return at, actor, true
		}
	}
	if r >= 0x0590 && r <= 0x06ff {
		return s.behindPrefix(start, end)
	}
	return model.Passage{}, 0, false
}

// mayStart spares most words the look-up: a name begins with one of few letters,
// and with a capital where there are capitals.
func (s *scanner) mayStart(r rune) bool {
	if r < utf8.RuneSelf {
		if 'a' <= r && r <= 'z' && !s.small {
			return false
		}
	} else if !s.small && unicode.IsLower(r) {
		return false
	}
	r = lower(r)
	return s.first[uint16(r)>>6]&(1<<(r&63)) != 0
}

// behindPrefix tries the word without the particles that Arabic and Hebrew write
// together with a name.
func (s *scanner) behindPrefix(start, end int) (model.Passage, int, bool) {
	for i, k := start, 0; k < 3; k++ {
		r, n := utf8.DecodeRuneInString(s.body[i:end])
		if !isParticle(r) || i+n >= end {
			break
		}
		i += n
		r, _ = utf8.DecodeRuneInString(s.body[i:end])
		if !s.mayStart(r) {
			continue
		}
		if at, actor, ok := s.nameAt(i, end); ok {
			return at, actor, true
		}
	}
	return model.Passage{}, 0, false
}

func isParticle(r rune) bool {
	switch r {
	case 'و', 'ف', 'ب', 'ل', 'ك', 'س', 'ا', 'ו', 'ה', 'ב', 'ל', 'מ', 'ש', 'כ':
		return true
	}
	return false
}

// nameAt returns the longest name at a word.
func (s *scanner) nameAt(start, end int) (at model.Passage, actor int, ok bool) {
	r, n := utf8.DecodeRuneInString(s.body[start:])
	if classOf(r) == unspaced {
		_, m := utf8.DecodeRuneInString(s.body[start+n:])
		for _, key := range [...]string{s.body[start : start+n+m], s.body[start : start+n]} {
			if at, actor, ok = s.best(s.forms[key], start, 0, 0); ok {
				return at, actor, ok
			}
		}
		return at, actor, false
	}
	if end-start > maxWord {
		return at, actor, false
	}
	word := appendLower(s.word[:0], s.body[start:end])
	least := shortName
	if r = lower(r); s.short[uint16(r)>>6]&(1<<(r&63)) != 0 {
		least--
	}
	s.in.stemsFrom(word, least, func(stem []byte) bool {
		forms := s.forms[string(stem)]
		if len(forms) > 0 && isShort(stem, word) {
			forms = ofWholeNames(forms)
		}
		at, actor, ok = s.best(forms, start, end, len(stem))
		return ok
	})
	return at, actor, ok
}

// isShort reports a stem that has fewer letters in common with a word than a name
// alone needs, unless only an s follows it.
func isShort(stem, word []byte) bool {
	n := 0
	for n < len(stem) && n < len(word) && stem[n] == word[n] {
		n++
	}
	return n < len(word) && utf8.RuneCount(word[:n]) < shortName && string(word[n:]) != "s" && !isHangul(word)
}

// ofWholeNames are the first of some forms, the longest of which come first: those
// of more than one word.
func ofWholeNames(forms []form) []form {
	for i := range forms {
		if len(forms[i].parts) == 1 {
			return forms[:i]
		}
	}
	return forms
}

// best picks among forms that share their first word: the longest first, then a
// registered form before a bare surname, then the actor named last.
func (s *scanner) best(forms []form, start, end, stem int) (at model.Passage, actor int, ok bool) {
	stop, chosen := 0, -1
	for i := range forms {
		f := &forms[i]
		if f.surname && s.seen[f.actor] == 0 {
			continue
		}
		to := s.follow(f, start, end, stem)
		if to <= start || to < stop || to == stop && !s.later(f, &forms[chosen]) {
			continue
		}
		if s.inContext(f, start, to) {
			stop, chosen = to, i
		}
	}
	if chosen < 0 {
		return at, 0, false
	}
	return model.Passage{Start: start, End: stop}, forms[chosen].actor, true
}

func (s *scanner) later(f, g *form) bool {
	return g.surname && (!f.surname || s.seen[f.actor] > s.seen[g.actor])
}

// follow returns where the form ends that begins at start, or 0. Its first word
// ends at end and has stem bytes without its ending.
func (s *scanner) follow(f *form, start, end, stem int) int {
	head := f.parts[0]
	if end == 0 {
		if !hasPrefix(s.body[start:], head.text) {
			return 0
		}
		end = start + len(head.text)
	} else if !head.shape.fits(s.body[start:end], min(stem, end-start)) {
		return 0
	}
	for _, p := range f.parts[1:] {
		if end = s.followPart(p, end); end == 0 {
			return 0
		}
	}
	return end
}

// hasPrefix compares a form without spaces; its letters may be Latin in part.
func hasPrefix(s, prefix string) bool {
	return len(s) >= len(prefix) && s[:len(prefix)] == prefix
}

// followPart returns the end of one more word of a form, or 0.
func (s *scanner) followPart(p part, from int) int {
	start := skipSeparator(s.body, from, p.sep)
	if start < 0 || start >= len(s.body) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s.body[start:])
	switch classOf(r) {
	case none:
		return 0
	case unspaced:
		if hasPrefix(s.body[start:], p.text) {
			return start + len(p.text)
		}
		return 0
	}
	end := wordEnd(s.body, start)
	if end-start > maxWord {
		return 0
	}
	fits := false
	s.in.stemsFrom(appendLower(s.next[:0], s.body[start:end]), shortName-1, func(stem []byte) bool {
		fits = bytes.Equal(stem, []byte(p.text)) && p.shape.fits(s.body[start:end], min(len(stem), end-start))
		return fits
	})
	if !fits {
		return 0
	}
	return end
}

// skipSeparator passes what stands between two words of a name; -1 if that is
// something else. One line end counts as a space.
func skipSeparator(body string, from int, sep byte) int {
	i, got, lines := from, byte(0), 0
	for i < len(body) {
		r, n := utf8.DecodeRuneInString(body[i:])
		if classOf(r) != none {
			break
		}
		if r == '\n' {
			lines++
		}
		if i-from > 8 || lines > 1 {
			return -1
		}
		got = separator(got, r)
		i += n
	}
	if got == sep || sep == '.' && got == ' ' {
		return i
	}
	return -1
}
