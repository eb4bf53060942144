package detect

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// furnitureLexicon is furniture.txt: what pages print around an article.
type furnitureLexicon struct {
	labels, adverts, footers, related, teasers, credits, sources map[string]bool

	opens, dated, signs, bys, trades []string
	prompts                          *phraseSet
	counts                           slot
	begins                           map[rune]bool // first letters of opens, dated and signs
}

var furnitureWords = sync.OnceValue(func() *furnitureLexicon {
	l := &furnitureLexicon{begins: map[rune]bool{}}
	sets := map[string]*map[string]bool{
		"label": &l.labels, "advert": &l.adverts, "footer": &l.footers, "related": &l.related, "teaser": &l.teasers, "credit": &l.credits, "source": &l.sources,
	}
	var prompts []string
	lists := map[string]*[]string{
		"prompt": &prompts, "opens": &l.opens, "dated": &l.dated, "sign": &l.signs, "by": &l.bys, "trade": &l.trades, "count": &l.counts.any,
	}
	for _, set := range sets {
		*set = map[string]bool{}
	}
	entries("furniture.txt", func(entry string) {
		section, phrases, _ := strings.Cut(entry, ":")
		for phrase := range strings.SplitSeq(phrases, ";") {
			phrase = strings.TrimSpace(phrase)
			if set := sets[section]; set != nil {
				(*set)[phrase] = true
			} else {
				*lists[section] = append(*lists[section], phrase)
			}
		}
	})
	l.prompts = newPhraseSet(prompts)
	for _, phrase := range append(append(append([]string{}, l.opens...), l.dated...), l.signs...) {
		r, _ := utf8.DecodeRuneInString(phrase)
		l.begins[r] = true
	}
	return l
})

// beginsWith returns the longest of phrases that s begins with as whole words.
// In scripts without spaces anything may follow.
func beginsWith(s string, phrases []string) (longest string) {
	for _, p := range phrases {
		if len(p) > len(longest) && strings.HasPrefix(s, p) && endsWord(s, len(p)) {
			longest = p
		}
	}
	return longest
}

// endsWord reports whether a word may end at n.
func endsWord(s string, n int) bool {
	last, _ := utf8.DecodeLastRuneInString(s[:n])
	next, _ := utf8.DecodeRuneInString(s[n:])
	return n == len(s) || classOf(next) != classOf(last) || classOf(last) != spaced
}
