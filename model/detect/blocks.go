package detect

import (
	"strings"

	"dossier/model"
)

// Furniture returns the ranges of body that a page put around its article, in
// order: kickers, the headline's second print, bylines and date lines, share
// buttons, picture credits, comment counts, teasers of other articles, author
// boxes, prompts and copyright lines, whole lines each; and a date that a program
// put before the text on the same line. Nothing in them is evidence. They stay
// part of the body.
func Furniture(body string) []model.Passage { return PageOf(body).Furniture() }

// Furniture is as the function of that name says.
func (p *Page) Furniture() []model.Passage {
	var out []model.Passage
	body, from := p.body, p.prefix
	if from > 0 {
		out = append(out, model.Passage{Start: trim(body, model.Passage{End: from}).Start, End: from})
	}
	for _, b := range p.blocks() {
		out = appendFilled(out, body, from, b.Start)
		from = b.End
	}
	return appendFilled(out, body, from, len(body))
}

// appendFilled adds the stretch between two blocks unless it is blank.
func appendFilled(out []model.Passage, body string, from, to int) []model.Passage {
	if at := trim(body, model.Passage{Start: from, End: to}); at.Start < at.End {
		out = append(out, at)
	}
	return out
}

// blocks lists the lines of a body that are its article, the headline among
// them. Lines of a paragraph that was wrapped by hand stay together.
func (p *Page) blocks() []model.Passage {
	s := splitter{Page: p, end: footer(p.body)}
	s.author, _, _ = strings.Cut(p.Author(), ",")
	return s.split()
}

// paragraphs lists the paragraphs of an article that is the body of a page without
// what stands around it, spaces in its place.
func (p *Page) paragraphs(article string) []model.Passage {
	own := *p
	own.body = article
	s := splitter{Page: &own, end: len(article), own: true}
	return s.split()
}

func (s *splitter) split() []model.Passage {
	p := s.Page
	for from := p.prefix; from < s.end; {
		stop := s.end
		if i := strings.IndexByte(p.body[from:s.end], '\n'); i >= 0 {
			stop = from + i
		}
		s.line(from, trim(p.body, model.Passage{Start: from, End: stop}))
		from = stop + 1
	}
	return s.out
}

// splitter parts the lines of an article from those around it.
type splitter struct {
	*Page
	end    int
	out    []model.Passage
	others int // lines that may still be headlines of other articles
	last   int // where the last line ended
	author string
	own    bool // what is not the article's has been taken out
}

// otherHeadlines bounds a list of other articles.
const otherHeadlines = 8

// line takes in the line that begins at from, without the space around it.
func (s *splitter) line(from int, at model.Passage) {
	text := s.body[at.Start:at.End]
	if text == "" {
		return
	}
	gap := strings.Count(s.body[s.last:at.Start], "\n") > 1
	if s.last = at.End; s.others > 0 {
		if s.others--; s.isOther(text, at, gap) {
			return
		}
		s.others = 0
	}
	if n := len(s.out); n > 0 && s.out[n-1].End+1 >= from && continues(s.body[from:]) && (s.own || !s.states(text, at)) {
		s.out[n-1].End = at.End
		return
	}
	if !s.own && s.isAround(text, at) {
		if isRelated(text) {
			s.others = otherHeadlines
		}
		return
	}
	s.out = append(s.out, at)
}

// isAround reports lines that are not the article's own.
func (s *splitter) isAround(text string, at model.Passage) bool {
	switch {
	case s.isAbove(text, at), at.Start >= s.head.End && text == s.title:
		return true
	case at.Start == s.head.Start:
		return false
	}
	return isFurniture(text) || isRelated(text) || s.states(text, at) || s.isAboutAuthor(text, at)
}

// isAboutAuthor reports the paragraph behind the text that says who its author is.
func (s *splitter) isAboutAuthor(text string, at model.Passage) bool {
	return s.author != "" && at.Start > len(s.body)/2 && len(text) <= longest && strings.HasPrefix(text, s.author+" ") &&
		containsAny(strings.ToLower(text), furnitureWords().trades)
}

// isOther reports a line of a list of other articles: no sentence, and none that
// stands alone above a paragraph, as the heading of that does.
func (s *splitter) isOther(text string, at model.Passage, gap bool) bool {
	if ends(text) && !endsAsHeadline(text) || words(text) > teaserWords {
		return false
	}
	below, next := nextLine(s.body, at.End)
	return !(gap && below && ends(next) && words(next) > labelWords)
}

// nextLine returns the next line with anything on it, and whether a blank one
// stands before it.
func nextLine(body string, from int) (gap bool, text string) {
	rest := body[from:]
	text = strings.TrimLeft(rest, " \t\r\n")
	gap = strings.Count(rest[:len(rest)-len(text)], "\n") > 1
	text, _, _ = strings.Cut(text[:min(len(text), longest)], "\n")
	return gap, strings.TrimSpace(text)
}

// isRelated reports the label above the headlines of other articles.
func isRelated(s string) bool {
	if len(s) > 80 {
		return false
	}
	return furnitureWords().related[strings.Trim(strings.ToLower(s), ":.…>"+bullets)]
}
