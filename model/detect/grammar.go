package detect

import (
	"iter"
	"strings"
	"sync"
	"unicode/utf8"
)

// mark is what a lexicon says of a word or phrase: one bit for each section of
// its file.
type mark uint64

const (
	markCut       mark = 1 << iota // ending service to someone: suspend, ban, remove
	markEnd                        // ending it with the service named: end the contract, pull the plug
	markLose                       // being left without: lose access to
	markNoun                       // the act as a noun: suspension, ban
	markSame                       // doing what another did: follow suit
	markFollow                     // stands before one who did it too: following Google
	markSubject                    // what the subject is called: the app, the network
	markOther                      // what is not the subject: users, accounts, posts
	markPronoun                    // it
	markBy                         // stands before (or after) who did it in the passive
	markFrom                       // stands before a place: from its store
	markPlace                      // app store, servers
	markOf                         // makes what follows a mere modifier: of, on, about
	markSource                     // stands before who is quoted: according to
	markPassive                    // was, wurde
	markNot                        // not, never
	markPlan                       // will, intends to
	markWish                       // could, demanded, if: nothing has happened
	markDeny                       // denied, no relationship
	markClaim                      // said, claimed
	markRel                        // which, who: a clause about the word before
	markSub                        // because, after, that: a clause of its own
	markAnd                        // and, or
	markTime                       // 24 hours, by Sunday: makes a plan dated
	markOwn                        // makes the word before an owner: 's
	markBack                       // taking back: reinstated
	markJoint                      // heads of compounds that are still the vendor: Amazon-Tochter
	markUltimatum                  // in the next 24 hours: makes an act a plan
	markWill                       // decision, move: who owns it acts
	markClitic                     // a pronoun right before the verb: l'a suspendu
	markHave                       // auxiliaries that may part a clitic from its verb
	markCompound                   // inside a longer phrase for a place
	markTold                       // stands before who is spoken to
	markInf                        // zu: an infinitive, so the word before is no relative pronoun
	markGone                       // the subject falls out by itself: vanished from
	markWarn                       // giving the subject a deadline: gave it 24 hours
	markCorp                       // what a vendor is called where its name would stand again: the company
	markThem                       // pronouns that cannot be the subject: him, them
	markStart                      // wishes where a sentence starts with them: had Amazon known
	markHe                         // pronouns that a company acts under: it had suspended
	markSelf                       // its own: whose place it is acts: "from its store"
	markWhy                        // stands before a reason: because of
	markProduct                    // of a vendor: Scylla-Datenbank
	markA                          // one of several: a, another
	markDeal                       // what a vendor takes away: contract, account, access
	markPast                       // after
	markNom                        // stands behind who acts
	markWhom                       // stands before a person as the object
	markNamed                      // naming somebody as one of those who did it: also cited
	markNoDeal                     // having had nothing to end: never a customer
	markNone                       // phrases that only look like one of the above
)

var markNames = map[string]mark{
	"cut": markCut, "end": markEnd, "lose": markLose, "noun": markNoun, "same": markSame, "follow": markFollow,
	"subject": markSubject, "other": markOther, "pronoun": markPronoun, "by": markBy, "from": markFrom, "place": markPlace,
	"of": markOf, "source": markSource, "passive": markPassive, "not": markNot, "plan": markPlan, "wish": markWish,
	"deny": markDeny, "claim": markClaim, "rel": markRel, "sub": markSub, "and": markAnd, "time": markTime,
	"own": markOwn, "back": markBack, "joint": markJoint, "ultimatum": markUltimatum, "will": markWill, "clitic": markClitic, "told": markTold, "inf": markInf, "gone": markGone, "warn": markWarn, "corp": markCorp, "them": markThem, "start": markStart, "have": markHave, "none": markNone, "he": markHe, "why": markWhy, "self": markSelf, "a": markA, "deal": markDeal, "past": markPast, "nom": markNom, "whom": markWhom, "named": markNamed, "nodeal": markNoDeal,
}

// grammar is what one language's lexicon says.
type grammar struct {
	byStem      map[string][]phrase // keyed by the first word up to its *
	byTail      map[string][]phrase // of single words that begin with *, keyed by what follows
	lists       map[string][]string // the words that @serve and @deal stand for in phrases
	inverts     bool                // the one who acts may stand behind the verb
	final       bool                // the verb may stand last
	after       bool                // "by" and "from" stand behind their noun
	free        bool                // the object may stand before the verb
	progressive bool                // was with -ing is no passive
	drops       bool                // the verb may go without a subject
	behind      bool                // "according to" stands behind the name
	bare        bool                // who did it may stand behind a passive without a preposition
}

// phrase is one entry: words in order, each one of several.
type phrase struct {
	words []slot
	mark  mark
}

type slot struct {
	any []string // alternatives; a * at the end stands for any ending, at the start of an entry of one word for any beginning
	gap bool     // other words may stand before it
}

// maxGap is how many words may stand between the parts of a phrase: German
// puts a whole clause between stellte and ein.
const maxGap = 14

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
	g := &grammar{byStem: map[string][]phrase{}, byTail: map[string][]phrase{}, lists: map[string][]string{}}
	entries(name, g.add)
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
	if !ok {
		panic("unknown section in a lexicon: " + section)
	}
	for text := range g.spelled(list) {
		if p := g.parsePhrase(text); len(p) > 0 {
			for _, first := range p[0].any {
				if tail, compound := strings.CutPrefix(first, "*"); compound {
					g.byTail[tail] = append(g.byTail[tail], phrase{words: p, mark: m})
					continue
				}
				stem := strings.TrimSuffix(first, "*")
				g.byStem[stem] = append(g.byStem[stem], phrase{words: p, mark: m})
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
		case "behind":
			g.behind = true
		case "bare":
			g.bare = true
		}
	}
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
		if stem, open := strings.CutSuffix(w, "*"); open && strings.HasPrefix(word, stem) || w == word {
			return true
		}
	}
	return false
}
