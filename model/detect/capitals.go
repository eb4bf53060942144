package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxRun bounds a run of capitals; a longer one is a list or a headline.
const maxRun = 12

// namePart is a word of a run.
type namePart struct {
	start, end int
	traits     trait
	initial    bool // one letter: the M of Jane M. Roe
	owner      bool // a possessive ends here: Twitter's
	like       bool // it has the letters of a name: a capital, then small ones
}

// runs finds the runs of words with capitals in a body: at least two of them, a
// single space apart, initials and particles of names among them.
type runs struct {
	body  string
	words *peopleLexicon
	parts [maxRun]namePart
	key   [maxWord]byte
}

// next returns the first run at or after i and where to go on; none at the end.
func (r *runs) next(i int) ([]namePart, int) {
	for i < len(r.body) {
		c, n := rune(r.body[i]), 1
		if c >= utf8.RuneSelf {
			c, n = utf8.DecodeRuneInString(r.body[i:])
		}
		switch {
		case classOf(c) != spaced:
			i += n
			continue
		case !unicode.IsUpper(c):
			i = wordEnd(r.body, i)
			continue
		}
		run, end := r.from(i)
		if len(run) > 1 {
			return run, end
		}
		i = end
	}
	return nil, i
}

// from reads the run that begins at i.
func (r *runs) from(i int) ([]namePart, int) {
	n := 0
	for n < maxRun {
		p := r.part(i)
		r.parts[n] = p
		n++
		if p.owner {
			return r.filled(n), r.afterOwner(p.end)
		}
		at, particles := r.follows(p)
		if at < 0 {
			return r.filled(n), p.end
		}
		for ; particles > 0 && n < maxRun; particles-- {
			end := wordEnd(r.body, at)
			r.parts[n] = namePart{start: at, end: end, traits: isParticleOfName}
			n++
			at = end + 1
		}
		i = at
	}
	return r.filled(n), i
}

// filled looks the words of a run up, which single capitals are spared.
func (r *runs) filled(n int) []namePart {
	run := r.parts[:n]
	if n < 2 {
		return run
	}
	for i := range run {
		p := &run[i]
		if p.traits == 0 && p.end-p.start < maxWord {
			p.traits = r.words.of(foldInto(r.key[:0], r.body[p.start:p.end]))
		}
	}
	return run
}

// part reads a word with its hyphens and apostrophes: Jean-Luc, O'Brien.
func (r *runs) part(start int) namePart {
	end := wordEnd(r.body, start)
	p := namePart{start: start}
	for end < len(r.body) {
		c, n := utf8.DecodeRuneInString(r.body[end:])
		next, _ := utf8.DecodeRuneInString(r.body[end+n:])
		apostrophe := c == '\'' || c == '’'
		if apostrophe && (!unicode.IsUpper(next) || end-start > 4) {
			p.owner = true
			break
		}
		if !apostrophe && c != '-' && c != '‑' || classOf(next) != spaced {
			break
		}
		end = wordEnd(r.body, end+n)
	}
	p.end = end
	p.initial = utf8.RuneCountInString(r.body[start:end]) == 1 || r.body[start:end] == "Дж" && strings.HasPrefix(r.body[end:], ".")
	p.like = nameLike(r.body[start:end]) || r.isShouted(start, end)
	return p
}

// isShouted reports the first word of a paragraph that a tabloid prints in capitals,
// before a name in small letters.
func (r *runs) isShouted(start, end int) bool {
	if start > 0 && r.body[start-1] != '\n' || end-start < 4 || strings.ToUpper(r.body[start:end]) != r.body[start:end] {
		return false
	}
	next, ok := strings.CutPrefix(r.body[end:], " ")
	return ok && nameLike(next[:wordEndDashed(next)])
}

// afterOwner passes the s of a possessive.
func (r *runs) afterOwner(i int) int {
	_, n := utf8.DecodeRuneInString(r.body[i:])
	return i + n
}

// follows returns where the word of a run after p starts, -1 for none, and how
// many particles stand before the capital.
func (r *runs) follows(p namePart) (at, particles int) {
	i := p.end
	if i < len(r.body) && r.body[i] == '.' && (p.initial || isAbbreviation(r.body[p.start:p.end])) {
		i++
	}
	if i = r.space(i); i < 0 {
		return -1, 0
	}
	i = r.nicknameEnd(i)
	for at = i; particles < 3; particles++ {
		c, _ := utf8.DecodeRuneInString(r.body[i:])
		if unicode.IsUpper(c) && classOf(c) == spaced {
			return at, particles
		}
		end := i
		for end < len(r.body) && end-i < 6 && 'a' <= r.body[end] && r.body[end] <= 'z' {
			end++
		}
		if end == i || r.words.traits[r.body[i:end]]&isParticleOfName == 0 {
			return -1, 0
		}
		if i = r.space(end); i < 0 {
			return -1, 0
		}
	}
	return -1, 0
}

// nicknameEnd passes a nickname between given and family name: James "Jimmy" Roe.
func (r *runs) nicknameEnd(i int) int {
	open, n := utf8.DecodeRuneInString(r.body[i:])
	at := strings.IndexRune("\"“„«(", open)
	if at < 0 || n == 0 {
		return i
	}
	first, _ := utf8.DecodeRuneInString(r.body[i+n:])
	if !unicode.IsUpper(first) {
		return i
	}
	end := wordEnd(r.body, i+n)
	closing, m := utf8.DecodeRuneInString(r.body[end:])
	if open == '(' || !strings.ContainsRune("\"”“»", closing) || end+m >= len(r.body) || r.body[end+m] != ' ' {
		return i
	}
	return end + m + 1
}

// space passes one space, which the dot of an initial can stand for.
func (r *runs) space(i int) int {
	switch {
	case i >= len(r.body):
		return -1
	case r.body[i] == ' ':
		return i + 1
	case strings.HasPrefix(r.body[i:], "\u00a0"):
		return i + len("\u00a0")
	case i > 0 && r.body[i-1] == '.' && r.body[i] < utf8.RuneSelf && classOf(rune(r.body[i])) == spaced:
		return i
	}
	return -1
}

// nameLike reports a capital and small letters behind it. Of words with another
// capital inside only those of names count: McEnany, O'Brien, Garcia-Lopez.
func nameLike(w string) bool {
	first, n := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(first) || len(w) == n {
		return false
	}
	small, previous := 0, first
	for i, c := range w[n:] {
		switch {
		case unicode.IsLower(c):
			small++
		case unicode.IsUpper(c):
			if unicode.IsLetter(previous) && !innerCapital(w[:n+i]) {
				return false
			}
		case c != '-' && c != '‑' && c != '\'' && c != '’' && !unicode.IsMark(c):
			return false
		}
		previous = c
	}
	return small > 0
}

// innerCapital reports the beginnings of names that a capital may follow.
func innerCapital(s string) bool {
	switch s {
	case "Mc", "Mac", "De", "Di", "La", "Le", "Fitz", "Van", "Du", "Da":
		return true
	}
	return false
}
