package articles

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"dossier/articles/tags"
	"dossier/model/clean"
)

// Tag adds to the side-cars what was detected of those articles, save what
// stands there already. It returns how many articles and facts it added, also
// if it fails with a *TagError at one of several folders.
func (l *Library) Tag(ctx context.Context, articles []int32) (tagged, facts int, err error) {
	for _, g := range l.byPlace(articles) {
		var t, n int
		err := l.update(ctx, g.place, l.dossier.Article(int(g.articles[0])), func(f *tags.File) (err error) {
			t, n, err = l.addDetected(f, g.articles)
			return err
		})
		if err != nil {
			return tagged, facts, err
		}
		tagged, facts = tagged+t, facts+n
	}
	return tagged, facts, nil
}

// Untagged is what Tag would add, as YAML, a document for each folder; empty if
// it would add nothing.
func (l *Library) Untagged(articles []int32) (string, error) {
	var documents []string
	for _, g := range l.byPlace(articles) {
		f := tags.NewFile(l.dossier.Register)
		if _, _, err := l.addDetected(f, g.articles); err != nil {
			return "", err
		}
		text, err := f.Text()
		if err != nil {
			return "", err
		}
		if text != "" {
			documents = append(documents, "# "+clean.Line(filepath.Join(g.place.given, tags.FileName))+"\n"+text)
		}
	}
	return strings.Join(documents, "---\n"), nil
}

func (l *Library) addDetected(f *tags.File, articles []int32) (tagged, facts int, err error) {
	for _, i := range articles {
		n, err := f.Add(l.origins[i].file, l.dossier.Article(int(i)))
		if err != nil {
			return 0, 0, err
		}
		if n > 0 {
			tagged++
		}
		facts += n
	}
	return tagged, facts, nil
}

// group is some articles of one place, in the order of their files.
type group struct {
	place    *place
	articles []int32
}

func (l *Library) byPlace(articles []int32) (groups []group) {
	for _, i := range slices.Sorted(slices.Values(articles)) {
		p := l.origins[i].place
		if len(groups) == 0 || groups[len(groups)-1].place != p {
			groups = append(groups, group{place: p})
		}
		last := &groups[len(groups)-1]
		last.articles = append(last.articles, i)
	}
	return groups
}
