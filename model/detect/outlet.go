package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/model"
)

// Source returns who published an article, as the page around it says: "… | The
// Daily Courier" behind the headline, a line with a paper's name, "© 2021 The Daily
// Courier", "PARIS (AFP) –" before the first sentence, "Source: dpa" behind the
// last. Where both a paper and an agency stand there it is "The Daily Courier,
// after AFP". It is empty where no line says so; running prose is not asked.
func (p *Page) Source() string {
	outlet, agency := p.outletAbove(), ""
	if _, agency = p.mark(); agency == "" {
		agency = p.agencyBelow()
	}
	if outlet == "" {
		outlet = p.outletBelow()
	}
	switch {
	case outlet == "":
		return agency
	case agency == "" || strings.Contains(outlet, agency):
		return outlet
	}
	return outlet + ", after " + agency
}

// outletAbove looks at the headline and at the lines around it.
func (p *Page) outletAbove() string {
	line, _, _ := strings.Cut(p.body[p.head.Start:], "\n")
	if name := outletBehind(line[:min(len(line), longest)]); name != "" {
		return name
	}
	for _, l := range p.around() {
		if name := outletOn(l.text); name != "" {
			return name
		}
	}
	return ""
}

// outletOn reads a line above the text.
func outletOn(s string) string {
	if isOutletLine(s) {
		return strings.Trim(s, bullets)
	}
	if name, ok := behindSource(s); ok {
		return name
	}
	if isByline(s) || isDateLine(s) {
		for part := range strings.FieldsFuncSeq(strings.ReplaceAll(s, " - ", "|"), func(r rune) bool { return strings.ContainsRune(",|/•·–—(", r) }) {
			part = strings.TrimRightFunc(strings.Trim(part, " )"), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
			if isOutlet(part) {
				return part
			}
		}
	}
	return ""
}

// outletBehind returns the outlet that a page's title ends with: "… | The Daily
// Courier", "… - daily.example".
func outletBehind(title string) string {
	for _, sep := range [...]string{" | ", " – ", " — ", " - ", " • ", " · ", "｜"} {
		if at := strings.LastIndex(title, sep); at > 0 {
			if name := strings.TrimSpace(title[at+len(sep):]); isOutlet(name) {
				return name
			}
		}
	}
	return ""
}

// outletBelow looks for a copyright or a source line behind the text.
func (p *Page) outletBelow() string {
	lines := lastLines(p.body, footLines)
	for _, l := range lines {
		if name, ok := behindSource(l); ok {
			return name
		}
	}
	for _, l := range lines {
		if name := copyright(l); name != "" {
			return name
		}
	}
	return ""
}

// agencyBelow reads "(dpa)" behind the last sentence, or a line that is no more
// than that or says who helped.
func (p *Page) agencyBelow() string {
	for _, l := range lastLines(p.body, footLines) {
		low := strings.ToLower(l)
		if _, isPicture := creditStart(low); isPicture || strings.HasPrefix(low, "©") {
			continue
		}
		if _, name := endMark(l); name != "" {
			return name
		}
		if words(l) <= labelWords || isSign(low) {
			if name := agencyIn(l); name != "" {
				return name
			}
		}
	}
	return ""
}

// endMark returns where the brackets with an agency begin that s ends with.
func endMark(s string) (at int, name string) {
	s = strings.TrimRight(s, " .")
	if strings.HasSuffix(s, ")") || strings.HasSuffix(s, "）") {
		if at = strings.LastIndexAny(s, "(（"); at >= 0 && len(s)-at < 60 {
			return at, agencyIn(s[at:])
		}
	}
	return 0, ""
}

// maxLabelled bounds a line that says its source, up to there, in bytes.
const maxLabelled = 256

// behindSource returns what stands behind "Source:" where little else does.
func behindSource(s string) (name string, ok bool) {
	for i, r := range s[:min(len(s), maxLabelled)] {
		if r != ':' && r != '：' {
			continue
		}
		start := strings.LastIndexAny(s[:i], " \t|") + 1
		if !furnitureWords().sources[strings.ToLower(s[start:i])] || start > 0 && dateIn(s[:start]).IsZero() {
			continue
		}
		name = sourceName(s[i+utf8.RuneLen(r):])
		return name, name != "" && words(name) <= labelWords && len(name) <= 60 && !startsSmall(name) || agencyIn(name) != ""
	}
	return "", false
}

// sourceName is the outlet that s begins with, an agency by its usual name.
func sourceName(s string) string {
	s = strings.TrimSpace(s)
	if end := strings.IndexAny(s, "|/,;(，\t"); end > 0 {
		s = s[:end]
	}
	s = strings.TrimRight(s, ".。 ")
	if agency := agencyIn(s); agency != "" {
		return agency
	}
	return s
}

// copyright returns the owner that a copyright line names: "© 2021 The Daily
// Courier", "Copyright (c) 2021 by The Daily Courier. All rights reserved."
func copyright(s string) string {
	low := strings.ToLower(s)
	rest, ok := strings.CutPrefix(low, "copyright ")
	for _, sign := range [...]string{"©", "(c)"} {
		if after, cut := strings.CutPrefix(rest, sign); cut {
			rest, ok = after, true
		}
	}
	if !ok || len(low) != len(s) || containsAny(low, ownersOfPictures[:]) || strings.Contains(low, "copyright holder") {
		return ""
	}
	return ownerIn(s[len(s)-len(rest):])
}

// ownerIn is the name behind a copyright sign, without the years before it and
// the kind of firm behind it.
func ownerIn(s string) string {
	name := strings.TrimLeftFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	name = strings.TrimPrefix(strings.TrimPrefix(name, "Copyright "), "by ")
	for _, stop := range [...]string{" – ", " — ", " - ", ". ", " | ", ", ", ";", " All ", " Alle ", " Tous ", " GmbH", " Ltd", " Inc", " LLC", " AG", " S.A", " SA", " AB", " A/S", " Kft", " Zrt", " Oy", " sp. "} {
		name, _, _ = strings.Cut(name, stop)
	}
	name = strings.TrimRightFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != ')' })
	if words(name) > labelWords || beginsWithGiven(name) || strings.Contains(name, "/") || speaksOfRights(name) {
		return ""
	}
	return name
}

