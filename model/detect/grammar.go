package detect

import (
	"iter"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// grammar is what one language's lexicon says.
type grammar struct {
	stems       map[string]*stem    // keyed by the first word up to its *, and by all that such a key begins with
	kin         func() *kin         // the words of acts, gathered on first use
	byTail      map[string][]phrase // of single words that begin with *, keyed by what follows
	lists       map[string][]string // the words that @serve and @deal stand for in phrases
	inverts     bool                // the one who acts may stand behind the verb
	final       bool                // the verb may stand last
	after       bool                // "by" and "from" stand behind their noun
	free        bool                // the object may stand before the verb
	progressive bool                // was with -ing is no passive
	drops       bool                // the verb may go without a subject
	owned       bool                // what is owned stands before its owner
	behind      bool                // "according to" stands behind the name
	cedillas    bool                // they are old for commas below: renunţat, renunțat
	bare        bool                // who did it may stand behind a passive without a preposition
}

// stem is the phrases that begin with a word, or with any that begins so.
type stem struct{ exact, open []phrase }

// begin keeps a phrase under its first word.
func (g *grammar) begin(first string, p phrase) {
	key, open := strings.CutSuffix(first, "*")
	for i := range key + " " {
		if i > 0 && g.stems[key[:i]] == nil {
			g.stems[key[:i]] = &stem{}
		}
	}
	s := g.stems[key]
	if open {
		s.open = append(s.open, p)
	} else {
		s.exact = append(s.exact, p)
	}
}

// phrase is one entry: words in order, each one of several.
type phrase struct {
	words  []slot
	mark   mark
	called string   // the vendor that it is a name of, if it says nothing else
	second initials // of the second word; none if there is only one
	gap    bool     // before the second word
}

func newPhrase(words []slot) phrase {
	p := phrase{words: words}
	if len(words) > 1 {
		p.second, p.gap = words[1].initials(), words[1].gap
	}
	return p
}

type slot struct {
	any  []string // alternatives; a * at the end stands for any ending, at the start of an entry of one word for any beginning
	gap  bool     // other words may stand before it
	near bool     // only a few, and no comma
}

// maxGap is how many words may stand between the parts of a phrase: German
// puts a whole clause between stellte and ein.
const maxGap = 14

// maxNear is how many may where the parts stand in any order, which says less.
const maxNear = 7

var grammars sync.Map // language → func() *grammar

// grammarOf reads the lexicon of a language on first use; nil if there is none.
func grammarOf(lang string) *grammar {
	read, _ := grammars.LoadOrStore(lang, sync.OnceValue(func() *grammar { return readGrammar(lang) }))
	return read.(func() *grammar)()
}

func readGrammar(lang string) *grammar {
	name := "cuts/" + lang + ".txt"
	if data, err := files.Open("lexicon/" + name); err != nil {
		if base, _, ok := strings.Cut(lang, "-"); ok {
			return grammarOf(base)
		}
		return nil
	} else {
		data.Close()
	}
	g := &grammar{stems: map[string]*stem{}, byTail: map[string][]phrase{}, lists: map[string][]string{}}
	entries(name, g.add)
	g.kin = sync.OnceValue(g.kinOf)
	return g
}

// add reads a line "section: phrase; phrase".
func (g *grammar) add(entry string) {
	section, list, _ := strings.Cut(entry, ":")
	if section == "order" {
		g.order(strings.Fields(list))
		return
	}
	if name, isList := strings.CutPrefix(section, "@"); isList {
		words := strings.Fields(list)
		g.lists[name] = append(g.lists[name], words...)
		if name == "deal" {
			g.add(name + ":" + strings.Join(words, ";"))
		}
		return
	}
	m, ok := markNames[section]
	if name, called := strings.CutPrefix(section, "called "); called {
		g.call(name, list)
		return
	}
	if !ok {
		panic("unknown section in a lexicon: " + section)
	}
	for text := range g.spelled(list) {
		for _, words := range g.parsePhrases(text) {
			p := newPhrase(words)
			p.mark = m
			for _, first := range words[0].any {
				if tail, compound := strings.CutPrefix(first, "*"); compound {
					g.byTail[tail] = append(g.byTail[tail], p)
					continue
				}
				g.begin(first, p)
			}
		}
	}
}

// call reads "called Apple: iphone maker; cupertino": what papers
// call a vendor beside its name.
func (g *grammar) call(name, list string) {
	for text := range g.spelled(list) {
		for _, words := range g.parsePhrases(text) {
			p := newPhrase(words)
			p.called = name
			for _, first := range words[0].any {
				g.begin(first, p)
			}
		}
	}
}

// spelled calls yield with the phrases of a line. Where words are characters one
// behind another, a list stands for as many phrases as it has words.
func (g *grammar) spelled(line string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for text := range strings.SplitSeq(line, ";") {
			before, rest, refers := strings.Cut(text, "@")
			name, after, _ := strings.Cut(rest, " ")
			if !refers || !g.chars(name) {
				if !yield(text) {
					return
				}
				continue
			}
			for _, w := range g.lists[name] {
				if !yield(before + w + " " + after) {
					return
				}
			}
		}
	}
}

