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
	press    map[string]bool
}

type agencyForm struct{ form, name string }

var outletWords = sync.OnceValue(func() *outletLexicon {
	l := &outletLexicon{press: map[string]bool{}}
	entries("outlets.txt", func(entry string) {
		section, list, _ := strings.Cut(entry, ":")
		forms := strings.Split(list, ";")
		for _, form := range forms {
			form = strings.TrimSpace(form)
			if section == "press" {
				l.press[form] = true
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

// isOutlet reports a name that a paper, a station or a site has.
func isOutlet(s string) bool {
	if s == "" || len(s) > 60 || words(s) > labelWords || ends(s) {
		return false
	}
	if name := agencyIn(s); name != "" && words(s) <= 2 {
		return true
	}
	if isHost(s) {
		return true
	}
	press, plain, first := 0, 0, true
	for w := range strings.FieldsSeq(s) {
		r, _ := utf8.DecodeRuneInString(w)
		if first && classOf(r) == spaced && !unicode.IsUpper(r) && !unicode.Is(unicode.Arabic, r) && !unicode.IsDigit(r) && !outletWords().press[w] && words(s) > 2 {
			return false
		}
		first = false
		switch {
		case isPress(w):
			press++
		case !isTopic(w):
			plain++
		}
	}
	return press > 0 && (plain > 0 || words(s) == 1 && !isTopic(s) && !isGenericPress(s))
}

// isPress reports a word of the names of papers; German and Nordic ones and those
// without spaces are compounds.
func isPress(w string) bool {
	low := strings.ToLower(strings.Trim(w, "\"'«»„“”()"))
	press := outletWords().press
	if press[low] {
		return true
	}
	for i := range low {
		if i >= 3 && len(low)-i >= 6 && press[low[i:]] {
			return true
		}
	}
	return false
}

// isGenericPress reports words that label a page's parts as well as papers.
func isGenericPress(s string) bool {
	switch strings.ToLower(s) {
	case "news", "online", "media", "today", "daily", "weekly", "nachrichten", "presse", "press", "journal", "magazine", "magazin", "review", "wire", "stern", "post", "mail", "star", "sun", "echo", "express", "standard", "mirror", "haber", "haberler", "berita", "notizie", "noticias", "notícias", "nieuws", "nyheter", "nyheder", "uutiset", "hírek", "wiadomości", "zprávy", "новости", "вести", "новини", "вісті", "știri", "mundo", "monde", "estado", "país", "globo", "нews", "新聞", "新闻", "뉴스", "통신", "通信", "放送", "网", "網", "在线", "independent", "register", "observer", "actualité", "nouvelles", "правда", "harian", "koran", "blatt", "bote":
		return true
	}
	return false
}

// isTopic reports words of kickers: "Tech News" is no paper.
func isTopic(w string) bool {
	switch strings.ToLower(w) {
	case "tech", "technology", "technologie", "business", "world", "politics", "breaking", "latest", "top", "local", "market", "markets", "sports", "sport", "science", "us", "u.s.", "uk", "eu", "opinion", "netzwelt", "digital", "computer", "it", "internet", "web", "wirtschaft", "politik", "the", "and", "&", "social", "more", "our", "all", "international", "national", "money", "finance", "ai", "crypto", "mobile", "app", "video", "live", "exclusive", "exklusiv", "analysis", "featured", "related", "general", "other", "good", "big", "nuevas", "últimas", "ultime", "dernières", "de", "des", "la", "le", "les", "der", "die", "das", "los", "las", "press", "en", "in":
		return true
	}
	return false
}

// isHost reports the address of a site: heise.example, www.paper.example.
func isHost(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	if dot < 3 || strings.ContainsAny(s, " /@") || !isASCII(s) {
		return false
	}
	switch strings.ToLower(s[dot+1:]) {
	case "com", "net", "org", "de", "at", "ch", "fr", "es", "it", "pt", "br", "nl", "be", "pl", "cz", "sk", "hu", "ro", "ru", "ua", "by", "se", "no", "dk", "fi", "uk", "us", "ca", "au", "nz", "ie", "in", "id", "jp", "cn", "kr", "tw", "hk", "tr", "gr", "il", "ae", "info", "eu", "tv", "news", "online", "mx", "ar", "cl", "co":
		return true
	}
	return false
}

// isOutletLine reports a line that is the name of a paper or an agency.
func isOutletLine(s string) bool { return isOutlet(strings.Trim(s, bullets)) }

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
	end := strings.IndexAny(s, ")]】）］")
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
	open := strings.IndexAny(s, "(（")
	end := strings.IndexAny(s, ")）")
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
	end := strings.IndexAny(s, "电電")
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
