package detect

import (
	"strings"
	"unicode"
)

// isBar reports a row of buttons: "Teilen  Merken  Drucken  214 Kommentare". Each of its
// parts is a button or a number, or most are where wide spaces or bars part them.
func isBar(folded string) bool {
	if strings.ContainsAny(folded, ",;") || ends(folded) {
		return false
	}
	if known, all := buttons(strings.FieldsFunc(folded, isBetweenButtons)); known == all && (known > 1 || known == 1 && strings.HasSuffix(folded, ")")) {
		return true // Réagir (58)
	}
	parts := strings.FieldsFunc(strings.ReplaceAll(folded, "  ", "|"), func(r rune) bool { return strings.ContainsRune("|·•　", r) })
	known, all := buttons(parts)
	return known > 1 && 2*known > all
}

func isBetweenButtons(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("|·•:：/", r)
}

// buttons counts the labels among parts, and all parts that are no numbers. A label
// with a number is one.
func buttons(parts []string) (known, all int) {
	w := furnitureWords()
	for _, part := range parts {
		word := strings.TrimFunc(part, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
		if word == "" {
			continue
		}
		if all++; w.labels[word] || isCount(strings.TrimSpace(part)) {
			known++
		}
	}
	return known, all
}

// isAdvertising reports the word above advertising with marks around it, and what may
// follow it: "[ Publicidade – o artigo continua abaixo ]", （广告）.
func isAdvertising(folded string) bool {
	if len(folded) > shortBytes {
		return false
	}
	word := strings.Trim(folded, " -–—()[]（）〔〕［］【】*_")
	for _, dash := range [...]string{" – ", " — ", " - ", "〕", "】", "]"} {
		word, _, _ = strings.Cut(word, dash)
	}
	return furnitureWords().adverts[word]
}
