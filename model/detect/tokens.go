package detect

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/model"
)

// kind is who or what a token names.
type kind uint8

const (
	word    kind = iota
	point        // punctuation
	vendor       // an organisation of the register
	person       // a person of the register
	subject      // the one that ties were cut with
)

// token is a word, a mark of punctuation or a name of the register, however
// many words it has.
type token struct {
	at     model.Passage
	low    string // lower case
	kind   kind
	actor  int  // of vendor, person and subject
	marks  mark // of the lexicon
	rival  bool // another network
	linked bool // a further word of a longer preposition
	inside bool // a further word of an act's phrase
	barred int  // behind a phrase that starts here and is no act; a longer one still may be
	// until is the index behind the last word of an act's phrase.
	until int
}

func (t *token) has(m mark) bool { return t.marks&m != 0 }

// reader turns sentences into tokens.
type reader struct {
	*Actors
	body     string
	g        *grammar
	mentions []actorAt
	next     int // the first mention not yet passed
	made     []token
	ahead    ahead
}

type actorAt struct {
	actor int
	at    model.Passage
}

// tokens splits a sentence. Sentences have to be asked for in order, and what is
// given for one holds only until the next is asked for.
func (r *reader) tokens(in model.Passage) []token {
	out := r.made[:0]
	for i := in.Start; i < in.End; {
		for r.next < len(r.mentions) && r.mentions[r.next].at.Start < i {
			r.next++
		}
		if r.next < len(r.mentions) && r.mentions[r.next].at.Start == i && r.mentions[r.next].at.End <= in.End {
			t := r.named(r.mentions[r.next], in.End)
			out = append(out, t)
			i = t.at.End
			continue
		}
		c, n := utf8.DecodeRuneInString(r.body[i:])
		switch class := classOf(c); {
		case class == unspaced:
			out = append(out, r.plain(i, i+n))
			i += n
		case class != none:
			end := min(wordEnd(r.body, i), in.End, r.mentionAfter(i))
			t := r.hyphenated(i, end, in.End)
			t.at.End = elision(r.body, t.at.End, in.End)
			out = append(out, t)
			i = t.at.End
		case unicode.IsSpace(c):
			i += n
		case isApostrophe(c) && len(out) > 0 && out[len(out)-1].kind != word && out[len(out)-1].at.End == i:
			end := min(ending(r.body, i+n), in.End)
			t := r.plain(i+n, end)
			t.at.Start, t.low = i, cmp.Or(t.low, "s")
			out = append(out, t)
			i = end
		default:
			out = append(out, token{at: model.Passage{Start: i, End: i + n}, low: r.body[i : i+n], kind: point})
			i += n
		}
	}
	r.mark(out)
	r.made = out
	return out
}

// mentionAfter is where the next name starts: in Arabic it may stand inside a
// word, behind its particles.
func (r *reader) mentionAfter(i int) int {
	for k := r.next; k < len(r.mentions); k++ {
		if s := r.mentions[k].at.Start; s > i {
			return s
		}
	}
	return len(r.body)
}

// hyphenated takes the parts of a compound for one word. Its last part says what
// it is, unless the lexicon knows the whole.
func (r *reader) hyphenated(start, end, limit int) token {
	limit = min(limit, r.mentionAfter(start))
	last := start
	for end+1 < limit && r.body[end] == '-' {
		c, _ := utf8.DecodeRuneInString(r.body[end+1 : limit])
		if classOf(c) == none {
			break
		}
		last, end = end+1, min(wordEnd(r.body, end+1), limit)
	}
	t := r.plain(start, end)
	if last == start {
		return t
	}
	if head := string(appendLower(nil, r.body[last:end])); r.g.wordMarks(t.low) == 0 || r.g.wordMarks(head)&markDeal != 0 {
		t.low = head // phrases have the head: sms-tjenesten
	}
	return t
}

