package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// aged reads the names before an age in brackets: 黃綽盈（31歲）, 早瀬和泉(45歳), 노형준(39).
// Hardly anything but a person has one.
func (p *people) aged() {
	body := p.runs.body
	for i := 0; i < len(body) && len(p.names) < maxPeople; {
		r, n := utf8.DecodeRuneInString(body[i:])
		if (r == '(' || r == '（') && isAge(body[i+n:], p.base == "ja") {
			if start := p.nameBeforeAge(i); start < i && !p.ends[i] {
				p.noteEastern(body[start:i], start)
			}
		}
		i += n
	}
}

// isAge reports two digits that a bracket closes, with the word for years, which may
// be missing unless it has to stand there: Japanese names have no signs of their own.
func isAge(rest string, inYears bool) bool {
	if len(rest) < 3 || rest[0] < '1' || rest[0] > '9' || rest[1] < '0' || rest[1] > '9' {
		return false
	}
	rest = rest[2:]
	bare := rest
	for _, years := range [...]string{"歲", "岁", "歳", "세", "才"} {
		rest = strings.TrimPrefix(rest, years)
	}
	return (len(rest) < len(bare) || !inYears) && (strings.HasPrefix(rest, ")") || strings.HasPrefix(rest, "）"))
}

// nameBeforeAge is where the name begins that ends at i, i for none.
func (p *people) nameBeforeAge(i int) int {
	switch p.base {
	case "zh":
		return p.hanBefore(i)
	case "ja":
		return p.japaneseBefore(i)
	}
	start := i
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(p.runs.body[:start])
		if classOf(r) != hangul {
			break
		}
		start -= n
	}
	if p.isKoreanName(p.runs.body[start:i]) {
		return start
	}
	return i
}

// hanBefore goes back over a family name and the one or two signs behind it, the
// longer name first.
func (p *people) hanBefore(i int) int {
	if before := p.runs.body[:i]; strings.HasSuffix(before, "女士") || strings.HasSuffix(before, "先生") {
		return i
	}
	name := i
	for at, n := i, 1; n <= 3; n++ {
		r, size := utf8.DecodeLastRuneInString(p.runs.body[:at])
		if !isHan(r) {
			break
		}
		at -= size
		if n > 1 && strings.ContainsRune(surnamesHan, r) && !isNounHan(p.runs.body[at:]) {
			name = at
		}
	}
	return name
}

// japaneseBefore goes back over three to six signs between others, the first of them
// Kanji, that no Hiragana is among.
func (p *people) japaneseBefore(i int) int {
	body, start, count, first := p.runs.body, i, 0, rune(0)
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(body[:start])
		if !isHan(r) && !unicode.Is(unicode.Katakana, r) {
			break
		}
		start, count, first = start-n, count+1, r
	}
	if count < 3 || count > 6 || !isHan(first) {
		return i
	}
	return start
}
