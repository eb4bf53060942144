package export

import (
	"strconv"
	"strings"

	"dossier/model/fold"
)

// keys makes citation keys of ids: letters, digits and hyphens, which every
// citing program takes; each once.
type keys map[string]bool

func (k keys) of(id string) string {
	stem := strings.Trim(strings.Map(keyRune, fold.String(id)), "-")
	if stem == "" {
		stem = "article"
	}
	key := stem
	for n := 2; k[key]; n++ {
		key = stem + "-" + strconv.Itoa(n)
	}
	k[key] = true
	return key
}

func keyRune(r rune) rune {
	if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' {
		return r
	}
	return '-'
}
