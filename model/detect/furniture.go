package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longest bounds what is looked at as furniture, in bytes.
const longest = 700

// Bounds of single kinds of furniture. What is longer is prose that only sounds
// like it.
const (
	promptColumns = 200
	promptWords   = 30
	datedWords    = 14
	teaserWords   = 30
	creditWords   = 14
	captionBytes  = 400
	signBytes     = 500
	shortBytes    = 160 // of what has a few words only
)

// bullets stand before the parts of menus and share buttons.
const bullets = "•·▪▶►▸→»›*–—-[(|✉⇒▼+ \t"

// isFurniture reports a line that a page puts around an article wherever it
// stands: share buttons, advertising, picture credits, comment counts, prompts,
// teasers of other articles. Most lines are paragraphs, which their length tells.
func isFurniture(s string) bool {
	if len(s) > captionBytes {
		return strings.HasPrefix(s, "©") || len(s) <= signBytes && isSign(strings.ToLower(s[:cutRune(s, shortBytes)]))
	}
	folded := strings.ToLower(s)
	bare := strings.TrimLeft(folded, bullets)
	if len(s) <= shortBytes && (isNoise(s) || isLabel(bare) || isBar(folded) || isAdvertising(folded) || isPrice(folded) || isBreadcrumb(s) || isCount(bare)) {
		return true
	}
	return isMark(folded) || isCredit(folded) || isPrompt(bare) || isDated(bare) || isTeaser(bare) || isSign(folded) || isNoise(s)
}

// isMark: a copyright, an arrow to somewhere else, a bare address.
func isMark(s string) bool {
	for _, mark := range [...]string{"©", "(c) ", "copyright ©", "copyright (c)", "copyright 2", "→", "▶", "►"} {
		if strings.HasPrefix(s, mark) {
			return words(s) <= promptWords || mark == "©"
		}
	}
	return strings.HasPrefix(s, "http") && !strings.ContainsAny(s, " \t") && strings.Contains(s, "://")
}

// isNoise: the scale of a player, a row of numbers.
func isNoise(s string) bool {
	return len(s) > 40 && !strings.ContainsFunc(s, unicode.IsLetter) && strings.ContainsFunc(s, unicode.IsDigit)
}

// isLabel: a button, a part of the menu, the word above advertising.
func isLabel(bare string) bool {
	w := furnitureWords()
	label := strings.TrimRight(bare, " :.!…]>)→»›|")
	return w.labels[label] || len(bare) > len(label) && w.related[label]
}

// isPrice: a line with a price is an offer, unless it is as long as a sentence.
func isPrice(s string) bool {
	return strings.ContainsAny(s, "€$£¥₹₽₺₩") && strings.ContainsFunc(s, unicode.IsDigit) && words(s) <= 9 && hasCents(s)
}

