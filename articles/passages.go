package articles

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/model"
)

// maxFolded bounds the bodies that evidence is looked for in without regard to
// white space.
const maxFolded = 4 << 20

// passages finds quoted text in one body.
type passages struct {
	body   string
	folded string // the body with its white space folded; made when needed
}

// find returns where quote stands first: as it is, else with any white space
// between its words, as a YAML block folds it.
func (p *passages) find(quote string) (at model.Passage, ok bool) {
	if quote == "" {
		return at, false
	}
	if i := strings.Index(p.body, quote); i >= 0 {
		return model.Passage{Start: i, End: i + len(quote)}, true
	}
	if len(p.body) > maxFolded {
		return at, false
	}
	if p.folded == "" {
		p.folded = foldSpace(p.body)
	}
	quote = strings.TrimSpace(foldSpace(quote))
	i := strings.Index(p.folded, quote)
	if i < 0 || quote == "" {
		return at, false
	}
	return p.unfold(i, i+len(quote)), true
}

// foldSpace makes one space of every run of white space.
func foldSpace(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case !unicode.IsSpace(r):
			b.WriteRune(r)
		case !space:
			b.WriteByte(' ')
		}
		space = unicode.IsSpace(r)
	}
	return b.String()
}

// unfold turns a range of the folded body, which has no white space at its
// edges, into one of the body.
func (p *passages) unfold(start, end int) model.Passage {
	var at model.Passage
	folded, space := 0, false
	for i, r := range p.body {
		if unicode.IsSpace(r) && space {
			continue
		}
		space = unicode.IsSpace(r)
		if folded == start {
			at.Start = i
		}
		if folded += utf8.RuneLen(r); space {
			folded += 1 - utf8.RuneLen(r)
		}
		if folded == end {
			at.End = i + utf8.RuneLen(r)
			break
		}
	}
	return at
}
