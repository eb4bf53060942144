package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Author returns who wrote an article, as the page around it says: "By Jane Roe",
// a bare name under the headline or below the label of an author box, or "Reporting
// by Jane Roe" behind the text; several with commas between. It is empty where no
// line says so; running prose is not asked.
func (p *Page) Author() string {
	for _, l := range p.around() {
		if names, _ := byline(l.text); len(names) > 0 && !p.comesBack(l.text, l.at.End) {
			return strings.Join(names, ", ")
		}
	}
	if p.below.text != "" {
		names, _ := byline(p.below.text)
		if len(names) == 0 {
			name, _, _ := strings.Cut(p.below.text, " - ")
			names = []string{name}
		}
		return strings.Join(names, ", ")
	}
	if name := p.correspondent(); name != "" {
		return name
	}
	for i, l := range firstLines(p.body[footer(p.body):], headLines) {
		if i > 4 {
			break
		}
		if isName(l.text) && !isFurniture(l.text) && !isFooter(l.text) {
			return l.text
		}
	}
	return signedBy(p.body)
}

// correspondent is who is named beside the place before a Japanese text: 【シアトル＝高橋直樹】.
func (p *Page) correspondent() string {
	text := p.body[p.text:min(len(p.body), p.text+maxByline)]
	inner, found := strings.CutPrefix(text, "【")
	if !found {
		return ""
	}
	inner, _, found = strings.Cut(inner, "】")
	_, name, named := strings.Cut(inner, "＝")
	if !found || !named || agencyIn(inner) != "" || !isPlainName(name) {
		return ""
	}
	return name
}

// maxByline bounds a byline, in bytes; ideographs take three each.
const maxByline = 120

// byline reads one line above the text. ok says that it is a byline, also where
// it names no person, as "By our staff" does. A bare name has to begin with a
// given name, as two nouns with capitals do not.
func byline(s string) (names []string, ok bool) {
	s = strings.TrimSpace(strings.Trim(s, "*_"))
	if len(s) > maxByline {
		return nil, false
	}
	if _, by := dateBy(s); by != "" {
		return namesIn(by, true), true
	}
	if rest, named := behindBy(s); named {
		names = namesIn(rest, true)
		return names, len(names) > 0 || isDesk(rest) && !ends(s)
	}
	names = namesIn(s, false)
	return names, len(names) > 0 && (words(s) <= labelWords || strings.ContainsAny(s, ",|–—•·(/")) && !ends(s)
}

// dateBy parts a date from who wrote that day: "Monday 1 March 2021, 14:22 by Jane Roe,
// 31 comments". by is empty where no name stands so behind a date.
func dateBy(s string) (date, by string) {
	if len(s) > maxByline || !strings.ContainsFunc(s, unicode.IsDigit) {
		return s, ""
	}
	low := strings.ToLower(s)
	if len(low) != len(s) {
		return s, ""
	}
	for _, word := range [...]string{" by ", " door ", " von ", " par ", " por ", " av ", " af ", " di ", " od "} {
		at := strings.Index(low, word)
		if at <= 0 || dateIn(s[:at]).IsZero() {
			continue
		}
		if names := namesIn(s[at+len(word):], true); len(names) > 0 && beginsWithGiven(names[0]) {
			return s[:at], s[at+len(word):]
		}
	}
	return s, ""
}

func isByline(s string) bool {
	_, ok := byline(s)
	return ok
}

// behindBy returns what stands behind "By", "Von", "Автор:". Titles of Korean and
// Chinese reporters may also stand behind the name.
func behindBy(s string) (rest string, ok bool) {
	if at := firstOf(s, "記", "记"); at > 0 && s[at-1] == ' ' {
		s = s[at:] // the paper stands before the reporter
	}
	low := strings.ToLower(s)
	if len(low) != len(s) {
		return "", false
	}
	by := beginsWith(low, furnitureWords().bys)
	if by == "" {
		for _, title := range [...]string{" 기자", " 특파원", " 기자 =", "記者", "记者"} {
			if name, cut := strings.CutSuffix(s, title); cut && len(name) <= 24 {
				return name, true
			}
		}
		return "", false
	}
	return strings.TrimLeft(s[len(by):], " :：/／|・=＝"), true
}

