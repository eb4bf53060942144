package detect

import (
	"strings"

	"dossier/model"
)

// frame is what a saved page put around the text of an article: above it the
// headline with its byline and date, below it the page's other things.
type frame struct {
	body   string
	prefix int // the length of the date that a program put before the text
	title  string
	head   model.Passage // the headline
	top    []line        // the lines above running prose
	text   int           // where running prose begins; the body's end if it has none
}

func frameOf(body string) frame {
	f := frame{body: body, prefix: machinePrefix(body), text: len(body)}
	f.title, f.head = Headline(body)
	for _, l := range firstLines(body, headLines) {
		if isProse(l) {
			f.text = l.at.Start
			break
		}
		f.top = append(f.top, l)
	}
	return f
}

// stated reports a line above the text that says who wrote it, when or for whom.
func (f *frame) stated(text string, at model.Passage) bool {
	if at.Start >= f.text || at.Start == f.head.Start || text == f.title {
		return false
	}
	return isByline(text) || isDateLine(text) || isOutletLine(text)
}

// foot is where the article ends: at the label of an author box, a list of tags
// or a comment form in its last third.
func (f *frame) foot() int {
	return footer(f.body)
}

// footer finds the end without regard to who wrote the article.
func footer(body string) int {
	w := furnitureWords()
	for from := len(body) * 2 / 3; from < len(body); {
		i := strings.IndexByte(body[from:], '\n')
		if i < 0 {
			break
		}
		from += i + 1
		label, _, _ := strings.Cut(body[from:], "\n")
		if len(label) <= 80 && w.footers[strings.ToLower(strings.Trim(label, " :\t\r…>»"+bullets))] {
			return from
		}
	}
	return len(body)
}