// speaksOfRights reports what stands behind the sign instead of an owner.
func speaksOfRights(name string) bool {
	low := strings.ToLower(name)
	for _, w := range [...]string{"droit", "rechte", "rights", "derecho", "diritti", "direito", "riserv", "reserv", "prawa", "prawem", "práva", "права", "rettighe", "rättighe", "oikeu", "jog fenn", "hakları", "drepturi", "hak cipta", "無断", "转载", "轉載", "版权", "版權", "무단", "حقوق"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// Credits returns the ranges of body that say who wrote or published it or took
// its pictures, in order: who is named there is no actor for that.
func (p *Page) Credits() []model.Passage {
	var out []model.Passage
	mark, _ := p.markAt()
	for at := range lineRanges(p.body) {
		text := p.body[at.Start:at.End]
		switch {
		case mark.End > 0 && at.Start <= mark.Start && mark.Start < at.End:
			out = append(out, mark)
		case p.states(text, at):
			out = append(out, at)
		default:
			if from := creditFrom(text); from < len(text) {
				out = append(out, model.Passage{Start: at.Start + from, End: at.End})
			}
		}
	}
	return out
}

// creditFrom returns where the credit begins that a line is or ends with; its
// length if there is none.
func creditFrom(s string) int {
	if at, name := endMark(s); name != "" {
		return at
	}
	if len(s) > longest {
		return len(s)
	}
	low := strings.ToLower(s)
	if _, ok := creditStart(low); ok || strings.HasPrefix(low, "©") || isSign(low) {
		return 0
	}
	if len(low) == len(s) && endsInCredit(low) {
		return strings.LastIndexAny(s, ":：")
	}
	return len(s)
}
