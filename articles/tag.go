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
	groups, err := l.byPlace(articles)
	if err != nil {
		return 0, 0, err
	}
	for _, g := range groups {
		var t, n int
		err := l.update(ctx, g.place, &g.entries[0].article, func(f *tags.File) (err error) {
			t, n, err = g.addDetected(f)
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
	groups, err := l.byPlace(articles)
	if err != nil {
		return "", err
	}
	var documents []string
	for _, g := range groups {
		f := tags.NewFile(l.Dossier().Register)
		if _, _, err := g.addDetected(f); err != nil {
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

func (g *group) addDetected(f *tags.File) (tagged, facts int, err error) {
	for _, e := range g.entries {
		n, err := f.Add(e.file.name, &e.article)
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
	place   *place
	entries []*entry
}

func (l *Library) byPlace(articles []int32) ([]group, error) {
	var entries []*entry
	for _, i := range articles {
		e, err := l.stock().entry(int(i))
		if err != nil {
			return nil, err
		}
		entries = append(entries, e)
	}
	slices.SortFunc(entries, func(a, b *entry) int { return byKey(a.file, b.file) })
	var groups []group
	for _, e := range entries {
		p := l.places.all[e.file.place]
		if len(groups) == 0 || groups[len(groups)-1].place != p {
			groups = append(groups, group{place: p})
		}
		last := &groups[len(groups)-1]
		last.entries = append(last.entries, e)
	}
	return groups, nil
}
