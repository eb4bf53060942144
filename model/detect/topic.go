package detect

import (
	"strings"
	"sync"
)

const (
	often = 3   // how many mentions make an article one about the subject
	early = 250 // bytes below the headline in which what an article is about gets its name
	// maxSilent is for how many sentences "the platform" may mean a subject that
	// the article is not about.
	maxSilent = 1
)

// topic tells whether "the platform" and "it" mean the subject where a text is.
type topic struct {
	on      bool
	central bool // the article is about the subject, so that it need not be named again
	silent  int  // sentences since it was
	another bool // some other network was named since
}

// renew starts a paragraph: an article about the subject comes back to it.
func (p *topic) renew() {
	if p.central && p.another {
		p.on, p.another = true, false
	}
}

// hear takes notice of whom a sentence names. Under a preposition, as in "a rival
// of Parler", the subject does not become the topic where another one was.
func (p *topic) hear(s *sentence) {
	p.silent++
	strong, weak, rival := s.mentions()
	switch {
	case rival > strong:
		p.on, p.another = false, true
	case strong >= 0, weak >= 0 && !p.another:
		p.on, p.another, p.silent = true, false, 0
	case !p.central && p.silent > maxSilent:
		p.on = false
	}
}

// mentions returns where the subject is named last, standing by itself and not,
// and where another network is; -1 for nowhere.
func (s *sentence) mentions() (strong, weak, rival int) {
	strong, weak, rival = -1, -1, -1
	for k := range s.ts {
		switch t := &s.ts[k]; {
		case t.kind == subject && s.belongsTo(k, markOther):
		case t.kind == subject && s.role(k) == plain:
			strong = k
		case t.kind == subject:
			weak = k
		case t.rival && (strong < 0 || s.role(k) == plain):
			rival = k
		}
	}
	return strong, weak, rival
}

// openTopic is the topic that an article starts with; false if it never names
// the subject, without which nothing is said of it.
func (f *finder) openTopic() (topic, bool) {
	n, first := 0, 0
	for _, m := range f.mentions {
		if f.kindOf(m.actor) == subject {
			if n++; n == 1 {
				first = m.at.Start
			}
		}
	}
	if f.rivalAhead() {
		return topic{}, n > 0
	}
	about := n >= often || n > 0 && first < f.head.End+early
	return topic{on: about, central: about}, n > 0
}

// rivalAhead reports that the headline names another network.
func (f *finder) rivalAhead() bool {
	for _, word := range strings.FieldsFunc(strings.ToLower(f.body[:f.head.End]), func(r rune) bool { return !isWordRune(r) }) {
		if rivals()[word] || rivals()["="+word] {
			return true
		}
	}
	return false
}

// rivals knows other networks by their names in lower case.
var rivals = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	entries("rivals.txt", func(entry string) {
		for _, name := range strings.Fields(entry) {
			all[name] = true
		}
	})
	return all
})