func (g *grammar) chars(list string) bool {
	words := g.lists[list]
	return len(words) > 0 && strings.ContainsFunc(words[0], func(r rune) bool { return classOf(r) == unspaced })
}

func (g *grammar) order(flags []string) {
	for _, f := range flags {
		switch f {
		case "inverts":
			g.inverts = true
		case "final":
			g.final = true
		case "after":
			g.after = true
		case "free":
			g.free = true
		case "progressive":
			g.progressive = true
		case "drops":
			g.drops = true
		case "owned":
			g.owned = true
		case "behind":
			g.behind = true
		case "cedillas":
			g.cedillas = true
		case "bare":
			g.bare = true
		}
	}
}

// parsePhrases reads an entry; "a & b" is "a .. b" and "b .. a", near each other.
func (g *grammar) parsePhrases(text string) [][]slot {
	var parts [][]slot
	for part := range strings.SplitSeq(text, "&") {
		if p := g.parsePhrase(part); len(p) > 0 {
			parts = append(parts, p)
		}
	}
	return orders(parts)
}

// orders joins phrases in every order.
func orders(parts [][]slot) (all [][]slot) {
	if len(parts) < 2 {
		return parts
	}
	for i, first := range parts {
		for _, rest := range orders(slices.Delete(slices.Clone(parts), i, i+1)) {
			joined := append(slices.Clone(first), rest...)
			joined[len(first)].gap, joined[len(first)].near = true, true
			all = append(all, joined)
		}
	}
	return all
}

// apostrophes makes the words of an entry those that a text is split into.
var apostrophes = strings.NewReplacer("'", " ")

// parsePhrase reads "stell*/stoppt* .. zusammenarbeit .. ein". Characters of
// scripts without spaces are words of their own. "@deal" stands for the words of
// a list, which has to stand above.
func (g *grammar) parsePhrase(text string) []slot {
	var out []slot
	gap := false
	for field := range strings.FieldsSeq(apostrophes.Replace(text)) {
		if field == ".." {
			gap = true
			continue
		}
		if name, isList := strings.CutPrefix(field, "@"); isList {
			if len(g.lists[name]) == 0 {
				panic("no such list in a lexicon: " + name)
			}
			out, gap = append(out, slot{any: g.lists[name], gap: gap}), false
			continue
		}
		for _, part := range unspace(field) {
			out = append(out, slot{any: strings.Split(part, "/"), gap: gap})
			gap = false
		}
	}
	return out
}

// unspace splits a field of an unspaced script as a text is split: characters,
// and runs of Katakana.
func unspace(field string) []string {
	if !strings.ContainsFunc(field, func(r rune) bool { return classOf(r) == unspaced }) {
		return []string{field}
	}
	var out []string
	for i := 0; i < len(field); {
		r, n := utf8.DecodeRuneInString(field[i:])
		if classOf(r) != unspaced {
			n = wordEnd(field, i) - i
		}
		out = append(out, field[i:i+n])
		i += n
	}
	return out
}

// fits reports whether a word in lower case is one of the slot's.
func (s slot) fits(word string) bool {
	for _, w := range s.any {
		if n := len(w) - 1; w == word || n >= 0 && w[n] == '*' && len(word) >= n && word[:n] == w[:n] {
			return true
		}
	}
	return false
}
