package links

import (
	"strconv"
	"strings"
)

// letters are those that a hint is made of: where the fingers rest.
const letters = "asdfghjkl"

// MostHints is how many links can be told apart at once.
const MostHints = len(letters) * len(letters)

// Hints are labels for n links, at most MostHints: as short as can be, and none
// the beginning of another.
func Hints(n int) []string {
	n = min(n, MostHints)
	hints := make([]string, n)
	for i := range hints {
		hints[i] = letters[i%len(letters) : i%len(letters)+1]
		if n > len(letters) {
			hints[i] = letters[i/len(letters):i/len(letters)+1] + hints[i]
		}
	}
	return hints
}

// Pick is the link, from 0, that typed letters or a typed number mean among n;
// -1 if none is meant yet. A number is final once no digit more can follow, or
// when the reader says so. Nothing can come of it if not possible.
func Pick(typed string, n int, final bool) (link int, possible bool) {
	if number, err := strconv.Atoi(typed); err == nil {
		switch {
		case number < 1 || number > n:
			return -1, false
		case final || number*10 > n:
			return number - 1, true
		}
		return -1, true
	}
	for i, h := range Hints(n) {
		if h == typed {
			return i, true
		}
		possible = possible || strings.HasPrefix(h, typed)
	}
	return -1, possible
}
