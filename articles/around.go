package articles

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/model"
	"dossier/model/detect"
)

// readable is the beginning of a body in the forms that facts are read from.
// Every byte of them stands where it does in the body.
type readable struct {
	sample    string // as it is
	words     string // without the addresses of links
	named     string // words without those who wrote or published it
	article   string // words without what a page put around them
	links     []linkSigns
	page      *detect.Page
	furniture []model.Passage
	title     block // the heading that names the article; zero if none does
}

func newReadable(text model.Text) *readable {
	r := &readable{sample: head(text.Body, maxDetect)}
	if r.words = r.sample; text.Markup == model.Plain {
		r.page = detect.PageOf(r.sample)
		r.furniture = r.page.Furniture()
	} else {
		r.readMarkdown()
	}
	r.article = blanked(r.words, r.furniture)
	r.named = blanked(r.words, r.page.Credits())
	return r
}

func (r *readable) readMarkdown() {
	r.links = linkSignsOf(r.sample)
	r.words = withoutLinks(r.sample, r.links)
	blocks := slices.Collect(blocksOf(r.sample))
	r.title = titleAbove(r.sample, blocks)
	view := unmarked(r.words, blocks, r.title)
	if r.title.kind == heading {
		at := r.title.words
		r.page = detect.PageUnder(view, strings.TrimSpace(view[at.Start:at.End]), at)
	} else {
		said, at := detect.Headline(view)
		r.page = detect.PageUnder(view, said, at)
	}
	r.furniture = aroundMarkdown(blocks, r.page.Furniture(), view)
}

// titleAbove is the first heading that can be the title, if it stands above the
// text; one further down is the heading of a part.
func titleAbove(body string, blocks []block) block {
	for _, b := range blocks {
		if titleIn(body, b) != "" {
			return b
		}
		if b.kind == paragraph && b.at.End-b.at.Start > minText {
			break
		}
	}
	return block{}
}

// aroundMarkdown keeps whole blocks that a page put around an article: never code,
// tables or quotes, and lists only before its first paragraph or behind its last,
// since in between they are likely to be what it says.
func aroundMarkdown(blocks []block, furniture []model.Passage, view string) (around []model.Passage) {
	isAround := func(b block) bool { return b.kind != otherBlock && coveredBy(furniture, view, b.at) }
	isText := func(b block) bool { return b.kind == paragraph && !isAround(b) && b.at.End-b.at.Start > minText }
	first := slices.IndexFunc(blocks, isText)
	last := len(blocks) - 1
	for last > first && !isText(blocks[last]) {
		last--
	}
	below := isFoot(blocks[last+1:])
	for i, b := range blocks {
		if isAround(b) && !(b.kind == list && first < i && i < last) && (i < last || below) {
			around = append(around, b.at)
		}
	}
	return withPrefix(around, furniture, blocks)
}

// minText is what a paragraph of the article has at least, in bytes.
const minText = 120

// maxFoot is how many paragraphs may stand behind the article: an author box and
// a comment or two.
const maxFoot = 3

// isFoot reports whether blocks can be what a page put behind an article: more
// paragraphs, code or tables are documentation under a heading such as Comments.
func isFoot(blocks []block) bool {
	long := 0
	for _, b := range blocks {
		switch size := b.at.End - b.at.Start; {
		case b.kind == otherBlock && size > 3:
			return false
		case b.kind == paragraph && size > minText:
			long++
		}
	}
	return long <= maxFoot
}

// withPrefix adds the date that a program put before the first paragraph, on its
// line.
func withPrefix(around, furniture []model.Passage, blocks []block) []model.Passage {
	if len(furniture) > 0 && len(blocks) > 0 && blocks[0].kind == paragraph {
		if p, b := furniture[0], blocks[0].at; p.Start >= b.Start && p.End < b.End && (len(around) == 0 || around[0].Start >= p.End) {
			p.Start = b.Start
			return slices.Insert(around, 0, p)
		}
	}
	return around
}

// coveredBy reports whether ranges, one after the other, hold all words of a part
// of a text.
func coveredBy(ranges []model.Passage, text string, at model.Passage) bool {
	at = trimmed(text, at)
	behind, _ := slices.BinarySearchFunc(ranges, at.Start+1, func(p model.Passage, start int) int { return p.Start - start })
	return at.Start < at.End && behind > 0 && at.End <= ranges[behind-1].End
}

// unmarked is Markdown without its signs, every byte where it was: what package
// detect reads as plain text. Code, tables and quotes are no lines of a page.
func unmarked(words string, blocks []block, title block) string {
	view := []byte(blanked(words, between(blocks, len(words))))
	for _, b := range blocks {
		switch b.kind {
		case heading:
			blank(view, b.at.Start, b.words.Start)
			blank(view, b.words.End, b.at.End)
			if bytes.ContainsAny(view[b.words.Start:b.words.End], "0123456789") && b != title {
				blank(view, b.words.Start, b.words.End) // a release with its day
			}
		case list:
			blankItems(view, b.at)
		case paragraph:
			unwrap(view[b.at.Start:b.at.End])
		}
	}
	blankEmphasis(view)
	return string(view)
}

// between lists what lies between the blocks of words, and the blocks that hold
// none.
func between(blocks []block, end int) (gaps []model.Passage) {
	from := 0
	for _, b := range blocks {
		if b.kind != otherBlock {
			gaps = append(gaps, model.Passage{Start: from, End: b.at.Start})
			from = b.at.End
		}
	}
	return append(gaps, model.Passage{Start: from, End: end})
}

// wrapBytes is what a line has at least that was wrapped by an editor.
const wrapBytes = 45

// unwrap makes one line of a paragraph whose lines only an editor has broken.
func unwrap(text []byte) {
	last := 0
	for i, c := range text {
		if c == '\n' {
			if i-last < wrapBytes || strings.HasSuffix(string(text[last:i]), "  ") {
				return
			}
			last = i + 1
		}
	}
	for i, c := range text {
		if c == '\n' {
			text[i] = ' '
		}
	}
}

func blank(text []byte, from, to int) {
	for i := from; i < to; i++ {
		if text[i] != '\n' {
			text[i] = ' '
		}
	}
}

// blankItems takes the signs off the items of a list.
func blankItems(text []byte, at model.Passage) {
	for from := at.Start; from < at.End; {
		end := from
		for end < at.End && text[end] != '\n' {
			end++
		}
		line := string(text[from:end])
		if item := strings.TrimLeft(line, " \t"); item != "" && isItem(item) {
			sign := strings.IndexAny(item, " \t")
			blank(text, from, from+len(line)-len(item)+sign)
		}
		from = end + 1
	}
}

// blankEmphasis takes * _ and ` off the edges of words.
func blankEmphasis(text []byte) {
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c != '*' && c != '_' && c != '`' {
			continue
		}
		end := i
		for end < len(text) && text[end] == c {
			end++
		}
		before, _ := utf8.DecodeLastRune(text[:i])
		next, _ := utf8.DecodeRune(text[end:])
		alone := unicode.IsSpace(before) && unicode.IsSpace(next)
		if !alone && !(isWord(before) && isWord(next)) && before != '\\' {
			blank(text, i, end)
		}
		i = end - 1
	}
}
