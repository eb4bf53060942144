package articles

import (
	"slices"
	"strings"

	"dossier/model"
)

// maxTarget bounds the address of a link, in bytes.
const maxTarget = 4 << 10

// linkSigns are the parts of one link, or picture, that are no words of the
// text: what stands before its words, and what behind, the address included.
type linkSigns struct{ before, behind model.Passage }

// linkSignsOf finds the links in Markdown, in the order of their ends. An
// address between the words of a sentence hides from package detect what the
// sentence says.
func linkSignsOf(body string) (all []linkSigns) {
	var open []int // where brackets are that no other has closed
	for i := 0; i < len(body); i++ {
		switch body[i] {
		case '\\':
			i++
		case '[':
			open = append(open, i)
		case '\n':
			if strings.HasPrefix(body[i+1:], "\n") {
				open = open[:0]
			}
		case ']':
			if len(open) == 0 {
				continue
			}
			before := open[len(open)-1]
			open = open[:len(open)-1]
			if end := targetEnd(body, i+1); end > 0 {
				all = append(all, linkSigns{signAt(body, before), model.Passage{Start: i, End: end}})
				i = end - 1
			}
		}
	}
	return all
}

// signAt is the bracket at i, with the mark of a picture before it.
func signAt(body string, i int) model.Passage {
	if i > 0 && body[i-1] == '!' && (i < 2 || body[i-2] != '\\') {
		return model.Passage{Start: i - 1, End: i + 1}
	}
	return model.Passage{Start: i, End: i + 1}
}

// targetEnd returns where the (address) at i ends, 0 if there is none. It looks
// no further than the next link, so that a text of unclosed ones takes no longer
// than another.
func targetEnd(body string, i int) int {
	if i >= len(body) || body[i] != '(' {
		return 0
	}
	depth := 0
	for j := i; j < min(len(body), i+maxTarget); j++ {
		switch body[j] {
		case '\\':
			j++
		case '\n':
			return 0
		case ']':
			if strings.HasPrefix(body[j+1:], "(") {
				return 0
			}
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return j + 1
			}
		}
	}
	return 0
}

// withoutLinks is body with nothing of its links but their words, every byte
// where it was.
func withoutLinks(body string, links []linkSigns) string {
	var signs []model.Passage
	for _, l := range links {
		signs = append(signs, l.before, l.behind)
	}
	return blanked(body, signs)
}

// withWholeLinks widens passages that begin or end within a link, and takes the
// evidence from body again.
func withWholeLinks(cuts []model.Cut, body string, links []linkSigns) {
	for i := range cuts {
		for j := range cuts[i].Passages {
			cuts[i].Passages[j] = widened(cuts[i].Passages[j], links)
		}
		if p := cuts[i].Passages; len(p) > 0 {
			cuts[i].Evidence = strings.Clone(body[p[0].Start:p[0].End])
		}
	}
}

// widened leaves a passage alone that stands between the brackets of a link.
func widened(p model.Passage, links []linkSigns) model.Passage {
	first, _ := slices.BinarySearchFunc(links, p.Start, func(l linkSigns, at int) int { return l.behind.End - at })
	for _, l := range links[first:] {
		switch {
		case l.before.Start >= p.End:
			return p
		case p.Start <= l.before.Start && p.End <= l.behind.Start:
			p.End = l.behind.End
		case p.Start >= l.before.End && p.Start < l.behind.Start && p.End > l.behind.Start:
			p.Start = l.before.Start
		}
	}
	return p
}
