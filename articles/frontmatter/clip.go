package frontmatter

import "unicode/utf8"

// maxText bounds a title, a name and an id, in characters.
const maxText = 300

// Clip bounds a line to the 300 characters that a title or a name may have.
func Clip(s string) string { return clipTo(s, maxText) }

// clip bounds a foreign value that a notice quotes.
func clip(s string) string { return clipTo(s, 40) }

func clipTo(s string, limit int) string {
	if len(s) <= limit || utf8.RuneCountInString(s) <= limit {
		return s
	}
	n, cut := 0, 0
	for i := range s {
		if n == limit-1 {
			cut = i
			break
		}
		n++
	}
	return s[:cut] + "…"
}
