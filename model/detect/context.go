package detect

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// commonWord tells a name from the common word that is spelt alike.
type commonWord struct {
	after  map[string]bool // words that follow the common word
	before map[string]bool // words that stand in front of it
}

// commonWords is keyed by language, a space and the word.
var commonWords = sync.OnceValue(func() map[string]commonWord {
	all := map[string]commonWord{}
	entries("common.txt", func(entry string) {
		fields := strings.Fields(entry)
		if len(fields) < 3 {
			return
		}
		key := fields[0] + " " + fields[1]
		w := all[key]
		if fields[2] == ">" {
			w.after = setOf(fields[3:])
		} else {
			w.before = setOf(fields[3:])
		}
		all[key] = w
	})
	return all
})

// givenNames knows common given names, in lower case.
var givenNames = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	entries("given.txt", func(entry string) {
		for _, name := range strings.Fields(entry) {
			all[name] = true
		}
	})
	return all
})

func setOf(words []string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

// inContext rejects a form of one word whose neighbours show that it is
// something else: a common word, or a name of another person.
func (s *scanner) inContext(f *form, start, end int) bool {
	if s.persons[f.actor] && (strings.HasPrefix(s.body[end:], " Jr") || jrEnd(s.body, end) > 0) {
		return false // the son of the one with that name
	}
	if len(f.parts) > 1 {
		return true
	}
	if f.parts[0].shape == anyCase {
		return !f.common || !s.isThingUncased(f.parts[0].text, end)
	}
	if s.persons[f.actor] && s.otherPerson(f, start) {
		return false
	}
	return !s.isCommon(f.parts[0].text, start, end)
}

// otherPerson: "Melania Trump", "Penélope Cruz"; but not "said Trump" and "will
// Trump", which names are spelt like.
func (s *scanner) otherPerson(f *form, start int) bool {
	word := wordBefore(s.body, start)
	name := strings.ToLower(word)
	return name != word && givenNames()[name] && !strings.Contains(strings.ToLower(s.names[f.actor]), name)
}

// isCommon looks at the words around, and at those after only where a sentence
// begins: elsewhere the capital letter says enough.
func (s *scanner) isCommon(word string, start, end int) bool {
	w, ok := commonWords()[s.lang+" "+word]
	if !ok {
		return false
	}
	if w.before[strings.ToLower(wordBefore(s.body, start))] {
		return true
	}
	return len(w.after) > 0 && beginsSentence(s.body, start) && w.after[strings.ToLower(wordAfter(s.body, end))]
}

// uncasedCommon is what follows the common words of scripts without capitals, by
// their names and languages.
var uncasedCommon = sync.OnceValue(func() map[string]map[string][]string {
	all := map[string]map[string][]string{}
	for key, w := range commonWords() {
		lang, name, _ := strings.Cut(key, " ")
		if name[0] < utf8.RuneSelf {
			continue
		}
		if all[name] == nil {
			all[name] = map[string][]string{}
		}
		all[name][lang] = slices.Sorted(maps.Keys(w.after))
	}
	return all
})

// isThingUncased looks at what stands behind a name in a script without capitals,
// whatever the place in the sentence: 苹果汁, ストライプ柄.
func (s *scanner) isThingUncased(name string, end int) bool {
	base, _, _ := strings.Cut(s.lang, "-")
	rest := strings.TrimPrefix(s.body[end:], " ")
	return slices.ContainsFunc(uncasedCommon()[name][base], func(w string) bool { return strings.HasPrefix(rest, w) })
}

// wordBefore returns the word that a single space parts from i.
func wordBefore(body string, i int) string {
	end := i - 1
	if end < 1 || body[end] != ' ' {
		return ""
	}
	start := end
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(body[:start])
		if classOf(r) != spaced || end-start > maxWord {
			break
		}
		start -= n
	}
	return body[start:end]
}

// wordAfter returns the word that a single space or an apostrophe parts from i.
func wordAfter(body string, i int) string {
	if i+1 >= len(body) || body[i] != ' ' {
		return ""
	}
	r, _ := utf8.DecodeRuneInString(body[i+1:])
	if classOf(r) != spaced {
		return ""
	}
	return body[i+1 : wordEnd(body, i+1)]
}

// beginsSentence reports whether no letter stands between i and the stop, the
// line end or the quote before it.
func beginsSentence(body string, i int) bool {
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(body[:i])
		switch {
		case r == '\n' || isStop(r) || isCloser(r) || r == '„' || r == '¿' || r == '¡' || r == ':':
			return true
		case !unicode.IsSpace(r):
			return r == '–' || r == '—' || r == '-'
		}
		i -= n
	}
	return true
}
