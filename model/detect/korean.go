package detect

import (
	"strings"
	"unicode/utf8"
)

// korean reads a name of two to four syllables before a title, the university or
// firm of a person between them passed.
func (p *people) korean(at int) {
	start, name := p.hangulBefore(at)
	if name == "전" || name == "현" {
		start, name = p.hangulBefore(start) // 박영선 전 장관: a former minister
	}
	if isPlaceOfWork(name) {
		if before, other := p.hangulBefore(start); p.isKoreanName(other) {
			start, name = before, other
		}
	}
	if p.isKoreanName(name) && !isPlaceOfWork(name) {
		p.noteEastern(name, start)
	}
}

// hangulBefore returns the word before i that a space parts from it.
func (p *people) hangulBefore(i int) (start int, name string) {
	body := p.runs.body
	if i < 4 || body[i-1] != ' ' {
		return i, ""
	}
	start = i - 1
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(body[:start])
		if classOf(r) != hangul {
			break
		}
		start -= size
	}
	return start, body[start : i-1]
}

// isKoreanName reports three syllables with a family name first, or four with one
// of two syllables.
func (p *people) isKoreanName(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	switch utf8.RuneCountInString(s) {
	case 3:
		return (strings.ContainsRune(surnamesHangul, first) || hasLongSurname(s)) && !isKoreanNoun(s)
	case 4:
		return hasLongSurname(s)
	}
	return false
}

func hasLongSurname(s string) bool {
	for _, w := range [...]string{"남궁", "황보", "제갈", "선우", "독고", "사공", "서문", "동방"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// isPlaceOfWork reports the names of universities, firms and offices.
func isPlaceOfWork(s string) bool {
	if utf8.RuneCountInString(s) < 3 {
		return false
	}
	for w := range uncasedOf("ko")["places"] {
		if strings.HasSuffix(s, w) && len(s) > len(w) {
			return true
		}
	}
	return false
}

// isKoreanNoun knows words of three syllables that stand before a title.
func isKoreanNoun(s string) bool {
	switch s {
	case "공화당", "민주당", "부회장", "위원회", "대통령", "최고위", "국무부", "법무부", "국방부", "외교부", "전미국", "하원의", "상원의", "이사회", "연구소", "공동의", "유럽의", "국회의", "여당의", "서울시", "부산시", "경기도", "주지사", "변호사", "연구원", "위원장", "대변인", "창업자", "전문가", "정치인", "기업인", "공무원", "소속의", "여성의", "최고의", "현지의", "미국의", "한국의", "지역의", "정부의", "회사의", "전직의", "수석의", "담당의", "선임의", "공동위", "노벨상", "이사장", "조사관", "이들의", "지난해", "이후에", "주요한", "유명한":
		return true
	}
	return false
}

// koreanWords reads the names behind a title, "변호사 남궁혁은", and foreign ones
// that begin with a given name of the list, "조지 파머가".
func (p *people) koreanWords() {
	l := uncasedOf("ko")
	ts := p.plainTokens()
	for i := 0; i+1 < len(ts) && len(p.names) < maxPeople; i++ {
		next := ts[i+1]
		if !next.joined {
			continue
		}
		name := p.bareHangul(next)
		switch {
		case l.is("given", ts[i].word) && utf8.RuneCountInString(name) == 1 && strings.HasSuffix(p.runs.body[next.start:next.end], "이"):
			// 레이 is a name, 레 with a particle is none
			p.noteEastern(p.runs.body[ts[i].start:next.end], ts[i].start)
			i++
		case l.is("given", ts[i].word) && name != "" && utf8.RuneCountInString(name) <= 7 && !isPlaceOfWork(name) && !l.is("before", name):
			p.noteEastern(p.runs.body[ts[i].start:next.start]+name, ts[i].start)
			i++
		case l.is("before", ts[i].word) && len(name) < next.end-next.start && p.isKoreanName(name) && !isPlaceOfWork(name):
			p.noteEastern(name, next.start)
		}
	}
}

// bareHangul is a word without the particle that says what part it has in the
// sentence.
func (p *people) bareHangul(t plainToken) string {
	word := p.runs.body[t.start:t.end]
	r, n := utf8.DecodeRuneInString(word)
	if known := titlesOf()["ko known"].at(word, r, n); known != "" && p.scanner.in.endings[word[len(known):]] != "" {
		return known
	}
	for _, particle := range [...]string{"에게서", "으로부터", "에게", "께서", "에는", "이라는", "라는", "은", "는", "이", "가", "을", "를", "의", "에", "과", "와", "도", "씨"} {
		if bare, ok := strings.CutSuffix(word, particle); ok && utf8.RuneCountInString(bare) >= 1 {
			return bare
		}
	}
	return word
}
