package detect

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"dossier/model"
)

// outletLexicon is outlets.txt: who publishes news.
type outletLexicon struct {
	agencies []agencyForm

	press, generic, topic, host map[string]bool
}

type agencyForm struct{ form, name string }

var outletWords = sync.OnceValue(func() *outletLexicon {
	l := &outletLexicon{press: map[string]bool{}, generic: map[string]bool{}, topic: map[string]bool{}, host: map[string]bool{}}
	sets := map[string]map[string]bool{"press": l.press, "generic": l.generic, "topic": l.topic, "host": l.host}
	entries("outlets.txt", func(entry string) {
		section, list, _ := strings.Cut(entry, ":")
		forms := strings.Split(list, ";")
		for _, form := range forms {
			form = strings.TrimSpace(form)
			if set := sets[section]; set != nil {
				set[form] = true
			} else {
				l.agencies = append(l.agencies, agencyForm{form, strings.TrimSpace(forms[0])})
			}
		}
	})
	return l
})

// agencyIn returns the agency that stands first in a few words: "AFP/Reuters",
// "dpa", "東京 12日 ロイター".
func agencyIn(s string) string {
	best, name := len(s), ""
	for _, a := range outletWords().agencies {
		at := strings.Index(s, a.form)
		if at < 0 && isASCII(a.form) && len(a.form) <= 4 {
			at = strings.Index(s, strings.ToLower(a.form))
		}
		if at < 0 || at > best || !isWordAt(s, at, at+len(a.form)) {
			continue
		}
		if at < best || len(a.form) > len(name) {
			best, name = at, a.name
		}
	}
	return name
}

// isWordAt reports whether s[from:to] stands by itself, as far as its script has
// spaces.
func isWordAt(s string, from, to int) bool {
	first, _ := utf8.DecodeRuneInString(s[from:])
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	return (from == 0 || classOf(before) != classOf(first) || classOf(first) != spaced) && endsWord(s[:min(len(s), to+utf8.UTFMax)], to)
}

// mark returns what an agency puts before the first sentence, such as "PARIS, 12
// January (AFP) –", and the agency's name; both may be empty.
func (p *Page) mark() (text, agency string) {
	at, agency := p.markAt()
	return p.body[at.Start:at.End], agency
}

// markAt looks at the lines behind the headline down to the first of prose.
func (p *Page) markAt() (model.Passage, string) {
	lines := p.top
	if p.text < len(p.body) {
		end := min(len(p.body), p.text+longest)
		text, _, _ := strings.Cut(p.body[p.text:end], "\n")
		lines = append(lines[:len(lines):len(lines)], line{text: text, at: model.Passage{Start: p.text, End: p.text + len(text)}})
	}
	for _, l := range lines {
		if l.at.Start == p.head.Start && l.text == p.title {
			continue
		}
		if n, agency := agencyMark(l.text); n > 0 {
			return model.Passage{Start: l.at.Start, End: l.at.Start + n}, agency
		}
	}
	return model.Passage{}, ""
}

const (
	markBytes = 140 // how far into a paragraph the mark of an agency may reach
	markWords = 9
)

// agencyMark returns the length of the mark of an agency that a paragraph begins
// with, 0 for none, and the agency.
func agencyMark(s string) (n int, agency string) {
	s = s[:cutRune(s, min(len(s), markBytes))]
	for _, read := range [...]func(string) (int, string){bracketMark, placeMark, slashMark, dashMark, wireMark} {
		if n, agency = read(s); n > 0 {
			return n, agency
		}
	}
	return 0, ""
}

// bracketMark: "(Reuters) -", "【シアトル共同】", "[서울=뉴시스]", "(서울=연합뉴스)".
func bracketMark(s string) (int, string) {
	open, size := utf8.DecodeRuneInString(s)
	at := strings.IndexRune("([【（［", open)
	if at < 0 || size == 0 {
		return 0, ""
	}
	end := firstOf(s, ")", "]", "】", "）", "］")
	if end < 0 {
		return 0, ""
	}
	inner := s[size:end]
	_, n := utf8.DecodeRuneInString(s[end:])
	if name := agencyIn(inner); name != "" {
		return end + n, name
	}
	if _, name, ok := strings.Cut(inner, "="); ok && words(name) <= 4 {
		return end + n, strings.TrimSpace(name)
	}
	if isSignature(inner) && behindDash(s[end+n:]) {
		return end + n, inner
	}
	return 0, ""
}

