package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isOutlet reports a name that a paper, a station or a site has.
func isOutlet(s string) bool {
	if s == "" || len(s) > 60 || words(s) > labelWords || ends(s) || isTrail(s) {
		return false
	}
	return isHost(s) || words(s) <= 2 && agencyIn(s) != "" || beginsAsTitle(s) && namesPaper(s)
}

// isTrail reports the parts of a page one below the other, or a label with what it
// stands for: "News > Security", "Picture: AFP".
func isTrail(s string) bool {
	return strings.ContainsAny(s, ">:") || strings.Contains(s, "›") || strings.Contains(s, " / ")
}

// beginsAsTitle reports a capital, a figure or a script without capitals at the
// start; two words may do without, as in "taz online".
func beginsAsTitle(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	r, _ := utf8.DecodeRuneInString(first)
	return !unicode.IsLower(r) || words(s) <= 2 || outletWords().press[first]
}

// namesPaper asks for a word that papers have in their names, and that one of the
// words is no topic: "Tech News" is a part of a page.
func namesPaper(s string) bool {
	press, plain := 0, 0
	for w := range strings.FieldsSeq(s) {
		switch {
		case isPress(w):
			if press++; !isGenericPress(w) && !isTopic(w) {
				plain++
			}
		case !isTopic(w):
			plain++
		}
	}
	return press > 0 && plain > 0
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
func isGenericPress(s string) bool { return outletWords().generic[strings.ToLower(s)] }

// isTopic reports words of kickers: "Tech News" is no paper.
func isTopic(w string) bool { return outletWords().topic[strings.ToLower(w)] }

// isHost reports the address of a site: heise.example, www.paper.example.
func isHost(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	if dot < 3 || strings.ContainsAny(s, " /@") || !isASCII(s) {
		return false
	}
	return outletWords().host[strings.ToLower(s[dot+1:])]
}

// isOutletLine reports a line that is the name of a paper or an agency.
func isOutletLine(s string) bool { return isOutlet(strings.Trim(s, bullets)) }