// elision takes the apostrophe into the word before it: d'Amazon, didn't.
func elision(body string, end, limit int) int {
	c, n := utf8.DecodeRuneInString(body[end:limit])
	if !isApostrophe(c) || end+n >= limit {
		return end
	}
	if next, _ := utf8.DecodeRuneInString(body[end+n:]); classOf(next) == none {
		return end
	}
	return end + n
}

// ending is the end of what follows the apostrophe behind a name.
func ending(body string, i int) int {
	c, _ := utf8.DecodeRuneInString(body[i:])
	if classOf(c) == none {
		return i
	}
	return wordEnd(body, i)
}

func isApostrophe(c rune) bool { return c == '\'' || c == '’' }

// commas writes Romanian letters as lexicons have them.
var commas = strings.NewReplacer("ţ", "ț", "ş", "ș")

func (r *reader) plain(start, end int) token {
	t := token{at: model.Passage{Start: start, End: end}, low: lowered(r.body[start:end])}
	if r.g.cedillas {
		t.low = commas.Replace(t.low)
	}
	if c, _ := utf8.DecodeRuneInString(r.body[start:end]); !unicode.IsLower(c) {
		t.rival = rivals()[t.low]
	}
	if rest, ok := strings.CutPrefix(t.low, "و"); ok && !r.g.knows(t.low) && r.g.knows(rest) {
		t.low = rest // Arabic writes "and" together with the next word
	}
	return t
}

// named makes a token of a name. Of a compound the head decides: an app of the
// subject is the subject, its users are not.
func (r *reader) named(m actorAt, limit int) token {
	m.at.End = r.withoutParticle(m)
	t := token{at: m.at, actor: m.actor, kind: r.kindOf(m.actor)}
	if name := strings.ToLower(r.names[m.actor]); t.kind == vendor {
		t.rival = rivals()[name] || rivals()["="+name]
	}
	i := m.at.End
	if i+1 >= limit || r.body[i] != '-' {
		return t
	}
	c, _ := utf8.DecodeRuneInString(r.body[i+1:])
	if classOf(c) == none {
		return t
	}
	for i+1 < limit && r.body[i] == '-' {
		if c, _ := utf8.DecodeRuneInString(r.body[i+1:]); classOf(c) == none {
			break
		}
		i = min(wordEnd(r.body, i+1), limit)
	}
	t.at.End = i
	head := string(appendLower(nil, r.body[m.at.End+1:i]))
	if k := strings.LastIndexByte(head, '-'); k >= 0 {
		head = head[k+1:]
	}
	return r.compound(t, head)
}

func (r *reader) compound(t token, head string) token {
	m := r.g.wordMarks(head)
	switch {
	case m&markPlace != 0 && t.kind == vendor:
		t.marks |= markPlace
	case m&markDeal != 0 && t.kind == vendor:
		t.marks |= markDeal // Amazon-Konto
	case m&markOther != 0:
		t.kind, t.marks = word, markOther
	case t.kind == subject, m&markJoint != 0:
	case t.kind == vendor:
		t.marks |= markProduct
	default:
		t.kind, t.marks, t.low = word, m, head
	}
	return t
}

func (r *reader) kindOf(actor int) kind {
	switch {
	case actor == 0 && r.hasSubject:
		return subject
	case r.persons[actor]:
		return person
	}
	return vendor
}

// withoutParticle is where a name in Hangul ends: its particle is a word of its own
// behind a name in Latin letters, and here too.
func (r *reader) withoutParticle(m actorAt) int {
	text := r.body[m.at.Start:m.at.End]
	start := strings.LastIndexByte(text, ' ') + 1
	first, _ := utf8.DecodeRuneInString(text[start:])
	if !unicode.Is(unicode.Hangul, first) {
		return m.at.End
	}
	end := m.at.End
	inflectionOf("ko").stems([]byte(text[start:]), func(stem []byte) bool {
		if r.isForm(m.actor, string(stem)) {
			end = m.at.Start + start + len(stem)
			return true
		}
		return false
	})
	return end
}

// isForm reports the last word of a form of an actor's name.
func (a *Actors) isForm(actor int, word string) bool { return a.lastWords[lastWord{actor, word}] }