// hasCents asks for two decimals, so that "$1bn deal" stays a headline.
func hasCents(s string) bool {
	for i := 1; i+3 <= len(s); i++ {
		if (s[i] == ',' || s[i] == '.') && isDigit(s[i-1]) && isDigit(s[i+1]) && isDigit(s[i+2]) && (i+3 == len(s) || !isDigit(s[i+3])) {
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isBreadcrumb: "Home > Tech > Networks".
func isBreadcrumb(s string) bool {
	for _, sep := range [...]string{" > ", " » ", " › "} {
		if first, _, ok := strings.Cut(s, sep); ok && words(s) <= 8 && !strings.Contains(s, "«") {
			return strings.Count(s, sep) > 1 || furnitureWords().labels[strings.ToLower(strings.TrimSpace(first))]
		}
	}
	return false
}

// isCredit: who took the picture or where it comes from, alone or at the end of
// what stands below the picture.
func isCredit(s string) bool {
	if len(s) > captionBytes {
		return false
	}
	if rest, ok := creditStart(s); ok && words(rest) <= creditWords && (!ends(rest) || words(rest) <= 5) {
		return true
	}
	return endsInCredit(s) || len(s) <= shortBytes && containsAny(s, ownersOfPictures[:]) && words(s) <= creditWords
}

var ownersOfPictures = [...]string{"getty images", "cc by", "cc0", "shutterstock", "image credit", "picture alliance", "imago images", "unsplash", "afp via", "via reuters", "via ap", "ap photo", "(p.c", "imagn", "ritzau scanpix", "lehtikuva", "ntb scanpix", "ullstein"}

// creditStart returns what follows "Photo:", "Foto/", "Bild ©".
func creditStart(s string) (rest string, ok bool) {
	s = strings.TrimLeft(s, "(（[【▲△■※*• ")
	at := firstOf(s[:cutRune(s, 44)], ":", "/", "©", "：", "＝", "=", "|", "／")
	if at <= 0 || at > 40 {
		return "", false
	}
	if w := furnitureWords(); w.credits[strings.TrimSpace(s[:at])] || w.sources[strings.TrimSpace(s[:at])] {
		_, n := utf8.DecodeRuneInString(s[at:])
		return strings.TrimSpace(s[at+n:]), true
	}
	return "", false
}

// endsInCredit: "… is online again. Source: dpa", "… in court (Photo: Jane Roe/AP)".
func endsInCredit(s string) bool {
	at := strings.LastIndexByte(s, ':')
	if wide := strings.LastIndex(s, "："); wide > at {
		at = wide
	}
	if at < 0 || len(s)-at > 90 || words(s[at:]) > 7 || sentenceEnd(s, at+1, len(s)) < len(s) {
		return false
	}
	before := s[:at]
	start := strings.LastIndexAny(before, ".!?(|/–—。（[…»”\"") + 1
	if start == 0 {
		return false
	}
	for start < at && !utf8.RuneStart(before[start]) {
		start++
	}
	w, owner := furnitureWords(), strings.TrimSpace(before[start:])
	return w.credits[owner] || w.sources[owner]
}

// isCount: "87 Kommentare", "12 shares", "3 min read", "Kommentare (212)".
func isCount(s string) bool {
	if len(s) > 60 {
		return false
	}
	fields := strings.Fields(s)
	w := furnitureWords()
	switch {
	case len(fields) == 1:
		return isDigit(s[0]) && w.counts.fits(strings.TrimLeft(s, "0123456789.,")) && !isASCII(s)
	case len(fields) > 4 || len(fields) == 0:
		return false
	case isFigure(fields[0]):
		return w.counts.fits(strings.Trim(fields[1], ".,:()")) && (len(fields) == 2 || len(fields) == 3 && !ends(s) || strings.Contains(s, "read"))
	}
	return len(fields) == 2 && isFigure(fields[1]) && w.counts.fits(strings.Trim(fields[0], ":"))
}

// isFigure reports a number with what may stand around it: (212), 1.4k.
func isFigure(word string) bool {
	word = strings.Trim(word, "()[]:.,+kK")
	return word != "" && strings.Trim(word, "0123456789.,") == ""
}

// isPrompt: what a page asks its reader to do.
func isPrompt(bare string) bool {
	if len(bare) > 2*promptColumns || columns(bare) > promptColumns || words(bare) > promptWords {
		return false
	}
	w := furnitureWords()
	return w.mayBegin(bare) && beginsWith(bare, w.opens) != "" || w.prompts.in(bare)
}

func (l *furnitureLexicon) mayBegin(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return l.begins[r]
}

// isDated: "Updated on 11 January 2021", "Stand: 11.01.2021, 10:00 Uhr".
func isDated(bare string) bool {
	w := furnitureWords()
	return len(bare) <= 2*shortBytes && w.mayBegin(bare) && strings.ContainsFunc(bare, unicode.IsDigit) && words(bare) <= datedWords && !(ends(bare) && words(bare) > 7) && beginsWith(bare, w.dated) != ""
}

// isTeaser: "Read also: The other article", "Explained | What is it?".
func isTeaser(bare string) bool {
	at := firstOf(bare[:cutRune(bare, 64)], ":", "|", "：", ">", "»", "→", "–", "-")
	if at <= 0 || at > 60 {
		return false
	}
	label, w := strings.TrimSpace(bare[:at]), furnitureWords()
	if !w.related[label] && !w.teasers[label] || words(bare) > teaserWords {
		return false
	}
	return w.related[label] || bare[at] != '-' && (!ends(bare) || endsAsHeadline(bare))
}

// isSign: who helped, in brackets or behind the text: "(Reporting by …)".
func isSign(s string) bool {
	if len(s) > signBytes {
		return false
	}
	s = strings.TrimLeft(s, "([（【*_ ")
	w := furnitureWords()
	return w.mayBegin(s) && beginsWith(s, w.signs) != ""
}

func containsAny(s string, parts []string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}
