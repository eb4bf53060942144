package cells

import (
	"unicode/utf8"

	"dossier/ui/terminal/width"
)

// Width is how many cells s takes, its styling not counted.
//
// Three fifths of drawing a frame went into this, as every row is measured
// several times: so what stands alone in one cell is counted here, and only the
// rest is looked up.
func Width(s string) int {
	w := 0
	for i := 0; i < len(s); {
		if s[i] == '\x1b' {
			n := styling(s[i:])
			if n == 0 {
				return w + width.Of(s[i:])
			}
			i += n
			continue
		}
		n := alone(s[i:])
		// A mark, or what joins characters, belongs to the one before it.
		if n == 0 || i+n < len(s) && s[i+n] != '\x1b' && alone(s[i+n:]) == 0 {
			return w + width.Of(s[i:])
		}
		i += n
		w++
	}
	return w
}

// styling is the length of the sequence for colours and weights that s begins
// with, 0 if it begins with any other.
func styling(s string) int {
	if len(s) < 3 || s[1] != '[' {
		return 0
	}
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case c != ';' && c != ':' && (c < '0' || c > '9'):
			return 0
		}
	}
	return 0
}

// alone is the length of the character that s begins with, if it takes one cell
// and nothing of its kind joins with others; else 0.
func alone(s string) int {
	if c := s[0]; c < utf8.RuneSelf {
		if c < ' ' || c == 0x7f {
			return 0
		}
		return 1
	}
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r > 0xa0 && r < 0x300 && r != 0xa9 && r != 0xad && r != 0xae, // letters; © and ® may be pictures
		r >= 0x400 && r < 0x483,                   // Cyrillic
		r >= 0x2010 && r <= 0x2027 && r != 0x2011, // dashes, quotes, …
		r >= 0x2500 && r <= 0x259f,                // rules and blocks
		r == '●', r == '○', r == '◌', r == '◂', r == '⊘', r == '⋮', r == '›', r == '·':
		return n
	}
	return 0
}
