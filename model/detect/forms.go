package detect

import (
	"cmp"
	"slices"

	"dossier/model"
)

// Forms lists how body names each actor, by canonical name: the forms that stand
// there, their endings included, the most frequent first, then in order. The
// language decides which endings a name may have; it may be empty. It reads the
// whole body, so ask for one article at a time.
func (a *Actors) Forms(body, lang string) map[string][]string {
	counts := map[string]map[string]int{}
	forms := map[string][]string{}
	a.scan(body, lang, func(actor int, at model.Passage) {
		name, form := a.names[actor], oneLine(body[at.Start:at.End])
		if counts[name] == nil {
			counts[name] = map[string]int{}
		}
		if counts[name][form]++; counts[name][form] == 1 {
			forms[name] = append(forms[name], form)
		}
	})
	for name, all := range forms {
		slices.SortStableFunc(all, func(x, y string) int { return cmp.Compare(counts[name][y], counts[name][x]) })
	}
	return forms
}
