package detect

import (
	"strings"

	"dossier/model"
)

// Page is a text as it was saved, with what stands around the article: above it
// the headline with its byline and date, below it the page's other things. It
// does not change, so goroutines may share it.
type Page struct {
	body   string
	prefix int // the length of the date that a program put before the text
	title  string
	head   model.Passage // the headline
	told   bool          // the lines above the headline may be the article's
	top    []line        // the lines above running prose
	text   int           // where running prose begins; the body's end if it has none
	below  line          // a byline that only its place tells, such as under a standfirst; empty without one
}

// PageOf reads a body whose headline nobody knows.
func PageOf(body string) *Page {
	title, at := Headline(body)
	return newPage(body, title, at)
}

// PageUnder reads a body whose headline stands at head, though what is above that
// may belong to the article.
func PageUnder(body, title string, head model.Passage) *Page {
	p := newPage(body, title, head)
	p.told = true
	return p
}

func newPage(body, title string, head model.Passage) *Page {
	p := &Page{body: body, prefix: machinePrefix(body), title: title, head: head, text: len(body)}
	sentences := 0
	for _, l := range firstLines(body, headLines) {
		if ends(l.text) && words(l.text) > labelWords {
			sentences++
		}
		if isProse(l) || sentences > maxLeads {
			p.text = l.at.Start
			if p.below = p.underStandfirst(); p.below.text == "" {
				p.below = p.bareByline()
			}
			return p
		}
		p.top = append(p.top, l)
	}
	if n := len(p.top); n == headLines {
		p.text = p.top[n-1].at.End
	}
	return p
}

// underStandfirst finds the byline that stands below the first paragraph, where that
// sums the article up.
func (p *Page) underStandfirst() line {
	for i, l := range firstLines(p.body[p.text:], standfirstLines) {
		if i == 0 {
			continue
		}
		if isProse(l) {
			break
		}
		_, told := behindBy(l.text)
		if names, ok := byline(l.text); ok && len(names) > 0 && (told || words(l.text) <= labelWords) {
			l.at.Start += p.text
			l.at.End += p.text
			if !p.comesBack(l.text, l.at.End) {
				return l
			}
		}
	}
	return line{}
}

// bareByline finds a name that no given name begins, right above a date as Hungarian
// pages have it, or one in Arabic with a place behind it.
func (p *Page) bareByline() line {
	for i, l := range p.top {
		if l.at.Start == p.head.Start {
			continue
		}
		if names, _ := byline(l.text); len(names) > 0 {
			return line{}
		}
		family, given, two := strings.Cut(l.text, " ")
		if two && l.open && i+1 < len(p.top) && isDateLine(p.top[i+1].text) && isName(l.text) && !beginsWithGiven(family) && beginsWithGiven(given) {
			return l
		}
		if name, place, ok := strings.Cut(l.text, " - "); ok && words(place) <= 2 && isPlainName(name) {
			first, _, _ := strings.Cut(name, " ")
			if uncasedOf("ar").is("given", plainLetters(first)) {
				return l
			}
		}
	}
	return line{}
}

// standfirstLines is how many lines are looked at for a byline, the standfirst among
// them.
const standfirstLines = 4

// maxLeads is how many short sentences may stand between a headline and the text:
// under more of them lines are short throughout, as in an interview.
const maxLeads = 2

// Headline returns the title of the page and where it stands.
func (p *Page) Headline() (title string, at model.Passage) { return p.title, p.head }

// around lists the lines above the text without the headline.
func (p *Page) around() []line {
	var all []line
	for _, l := range p.top {
		if l.at.Start != p.head.Start && l.text != p.title {
			all = append(all, l)
		}
	}
	return all
}

// states reports a line above the text that says who wrote it, when or for whom.
func (p *Page) states(text string, at model.Passage) bool {
	if p.below.text != "" && at.Start == p.below.at.Start {
		return true
	}
	if at.Start >= p.text || at.Start == p.head.Start || text == p.title {
		return false
	}
	return isByline(text) && !p.comesBack(text, at.End) || isDateLine(text) || !monthIn(text).IsZero() || isOutletLine(text)
}

// comesBack reports a line that stands below once more, as the names of those who
// talk do.
func (p *Page) comesBack(text string, from int) bool {
	own := "\n" + text + "\n"
	rest := p.body[from:min(len(p.body), from+8*longest)]
	if !strings.Contains(rest, own) {
		return strings.Count(p.body[max(0, from-8*longest):from], own) > 2
	}
	inText := strings.Contains(p.body[from:max(from, len(p.body)*3/4)], own) // below may be an author box
	return inText || strings.Count(p.body[max(0, from-8*longest):from], own)+strings.Count(rest, own) > 2
}

// isAbove reports a line above the headline. Where that was not found by what
// stands above it, more than a kicker may stand there.
func (p *Page) isAbove(text string, at model.Passage) bool {
	return at.End <= p.head.Start && (!p.told || !ends(text) && words(text) <= labelWords)
}

// footer is where the article ends: at the label of an author box, a list of
// tags or a comment form in its last third.
func footer(body string) int {
	for from := len(body) * 2 / 3; from < len(body); {
		i := strings.IndexByte(body[from:], '\n')
		if i < 0 {
			break
		}
		from += i + 1
		label, _, _ := strings.Cut(body[from:], "\n")
		if isFooter(label) && !(isRelated(label) && goesOn(body[from:])) {
			return from
		}
	}
	return len(body)
}

// isFooter reports a label behind which a page no longer speaks of its subject.
func isFooter(label string) bool {
	return len(label) <= 80 && furnitureWords().footers[strings.ToLower(strings.Trim(label, ":\r…>"+bullets))]
}

// goesOn reports prose behind the label of a list of other articles.
func goesOn(rest string) bool {
	for _, l := range firstLines(rest, 2*otherHeadlines)[1:] {
		if isProse(l) {
			return true
		}
	}
	return false
}