// isDesk reports those who write without a name.
func isDesk(s string) bool {
	low := strings.ToLower(s)
	for _, w := range [...]string{"staff", "desk", "agenc", "redak", "reporter", "correspondent", "newsroom", "rédaction", "redacción", "redazione", "redação", "admin", "editor", "team", "onlin", "編譯", "编译", "综合", "綜合", "報導", "报道", "編集部", "haber merkezi", "редакц"} {
		if strings.Contains(low, w) {
			return words(s) <= 8
		}
	}
	return false
}

// namesIn reads the names that s begins with, up to a mark that ends the list or
// the first part that is no name. Without a "By" before it the first has to begin
// with a given name.
func namesIn(s string, told bool) (names []string) {
	if at := strings.IndexAny(s, "|(•·–—[<@0123456789，；;"); at >= 0 {
		s = s[:at]
	}
	for _, stop := range [...]string{" - ", " für ", " for ", " in ", " am ", " on ", " le ", " el ", " dnia ", " avec ", " con ", " com ", " met ", " med ", "　写真", "　撮影", "　イラスト"} {
		s, _, _ = strings.Cut(s, stop)
	}
	for part := range strings.SplitSeq(joints.Replace(s), "\x00") {
		part = strings.Trim(part, " .,:\u00a0")
		if part == "" {
			continue
		}
		if !isName(part) && !(told && isPlainName(part)) || isDesk(part) {
			break
		}
		if (!told || len(names) > 0 && isName(part)) && !beginsWithGiven(part) {
			break
		}
		names = append(names, part)
	}
	return names
}

// joints stand between the names of several authors.
var joints = strings.NewReplacer(", ", "\x00", " and ", "\x00", " und ", "\x00", " et ", "\x00", " y ", "\x00", " e ", "\x00", " en ", "\x00", " og ", "\x00", " och ", "\x00", " ja ", "\x00", " és ", "\x00", " i ", "\x00", " a ", "\x00", " ve ", "\x00", " și ", "\x00", " dan ", "\x00", " и ", "\x00", " та ", "\x00", " і ", "\x00", " & ", "\x00", "、", "\x00", "／", "\x00", "،", "\x00", " / ", "\x00", "/", "\x00", " with ", "\x00", " mit ", "\x00")

func beginsWithGiven(s string) bool {
	given, _, _ := strings.Cut(s, " ")
	return givenNames()[strings.ToLower(given)]
}

// isName reports two to four words with capitals, particles such as "von" aside.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 5 || utf8.RuneCountInString(s) > 40 {
		return false
	}
	capitals := 0
	for _, w := range words {
		switch strings.ToLower(w) {
		case "von", "van", "de", "der", "den", "da", "di", "du", "del", "la", "le", "bin", "al", "el", "y", "dos", "zu", "af", "ten", "ter", "della", "ben":
			continue
		}
		if !isNameWord(w) {
			return false
		}
		capitals++
	}
	return capitals > 1 && capitals <= 4
}

func isNameWord(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) && !strings.ContainsFunc(w[n:], func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '-' && r != '\'' && r != '’' && r != '.'
	})
}

// isPlainName reports a name in a script without capitals, as one stands behind
// the word for "by": two to four words, or two to four ideographs or syllables.
func isPlainName(s string) bool {
	n, runes := len(strings.Fields(s)), 0
	for _, r := range s {
		if unicode.IsUpper(r) || unicode.IsLower(r) || !unicode.IsLetter(r) && !unicode.IsMark(r) && r != ' ' && r != '·' && r != '-' {
			return false
		}
		runes++
	}
	first, _ := utf8.DecodeRuneInString(s)
	if c := classOf(first); c == unspaced || c == hangul || c == kana {
		return n == 1 && runes >= 2 && runes <= 6
	}
	return n >= 2 && n <= 4 && runes <= 40
}

// signedBy reads who is named behind the text: "(Reporting by Jane Roe in
// London; editing by …)".
func signedBy(body string) string {
	tail := body[cutRune(body, max(0, len(body)-2*longest)):]
	const mark = "(Reporting by "
	at := strings.LastIndex(tail, mark)
	if at < 0 {
		return ""
	}
	return strings.Join(namesIn(tail[at+len(mark):min(len(tail), at+len(mark)+maxByline)], true), ", ")
}