// placeMark: "PARIS, 12 January (AFP) –", "Berlin (dpa) -", "Nueva York, 11 ene
// (EFE).-".
func placeMark(s string) (int, string) {
	open := firstOf(s, "(", "（")
	end := firstOf(s, ")", "）")
	if open <= 0 || end < open || words(s[:open]) > markWords || !isPlace(s[:open]) {
		return 0, ""
	}
	_, n := utf8.DecodeRuneInString(s[open:])
	_, m := utf8.DecodeRuneInString(s[end:])
	inner, rest := s[open+n:end], s[end+m:]
	name := agencyIn(inner)
	switch {
	case !behindDash(rest):
		return 0, ""
	case name == "" && isSignature(inner):
		name = inner
	}
	return end + m, name
}

// isPlace reports what may stand before the agency: a place, with a day or not,
// and no sentence.
func isPlace(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if unicode.IsLower(r) || !hasLetter(s) {
		return false
	}
	small := 0
	for w := range strings.FieldsSeq(s) {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) && monthOf(strings.ToLower(strings.Trim(w, ".,"))) == 0 && utf8.RuneCountInString(w) > 3 {
			small++
		}
	}
	return small == 0
}

// isSignature reports the sign of an agency that nobody knows: "nag", "ots/abc".
func isSignature(s string) bool {
	n := utf8.RuneCountInString(s)
	if n < 2 || n > 12 || strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '/' }) {
		return false
	}
	return s == strings.ToUpper(s) || s == strings.ToLower(s) && n <= 7
}

// behindDash reports the dash, or the full stop and dash, that ends a mark.
func behindDash(s string) bool {
	s = strings.TrimLeft(s, " .")
	for _, dash := range [...]string{"-", "–", "—", "=", ":"} {
		if strings.HasPrefix(s, dash) {
			return true
		}
	}
	return false
}

// slashMark: "МОСКВА, 12 января. /ТАСС/.", "NEW YORK, Feb. 15 /PRNewswire/ --".
func slashMark(s string) (int, string) {
	open := strings.Index(s, " /")
	if open <= 0 || words(s[:open]) > markWords {
		return 0, ""
	}
	inner, rest, ok := strings.Cut(s[open+2:], "/")
	if !ok || strings.ContainsAny(inner, " .") || !behindDash(rest) && !strings.HasPrefix(rest, ".") {
		return 0, ""
	}
	name := agencyIn(inner)
	if name == "" {
		name = inner
	}
	return open + 2 + len(inner) + 1, name
}

// dashMark: "МОСКВА, 11 янв - РИА Новости. …", "RABAT – AFP …".
func dashMark(s string) (int, string) {
	for _, dash := range [...]string{" - ", " – ", " — "} {
		place, rest, ok := strings.Cut(s, dash)
		if !ok || words(place) > markWords || !isPlace(place) {
			continue
		}
		end := strings.IndexAny(rest, ".:,\n")
		if end < 0 {
			end = len(rest)
		}
		if words(rest[:end]) > 3 {
			continue
		}
		if name := agencyIn(rest[:end]); name != "" {
			return len(place) + len(dash) + end, name
		}
	}
	return 0, ""
}

// wireMark: 新华社北京1月12日电.
func wireMark(s string) (int, string) {
	end := firstOf(s, "电", "電")
	if end <= 0 || end > 60 || !strings.ContainsAny(s[:end], "0123456789") {
		return 0, ""
	}
	for _, a := range outletWords().agencies {
		if strings.HasPrefix(s, a.form) {
			return end + len("电"), a.name
		}
	}
	return 0, ""
}
